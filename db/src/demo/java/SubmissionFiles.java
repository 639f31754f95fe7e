import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Long tables as institutions send them. */
final class SubmissionFiles {
    static final List<String> SPANISH =
            List.of("institución", "indicador", "periodo", "valor", "unidad", "desagregación", "estado", "comentario");
    static final List<String> GERMAN =
            List.of("Institution", "Indikator", "Zeitraum", "Wert", "Einheit", "Disaggregation", "Status", "Kommentar");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private SubmissionFiles() {}

    /** @param value digits with a decimal point, as the original has them */
    record Row(
            String institution,
            String indicator,
            String period,
            String value,
            String unit,
            String disaggregation,
            String status,
            String comment) {}

    /** A workbook of one sheet; values are number cells with every digit of the original. */
    static void workbook(Path file, String sheetName, List<Row> rows) throws IOException {
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "SCP Monitor", "1.0")) {
            var sheet = workbook.newWorksheet(sheetName);
            for (int column = 0; column < SPANISH.size(); column++) {
                sheet.value(0, column, SPANISH.get(column));
            }
            sheet.freezePane(0, 1);
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                int line = i + 1;
                sheet.value(line, 0, row.institution());
                sheet.value(line, 1, row.indicator());
                sheet.value(line, 2, row.period());
                sheet.value(line, 3, new BigDecimal(row.value()));
                sheet.value(line, 4, row.unit());
                textUnlessEmpty(sheet, line, 5, row.disaggregation());
                textUnlessEmpty(sheet, line, 6, row.status());
                textUnlessEmpty(sheet, line, 7, row.comment());
            }
        }
        forgetTimes(file);
    }

    private static void textUnlessEmpty(Worksheet sheet, int line, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(line, column, text);
        }
    }

    /** Semicolons, decimal commas, Windows-1252 and CRLF: what a spreadsheet in Bonn or Bogotá saves. */
    static void officeCsv(Path file, List<String> header, List<Row> rows) throws IOException {
        var text = new StringBuilder(String.join(";", header)).append("\r\n");
        rows.forEach(row ->
                text.append(line(row, row.value().replace('.', ','), ';')).append("\r\n"));
        Files.writeString(file, text, WINDOWS_1252);
    }

    /** Commas, decimal points, UTF-8 with a byte order mark and LF. */
    static void portalCsv(Path file, List<Row> rows) throws IOException {
        Files.writeString(file, '\uFEFF' + table(rows, ','), StandardCharsets.UTF_8);
    }

    /** Semicolons, decimal points, UTF-8 without a mark, compressed: {@code .csv.gz}. */
    static void compressedCsv(Path file, List<Row> rows) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file)) {
            {
                def.setLevel(9);
            }
        }) {
            out.write(table(rows, ';').getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String table(List<Row> rows, char separator) {
        var text = new StringBuilder(String.join(String.valueOf(separator), SPANISH)).append('\n');
        rows.forEach(row -> text.append(line(row, row.value(), separator)).append('\n'));
        return text.toString();
    }

    private static String line(Row row, String value, char separator) {
        return String.join(
                String.valueOf(separator),
                row.institution(),
                row.indicator(),
                row.period(),
                value,
                row.unit(),
                row.disaggregation(),
                row.status(),
                row.comment());
    }

    /** Takes from a workbook the moment at which it was made, so that it has the same bytes when it is made again. */
    static void forgetTimes(Path workbook) throws IOException {
        Files.write(workbook, withoutTimes(workbook));
    }

    /**
     * The same workbook, without the moment at which it was made. It is read through its directory, for its entries do
     * not state their sizes in a way that a stream could use.
     */
    private static byte[] withoutTimes(Path workbook) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipFile(workbook.toFile());
                var to = new ZipOutputStream(out)) {
            to.setLevel(9);
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2014-10-01T00:00:00Z")
                            .getBytes(StandardCharsets.UTF_8);
                }
                var copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(FileTime.from(Instant.parse("2014-10-01T00:00:00Z")));
                to.putNextEntry(copy);
                to.write(content);
            }
        }
        return out.toByteArray();
    }
}
