package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Page;
import org.scpmonitor.publication.Publication;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.publication.Publications.Preview;
import org.scpmonitor.publication.Revision;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was published, each with its as-of moment, its file and what was corrected since. */
@RestController
@RequestMapping("/api/v1/publications")
class PublicationCalls {

    static final int LONGEST_NOTE = 1_000;

    private static final Columns<Publication> COLUMNS = new Columns<Publication>()
            .add("id", Publication::id)
            .add("programme", Publication::programme)
            .add("period", Publication::period)
            .add("asOf", Publication::asOf)
            .add("publishedBy", Publication::publishedBy)
            .add("note", Publication::note)
            .add("figures", Publication::figures)
            .add("partial", Publication::partial)
            .add("revised", Publication::revised)
            .add("sha256", Publication::sha256);

    private final Publications publications;
    private final Asked asked;
    private final AuditTrail audit;

    PublicationCalls(Publications publications, Asked asked, AuditTrail audit) {
        this.publications = publications;
        this.asked = asked;
        this.audit = audit;
    }

    /**
     * @param programme code; null for all programmes and countries
     * @param period in its canonical text, such as 2023 or 2023-Q2
     */
    record Asking(
            @Nullable String programme,
            @Nullable String period,
            @Nullable String note) {}

    /**
     * What was published, or would be.
     *
     * @param publication null of a dry run
     * @param partial how many of the figures miss institutions that were to report
     */
    record Published(
            boolean dryRun,
            int figures,
            int partial,
            @Nullable Publication publication) {}

    @GetMapping
    @Operation(summary = "What was published, the latest first")
    @Nullable
    Page<Publication> list(
            @RequestParam(required = false) @Nullable String programme,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        return Lists.answer(
                publications.list(asked.programme(programme)), paging, format, "publications", COLUMNS, response);
    }

    @GetMapping("/{id}")
    Publication one(@PathVariable long id) {
        return find(id);
    }

    @GetMapping("/{id}/revisions")
    @Operation(
            summary = "What was corrected since",
            description =
                    "Each change of a published figure with its value before and after, what caused it and why; the"
                            + " latest first. What was written to a submission is told to accounts only.")
    List<Revision> revisions(Viewer viewer, @PathVariable long id) {
        return publications.revisions(find(id).id(), viewer);
    }

    @GetMapping("/{id}/file")
    @Operation(
            summary = "The file as it was published",
            description =
                    "With again=true it is made again of what was known at the publication's moment: the bytes are"
                            + " the same.")
    void file(@PathVariable long id, @RequestParam(required = false) @Nullable Flag again, HttpServletResponse response)
            throws IOException {
        Publication publication = find(id);
        byte[] bytes = Flag.isSet(again) ? publications.again(publication.id()) : publications.file(publication.id());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + publication.fileName() + "\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @PostMapping
    @Operation(
            summary = "Publish the figures of a period",
            description =
                    "As they are known now, by a programme manager; with dryRun it only says how many figures there"
                            + " are and how many of them are partial.")
    ResponseEntity<Published> publish(
            Viewer viewer, @RequestParam(required = false) @Nullable Flag dryRun, @RequestBody Asking asking) {
        if (!viewer.mayEditCatalogue()) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        String text = asking.period();
        if (text == null) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "period");
        }
        ReportingPeriod period =
                ReportingPeriod.parse(text).orElseThrow(() -> Problem.with(Problem.Kind.BAD_PERIOD, "period", text));
        String programme = asked.programme(asking.programme());
        String note = asking.note() == null ? "" : asking.note().strip();
        if (note.length() > LONGEST_NOTE) {
            throw Problem.with(Problem.Kind.TOO_LONG, "note", LONGEST_NOTE);
        }
        if (Flag.isSet(dryRun)) {
            Preview preview = publications.preview(programme, period);
            return ResponseEntity.ok(new Published(true, preview.figures(), preview.partial(), null));
        }
        Optional<Publication> published = publications.publish(programme, period, viewer.username(), note);
        Publication publication = published.orElseThrow(() -> Problem.with(Problem.Kind.BAD_PARAMETER, "period", text));
        audit.add(
                viewer.username(),
                AuditAction.FIGURES_PUBLISHED,
                "publication " + publication.id(),
                publication.fileName());
        return ResponseEntity.created(URI.create("/api/v1/publications/" + publication.id()))
                .body(new Published(false, publication.figures(), publication.partial(), publication));
    }

    private Publication find(long id) {
        return publications.find(id).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }
}
