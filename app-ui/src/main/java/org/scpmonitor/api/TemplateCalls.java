package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheets;
import org.scpmonitor.batch.template.TemplateWorkbook;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.Scratch;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The workbook that an institution fills in for a period. */
@RestController
class TemplateCalls {

    private final ReportingSheets sheets;
    private final Scratch scratch;

    TemplateCalls(ReportingSheets sheets, Scratch scratch) {
        this.sheets = sheets;
        this.scratch = scratch;
    }

    @GetMapping("/api/v1/templates/{institution}/{period}.xlsx")
    @Operation(
            summary = "The pre-filled workbook",
            description = "A row for each assignment of the period, in the caller's language; 404 where none is"
                    + " assigned or the institution is out of scope.")
    void template(
            Viewer viewer,
            @PathVariable String institution,
            @PathVariable ReportingPeriod period,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ReportingSheet sheet = sheets.find(viewer, institution, period)
                .filter(found -> !found.rows().isEmpty())
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        response.setContentType(TemplateWorkbook.CONTENT_TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(TemplateWorkbook.fileName(sheet), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        TemplateWorkbook.write(sheet, locale, scratch, response.getOutputStream());
    }
}
