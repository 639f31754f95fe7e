package org.scpmonitor.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

    private static final String MILLION_DIGITS = "9".repeat(1_000_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0
            -12        | -12
            −12,5      | -12.5
            +7         | 7
            0,123      | 0.123
            0.123      | 0.123
            .5         | 0.5
            12.50      | 12.50
            1.234,56   | 1234.56
            1,234.56   | 1234.56
            1.234.567  | 1234567
            1,234,567  | 1234567
            1 234,5    | 1234.5
            1 234 567  | 1234567
            1 234,5    | 1234.5
            1'234'567.8 | 1234567.8
            1’234,5    | 1234.5
            1.5e3      | 1500
            2E-3       | 0.002
            1,5e−2     | 0.015
            0001.5     | 1.5
            1234.567   | 1234.567
            12345678901234567890123456789012345678.25 | 12345678901234567890123456789012345678.25
            """, quoteCharacter = '`')
    void readsExactly(String text, String value) {
        Reading reading = values(text);
        assertThat(reading.found()).isEmpty();
        assertThat(reading.values()).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "(5)",
                "5 %",
                "1.2.3",
                "12.34.567",
                "1,23,456",
                "1 23",
                "5.",
                "-",
                "1-2",
                "1e",
                "e5",
                "1 234'567",
                "1.234,567.8",
                "0x1F",
                "١٢",
                "NaN",
                "n/a",
                "12/2023",
                "--1",
                "1e5e5",
                "1..5",
                "1.234,",
                "0.123.456"
            })
    void saysWhatIsNoNumber(String text) {
        assertThat(values(text).found()).containsExactly("D2 NOT_A_NUMBER «" + text + "»");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "1e101",
                "12345678901234567890123456789012345678901",
                "1e99999999999999999999"
            })
    void refusesWhatNoMeasurementHas(String text) {
        assertThat(values(text).found()).containsExactly("D2 NUMBER_OUT_OF_BOUNDS «" + text + "»");
    }

    @Test
    void aMillionDigitsDoNoHarm() {
        assertThat(values(MILLION_DIGITS).findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.read()).hasSize(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "-12.345", "999,999"})
    void aloneIsAmbiguousAndShowsBothReadings(String text) {
        Reading reading = values("7", text);
        String plain = text.replace("-", "").replaceAll("[.,]", "");
        String sign = text.startsWith("-") ? "-" : "";
        String decimal = text.replace(',', '.');
        String grouped = sign + plain;
        String readings = text.contains(",") ? decimal + ", " + grouped : grouped + ", " + decimal;
        assertThat(reading.found()).containsExactly("D3 AMBIGUOUS_NUMBER[" + readings + "] «" + text + "»");
        assertThat(reading.values()).containsExactly("7", "–");
        assertThat(reading.done().numberFormat()).isNull();
    }

    @Test
    void aLaterRowSettlesAnEarlierOne() {
        assertThat(values("1.234", "5", "0,5").values()).containsExactly("1234", "5", "0.5");
        assertThat(values("1.234", "5", "0.5").values()).containsExactly("1.234", "5", "0.5");
        assertThat(values("1.234", "0,5").done().numberFormat()).isEqualTo(NumberFormat.COMMA);
    }

    @Test
    void theSenderMayDeclareIt() {
        assertThat(Reading.of(file("1.234"), NumberFormat.POINT).values()).containsExactly("1.234");
        assertThat(Reading.of(file("1.234"), NumberFormat.COMMA).values()).containsExactly("1234");
        assertThat(Reading.of(file("1.5"), NumberFormat.COMMA).found())
                .containsExactly("D2 CONTRADICTING_NUMBER[,, .] «1.5»");
    }

    @Test
    void theOddOneOutIsNamed() {
        Reading reading = values("1.5", "2,5", "3,5", "1.234");
        assertThat(reading.found()).containsExactly("D2 CONTRADICTING_NUMBER[,, .] «1.5»");
        assertThat(reading.values()).containsExactly("–", "2.5", "3.5", "1234");
    }

    @Test
    void wholeNumbersNeedNoFormat() {
        assertThat(values("1", "20", "1e3").done().numberFormat()).isNull();
    }

    private static Reading values(String... texts) {
        return Reading.of(file(texts));
    }

    private static String file(String... texts) {
        return "institution;indicator;period;value;unit\n"
                + Stream.of(texts).map(text -> "A;I;2023;" + text + ";t\n").collect(Collectors.joining());
    }
}
