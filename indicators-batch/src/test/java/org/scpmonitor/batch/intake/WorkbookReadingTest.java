package org.scpmonitor.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReadingTest {

    @Test
    void readsNumbersTextsAndFormulas() {
        Reading reading = workbook(book -> {
            Worksheet sheet = sheet(book, "Clima");
            row(sheet, 1, "CL-MMA", "GHG-01", 2023, new BigDecimal("98.992"), "Mt");
            row(sheet, 2, "CL-MMA", "GHG-02", "2023-Q2", "1.234,5", "t");
            row(sheet, 5, "CL-MMA", "GHG-03", "2023-04", -7, "t");
        });
        assertThat(reading.told())
                .containsExactly(
                        "2 CL-MMA GHG-01 2023 | 98.992 Mt |  FINAL",
                        "3 CL-MMA GHG-02 2023-Q2 | 1234.5 t |  FINAL",
                        "6 CL-MMA GHG-03 2023-04 | -7 t |  FINAL");
        assertThat(reading.done().numberFormat()).isEqualTo(NumberFormat.COMMA);
        assertThat(reading.sheets).containsExactly("0Clima");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "98.991999999999990, 98.992",
        "1E-3, 0.001",
        "1.5E+20, 150000000000000000000",
        "123456789012345, 123456789012345",
        "0, 0",
        "-0.5, -0.5",
        "12.50, 12.50"
    })
    void takesAStoredNumberAsShown(String stored, String value) {
        Reading reading = RawWorkbook.ofValue("<c><v>" + stored + "</v></c>").read();
        assertThat(reading.found()).isEmpty();
        assertThat(reading.values()).containsExactly(value);
        assertThat(reading.rows.getFirst().valueText()).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c t="e"><v>#N/A</v></c>                   | S!D2 ERROR_CELL «#N/A»
            <c t="b"><v>1</v></c>                      | S!D2 BOOLEAN_AS_VALUE «TRUE»
            <c t="d"><v>2023-04-01</v></c>             | S!D2 DATE_AS_VALUE[2023-04-01] «2023-04-01»
            <c><f>B2*2</f></c>                         | S!D2 FORMULA_WITHOUT_RESULT «=B2*2»
            <c><f t="shared" si="9"/></c>              | S!D2 FORMULA_WITHOUT_RESULT «=»
            <c t="e"><f>1/0</f><v>#DIV/0!</v></c>      | S!D2 ERROR_CELL «#DIV/0!»
            <c/>                                       | S!D2 MISSING_VALUE
            <c t="str"><f>""</f><v></v></c>            | S!D2 MISSING_VALUE
            <c><v>1e999999999</v></c>                  | S!D2 NUMBER_OUT_OF_BOUNDS «1e999999999»
            <c t="inlineStr"><is><t>n/a</t></is></c>   | S!D2 NOT_A_NUMBER «n/a»
            """)
    void refusesWhatIsNoNumber(String cell, String finding) {
        assertThat(RawWorkbook.ofValue(cell).read().found()).containsExactly(finding);
    }

    @Test
    void aFormulaCountsAsItsStoredResult() {
        assertThat(RawWorkbook.ofValue("<c><f>1+1</f><v>2</v></c>").read().values())
                .containsExactly("2");
        assertThat(RawWorkbook.ofValue("<c t=\"str\"><f>A1</f><v>0,5</v></c>")
                        .read()
                        .values())
                .containsExactly("0.5");
    }

    @Test
    void aDateIsNoValueAndAMonthShownAsOneIsAPeriod() {
        Reading reading = workbook(book -> {
            Worksheet sheet = sheet(book, "S");
            row(sheet, 1, "A", "I", LocalDate.of(2023, 4, 1), 1, "t");
            sheet.style(1, 2).format("mmm-yy").set();
            row(sheet, 2, "A", "I", LocalDate.of(2023, 1, 1), 1, "t");
            sheet.style(2, 2).format("yyyy").set();
            row(sheet, 3, "A", "I", LocalDate.of(2023, 4, 1), 1, "t");
            sheet.style(3, 2).format("dd/mm/yyyy").set();
            row(sheet, 4, "A", "I", 2023, LocalDate.of(2023, 5, 1), "t");
            sheet.style(4, 3).format("d-mmm").set();
        });
        assertThat(reading.found())
                .containsExactly("S!C4 BAD_PERIOD «2023-04-01»", "S!D5 DATE_AS_VALUE[2023-05-01] «2023-05-01»");
        assertThat(reading.rows).extracting(LongTableRow::periodText).startsWith("2023-04", "2023");
    }

    @Test
    void asksAboutNumbersShownInPerCent() {
        Reading reading = workbook(book -> {
            Worksheet sheet = sheet(book, "S");
            row(sheet, 1, "A", "I", 2023, new BigDecimal("0.125"), "%");
            sheet.style(1, 3).format("0.0%").set();
        });
        assertThat(reading.found()).containsExactly("S!D2 PERCENT_CELL[12.5, 0.125] «0.125»");
        assertThat(reading.told()).containsExactly("2 A I 2023 | 0.125 % |  FINAL");
    }

    @Test
    void readsEverySheetWithAHeaderAndNamesTheOthers() {
        Reading reading = workbook(book -> {
            book.newWorksheet("Notas").value(0, 0, "Léame");
            row(sheet(book, "Agua"), 1, "A", "I", 2023, 1, "t");
            book.newWorksheet("Vacía");
            row(sheet(book, "Energía"), 1, "A", "I", 2024, 2, "t");
            Worksheet hidden = sheet(book, "Oculta");
            row(hidden, 1, "A", "I", 2025, 3, "t");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
        });
        assertThat(reading.sheets).containsExactly("1Agua", "3Energía");
        assertThat(reading.found()).containsExactly("Notas! SHEET_WITHOUT_HEADER «Léame»", "Oculta! HIDDEN_SHEET");
        assertThat(reading.rows).extracting(LongTableRow::sheet).containsExactly(1, 3);
    }

    @Test
    void findsTheHeaderBelowATitleAndBesideAMargin() {
        Reading reading = workbook(book -> {
            Worksheet sheet = book.newWorksheet("S");
            sheet.value(1, 1, "Informe de indicadores");
            String[] header = {"Institución", "Indicador", "Periodo", "Valor", "Unidad"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(18, i + 1, header[i]);
            }
            sheet.value(19, 2, "I");
            sheet.value(19, 3, "2023");
            sheet.value(19, 4, "abc");
            sheet.value(19, 5, "t");
        });
        assertThat(reading.found()).containsExactly("S!E20 NOT_A_NUMBER «abc»");
    }

    @Test
    void sharedTextsWithRunsAndReadingAids() {
        Reading reading = RawWorkbook.ofValue("<c t=\"s\"><v>1</v></c>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>x</t></si><si><r><t>1</t></r><r><t>2,5</t></r><rPh><t>9</t></rPh></si></sst>")
                .read();
        assertThat(reading.values()).containsExactly("12.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE2", "ZZZZZZZ2", "2", "\u00e42", "A", ""})
    void aCellWhereNoneCanBeIsDamage(String reference) {
        assertThat(RawWorkbook.ofValue("<c r=\"" + reference + "\"><v>1</v></c>")
                        .read()
                        .refusal())
                .isEqualTo("DAMAGED_WORKBOOK");
    }

    private static Worksheet sheet(Workbook book, String name) {
        Worksheet sheet = book.newWorksheet(name);
        row(sheet, 0, "institution", "indicator", "period", "value", "unit");
        return sheet;
    }

    /** @param number from 0 */
    private static void row(Worksheet sheet, int number, Object... values) {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> sheet.value(number, i, text);
                case Number value -> sheet.value(number, i, value);
                case LocalDate day -> sheet.value(number, i, day);
                default -> throw new AssertionError(values[i]);
            }
        }
    }

    private static Reading workbook(Consumer<Workbook> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reading.of(bytes.toByteArray(), null);
    }
}
