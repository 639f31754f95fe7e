package org.scpmonitor.ui.receipt;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.SubmissionReceipt;
import org.scpmonitor.submission.SubmissionReceipts;
import org.springframework.stereotype.Component;

/** Receipts as HTML and PDF in a reader's language, and their whole lists as CSV. */
@Component
public class ReceiptDocuments {

    /** The most values that the page and the PDF list; the CSV lists all. */
    public static final int MOST_VALUES = 2_000;

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm 20mm;
                    @bottom-center { content: counter(page) ' / ' counter(pages);
                                     font-family: Receipt; font-size: 8pt; color: #555 } }
            body { font-family: Receipt; font-size: 9pt; line-height: 1.4; color: #111 }
            h1 { font-size: 16pt; font-weight: normal; margin: 0 0 2mm }
            h2 { font-size: 11pt; font-weight: normal; margin: 6mm 0 2mm; page-break-after: avoid }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            th { font-weight: normal; color: #555; text-align: left }
            th, td { padding: 1mm 2mm 1mm 0; vertical-align: top; border-bottom: 0.2mm solid #ccc }
            tr { page-break-inside: avoid }
            .n { text-align: right }
            .facts th { width: 42mm }
            .mono { word-wrap: break-word }
            """;

    private final SubmissionReceipts receipts;

    ReceiptDocuments(SubmissionReceipts receipts) {
        this.receipts = receipts;
    }

    /** A value as the list has it. */
    record Line(
            String indicator,
            String institution,
            String disaggregation,
            String period,
            String read,
            String readUnit,
            String value,
            String unit,
            String cell) {}

    /** The receipt as one element of HTML, with at most {@value #MOST_VALUES} values. */
    public String html(SubmissionReceipt receipt, Locale locale) throws IOException {
        return new ReceiptHtml(receipt, locale).of(lines(receipt));
    }

    /** Writes the receipt as PDF, with at most {@value #MOST_VALUES} values. */
    public void pdf(SubmissionReceipt receipt, Locale locale, OutputStream out) throws IOException {
        String page = "<html lang=\"" + locale.toLanguageTag() + "\"><head><title>"
                + ReceiptHtml.escaped(new ReceiptHtml(receipt, locale).title())
                + "</title><style>" + STYLE + "</style></head><body>" + html(receipt, locale) + "</body></html>";
        new PdfRendererBuilder()
                .useFastMode()
                .useFont(ReceiptDocuments::font, "Receipt")
                .withHtmlContent(page, null)
                .withProducer("SCP Monitor")
                .toStream(out)
                .run();
    }

    private static InputStream font() {
        return Objects.requireNonNull(ReceiptDocuments.class.getResourceAsStream(FONT), FONT);
    }

    /** Writes every value as CSV, just as it was kept. */
    public void csv(SubmissionReceipt receipt, OutputStream out) throws IOException {
        receipts.readList(receipt.number(), csv -> csv.transferTo(out));
    }

    private List<Line> lines(SubmissionReceipt receipt) throws IOException {
        List<Line> lines = new ArrayList<>();
        receipts.readList(receipt.number(), csv -> {
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
                Iterator<NamedCsvRecord> rows = reader.iterator();
                while (lines.size() < MOST_VALUES && rows.hasNext()) {
                    lines.add(line(rows.next()));
                }
            }
        });
        return lines;
    }

    private static Line line(NamedCsvRecord row) {
        String cell = Finding.cell(Integer.valueOf(row.getField("row")), Integer.valueOf(row.getField("column")));
        String sheet = row.getField("sheet");
        return new Line(
                row.getField("indicator"),
                row.getField("institution"),
                row.getField("disaggregation"),
                row.getField("period"),
                row.getField("read"),
                row.getField("read_unit"),
                row.getField("value"),
                row.getField("unit"),
                sheet.isEmpty() ? cell : sheet + "!" + cell);
    }
}
