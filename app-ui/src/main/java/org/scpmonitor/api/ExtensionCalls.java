package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Extensions;
import org.scpmonitor.assignment.Extensions.Outcome;
import org.scpmonitor.assignment.Extensions.Wish;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Codes.InstitutionKey;
import org.scpmonitor.listing.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other dates than the calendar's for one institution and period. */
@RestController
@RequestMapping("/api/v1/extensions")
class ExtensionCalls {

    private static final int LONGEST_REASON = 500;

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("id", Item::id)
            .add("institution", Item::institution)
            .add("indicator", Item::indicator)
            .add("period", Item::period)
            .add("dueOn", Item::dueOn)
            .add("closesOn", Item::closesOn)
            .add("reason", Item::reason)
            .add("grantedBy", Item::grantedBy)
            .add("grantedAt", Item::grantedAt);

    /**
     * @param indicator null for all
     * @param dueOn the last day on which a report is on time
     * @param closesOn the last day on which it is taken; null where the period never closes
     */
    record Item(
            long id,
            String institution,
            @Nullable String indicator,
            ReportingPeriod period,
            LocalDate dueOn,
            @Nullable LocalDate closesOn,
            String reason,
            String grantedBy,
            Instant grantedAt) {

        static Item of(Extensions.Item item) {
            return new Item(
                    item.id(),
                    item.place().code(),
                    item.indicator(),
                    item.period(),
                    item.dueOn(),
                    item.closesOn(),
                    item.reason(),
                    item.grantedBy(),
                    item.grantedAt());
        }
    }

    /** As an item; {@code period} in its canonical text. */
    record Asking(
            @Nullable String institution,
            @Nullable String indicator,
            @Nullable String period,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate closesOn,
            @Nullable String reason) {}

    private final Extensions extensions;
    private final Asked asked;

    ExtensionCalls(Extensions extensions, Asked asked) {
        this.extensions = extensions;
        this.asked = asked;
    }

    @GetMapping
    @Nullable
    Page<Item> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String institution,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        String code =
                institution == null ? null : asked.institution(institution).code();
        return Lists.answer(
                extensions.list(viewer, code).map(Item::of), paging, format, "extensions", COLUMNS, response);
    }

    @PostMapping
    @Operation(
            summary = "Grant an extension",
            description = "By a coordinator or manager of the institution; it takes the place of an earlier one.")
    ResponseEntity<Void> grant(Viewer viewer, @RequestBody Asking asking) {
        if (!viewer.isPlanner()) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        InstitutionKey institution = asked.institution(present("institution", asking.institution()));
        if (!viewer.mayPlan(institution.id(), institution.country())) {
            throw Problem.with(Problem.Kind.OUT_OF_SCOPE, "institution");
        }
        String text = present("period", asking.period());
        ReportingPeriod period =
                ReportingPeriod.parse(text).orElseThrow(() -> Problem.with(Problem.Kind.BAD_PERIOD, "period", text));
        LocalDate dueOn = present("dueOn", asking.dueOn());
        String reason = present("reason", asking.reason()).strip();
        if (reason.length() > LONGEST_REASON) {
            throw Problem.with(Problem.Kind.TOO_LONG, "reason", LONGEST_REASON);
        }
        var wish = new Wish(
                institution.code(), asked.indicator(asking.indicator()), period, dueOn, asking.closesOn(), reason);
        return switch (extensions.grant(viewer, wish)) {
            case Outcome.Granted(long id) ->
                ResponseEntity.created(URI.create("/api/v1/extensions/" + id)).build();
            case Outcome.Refused(Extensions.Reason why) -> throw refused(why, wish);
        };
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, name);
        }
        return value;
    }

    private static Problem refused(Extensions.Reason why, Wish wish) {
        return switch (why) {
            case OUT_OF_SCOPE -> Problem.with(Problem.Kind.OUT_OF_SCOPE, "institution");
            case REASON_MISSING -> Problem.with(Problem.Kind.MISSING_PARAMETER, "reason");
            case NOTHING_DUE ->
                Problem.with(Problem.Kind.BAD_PARAMETER, "period", wish.period().toString());
            case EARLIER_THAN_CALENDAR ->
                Problem.with(Problem.Kind.BAD_PARAMETER, "dueOn", wish.dueOn().toString());
            case CLOSES_BEFORE_DUE ->
                Problem.with(Problem.Kind.BAD_PARAMETER, "closesOn", String.valueOf(wish.closesOn()));
        };
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Viewer viewer, @PathVariable long id) {
        if (!viewer.isPlanner()) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        if (!extensions.withdraw(viewer, id)) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }
}
