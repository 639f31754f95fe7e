package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Codes.InstitutionKey;
import org.scpmonitor.listing.Page;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.SubmissionList;
import org.scpmonitor.submission.SubmissionList.Item;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.Upload;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What institutions send: sending it and reading what became of it. */
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionCalls {

    private static final SortedSet<String> PARTS =
            new TreeSet<>(Set.of("file", "institution", "period", "numberFormat", "mapping", "dryRun"));

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("id", Item::id)
            .add("revision", Item::revision)
            .add("state", item -> item.state().code())
            .add("institution", Item::institution)
            .add("period", Item::period)
            .add("fileName", Item::fileName)
            .add("fileSize", Item::fileSize)
            .add("sha256", Item::sha256)
            .add("dryRun", Item::dryRun)
            .add("receivedAt", Item::receivedAt)
            .add("sentBy", Item::sentBy)
            .add("rowsRead", item -> item.rows().read())
            .add("rowsAccepted", item -> item.rows().accepted())
            .add("rowsRefused", item -> item.rows().refused())
            .add("rowsQueried", item -> item.rows().queried());

    /** How a file writes its decimals. */
    enum NumberFormat {
        COMMA,
        POINT
    }

    private final SubmissionList submissions;
    private final Mappings mappings;
    private final Intake intake;
    private final Incoming incoming;
    private final Asked asked;

    SubmissionCalls(SubmissionList submissions, Mappings mappings, Intake intake, Incoming incoming, Asked asked) {
        this.submissions = submissions;
        this.mappings = mappings;
        this.intake = intake;
        this.incoming = incoming;
        this.asked = asked;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Send a file",
            description =
                    "202 when it is stored and about to be checked; 200 when the same bytes were sent before, with"
                            + " that first submission. What is wrong inside the file is told as findings.")
    ResponseEntity<Item> send(
            Viewer viewer,
            @RequestPart MultipartFile file,
            @RequestParam String institution,
            @RequestParam(required = false) @Nullable ReportingPeriod period,
            @RequestParam(required = false) @Nullable NumberFormat numberFormat,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable Flag dryRun,
            MultipartHttpServletRequest request)
            throws IOException {
        KnownParameters.check(request.getParameterMap().keySet(), PARTS);
        KnownParameters.check(request.getFileMap().keySet(), PARTS);
        InstitutionKey named = asked.institution(institution);
        if (!viewer.maySend(named.id(), named.country())) {
            throw Problem.with(Problem.Kind.OUT_OF_SCOPE, "institution");
        }
        var upload = new Upload(
                named.code(),
                viewer.username(),
                period,
                Incoming.name(file),
                numberFormat == null ? null : Reading.code(numberFormat),
                Flag.isSet(dryRun),
                null,
                mapping == null ? null : mapping(named.code(), mapping),
                null);
        Receipt receipt = incoming.with(file, bytes -> intake.receive(upload, bytes));
        return (receipt.first() ? ResponseEntity.accepted() : ResponseEntity.ok())
                .location(URI.create("/api/v1/submissions/" + receipt.submission()))
                .body(find(viewer, receipt.submission()));
    }

    private long mapping(String institution, String name) {
        return mappings.findFor(institution, name)
                .orElseThrow(() -> Problem.with(Problem.Kind.UNKNOWN_CODE, "mapping", name, "/api/v1/mappings"))
                .id();
    }

    @GetMapping
    @Nullable
    Page<Item> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable SubmissionState state,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        if (institution != null) {
            InstitutionKey named = asked.institution(institution);
            if (!viewer.mayRead(named.id(), named.country())) {
                throw Problem.with(Problem.Kind.OUT_OF_SCOPE, "institution");
            }
        }
        return Lists.answer(
                submissions.list(viewer, institution, state), paging, format, "submissions", COLUMNS, response);
    }

    @GetMapping("/{id}")
    Item one(Viewer viewer, @PathVariable long id) {
        return find(viewer, id);
    }

    private Item find(Viewer viewer, long id) {
        return submissions.find(viewer, id).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }
}
