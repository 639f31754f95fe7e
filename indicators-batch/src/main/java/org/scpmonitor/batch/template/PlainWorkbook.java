package org.scpmonitor.batch.template;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.scpmonitor.batch.intake.SentContent;
import org.scpmonitor.batch.intake.TemplateMark;
import org.scpmonitor.submission.Finding;

/** A workbook of one sheet that holds texts alone. */
final class PlainWorkbook {

    private static final int LAST_ROW = 1_048_576;
    private static final int LONGEST_CELL = 32_767;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String BEGIN = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private PlainWorkbook() {}

    /**
     * Writes the rows of a CSV at the places where they stand.
     *
     * @return whether a sheet has room for them all
     */
    static boolean of(SentContent.Lines lines, String sheet, OutputStream out) throws IOException {
        ZipOutputStream zip = begin(sheet, Styles.MINIMAL, out);
        write(zip, BEGIN + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        boolean whole = true;
        StringBuilder row = new StringBuilder();
        while (whole && lines.next()) {
            whole = lines.number() <= LAST_ROW;
            row.setLength(0);
            row.append("<row r=\"").append(lines.number()).append("\">");
            for (int i = 0; i < lines.width(); i++) {
                String text = lines.text(i);
                if (!text.isEmpty()) {
                    String held = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
                    row.append(Xml.cell(Finding.cell(lines.number(), i + 1), 0, held));
                }
            }
            write(zip, row.append("</row>").toString());
        }
        write(zip, "</sheetData></worksheet>");
        zip.closeEntry();
        zip.finish();
        return whole;
    }

    /** Writes the list of findings alone. */
    static void ofList(FindingList list, Locale locale, OutputStream out) throws IOException {
        Styles styles = new Styles(Styles.MINIMAL);
        String content = list.sheet(locale, styles);
        ZipOutputStream zip = begin(TemplateMark.FINDINGS_SHEET, styles.patched(), out);
        write(zip, content);
        zip.closeEntry();
        zip.finish();
    }

    private static ZipOutputStream begin(String sheet, String styles, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        part(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + type + "worksheet+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + type + "styles+xml\"/></Types>");
        part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        part(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets><sheet name=\""
                        + Xml.text(sheet) + "\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
        part(zip, "xl/styles.xml", styles.startsWith("<?xml") ? styles.substring(styles.indexOf("?>") + 2) : styles);
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        return zip;
    }

    private static String relations(String... kindsAndTargets) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"r")
                    .append(i / 2 + 1)
                    .append("\" Type=\"")
                    .append(RELATIONS)
                    .append('/')
                    .append(kindsAndTargets[i])
                    .append("\" Target=\"")
                    .append(kindsAndTargets[i + 1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, BEGIN + xml);
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String xml) throws IOException {
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
