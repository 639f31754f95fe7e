package org.scpmonitor.api;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.listing.Page;
import org.scpmonitor.provenance.Calculated;
import org.scpmonitor.provenance.CountedEntry;
import org.scpmonitor.provenance.Figure;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.provenance.Source;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a figure comes from, down to the cells. The public is told everything but who the people were: they get the word
 * for their part in it instead.
 */
@RestController
@RequestMapping("/api/v1/provenance/{actualId}")
class ProvenanceCalls {

    @GetMapping("/cells")
    Page<Source.Part> cells(
            @PathVariable long actualId,
            @RequestParam long submission,
            @RequestParam int sheet,
            @RequestParam int row,
            @RequestParam int column,
            Paging paging) {
        if (provenance.find(actualId).isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return new Page<>(
                provenance.listParts(submission, sheet, row, column, paging.page() * paging.size(), paging.size()),
                paging.page(),
                paging.size(),
                provenance.countParts(submission, sheet, row, column));
    }

    private static final MediaType PROV_JSON = MediaType.valueOf("application/prov+json");
    private static final MediaType PROVENANCE_JSON = MediaType.valueOf("application/provenance+json");

    private final ProvenanceQueries provenance;

    ProvenanceCalls(ProvenanceQueries provenance) {
        this.provenance = provenance;
    }

    /**
     * @param agrees whether computing it again from the sources gave exactly the published value
     * @param formulas by which it was calculated, those that others read first; empty where it was reported
     * @param sources the observations that made it, largest first
     * @param entries what the register counts that made it, the latest first
     */
    record Tree(
            Figure figure,
            boolean agrees,
            List<Calculated> formulas,
            Page<Source> sources,
            Page<CountedEntry> entries) {}

    @Operation(
            summary = "Where a figure comes from, down to the cells",
            description = "The figure computed again from its sources; the formulas that it follows from, those that"
                    + " others read first, each with the factor versions that it read (source, 95 % range, whether it was"
                    + " made for an earlier time) and with the values put in, term by term, for up to three institutions"
                    + " that weigh most; a page of the observations that it was made of, each with file, cell and text; a page"
                    + " of the entries of the register that it counts, each with its version as it was known then."
                    + " As PROV-JSON with Accept: application/prov+json: formulas are plans of the run, factor versions,"
                    + " observations and what entries add what it used.")
    @GetMapping
    ResponseEntity<Object> read(
            Viewer viewer,
            @PathVariable long actualId,
            Paging paging,
            Locale locale,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept)
            throws HttpMediaTypeNotAcceptableException {
        MediaType type = Arguments.best(
                requireNonNullElse(accept, "*/*"), List.of(MediaType.APPLICATION_JSON, PROV_JSON, PROVENANCE_JSON));
        Figure figure = provenance.find(actualId).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        List<Source> sources = provenance.listSources(actualId, paging.page() * paging.size(), paging.size()).stream()
                .map(source -> viewer.isPublic() ? withoutPeople(source, locale) : source)
                .toList();
        List<CountedEntry> entries =
                provenance.listEntries(actualId, null, paging.page() * paging.size(), paging.size()).stream()
                        .map(entry -> viewer.isPublic() ? entry.by(words(locale).getString("author")) : entry)
                        .toList();
        return ResponseEntity.ok()
                .contentType(type)
                .body(
                        type.equals(MediaType.APPLICATION_JSON)
                                ? tree(figure, sources, entries, paging)
                                : ProvDocument.of(figure, provenance.listFormulas(actualId), sources, entries, locale));
    }

    private Tree tree(Figure figure, List<Source> sources, List<CountedEntry> entries, Paging paging) {
        int total = provenance.countSources(figure.id());
        return new Tree(
                figure,
                figure.agrees(),
                provenance.listFormulas(figure.id()),
                new Page<>(sources, paging.page(), paging.size(), total),
                new Page<>(entries, paging.page(), paging.size(), provenance.countEntries(figure.id(), null)));
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("i18n.api", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static Source withoutPeople(Source source, Locale locale) {
        ResourceBundle words = words(locale);
        Source.Submission sent = source.submission();
        Source.Typed typed = source.typed();
        return new Source(
                source.institutionCode(),
                source.institution(),
                source.institutionName(),
                source.indicator(),
                source.period(),
                source.value(),
                source.unit(),
                source.reportedValue(),
                source.reportedUnit(),
                source.status(),
                source.comment(),
                source.explanation(),
                source.knownFrom(),
                source.replaces(),
                source.cell(),
                new Source.Submission(
                        sent.id(),
                        sent.revision(),
                        sent.fileName(),
                        sent.sha256(),
                        sent.numberFormat(),
                        sent.rows(),
                        words.getString("sender"),
                        sent.approvedBy() == null ? null : words.getString("approver"),
                        sent.approvedAt()),
                typed == null ? null : new Source.Typed(words.getString("sender"), typed.at(), typed.written()),
                source.parts());
    }
}
