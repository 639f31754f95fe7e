package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueChange;
import org.scpmonitor.catalogue.CatalogueDocument.FormulaLine;
import org.scpmonitor.catalogue.FormulaEditing;
import org.scpmonitor.catalogue.FormulaEditing.Outcome;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.listing.Codes;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How an indicator is calculated. */
@RestController
@RequestMapping("/api/v1/indicators/{code}/formulas")
class FormulaCalls {

    private static final int LONGEST_REASON = 500;

    private final Formulas formulas;
    private final FormulaEditing editing;
    private final Codes codes;
    private final Runner runner;

    FormulaCalls(Formulas formulas, FormulaEditing editing, Codes codes, Runner runner) {
        this.formulas = formulas;
        this.editing = editing;
        this.codes = codes;
        this.runner = runner;
    }

    /**
     * @param from first day of the periods that it makes
     * @param until first day that a later formula makes; null while there is none
     * @param version how often what holds from that day has been written
     */
    record Item(
            LocalDate from,
            @Nullable LocalDate until,
            int version,
            String expression,
            String reason,
            String author,
            Instant knownFrom) {

        static Item of(FormulaVersion line) {
            return new Item(
                    line.validFrom(),
                    line.validUntil(),
                    line.version(),
                    line.expression(),
                    line.reason(),
                    line.author(),
                    line.knownFrom());
        }
    }

    /** @param items none where the indicator is reported */
    record Lines(List<Item> items) {}

    /** @param formulas all of the indicator's; what isn't among them is withdrawn */
    record Wanted(@Nullable String reason, @Nullable List<@Nullable FormulaLine> formulas) {}

    /**
     * What was stored, or would be.
     *
     * @param knownFrom from when the new versions are known; null where there is none
     */
    record Taken(boolean dryRun, @Nullable Instant knownFrom, List<CatalogueChange> changes) {}

    /**
     * @param indicator whose formula it is: another one's where the change would make that wrong
     * @param start index of the first character that is wrong
     * @param end index behind the last one
     */
    record Wrong(String indicator, LocalDate from, int start, int end, String code, String read, String expected) {}

    @GetMapping
    @Operation(summary = "The formulas of an indicator", description = "As they are or were known at a moment.")
    Lines list(@PathVariable String code, @RequestParam(required = false) @Nullable AsOf asOf) {
        require(code);
        return new Lines(
                formulas.of(code, Asked.moment(asOf)).stream().map(Item::of).toList());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Change how an indicator is calculated",
            description = "All of its formulas, each with the day from which it holds, and the reason. What differs"
                    + " becomes a new version; what is missing is withdrawn; what follows from it is computed anew."
                    + " Refused as a whole where units or names are wrong or a circle would close; with dryRun it only"
                    + " says what would change.")
    Taken change(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Flag dryRun,
            Locale locale,
            @RequestBody Wanted wanted) {
        if (!viewer.mayEditCatalogue()) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        require(code);
        String reason = wanted.reason() == null ? "" : wanted.reason().strip();
        if (reason.isEmpty()) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.with(Problem.Kind.TOO_LONG, "reason", LONGEST_REASON);
        }
        boolean only = Flag.isSet(dryRun);
        List<FormulaLine> lines = lines(wanted);
        return switch (only ? editing.preview(code, lines) : editing.save(code, lines, reason, viewer.username())) {
            case Outcome.Refused(var wrong) ->
                throw Problem.of(
                        Problem.Kind.BAD_CATALOGUE,
                        wrong.stream().map(each -> told(each, locale)).toList());
            case Outcome.Saved saved -> {
                if (!only && !saved.changes().isEmpty()) {
                    runner.rebuild();
                }
                yield new Taken(only, only ? null : saved.knownFrom().orElse(null), saved.changes());
            }
        };
    }

    private void require(String code) {
        if (!codes.hasIndicator(code)) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }

    private static List<FormulaLine> lines(Wanted wanted) {
        List<@Nullable FormulaLine> lines = wanted.formulas();
        if (lines == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "formulas");
        }
        Set<LocalDate> days = new HashSet<>();
        for (FormulaLine line : lines) {
            if (line == null || line.from() == null || line.expression() == null || !days.add(line.from())) {
                throw Problem.of(Problem.Kind.BAD_BODY);
            }
        }
        return lines.stream().map(FormulaCalls::present).toList();
    }

    private static FormulaLine present(@Nullable FormulaLine line) {
        if (line == null) {
            throw Problem.of(Problem.Kind.BAD_BODY);
        }
        return line;
    }

    private static Wrong told(FormulaEditing.Wrong wrong, Locale locale) {
        return new Wrong(
                wrong.formula().indicator(),
                wrong.formula().validFrom(),
                wrong.flaw().place().from(),
                wrong.flaw().place().until(),
                wrong.flaw().code().name(),
                wrong.flaw().what(locale),
                wrong.flaw().expected(locale));
    }
}
