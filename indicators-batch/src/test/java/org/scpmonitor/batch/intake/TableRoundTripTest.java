package org.scpmonitor.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any table, printed as CSV in any of the ways that are allowed, reads back as it was. */
class TableRoundTripTest {

    record Row(String institution, String indicator, String period, BigDecimal value, String comment) {}

    record Print(char separator, String lineEnd, String encoding, NumberFormat format, boolean grouped) {

        byte[] bytes(List<Row> rows) {
            DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
            symbols.setDecimalSeparator(format.decimal());
            symbols.setGroupingSeparator(format.grouping());
            DecimalFormat numbers = new DecimalFormat(grouped ? "#,##0.##########" : "0.##########", symbols);
            String text = Stream.concat(
                            Stream.of(List.of("institution", "indicator", "period", "value", "unit", "comment")),
                            rows.stream()
                                    .map(row -> List.of(
                                            row.institution,
                                            row.indicator,
                                            row.period,
                                            numbers.format(row.value),
                                            "t",
                                            row.comment)))
                    .map(fields -> fields.stream().map(this::field).collect(Collectors.joining(separator + "")))
                    .collect(Collectors.joining(lineEnd));
            boolean marked = !encoding.equals("windows-1252") && !encoding.equals("UTF-8");
            Charset charset = encoding.equals("UTF-8-BOM") ? StandardCharsets.UTF_8 : Charset.forName(encoding);
            return (marked ? "\ufeff" + text : text).getBytes(charset);
        }

        private String field(String text) {
            boolean plain = text.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
            return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    }

    @Property(tries = 300)
    void readsBackIdentical(@ForAll("tables") List<Row> rows, @ForAll("prints") Print print) {
        Reading reading = Reading.of(print.bytes(rows), print.format);
        assertThat(reading.found()).isEmpty();
        assertThat(reading.rows.stream()
                        .map(row -> new Row(
                                row.institution(),
                                row.indicator(),
                                String.valueOf(row.period()),
                                row.value() == null
                                        ? BigDecimal.ONE.negate()
                                        : row.value().stripTrailingZeros(),
                                row.comment())))
                .containsExactlyElementsOf(rows);
    }

    @Provide
    Arbitrary<List<Row>> tables() {
        Arbitrary<String> codes = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withChars("-ñé0")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(code -> !TotalRow.isWord(code));
        Arbitrary<String> periods = Arbitraries.of("2023", "2023-04", "2023-Q2", "2023-H1", "FY2023-07");
        Arbitrary<BigDecimal> values = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e15"), new BigDecimal("1e15"))
                .ofScale(10)
                .map(BigDecimal::stripTrailingZeros);
        Arbitrary<String> comments = Arbitraries.strings()
                .withChars("abc áü€,;\t\"\n'.1")
                .ofMaxLength(12)
                .map(Blanks::strip);
        return Combinators.combine(codes, codes, periods, values, comments)
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Print> prints() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t'),
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of("UTF-8", "UTF-8-BOM", "UTF-16LE", "UTF-16BE", "windows-1252"),
                        Arbitraries.of(NumberFormat.values()),
                        Arbitraries.of(true, false))
                .as(Print::new);
    }
}
