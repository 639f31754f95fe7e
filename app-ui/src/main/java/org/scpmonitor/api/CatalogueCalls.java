package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueChange;
import org.scpmonitor.catalogue.CatalogueDifference;
import org.scpmonitor.catalogue.CatalogueDocument;
import org.scpmonitor.catalogue.CatalogueExport;
import org.scpmonitor.catalogue.CatalogueImport;
import org.scpmonitor.catalogue.CatalogueJson;
import org.scpmonitor.catalogue.CatalogueProblem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole catalogue as one document. */
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueCalls {

    private final CatalogueExport export;
    private final CatalogueImport imports;
    private final Runner runner;
    private final AuditTrail audit;

    CatalogueCalls(CatalogueExport export, CatalogueImport imports, Runner runner, AuditTrail audit) {
        this.export = export;
        this.imports = imports;
        this.runner = runner;
        this.audit = audit;
    }

    /**
     * What a document changed, or would.
     *
     * @param knownFrom from when the new versions are known; null where there is none
     * @param differences member by member, of a dry run
     */
    record Taken(
            boolean dryRun,
            @Nullable Instant knownFrom,
            List<CatalogueChange> changes,
            List<CatalogueDifference> differences) {}

    /** @param path where in the document, as a JSON path */
    record Wrong(String path, String code, String read, String mend) {

        static Wrong of(CatalogueProblem problem, Locale locale) {
            return new Wrong(problem.path(), problem.code().name(), problem.read(locale), problem.mend(locale));
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The catalogue as it is now, or was known at a moment",
            description =
                    "At a moment, what has versions is as it was known then: indicators, formulas, factors,"
                            + " baselines, milestones, targets and mappings. Mappings are told to those who keep the catalogue.")
    void read(Viewer viewer, @RequestParam(required = false) @Nullable AsOf asOf, HttpServletResponse response)
            throws IOException {
        CatalogueDocument whole = export.asOf(Asked.moment(asOf));
        CatalogueDocument document = viewer.mayEditCatalogue() ? whole : whole.withMappings(List.of());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        CatalogueJson.write(document, response.getOutputStream());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take over a catalogue",
            description = "Checked as a whole and stored as a whole or not at all; with dryRun it only says what would"
                    + " change, also member by member. What differs becomes a new version; nothing is removed.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = CatalogueDocument.class))))
    Taken take(Viewer viewer, @RequestParam(required = false) @Nullable Flag dryRun, Locale locale, InputStream json) {
        if (!viewer.mayEditCatalogue()) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        CatalogueDocument document = switch (CatalogueJson.read(json)) {
            case CatalogueJson.Reading.Read read -> read.document();
            case CatalogueJson.Reading.Unreadable unreadable -> throw wrong(List.of(unreadable.problem()), locale);
        };
        boolean only = Flag.isSet(dryRun);
        return switch (only ? imports.preview(document) : imports.apply(document)) {
            case CatalogueImport.Outcome.Refused refused -> throw wrong(refused.problems(), locale);
            case CatalogueImport.Outcome.Applied applied -> {
                if (!only && !applied.changes().isEmpty()) {
                    audit.add(
                            viewer.username(),
                            AuditAction.CATALOGUE_CHANGED,
                            "catalogue",
                            Integer.toString(applied.changes().size()));
                    runner.rebuild();
                }
                yield only
                        ? new Taken(
                                true, null, applied.changes(), CatalogueDifference.taking(export.current(), document))
                        : new Taken(false, applied.knownFrom().orElse(null), applied.changes(), List.of());
            }
        };
    }

    private static Problem wrong(List<CatalogueProblem> problems, Locale locale) {
        return Problem.of(
                Problem.Kind.BAD_CATALOGUE,
                problems.stream().map(problem -> Wrong.of(problem, locale)).toList());
    }
}
