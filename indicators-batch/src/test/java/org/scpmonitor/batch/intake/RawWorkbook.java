package org.scpmonitor.batch.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together part by part, for cells and faults that no writer writes. */
final class RawWorkbook {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEADER = "<row r=\"1\">" + text("institution") + text("indicator") + text("period")
            + text("value") + text("unit") + "</row>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private RawWorkbook() {}

    /** One sheet "S" whose rows, as XML, follow the header. */
    static RawWorkbook of(String rows) {
        RawWorkbook book = new RawWorkbook();
        book.part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        book.part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + RELATIONS + "\"><sheets>"
                        + "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        book.part("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
        book.part("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + HEADER + rows + "</sheetData></worksheet>");
        return book;
    }

    /** Something that stands in the sheet before its rows. */
    RawWorkbook before(String xml) {
        return within("<sheetData>", xml + "<sheetData>");
    }

    /** Something that stands in the sheet after its rows. */
    RawWorkbook after(String xml) {
        return within("</sheetData>", "</sheetData>" + xml);
    }

    private RawWorkbook within(String mark, String replacement) {
        String sheet = new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        return part("xl/worksheets/sheet1.xml", sheet.replace(mark, replacement));
    }

    /** One row with the value's cell as XML. */
    static RawWorkbook ofValue(String cell) {
        return of("<row r=\"2\">" + text("A") + text("I") + text("2023") + cell + text("t") + "</row>");
    }

    static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    RawWorkbook part(String name, String xml) {
        return part(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    RawWorkbook part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    /** A ZIP of these names and contents, in turn. */
    static byte[] zip(String... namesAndContents) {
        RawWorkbook zip = new RawWorkbook();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            zip.part(namesAndContents[i], namesAndContents[i + 1]);
        }
        return zip.bytes();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Reading read() {
        return Reading.of(bytes(), null);
    }

    private static String relations(String type, String target) {
        return "<Relationships><Relationship Id=\"r1\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }
}
