package org.scpmonitor.ui.completeness;

import com.vaadin.flow.server.streams.DownloadEvent;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Completeness;
import org.scpmonitor.assignment.Completeness.Filter;
import org.scpmonitor.assignment.Completeness.Rows;
import org.scpmonitor.assignment.Counts;
import org.scpmonitor.listing.SafeText;
import org.springframework.stereotype.Component;

/** The cells of the matrix as CSV, row by row from the database to the reader. */
@Component
class MatrixFile {
    private final Completeness completeness;

    MatrixFile(Completeness completeness) {
        this.completeness = completeness;
    }

    void write(Viewer viewer, Rows by, Filter filter, LocalDate day, Locale locale, DownloadEvent event)
            throws IOException {
        event.setFileName("completeness-" + Question.code(by) + "-" + day + ".csv");
        event.setContentType("text/csv;charset=utf-8");
        var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
        // Spreadsheets take a CSV for UTF-8 by its first character.
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                "code",
                "name",
                "country",
                "period",
                "expected",
                "received",
                "onTime",
                "late",
                "approved",
                "overdue",
                "pending",
                "status");
        completeness.list(viewer, by, filter).forEach(cell -> {
            Counts counts = cell.counts();
            String country = cell.key().country();
            csv.writeRecord(
                    SafeText.cell(cell.key().code()),
                    SafeText.cell(cell.key().name().in(locale)),
                    country == null ? "" : country,
                    cell.period().toString(),
                    Integer.toString(counts.expected()),
                    Integer.toString(counts.received()),
                    Integer.toString(counts.onTime()),
                    Integer.toString(counts.late()),
                    Integer.toString(counts.approved()),
                    Integer.toString(counts.overdue()),
                    Integer.toString(counts.pending()),
                    counts.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        });
        csv.flush();
    }
}
