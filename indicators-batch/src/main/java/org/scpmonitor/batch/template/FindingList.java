package org.scpmonitor.batch.template;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.scpmonitor.batch.intake.TemplateMark;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Severity;

/**
 * What was found in a submission, as a sheet.
 *
 * @param fileName as it was sent
 * @param findings those that are kept
 * @param occurrences of all, kept or not
 * @param marks the cells of the findings
 */
public record FindingList(String fileName, List<Finding> findings, long occurrences, Marks marks) {

    private static final int COLUMNS = 6;

    public static FindingList of(String fileName, List<Finding> findings, long occurrences) {
        Marks marks = new Marks();
        findings.forEach(marks::add);
        return new FindingList(fileName, List.copyOf(findings), occurrences, marks);
    }

    /** What the sheet of a CSV's rows is called. */
    String sheetOfRows(Locale locale) {
        return texts(locale).getString("sheet.rows");
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "org.scpmonitor.batch.template.annotated",
                locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The sheet's XML. It begins so that the reader knows it when the workbook comes back. */
    String sheet(Locale locale, Styles styles) {
        ResourceBundle texts = texts(locale);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>"
                + "<sheetView workbookViewId=\"0\"><pane ySplit=\"4\" topLeftCell=\"A5\" activePane=\"bottomLeft\""
                + " state=\"frozen\"/></sheetView></sheetViews><cols>");
        int[] widths = {12, 20, 9, 26, 70, 70};
        for (int i = 0; i < COLUMNS; i++) {
            xml.append("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + widths[i]
                    + "\" customWidth=\"1\"/>");
        }
        xml.append("</cols><sheetData>");
        row(xml, 1, 0, TemplateMark.FINDINGS_BEGIN + fileName);
        String shown =
                new MessageFormat(texts.getString("shown"), locale).format(new Object[] {occurrences, findings.size()});
        row(xml, 2, 0, shown + " " + texts.getString("says"));
        row(
                xml,
                4,
                0,
                texts.getString("severity"),
                texts.getString("sheet"),
                texts.getString("cell"),
                texts.getString("read"),
                texts.getString("what"),
                texts.getString("mend"));
        int at = 5;
        for (Finding finding : findings) {
            FindingTexts told = FindingTexts.of(finding, locale);
            String severity = texts.getString(finding.severity() == Severity.ERROR ? "error" : "query");
            row(
                    xml,
                    at++,
                    styles.of(0, finding.severity()),
                    severity,
                    finding.sheet(),
                    finding.place(),
                    finding.read(),
                    told.what(),
                    told.mend());
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void row(StringBuilder xml, int number, int firstStyle, String... texts) {
        xml.append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                xml.append(Xml.cell(Finding.cell(number, i + 1), i == 0 ? firstStyle : 0, texts[i]));
            }
        }
        xml.append("</row>");
    }
}
