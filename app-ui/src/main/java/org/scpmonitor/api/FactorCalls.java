package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.actual.FigureChange.Foreseen;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.factor.Category;
import org.scpmonitor.factor.FactorChange;
import org.scpmonitor.factor.FactorChange.Flaw;
import org.scpmonitor.factor.FactorEdits;
import org.scpmonitor.factor.FactorEdits.Outcome;
import org.scpmonitor.factor.FactorEdits.Prospect;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.factor.Factors;
import org.scpmonitor.factor.Factors.Filter;
import org.scpmonitor.listing.Page;
import org.scpmonitor.text.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What emission factors, calorific values, densities and warming potentials are worth, where and since when. */
@RestController
@RequestMapping("/api/v1/factors")
class FactorCalls {

    private static final Columns<FactorValue> COLUMNS = new Columns<FactorValue>()
            .add("code", FactorValue::code)
            .add("name", FactorValue::name)
            .add("kind", value -> Reading.code(value.kind()))
            .add("category", value -> Reading.code(value.category()))
            .add("scope", FactorValue::scope)
            .add("gas", FactorValue::gas)
            .add("biogenic", FactorValue::biogenic)
            .add("country", FactorValue::country)
            .add("variant", FactorValue::variant)
            .add("from", FactorValue::from)
            .add("until", FactorValue::until)
            .add("value", FactorValue::value)
            .add("unit", FactorValue::unit)
            .add("lower", FactorValue::lower)
            .add("upper", FactorValue::upper)
            .add("source", value -> value.source().title())
            .add("sourceUrl", value -> value.source().url())
            .add("note", FactorValue::note)
            .add("illustrative", FactorValue::illustrative)
            .add("version", FactorValue::version)
            .add("reason", FactorValue::reason)
            .add("knownFrom", FactorValue::knownFrom)
            .add("knownUntil", FactorValue::knownUntil);

    private static final int MOST_FIGURES = 100;

    private final Factors factors;
    private final FactorEdits edits;
    private final Runner runner;
    private final Asked asked;

    FactorCalls(Factors factors, FactorEdits edits, Runner runner, Asked asked) {
        this.factors = factors;
        this.edits = edits;
        this.runner = runner;
        this.asked = asked;
    }

    @GetMapping
    @Operation(
            summary = "The factors with their values",
            description = "One item for each factor, country, variant and first day, as known now or then; country also"
                    + " gives what holds everywhere. A value without a later one goes on being used after its end.")
    @Nullable
    Page<FactorValue> list(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String gas,
            @RequestParam(required = false) @Nullable Integer scope,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        var filter = new Filter(known(code), category, asked.country(country), gas, scope);
        return Lists.answer(factors.list(filter, Asked.moment(asOf)), paging, format, "factors", COLUMNS, response);
    }

    /**
     * As an item.
     *
     * @param note in the caller's language, kept in all
     */
    record Asking(
            @Nullable String country,
            @Nullable String variant,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            FactorValue.@Nullable Source source,
            @Nullable String note,
            @Nullable Boolean illustrative,
            @Nullable String reason) {}

    /**
     * What a version changed, or would.
     *
     * @param version its number; null where nothing was stored
     * @param knownFrom from when it is known; null where nothing was stored
     * @param figures of programmes that would change, those that would change most; null where it was stored
     */
    record Taken(
            boolean dryRun,
            @Nullable Integer version,
            @Nullable Instant knownFrom,
            @Nullable Foreseen figures) {}

    @PostMapping("/{code}/versions")
    @Operation(
            summary = "Add a value to a factor, or correct one",
            description =
                    "By a manager or administrator. A value for a country, variant and first day that has one takes"
                            + " its place as another version, which needs a reason; nothing is rewritten. With dryRun it only"
                            + " says which figures would change.")
    Taken version(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Flag dryRun,
            @RequestBody Asking asking) {
        if (!viewer.mayEditCatalogue()) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        FactorChange change = change(code, asking);
        if (Flag.isSet(dryRun)) {
            return switch (edits.foresee(viewer, change, MOST_FIGURES)) {
                case Prospect.Refused(var flaws) -> throw refused(flaws, change);
                case Prospect.Seen seen -> new Taken(true, null, null, seen.figures());
            };
        }
        return switch (edits.store(viewer, change)) {
            case Outcome.Refused(var flaws) -> throw refused(flaws, change);
            case Outcome.Stored stored -> {
                runner.rebuild();
                yield new Taken(false, stored.version(), stored.knownFrom(), null);
            }
        };
    }

    private static FactorChange change(String code, Asking asking) {
        String note = asking.note() == null ? "" : asking.note();
        var source = present("source", asking.source());
        return new FactorChange(
                code,
                asking.country(),
                asking.variant() == null ? "" : asking.variant(),
                present("from", asking.from()),
                asking.until(),
                present("value", asking.value()),
                asking.lower(),
                asking.upper(),
                present("source", source.title()),
                source.url(),
                new Text(note, note, note),
                Boolean.TRUE.equals(asking.illustrative()),
                asking.reason() == null ? "" : asking.reason());
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, name);
        }
        return value;
    }

    private static Problem refused(List<Flaw> flaws, FactorChange change) {
        Flaw first = flaws.getFirst();
        return switch (first) {
            case OUT_OF_SCOPE -> Problem.of(Problem.Kind.OUT_OF_SCOPE);
            case UNKNOWN_FACTOR -> Problem.of(Problem.Kind.NOT_FOUND);
            case UNKNOWN_COUNTRY ->
                Problem.with(
                        Problem.Kind.UNKNOWN_CODE,
                        first.field(),
                        String.valueOf(change.country()),
                        "/api/v1/programmes");
            case UNKNOWN_VARIANT -> Problem.with(Problem.Kind.BAD_PARAMETER, first.field(), change.variant());
            case ENDS_BEFORE_START ->
                Problem.with(Problem.Kind.BAD_PARAMETER, first.field(), String.valueOf(change.until()));
            case INCOMPLETE_RANGE, SOURCE_MISSING, REASON_MISSING ->
                Problem.with(Problem.Kind.MISSING_PARAMETER, first.field());
            case OUT_OF_RANGE, NOTHING_NEW ->
                Problem.with(
                        Problem.Kind.BAD_PARAMETER,
                        first.field(),
                        change.value().toPlainString());
            case BAD_ADDRESS ->
                Problem.with(Problem.Kind.BAD_PARAMETER, first.field(), String.valueOf(change.sourceUrl()));
        };
    }

    private @Nullable String known(@Nullable String code) {
        if (code != null && factors.find(code).isEmpty()) {
            throw Problem.with(Problem.Kind.UNKNOWN_CODE, "code", code, "/api/v1/factors");
        }
        return code;
    }
}
