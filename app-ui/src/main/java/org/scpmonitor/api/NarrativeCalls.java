package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Page;
import org.scpmonitor.narrative.Narrative;
import org.scpmonitor.narrative.Narratives;
import org.scpmonitor.narrative.Narratives.Filter;
import org.scpmonitor.narrative.Narratives.Flaw;
import org.scpmonitor.narrative.Narratives.Outcome;
import org.scpmonitor.narrative.Narratives.Said;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What institutions say of their figures: one text for an indicator of a programme and a period. */
@RestController
@RequestMapping("/api/v1/narratives")
class NarrativeCalls {

    private static final List<String> LANGUAGES = List.of("es", "en", "de");

    private static final Columns<Narrative> COLUMNS = new Columns<Narrative>()
            .add("programme", Narrative::programme)
            .add("indicator", Narrative::indicator)
            .add("period", Narrative::period)
            .add("version", Narrative::version)
            .add("language", Narrative::language)
            .add("text", Narrative::text)
            .add("author", Narrative::author)
            .add("knownFrom", Narrative::knownFrom)
            .add("knownUntil", Narrative::knownUntil);

    private final Narratives narratives;
    private final Asked asked;

    NarrativeCalls(Narratives narratives, Asked asked) {
        this.narratives = narratives;
        this.asked = asked;
    }

    @GetMapping
    @Operation(
            summary = "What institutions say of their figures",
            description = "The texts that stand, or with versions=true every version of each by then. Who wrote one is"
                    + " told to accounts only.")
    @Nullable
    Page<Narrative> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable PeriodBound from,
            @RequestParam(required = false) @Nullable PeriodBound to,
            @RequestParam(required = false) @Nullable Flag versions,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        var filter = new Filter(
                asked.programme(programme),
                asked.indicator(indicator),
                Asked.first(from),
                Asked.afterLast(to),
                Flag.isSet(versions),
                Asked.moment(asOf));
        var listed = narratives.list(filter).map(each -> viewer.isPublic() ? each.withoutAuthor() : each);
        return Lists.answer(listed, paging, format, "narratives", COLUMNS, response);
    }

    /**
     * @param language of the text: es, en or de
     * @param replaces the version that the caller saw, 0 for none; without it the text is stored whatever stands
     */
    record Asking(
            @Nullable String language,
            @Nullable String text,
            @Nullable Integer replaces) {}

    /** @param version its number, from 1 */
    record Written(int version) {}

    @PutMapping("/{programme}/{indicator}/{period}")
    @Operation(
            summary = "Say something of a figure",
            description =
                    "By those who report or coordinate for the responsible institution, and by managers: plain text of"
                            + " at most 1,000 characters. It becomes another version; an empty text takes back what stands."
                            + " What stands already just so stays as it is.")
    Written write(
            Viewer viewer,
            @PathVariable String programme,
            @PathVariable String indicator,
            @PathVariable String period,
            @RequestBody Asking asking) {
        var responsible =
                narratives.findResponsible(programme, indicator).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        if (!responsible.maySpeak(viewer)) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        ReportingPeriod of = ReportingPeriod.parse(period)
                .orElseThrow(() -> Problem.with(Problem.Kind.BAD_PERIOD, "period", period));
        if (asking.text() == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "text");
        }
        if (asking.language() == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "language");
        }
        if (!LANGUAGES.contains(asking.language())) {
            throw Problem.with(Problem.Kind.BAD_CHOICE, "language", asking.language(), String.join(", ", LANGUAGES));
        }
        var said = new Said(programme, indicator, of, asking.language(), asking.text(), asking.replaces());
        return switch (narratives.write(viewer, said)) {
            case Outcome.Written(int version) -> new Written(version);
            case Outcome.Refused(Flaw flaw) -> throw refused(flaw, period);
        };
    }

    private static Problem refused(Flaw flaw, String period) {
        return switch (flaw) {
            case NOT_FOLLOWED -> Problem.of(Problem.Kind.NOT_FOUND);
            case OUT_OF_SCOPE -> Problem.of(Problem.Kind.OUT_OF_SCOPE);
            case OTHER_PERIODICITY -> Problem.with(Problem.Kind.OTHER_PERIODICITY, "period", period);
            case TOO_LONG -> Problem.with(Problem.Kind.TOO_LONG, "text", Narrative.LONGEST);
            case WRITTEN_MEANWHILE -> Problem.with(Problem.Kind.WRITTEN_MEANWHILE, "replaces");
        };
    }
}
