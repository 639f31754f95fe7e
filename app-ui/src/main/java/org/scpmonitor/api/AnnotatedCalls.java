package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.template.AnnotatedFiles;
import org.scpmonitor.batch.template.TemplateWorkbook;
import org.scpmonitor.submission.SubmissionList;
import org.scpmonitor.submission.SubmissionState;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was sent, as a workbook with what was found at its cells. */
@RestController
class AnnotatedCalls {

    private final SubmissionList submissions;
    private final AnnotatedFiles annotated;

    AnnotatedCalls(SubmissionList submissions, AnnotatedFiles annotated) {
        this.submissions = submissions;
        this.annotated = annotated;
    }

    @GetMapping("/api/v1/submissions/{id}/annotated")
    @Operation(
            summary = "The workbook with marked cells",
            description = "The file as it was sent, its cells with findings in colour and with comments in the caller's"
                    + " language, a list of all findings in front; a CSV as a workbook of its texts. 409 while it is"
                    + " still being checked.")
    void annotated(Viewer viewer, @PathVariable long id, Locale locale, HttpServletResponse response)
            throws IOException {
        SubmissionList.Item submission =
                submissions.find(viewer, id).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        if (submission.state() == SubmissionState.RECEIVED) {
            throw SubmissionSteps.wrongState(
                    submission.state(), EnumSet.complementOf(EnumSet.of(SubmissionState.RECEIVED)));
        }
        response.setContentType(TemplateWorkbook.CONTENT_TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(AnnotatedFiles.fileName(submission.fileName()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        annotated.write(id, submission.fileName(), locale, response.getOutputStream());
    }
}
