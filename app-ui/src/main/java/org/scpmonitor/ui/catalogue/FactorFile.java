package org.scpmonitor.ui.catalogue;

import com.vaadin.flow.server.streams.DownloadEvent;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.factor.Factors;
import org.scpmonitor.listing.SafeText;
import org.springframework.stereotype.Component;

/** The values of factors as CSV, row by row from the database to the reader. */
@Component
class FactorFile {
    private final Factors factors;

    FactorFile(Factors factors) {
        this.factors = factors;
    }

    void write(FactorQuestion question, Locale locale, DownloadEvent event) throws IOException {
        event.setFileName("factors.csv");
        event.setContentType("text/csv;charset=utf-8");
        var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
        // Spreadsheets take a CSV for UTF-8 by its first character.
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                "code",
                "name",
                "category",
                "scope",
                "gas",
                "biogenic",
                "country",
                "variant",
                "from",
                "until",
                "value",
                "unit",
                "lower",
                "upper",
                "source",
                "sourceUrl",
                "illustrative",
                "version");
        factors.list(question.filter(), question.moment()).forEach(value -> {
            if (question.holds(value, locale)) {
                csv.writeRecord(row(value, locale));
            }
        });
        csv.flush();
    }

    private static String[] row(FactorValue value, Locale locale) {
        return new String[] {
            value.code(),
            SafeText.cell(value.name().in(locale)),
            value.category().name().toLowerCase(Locale.ROOT),
            text(value.scope()),
            text(value.gas()),
            Boolean.toString(value.biogenic()),
            text(value.country()),
            value.variant(),
            value.from().toString(),
            text(value.until()),
            value.value().toPlainString(),
            value.unit(),
            number(value.lower()),
            number(value.upper()),
            SafeText.cell(value.source().title()),
            text(value.source().url()),
            Boolean.toString(value.illustrative()),
            Integer.toString(value.version())
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : SafeText.cell(value.toString());
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
