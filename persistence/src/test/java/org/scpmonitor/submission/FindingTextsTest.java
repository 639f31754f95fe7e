package org.scpmonitor.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)}");

    @ParameterizedTest
    @ValueSource(strings = {"findings.properties", "findings_en.properties", "findings_de.properties"})
    void everyCodeHasEveryTextAndTakesItsArguments(String bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(FindingTexts.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        Set<String> keys = new TreeSet<>();
        for (FindingCode code : FindingCode.values()) {
            Set<Integer> used = new TreeSet<>();
            for (String part : parts(code)) {
                String key = code + "." + part;
                keys.add(key);
                assertThat(texts.getProperty(key, "")).as(key).isNotBlank().doesNotContain("'");
                ARGUMENT.matcher(texts.getProperty(key))
                        .results()
                        .forEach(found -> used.add(Integer.parseInt(found.group(1))));
                assertThat(new MessageFormat(texts.getProperty(key)).getFormatsByArgumentIndex().length)
                        .as(key)
                        .isLessThanOrEqualTo(code.arguments().size() + 1);
            }
            assertThat(used)
                    .as("arguments of " + code)
                    .containsAll(IntStream.rangeClosed(1, code.arguments().size())
                            .boxed()
                            .toList());
            for (int i = 0; i < code.arguments().size(); i++) {
                if (code.arguments().get(i).kind() == FindingArgument.Kind.OPTIONAL) {
                    String without = "{" + (i + 1) + "}";
                    assertThat(texts.getProperty(code + ".what")).doesNotContain(without);
                    assertThat(texts.getProperty(code + ".expected")).doesNotContain(without);
                    assertThat(texts.getProperty(code + ".mend.without")).doesNotContain(without);
                }
            }
        }
        for (String column : List.of("institution", "indicator", "period", "value", "unit")) {
            keys.add("column." + column);
        }
        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es-CL | «1.234» puede ser 1234 (con coma decimal) o 1,234 (con punto decimal), y nada más en el archivo lo aclara.
            es-MX | «1.234» puede ser 1234 (con coma decimal) o 1.234 (con punto decimal), y nada más en el archivo lo aclara.
            en    | “1.234” may be 1234 (with a decimal comma) or 1.234 (with a decimal point), and nothing else in the file tells which.
            de    | „1.234“ kann 1234 (mit Dezimalkomma) oder 1,234 (mit Dezimalpunkt) sein, und nichts sonst in der Datei klärt das.
            fr    | «1.234» puede ser 1234 (con coma decimal) o 1,234 (con punto decimal), y nada más en el archivo lo aclara.
            """)
    void tellsInTheReadersLanguage(String language, String what) {
        Finding finding = Finding.onCell(FindingCode.AMBIGUOUS_NUMBER, "Clima", 6, 6, "1.234", "1234", "1.234");
        assertThat(FindingTexts.of(finding, Locale.forLanguageTag(language)).what())
                .isEqualTo(what);
    }

    @Test
    void asksWhetherAnotherWordWasMeantOnlyWhereThereIsOne() {
        assertThat(mend("indicator"))
                .isEqualTo(
                        "Did you mean “indicator”? Correct the name or delete the column and upload the file again.");
        assertThat(mend("")).isEqualTo("Delete the column and upload the file again.");
    }

    @Test
    void namesColumnsInTheReadersLanguage() {
        Finding finding = Finding.onRow(FindingCode.MISSING_COLUMN, "", 1, "", "period");
        assertThat(FindingTexts.of(finding, Locale.GERMAN).what())
                .isEqualTo("Die Spalte „Zeitraum“ fehlt: Die Zeilen wurden nicht gelesen.");
    }

    @ParameterizedTest
    @CsvSource({"6, 6, F6", "1, 26, Z1", "1, 27, AA1", "9, 702, ZZ9", "2, 703, AAA2", "7, , 7", ", 3, C"})
    void namesCellsAsSpreadsheetsDo(Integer row, Integer column, String name) {
        assertThat(Finding.cell(row, column)).isEqualTo(name);
    }

    @Test
    void aFindingHoldsWhatItsTextsTake() {
        assertThatThrownBy(() -> Finding.onFile(FindingCode.NO_HEADER)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Finding.onCell(FindingCode.NOT_A_NUMBER, "", 1, 1, "x".repeat(5_000))
                        .read())
                .hasSize(Finding.LONGEST_READ)
                .endsWith("…");
    }

    private static String mend(String alike) {
        Finding finding = Finding.onCell(FindingCode.UNKNOWN_COLUMN, "", 1, 2, "indcator", alike);
        return FindingTexts.of(finding, Locale.ENGLISH).mend();
    }

    private static List<String> parts(FindingCode code) {
        boolean optional =
                code.arguments().stream().anyMatch(argument -> argument.kind() == FindingArgument.Kind.OPTIONAL);
        return optional ? List.of("what", "expected", "mend", "mend.without") : List.of("what", "expected", "mend");
    }
}
