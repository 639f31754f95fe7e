package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.listing.Codes.InstitutionKey;
import org.scpmonitor.listing.Page;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Findings.Kept;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.SubmissionList;
import org.scpmonitor.submission.SubmissionState;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was found in a submission, told in the caller's language, and the explanations of its sender. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/findings")
class FindingCalls {

    private static final int LONGEST_EXPLANATION = 2_000;

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("id", Item::id)
            .add("severity", Item::severity)
            .add("code", Item::code)
            .add("sheet", Item::sheet)
            .add("cell", Item::cell)
            .add("read", Item::read)
            .add("expected", Item::expected)
            .add("message", Item::message)
            .add("mend", Item::mend)
            .add("explanation", Item::explanation);

    /**
     * @param cell such as {@code F6}, {@code 6} for a row, empty for a sheet or the file
     * @param read what stands there
     * @param expected what should stand there
     * @param message what is wrong
     * @param mend what to do
     * @param explanation of a query, by the sender; null while there is none
     */
    record Item(
            long id,
            Severity severity,
            String code,
            String sheet,
            String cell,
            String read,
            String expected,
            String message,
            String mend,
            @Nullable String explanation) {

        static Item of(Kept kept, Locale locale) {
            Finding finding = kept.finding();
            FindingTexts texts = FindingTexts.of(finding, locale);
            return new Item(
                    kept.id(),
                    finding.severity(),
                    finding.code().name(),
                    finding.sheet(),
                    finding.place(),
                    finding.read(),
                    texts.expected(),
                    texts.what(),
                    texts.mend(),
                    kept.explanation());
        }
    }

    /** @param text why the value is as it is */
    record Explanation(@Nullable String text) {}

    private final SubmissionList submissions;
    private final Findings findings;
    private final Asked asked;

    FindingCalls(SubmissionList submissions, Findings findings, Asked asked) {
        this.submissions = submissions;
        this.findings = findings;
        this.asked = asked;
    }

    @GetMapping
    @Nullable
    Page<Item> list(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable FindingCode code,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable Flag open,
            Paging paging,
            Format format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        find(viewer, id);
        var filter = new Findings.Filter(severity, code, sheet, indicator, open == null ? null : open.isSet(), null);
        var told = findings.list(id, filter).map(kept -> Item.of(kept, locale));
        return Lists.answer(told, paging, format, "findings-" + id, COLUMNS, response);
    }

    @PostMapping("/{findingId}/explanation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void explain(
            Viewer viewer, @PathVariable long id, @PathVariable long findingId, @RequestBody Explanation explanation) {
        SubmissionList.Item submission = find(viewer, id);
        InstitutionKey sender = asked.institution(submission.institution());
        if (!viewer.maySend(sender.id(), sender.country())) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        String text = explanation.text() == null ? "" : explanation.text().strip();
        if (text.isEmpty()) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, "text");
        }
        if (text.length() > LONGEST_EXPLANATION) {
            throw Problem.with(Problem.Kind.TOO_LONG, "text", LONGEST_EXPLANATION);
        }
        if (submission.state() != SubmissionState.VALIDATED) {
            throw SubmissionSteps.wrongState(submission.state(), Set.of(SubmissionState.VALIDATED));
        }
        if (!findings.explain(id, findingId, text, viewer.username())) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }

    private SubmissionList.Item find(Viewer viewer, long id) {
        return submissions.find(viewer, id).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }
}
