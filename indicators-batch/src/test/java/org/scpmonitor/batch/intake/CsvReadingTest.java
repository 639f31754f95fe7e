package org.scpmonitor.batch.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

    private static final String SPANISH = "institución;indicador;periodo;valor;unidad;comentario\n"
            + "CL-MMA;GHG-01;2023;98,992;Mt CO₂e;año difícil\n";

    @Test
    void readsARow() {
        assertThat(Reading.ofRow("CL-MMA,GHG-01,2023-04,98.99,Mt\n").told())
                .containsExactly("2 CL-MMA GHG-01 2023-04 | 98.99 Mt |  FINAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "institution,indicator,period,value,unit,disaggregation,status,comment",
                "institución;indicador;periodo;valor;unidad;desagregación;estado;comentario",
                "Institution\tIndikator\tZeitraum\tWert\tEinheit\tDisaggregation\tStatus\tKommentar",
                " INSTITUCION ;Indicador;PERÍODO;valor;\u00a0unidad;Desagregacion;estado;Comentario "
            })
    void knowsTheHeaderInThreeLanguages(String header) {
        String separator = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ",";
        String row = String.join(separator, "PE-MINAM", "WAS-10", "2023-Q2", "7", "t", "B=2", "p", "x");
        assertThat(Reading.of(header + "\n" + row).told())
                .containsExactly("2 PE-MINAM WAS-10 2023-Q2 | 7 t | B=2 PROVISIONAL x");
    }

    @Test
    void readsEveryEncoding() {
        String expected = "2 CL-MMA GHG-01 2023 | 98.992 Mt CO₂e |  FINAL año difícil";
        String declared = "sep=;\n" + SPANISH;
        assertThat(Reading.of(SPANISH.getBytes(UTF_8), NumberFormat.COMMA).told())
                .containsExactly(expected);
        assertThat(Reading.of(("\ufeff" + SPANISH).getBytes(UTF_8), NumberFormat.COMMA)
                        .told())
                .containsExactly(expected);
        assertThat(Reading.of(("\ufeff" + SPANISH).getBytes(UTF_16LE), NumberFormat.COMMA)
                        .told())
                .containsExactly(expected);
        assertThat(Reading.of(("\ufeff" + SPANISH).getBytes(UTF_16BE), NumberFormat.COMMA)
                        .told())
                .containsExactly(expected);
        assertThat(Reading.of(declared, NumberFormat.COMMA).told()).containsExactly(expected);
        assertThat(Reading.of(SPANISH.replace("₂", "2").getBytes(Charset.forName("windows-1252")), NumberFormat.COMMA)
                        .told())
                .containsExactly(expected.replace("₂", "2"));
    }

    @Test
    void oneByteNearTheEndDecidesTheEncoding() {
        String csv = Reading.HEADER + "CL-MMA,GHG-01,2023,1,t\n".repeat(20_000) + "CL-MMA,GHG-01,2023,1,Año\n";
        Reading reading = Reading.of(csv, Charset.forName("windows-1252"));
        assertThat(reading.rows.getLast().unit()).isEqualTo("Año");
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        Reading reading = Reading.of("Informe anual\r\n\r\n"
                + "institution,indicator,period,value,unit,comment\r\n"
                + "A,GHG-01,2023,1,t,\"two\r\nlines\"\r\n"
                + "\r\n"
                + ",,,,,\r\n"
                + "A,GHG-01,2024,x,t,\r\n");
        assertThat(reading.rows).extracting(LongTableRow::row).containsExactly(4, 7);
        assertThat(reading.found()).containsExactly("D7 NOT_A_NUMBER «x»");
        assertThat(reading.done().rows()).isEqualTo(2);
        assertThat(reading.done().refused()).isEqualTo(1);
    }

    /** The cases of the csv-spectrum collection, as values of our columns. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Anytown, WW"                                        | Anytown, WW
            ""                                                   | ''
            "ha ""ha"" ha"                                       | ha "ha" ha
            "{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}" | {"type": "Point", "coordinates": [102.0, 0.5]}
            "Once upon ~a time"                                  | Once upon ~a time
            "ha ~""ha"" ~ha"                                     | ha ~"ha" ~ha
            ʤ                                                    | ʤ
            """, quoteCharacter = '`')
    void takesQuotesAndLineBreaks(String field, String expected) {
        for (String end : new String[] {"\n", "\r\n"}) {
            String csv = "comment,institution,indicator,period,value,unit" + end + field + ",A,I,2023,1,t" + end
                    + "last,A,I,2024,3,t";
            Reading reading = Reading.of(csv.replace("~", end));
            String wanted = expected == null ? "" : expected.replace("''", "").replace("~", end);
            assertThat(reading.rows).extracting(LongTableRow::comment).containsExactly(wanted, "last");
            assertThat(reading.rows).extracting(LongTableRow::row).containsExactly(2, 3);
            assertThat(reading.found()).isEmpty();
        }
    }

    @Test
    void explainsADecimalCommaInACommaSeparatedFile() {
        Reading reading = Reading.ofRow("A,I,2023,1,5,t\nA,I,2024,1,234,567,t\nA,I,2025,\"1,5\",t\n");
        assertThat(reading.found())
                .containsExactly(
                        "D2 DECIMAL_COMMA_SPLIT[1,5, 6, 5] «1»", "D3 DECIMAL_COMMA_SPLIT[1,234,567, 7, 5] «1»");
        assertThat(reading.told()).containsExactly("4 A I 2025 | 1.5 t |  FINAL");
        assertThat(reading.done().refused()).isEqualTo(2);
    }

    @Test
    void refusesRowsWithTooFewOrTooManyFields() {
        Reading reading = Reading.ofRow("A,I,2023,1\nA,I,2023,1,t,\nA,I,2023,1,t,more\nA,I,2023,1,t\n");
        assertThat(reading.found())
                .containsExactly(
                        "2 TOO_FEW_FIELDS[4, 5] «A,I,2023,1»",
                        "3 TOO_MANY_FIELDS[6, 5] «A,I,2023,1,t,»",
                        "4 TOO_MANY_FIELDS[6, 5] «A,I,2023,1,t,more»");
        assertThat(reading.rows).hasSize(1);
        assertThat(reading.done().rows()).isEqualTo(4);
    }

    @Test
    void namesWhatIsWrongWithTheHeader() {
        Reading reading = Reading.of("institution,indcator,period,value,value,unit,colour\nA,I,2023,1,2,t,red\n");
        assertThat(reading.found())
                .containsExactly(
                        "B1 UNKNOWN_COLUMN[indicator] «indcator»",
                        "E1 DUPLICATE_COLUMN[D1] «value»",
                        "G1 UNKNOWN_COLUMN[] «colour»",
                        "1 MISSING_COLUMN[indicator]");
        assertThat(reading.rows).isEmpty();
        assertThat(reading.done().refused()).isEqualTo(1);
    }

    @Test
    void anUnknownColumnDoesNotHideTheRows() {
        Reading reading = Reading.of("institution,indicator,period,value,unit,colour,\nA,I,2023,1,t,red,\n");
        assertThat(reading.found()).containsExactly("F1 UNKNOWN_COLUMN[] «colour»");
        assertThat(reading.rows).hasSize(1);
    }

    @Test
    void contentBelowNoNameIsFoundOnce() {
        Reading reading = Reading.of("institution,indicator,period,value,unit,\nA,I,2023,1,t,5\nA,I,2024,1,t,6\n");
        assertThat(reading.found()).containsExactly("F2 UNNAMED_COLUMN «5»");
    }

    @Test
    void saysWhyThereIsNoValue() {
        Reading reading = Reading.of("institution,indicator,period,value,unit,status\n"
                + ",I,2023,,,M\n,I,2023,,t,\n,I,2023,5,t,C\n,I,2023,0,t,E\n,I,2023,1,t,Z\n");
        assertThat(reading.told())
                .containsExactly(
                        "2  I 2023 | –  |  NOT_AVAILABLE",
                        "3  I 2023 | – t |  FINAL refused",
                        "4  I 2023 | – t |  CONFIDENTIAL refused",
                        "5  I 2023 | 0 t |  ESTIMATED",
                        "6  I 2023 | 1 t |  FINAL refused");
        assertThat(reading.found())
                .containsExactly("D3 MISSING_VALUE", "D4 VALUE_DESPITE_STATUS[C] «5»", "F6 UNKNOWN_STATUS «Z»");
    }

    @Test
    void missingAndMalformedKeys() {
        Reading reading = Reading.of("institution,indicator,period,value,unit,disaggregation\n"
                + "A,,2023,1,t,\nA,I,,1,t,\nA,I,2023-13,1,,\nA,I,2023,1,t, B = 2 ; A=1 \nA,I,2023,1,t,A=1;A=2\n");
        assertThat(reading.found())
                .containsExactly(
                        "B2 MISSING_CELL[indicator]",
                        "C3 MISSING_CELL[period]",
                        "C4 BAD_PERIOD «2023-13»",
                        "E4 MISSING_CELL[unit]",
                        "F6 BAD_DISAGGREGATION «A=1;A=2»");
        assertThat(reading.rows.get(3).disaggregation()).isEqualTo("A=1;B=2");
    }

    @Test
    void tellsAThousandFindingsOfAKindAndCountsAll() {
        Reading reading = Reading.ofRow("A,I,2023,x,t\n".repeat(1_500));
        assertThat(reading.findings).hasSize(1_000);
        assertThat(reading.done().findings().values()).containsExactly(1_500L);
        assertThat(reading.done().refused()).isEqualTo(1_500);
    }
}
