package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.submission.Finding;

/** The begin of a table as it stands in a file, for whoever makes a mapping for it. */
public final class TablePreview {

    private static final int LONGEST_TEXT = 200;

    private final List<String> sheets = new ArrayList<>();
    private final SortedMap<Integer, SheetRow> rows = new TreeMap<>();
    private @Nullable Finding unreadable;

    private TablePreview() {}

    /** What a mapping makes of the begin of a file. */
    public record Trial(List<LongTableRow> rows, List<Finding> findings) {}

    /**
     * Looks at a sheet.
     *
     * @param position of the sheet, from 1, among those that aren't hidden
     * @param most rows to be read
     */
    public static TablePreview of(Path file, int position, int most) throws IOException {
        var preview = new TablePreview();
        try (Table table = FileKind.open(file)) {
            for (int at = 1; table.nextSheet(); at++) {
                preview.sheets.add(table.sheetName());
                SheetRow row = new SheetRow();
                while (at == position && preview.rows.size() < most && table.nextRow(row)) {
                    preview.rows.put(row.number(), row.copy());
                }
            }
        } catch (UnreadableException e) {
            preview.unreadable = e.reason();
        }
        return preview;
    }

    /** Reads the begin of a file through a mapping: so many values, with what was found until then. */
    public static Trial trial(Path file, Mapping mapping, int most) throws IOException {
        List<LongTableRow> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Outcome outcome = new TableReader().read(file, mapping, null, new RowSink() {
            @Override
            public void sheet(int ordinal, String name) {}

            @Override
            public void row(LongTableRow row) {
                if (rows.size() < most) {
                    rows.add(row);
                }
            }

            @Override
            public void finding(Finding finding) {
                if (findings.size() < most) {
                    findings.add(finding);
                }
            }

            @Override
            public boolean cancelled() {
                return rows.size() >= most;
            }
        });
        if (outcome instanceof Outcome.Refused(Finding reason)) {
            findings.add(reason);
        }
        return new Trial(rows, findings);
    }

    /** The names of the visible sheets; one empty name for a CSV. */
    public List<String> sheets() {
        return List.copyOf(sheets);
    }

    /** Why the file can't be read; null where it can. */
    public @Nullable Finding unreadable() {
        return unreadable;
    }

    /** The row, among the first twenty, with the most texts and without a number: where the header seems to be. */
    public int likelyHeader() {
        int best = 1;
        int most = 0;
        for (SheetRow row : rows.headMap(Header.DEEPEST + 1).values()) {
            int texts = 0;
            for (int i = 0; i < row.kept(); i++) {
                boolean number = row.kind(i) != SheetRow.Kind.TEXT
                        || !(NumberText.of(row.text(i)) instanceof NumberText.NoNumber);
                texts += row.kind(i) == SheetRow.Kind.BLANK ? 0 : number ? -1 : 1;
            }
            if (texts > most) {
                most = texts;
                best = row.number();
            }
        }
        return best;
    }

    /** The names that these rows give the columns, in their order; empty where a column has none. */
    public List<String> names(int firstRow, int lastRow) {
        return MappedHeader.names(rows, firstRow, lastRow);
    }

    /** The different texts of a column, from 0, from a row on; at most so many. */
    public List<String> texts(int column, int fromRow, int most) {
        return rows.tailMap(fromRow).values().stream()
                .filter(row -> column < row.kept() && row.kind(column) != SheetRow.Kind.BLANK)
                .map(row -> row.text(column))
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                .distinct()
                .limit(most)
                .toList();
    }

    /** Whether a text is a number in one of the formats. */
    public static boolean isNumber(String text) {
        return !(NumberText.of(text) instanceof NumberText.NoNumber);
    }
}
