package org.scpmonitor.ui.report;

import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SendingInstitutions;
import org.scpmonitor.submission.SendingInstitutions.Assigned;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.springframework.stereotype.Component;

/** A small CSV of the long table, with headers and numbers of the reader's language and an institution's own indicators. */
@Component
class ExampleFile {
    private static final int ROWS = 3;
    private static final BigDecimal VALUE = new BigDecimal("12.5");

    private final SendingInstitutions institutions;
    private final Clock clock;

    ExampleFile(SendingInstitutions institutions, Clock clock) {
        this.institutions = institutions;
        this.clock = clock;
    }

    void write(Place place, Locale locale, DownloadEvent event) throws IOException {
        ResourceBundle texts = ResourceBundle.getBundle(
                "i18n.report", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        event.setFileName(texts.getString("report.example.name"));
        event.setContentType("text/csv;charset=utf-8");
        event.getOutputStream().write(text(place, locale, texts).getBytes(StandardCharsets.UTF_8));
    }

    private String text(Place place, Locale locale, ResourceBundle texts) {
        char decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        String separator = decimal == ',' ? ";" : ",";
        // Spreadsheets take a CSV for UTF-8 by its first character.
        StringBuilder table = new StringBuilder("\uFEFF")
                .append(String.join(
                        separator,
                        texts.getString("report.column.institution"),
                        texts.getString("report.column.indicator"),
                        texts.getString("report.column.period"),
                        texts.getString("report.column.value"),
                        texts.getString("report.column.unit"),
                        texts.getString("report.column.comment")))
                .append("\r\n");
        for (Assigned assigned : institutions.assigned(place.id(), ROWS)) {
            table.append(String.join(
                            separator,
                            place.code(),
                            assigned.indicator(),
                            lastComplete(assigned.months()).toString(),
                            VALUE.toPlainString().replace('.', decimal),
                            assigned.unit(),
                            texts.getString("report.example.comment")))
                    .append("\r\n");
        }
        return table.toString();
    }

    private ReportingPeriod lastComplete(int months) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int first = (today.getMonthValue() - 1) / months * months + 1;
        return ReportingPeriod.of(LocalDate.of(today.getYear(), first, 1), months)
                .previous();
    }
}
