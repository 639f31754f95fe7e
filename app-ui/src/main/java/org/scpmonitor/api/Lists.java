package org.scpmonitor.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.listing.Page;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;

/** How lists are answered: a page as JSON, or the whole as CSV, row by row from the database to the caller. */
final class Lists {

    private Lists() {}

    /**
     * @param name of the file that the CSV is to be saved as, without its ending
     * @return the page; null where the answer has been written as CSV
     */
    static <T> @Nullable Page<T> answer(
            Listing<?, T> list,
            Paging paging,
            Format format,
            String name,
            Columns<T> columns,
            HttpServletResponse response)
            throws IOException {
        return switch (format) {
            case JSON -> list.page(paging.page(), paging.size());
            case CSV -> {
                stream(list, name, columns, response);
                yield null;
            }
        };
    }

    private static <T> void stream(Listing<?, T> list, String name, Columns<T> columns, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
        Locale locale = LocaleContextHolder.getLocale();
        var out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(columns.header());
        list.forEach(item -> csv.writeRecord(columns.row(item, locale)));
        csv.flush();
    }
}
