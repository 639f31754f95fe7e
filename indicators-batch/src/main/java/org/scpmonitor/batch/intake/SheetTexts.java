package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scpmonitor.submission.Finding;

/** A workbook's visible sheets as texts, row by row, with the guards that every file passes. */
public final class SheetTexts {
    private SheetTexts() {}

    /**
     * A row that holds something.
     *
     * @param number as the spreadsheet counts it, from 1
     * @param texts of its cells; a day is {@code 2023-04-01}, a number plain, what is blank empty
     */
    public record Row(String sheet, int number, List<String> texts) {
        public Row {
            texts = List.copyOf(texts);
        }

        /** The text in a column, from 0; empty where there is no cell. */
        public String at(int column) {
            return column < texts.size() ? texts.get(column) : "";
        }
    }

    /** Takes rows as they come. */
    @FunctionalInterface
    public interface Rows {
        /** @return whether more are wanted */
        boolean next(Row row);
    }

    /** @return why the file can't be read; empty where it was */
    public static Optional<Finding> read(Path file, Rows rows) throws IOException {
        try (Table table = FileKind.open(file)) {
            SheetRow row = new SheetRow();
            while (table.nextSheet()) {
                while (table.nextRow(row)) {
                    if (!row.isBlank() && !rows.next(row(table.sheetName(), row))) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.empty();
        } catch (UnreadableException e) {
            return Optional.of(e.reason());
        }
    }

    private static Row row(String sheet, SheetRow row) {
        List<String> texts = new ArrayList<>(row.kept());
        for (int i = 0; i < row.kept(); i++) {
            texts.add(
                    switch (row.kind(i)) {
                        case BLANK -> "";
                        case TEXT, PERIOD, ERROR, UNCOMPUTED -> row.text(i);
                        case DATE ->
                            row.text(i).substring(0, Math.min(10, row.text(i).length()));
                        case BOOLEAN ->
                            row.text(i).equals("1") || row.text(i).equalsIgnoreCase("true") ? "true" : "false";
                        case NUMBER, PERCENT, DURATION -> Cells.wholeOrRaw(row.text(i));
                    });
        }
        return new Row(sheet, row.number(), texts);
    }
}
