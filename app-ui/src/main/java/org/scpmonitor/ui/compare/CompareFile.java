package org.scpmonitor.ui.compare;

import com.vaadin.flow.server.streams.DownloadEvent;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.listing.SafeText;
import org.scpmonitor.ui.component.CountryMark;

/** What is compared, as CSV: a line for each figure, with the digits that were computed. */
record CompareFile(List<Measured> all, String asOf, Locale locale) {

    void write(DownloadEvent event) throws IOException {
        event.setFileName("comparison.csv");
        event.setContentType("text/csv;charset=utf-8");
        var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
        // Spreadsheets take a CSV for UTF-8 by its first character.
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                "indicator",
                "name",
                "country",
                "countryName",
                "period",
                "value",
                "unit",
                "scale",
                "base",
                "status",
                "reported",
                "expected",
                "partial",
                "uncertaintyPercent",
                "figure",
                "asOf");
        for (Measured measured : all) {
            for (Country country : measured.countries()) {
                country.points().forEach(each -> line(csv, measured, country, each));
            }
        }
        csv.flush();
    }

    private void line(CsvWriter csv, Measured measured, Country country, Point point) {
        Compared indicator = measured.indicator();
        ReportingPeriod base = measured.base();
        BigDecimal uncertainty = point.uncertainty();
        csv.writeRecord(
                indicator.code(),
                SafeText.cell(indicator.name().in(locale)),
                country.code(),
                CountryMark.name(country.code(), locale),
                point.period().toString(),
                point.value().toPlainString(),
                SafeText.cell(measured.unitCode()),
                measured.scale().name().toLowerCase(Locale.ROOT),
                base == null ? "" : base.toString(),
                point.status(),
                Integer.toString(point.reported()),
                Integer.toString(point.expected()),
                Boolean.toString(point.partial()),
                uncertainty == null ? "" : uncertainty.toPlainString(),
                Long.toString(point.id()),
                asOf);
    }
}
