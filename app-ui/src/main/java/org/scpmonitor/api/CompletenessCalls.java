package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Completeness;
import org.scpmonitor.assignment.Completeness.Filter;
import org.scpmonitor.assignment.Completeness.Rows;
import org.scpmonitor.assignment.Completeness.Slot;
import org.scpmonitor.assignment.Completeness.Standing;
import org.scpmonitor.assignment.Counts;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Page;
import org.scpmonitor.text.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much of what was to be reported has come, and how much of it in time, within the caller's scope. */
@RestController
@RequestMapping("/api/v1/completeness")
class CompletenessCalls {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("code", Item::code)
            .add("name", Item::name)
            .add("country", Item::country)
            .add("period", Item::period)
            .add("expected", Item::expected)
            .add("received", Item::received)
            .add("onTime", Item::onTime)
            .add("late", Item::late)
            .add("approved", Item::approved)
            .add("overdue", Item::overdue)
            .add("pending", Item::pending)
            .add("status", item -> Reading.code(item.status()));

    private static final Columns<SlotItem> SLOT_COLUMNS = new Columns<SlotItem>()
            .add("institution", SlotItem::institution)
            .add("indicator", SlotItem::indicator)
            .add("disaggregation", SlotItem::disaggregation)
            .add("period", SlotItem::period)
            .add("dueOn", SlotItem::dueOn)
            .add("closesOn", SlotItem::closesOn)
            .add("extended", SlotItem::extended)
            .add("receivedAt", SlotItem::receivedAt)
            .add("approvedAt", SlotItem::approvedAt)
            .add("submission", SlotItem::submission)
            .add("standing", item -> Reading.code(item.standing()));

    private final Completeness completeness;
    private final Asked asked;

    CompletenessCalls(Completeness completeness, Asked asked) {
        this.completeness = completeness;
        this.asked = asked;
    }

    /**
     * A cell of the matrix.
     *
     * @param code of the country, institution, indicator or programme that the row stands for
     * @param period a year, or where a periodicity is asked for one of its periods
     */
    record Item(
            String code,
            Text name,
            @Nullable String country,
            ReportingPeriod period,
            int expected,
            int received,
            int onTime,
            int late,
            int approved,
            int overdue,
            int pending,
            Counts.Status status) {

        static Item of(Completeness.Item cell) {
            Counts counts = cell.counts();
            return new Item(
                    cell.key().code(),
                    cell.key().name(),
                    cell.key().country(),
                    cell.period(),
                    counts.expected(),
                    counts.received(),
                    counts.onTime(),
                    counts.late(),
                    counts.approved(),
                    counts.overdue(),
                    counts.pending(),
                    counts.status());
        }
    }

    /** A value that was to be reported, and what came of it. */
    record SlotItem(
            String institution,
            String indicator,
            String disaggregation,
            ReportingPeriod period,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate closesOn,
            boolean extended,
            @Nullable Instant receivedAt,
            @Nullable Instant approvedAt,
            @Nullable Long submission,
            Standing standing) {

        static SlotItem of(Slot slot) {
            return new SlotItem(
                    slot.institution(),
                    slot.indicator(),
                    slot.disaggregation(),
                    slot.period(),
                    slot.dueOn(),
                    slot.closesOn(),
                    slot.extended(),
                    slot.receivedAt(),
                    slot.approvedAt(),
                    slot.submission(),
                    slot.standing());
        }
    }

    @GetMapping
    @Nullable
    Page<Item> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Rows by,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable Periodicity periodicity,
            @RequestParam(required = false) @Nullable PeriodBound from,
            @RequestParam(required = false) @Nullable PeriodBound to,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(viewer, country, programme, indicator, institution, periodicity, from, to, asOf);
        var cells = completeness
                .list(viewer, Objects.requireNonNullElse(by, Rows.INSTITUTION), filter)
                .map(Item::of);
        return Lists.answer(cells, paging, format, "completeness", COLUMNS, response);
    }

    @GetMapping("/slots")
    @Nullable
    Page<SlotItem> slots(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable Periodicity periodicity,
            @RequestParam(required = false) @Nullable PeriodBound from,
            @RequestParam(required = false) @Nullable PeriodBound to,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(viewer, country, programme, indicator, institution, periodicity, from, to, asOf);
        return Lists.answer(
                completeness.slots(viewer, filter).map(SlotItem::of), paging, format, "slots", SLOT_COLUMNS, response);
    }

    private Filter filter(
            Viewer viewer,
            @Nullable String country,
            @Nullable String programme,
            @Nullable String indicator,
            @Nullable String institution,
            @Nullable Periodicity periodicity,
            @Nullable PeriodBound from,
            @Nullable PeriodBound to,
            @Nullable AsOf asOf) {
        if (institution != null) {
            var named = asked.institution(institution);
            if (!viewer.mayRead(named.id(), named.country())) {
                throw Problem.with(Problem.Kind.OUT_OF_SCOPE, "institution");
            }
        }
        return new Filter(
                asked.country(country),
                asked.programme(programme),
                asked.indicator(indicator),
                institution,
                periodicity == null ? null : periodicity.months(),
                "",
                Objects.requireNonNullElse(Asked.first(from), FIRST_DAY),
                Objects.requireNonNullElse(Asked.afterLast(to), LAST_DAY),
                Asked.moment(asOf));
    }
}
