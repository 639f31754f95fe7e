package org.scpmonitor.ui.component;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.listing.SafeText;

/**
 * What a screen shows as a file: above what it is and as of when, below a table. Numbers are written in full, with a decimal
 * point in CSV.
 *
 * @param name of the file, without its ending
 * @param sheet name of the workbook's only sheet
 * @param head a name and what is said of it in each line
 * @param headings of the table's columns
 * @param lines of the table, a cell for each heading: a number, a text, or null for nothing
 */
public record TableFile(
        String name, String sheet, List<List<String>> head, List<String> headings, List<List<@Nullable Object>> lines) {
    private static final int WIDEST = 48;

    public void writeCsv(OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        CsvWriter csv =
                CsvWriter.builder().build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        head.forEach(line -> csv.writeRecord(line.stream().map(SafeText::cell).toList()));
        csv.writeRecord("");
        csv.writeRecord(headings);
        for (List<@Nullable Object> line : lines) {
            csv.writeRecord(line.stream().map(TableFile::text).toList());
        }
        csv.flush();
    }

    public void writeWorkbook(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "SCP Monitor", "1.0");
        Worksheet page = workbook.newWorksheet(sheet);
        int at = 0;
        for (List<String> line : head) {
            page.value(at, 0, line.getFirst());
            page.style(at, 0).bold().set();
            page.value(at, 1, line.getLast());
            at++;
        }
        at++;
        for (int i = 0; i < headings.size(); i++) {
            page.value(at, i, headings.get(i));
            page.style(at, i).bold().wrapText(true).verticalAlignment("top").set();
            page.width(i, Math.min(WIDEST, Math.max(12, headings.get(i).length() + 2)));
        }
        page.freezePane(2, at + 1);
        for (List<@Nullable Object> line : lines) {
            at++;
            for (int i = 0; i < line.size(); i++) {
                put(page, at, i, line.get(i));
            }
        }
        workbook.finish();
    }

    private static void put(Worksheet page, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case BigDecimal number -> page.value(row, column, number);
            default -> page.value(row, column, cell.toString());
        }
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> SafeText.cell(cell.toString());
        };
    }
}
