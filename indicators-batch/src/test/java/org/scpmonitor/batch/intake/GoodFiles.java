package org.scpmonitor.batch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files without a flaw, as several programs write them. */
final class GoodFiles {

    private static final List<String> HEADER =
            List.of("institution", "indicator", "period", "value", "unit", "comment");
    private static final String LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int ROWS = 30;

    private GoodFiles() {}

    static List<byte[]> all() {
        return List.of(csv(), spanishCsv(), workbook(), libreOfficeWorkbook());
    }

    private static byte[] csv() {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
        for (int i = 0; i < ROWS; i++) {
            text.append("CL-A,CO2,")
                    .append(1990 + i)
                    .append(",")
                    .append(i)
                    .append(".5,t,\"año, ")
                    .append(i)
                    .append("\"\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private static byte[] spanishCsv() {
        StringBuilder text = new StringBuilder("Institución;Indicador;Periodo;Valor;Unidad;Comentario\r\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("CL-A;CO2;")
                    .append(1990 + i)
                    .append(";1.")
                    .append(100 + i)
                    .append(",25;t;difícil\r\n");
        }
        return text.toString().getBytes(Charset.forName("windows-1252"));
    }

    private static byte[] workbook() {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Clima");
            for (int i = 0; i < HEADER.size(); i++) {
                sheet.value(0, i, HEADER.get(i));
            }
            for (int i = 0; i < ROWS; i++) {
                sheet.value(i + 1, 0, "CL-A");
                sheet.value(i + 1, 1, "CO2");
                sheet.value(i + 1, 2, 1990 + i);
                sheet.value(i + 1, 3, new BigDecimal(i).movePointLeft(1));
                sheet.value(i + 1, 4, "t");
                sheet.value(i + 1, 5, "nota " + i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** With shared texts, styles, column definitions, a filter, and merged cells beside the table. */
    private static byte[] libreOfficeWorkbook() {
        StringBuilder strings = new StringBuilder("<sst>");
        HEADER.forEach(name ->
                strings.append("<si><t xml:space=\"preserve\">").append(name).append("</t></si>"));
        List.of("CL-A", "CO2", "t")
                .forEach(text -> strings.append("<si><t>").append(text).append("</t></si>"));
        StringBuilder rows = new StringBuilder("<row r=\"1\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\">");
        for (int i = 0; i < HEADER.size(); i++) {
            rows.append("<c r=\"")
                    .append((char) ('A' + i))
                    .append("1\" s=\"0\" t=\"s\"><v>")
                    .append(i)
                    .append("</v></c>");
        }
        rows.append("</row>");
        for (int i = 0; i < ROWS; i++) {
            int r = i + 2;
            rows.append("<row r=\"" + r + "\" ht=\"12.8\" hidden=\"false\">"
                    + "<c r=\"A" + r + "\" s=\"0\" t=\"s\"><v>6</v></c><c r=\"B" + r + "\" s=\"0\" t=\"s\"><v>7</v></c>"
                    + "<c r=\"C" + r + "\" s=\"1\"><v>" + (32874 + 366 * i) + "</v></c>"
                    + "<c r=\"D" + r + "\" s=\"0\"><f aca=\"false\">1+" + i + "</f><v>" + (1 + i) + "</v></c>"
                    + "<c r=\"E" + r + "\" s=\"0\" t=\"s\"><v>8</v></c></row>");
        }
        return RawWorkbook.of("")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Type=\"" + LINK
                                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\""
                                + LINK
                                + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\""
                                + LINK
                                + "/styles\" Target=\"styles.xml\"/></Relationships>")
                .part("xl/sharedStrings.xml", strings + "</sst>")
                .part(
                        "xl/styles.xml",
                        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><dimension ref=\"A1:F31\"/><cols><col min=\"1\" max=\"16384\" width=\"11.5\""
                                + " hidden=\"false\"/></cols><sheetData>" + rows + "</sheetData>"
                                + "<mergeCells><mergeCell ref=\"H1:I2\"/></mergeCells></worksheet>")
                .bytes();
    }
}
