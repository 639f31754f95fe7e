package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.submission.SubmissionList;
import org.scpmonitor.submission.SubmissionReceipt;
import org.scpmonitor.submission.SubmissionReceipts;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.receipt.ReceiptDocuments;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The receipt of a submission that has been submitted. */
@RestController
@RequestMapping("/api/v1/submissions/{id}")
class ReceiptCalls {

    private final SubmissionList submissions;
    private final SubmissionReceipts receipts;
    private final ReceiptDocuments documents;

    ReceiptCalls(SubmissionList submissions, SubmissionReceipts receipts, ReceiptDocuments documents) {
        this.submissions = submissions;
        this.receipts = receipts;
        this.documents = documents;
    }

    @GetMapping("/receipt.pdf")
    void pdf(Viewer viewer, @PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        SubmissionReceipt receipt = find(viewer, id);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"receipt-" + id + ".pdf\"");
        documents.pdf(receipt, locale, response.getOutputStream());
    }

    @GetMapping("/receipt.csv")
    void csv(Viewer viewer, @PathVariable long id, HttpServletResponse response) throws IOException {
        SubmissionReceipt receipt = find(viewer, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-" + id + ".csv\"");
        documents.csv(receipt, response.getOutputStream());
    }

    private SubmissionReceipt find(Viewer viewer, long id) {
        SubmissionState state = submissions
                .find(viewer, id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND))
                .state();
        return receipts.find(viewer, id)
                .orElseThrow(() -> SubmissionSteps.wrongState(state, Set.of(SubmissionState.SUBMITTED)));
    }
}
