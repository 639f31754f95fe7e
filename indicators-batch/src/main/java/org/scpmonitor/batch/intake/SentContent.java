package org.scpmonitor.batch.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What a file that was sent consists of, for whoever gives it back with remarks. */
public sealed interface SentContent extends Closeable {

    /** Opens a file that was looked through as on its intake. */
    static SentContent of(Path file) throws IOException {
        Table table;
        try {
            table = FileKind.open(file);
        } catch (UnreadableException e) {
            return new Unreadable();
        }
        try {
            return switch (table) {
                case WorkbookTable book -> Book.of(book);
                default -> new Lines(table);
            };
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /**
     * A workbook.
     *
     * @param main the part that lists the sheets
     * @param styles the part that holds the styles; null where there is none
     * @param sheets the sheets of cells, hidden ones among them
     */
    record Book(ZipFile zip, String main, @Nullable String styles, List<Sheet> sheets) implements SentContent {

        private static Book of(WorkbookTable table) throws IOException {
            Workbook workbook = table.workbook();
            String main = Workbook.main(workbook.zip());
            return new Book(
                    workbook.zip(),
                    main,
                    Workbook.stylesOf(workbook.zip(), main),
                    Stream.concat(workbook.sheets().stream(), workbook.hidden().stream())
                            .map(each -> new Sheet(each.name(), each.part()))
                            .toList());
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /** A sheet and the part that holds it. */
    record Sheet(String name, String part) {}

    /** The rows of a CSV, read once. */
    final class Lines implements SentContent {

        private final Table table;
        private final SheetRow row = new SheetRow();

        private Lines(Table table) throws IOException {
            this.table = table;
            table.nextSheet();
        }

        /** Goes to the next row; false after the last, and where the rest can't be read. */
        public boolean next() throws IOException {
            try {
                return table.nextRow(row);
            } catch (UnreadableException e) {
                return false;
            }
        }

        /** Number of the row, from 1. */
        public int number() {
            return row.number();
        }

        /** How many of its fields can be read. */
        public int width() {
            return row.kept();
        }

        /** A field as it stands. @param column from 0 */
        public String text(int column) {
            return row.raw(column);
        }

        @Override
        public void close() throws IOException {
            table.close();
        }
    }

    /** Nothing that rows could be read from; the finding says why. */
    record Unreadable() implements SentContent {
        @Override
        public void close() {
            // nothing is open
        }
    }
}
