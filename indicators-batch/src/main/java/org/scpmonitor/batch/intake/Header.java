package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/**
 * The header of a long table: the row, among the first {@value #DEEPEST} of a sheet, that names the most columns, and at
 * least {@value #FEWEST} of them.
 *
 * @param row the header as it stands
 * @param columns where each column stands, from 0; of a column that stands twice, the first place
 */
record Header(SheetRow row, Map<Column, Integer> columns) {

    static final int DEEPEST = 20;
    private static final int FEWEST = 2;

    /**
     * What the begin of a sheet holds.
     *
     * @param header empty where no row is one
     * @param below rows that were read past the header, or all that were read without one
     * @param first the first row that isn't blank; empty for a blank sheet
     */
    record Search(Optional<Header> header, ArrayDeque<SheetRow> below, Optional<SheetRow> first) {}

    /** Reads as much of the current sheet as may hold the header. */
    static Search search(Table table) throws IOException {
        ArrayDeque<SheetRow> rows = new ArrayDeque<>();
        Optional<SheetRow> first = Optional.empty();
        Optional<Header> best = Optional.empty();
        SheetRow row = new SheetRow();
        while (rows.size() < DEEPEST && table.nextRow(row) && row.number() <= DEEPEST) {
            SheetRow kept = row.copy();
            rows.add(kept);
            if (first.isEmpty() && !kept.isBlank()) {
                first = Optional.of(kept);
            }
            Header candidate = of(kept);
            int enough = best.map(found -> found.columns.size() + 1).orElse(FEWEST);
            if (candidate.columns.size() >= enough) {
                best = Optional.of(candidate);
            }
        }
        if (row.number() > DEEPEST && (rows.isEmpty() || rows.getLast().number() < row.number())) {
            rows.add(row.copy());
            first = first.or(() -> Optional.of(rows.getLast()));
        }
        best.ifPresent(header -> rows.removeIf(each -> each.number() <= header.row.number()));
        return new Search(best, rows, first);
    }

    private static Header of(SheetRow row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.kept(); i++) {
            if (row.kind(i) == SheetRow.Kind.TEXT) {
                int place = i;
                Column.named(row.text(i)).ifPresent(column -> columns.putIfAbsent(column, place));
            }
        }
        return new Header(row, columns);
    }

    /** Where a column stands, from 0; -1 where it doesn't. */
    int at(Column column) {
        return columns.getOrDefault(column, -1);
    }

    /** Where its columns stand. */
    SheetColumns places() {
        return new SheetColumns(
                place(Column.INSTITUTION),
                place(Column.INDICATOR),
                place(Column.DISAGGREGATION),
                place(Column.PERIOD),
                place(Column.VALUE),
                place(Column.UNIT));
    }

    private @Nullable Integer place(Column column) {
        Integer at = columns.get(column);
        return at == null ? null : at + 1;
    }

    /** What is wrong with it. */
    List<Finding> findings(String sheet) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < row.kept(); i++) {
            if (row.kind(i) != SheetRow.Kind.BLANK) {
                String name = row.text(i);
                Optional<Column> column = Column.named(name);
                int place = i + 1;
                if (column.isEmpty() && Column.isHelp(name)) {
                    continue;
                }
                if (column.isEmpty()) {
                    findings.add(Finding.onCell(
                            FindingCode.UNKNOWN_COLUMN, sheet, row.number(), place, name, Column.alike(name)));
                } else if (at(column.get()) != i) {
                    String earlier = Finding.cell(row.number(), at(column.get()) + 1);
                    findings.add(
                            Finding.onCell(FindingCode.DUPLICATE_COLUMN, sheet, row.number(), place, name, earlier));
                }
            }
        }
        for (Column column : Column.values()) {
            if (column.required() && at(column) < 0) {
                findings.add(Finding.onRow(FindingCode.MISSING_COLUMN, sheet, row.number(), "", column.english()));
            }
        }
        return findings;
    }

    /** Whether it is a template's, by the columns that only a template has. */
    boolean isOfTemplate() {
        int help = 0;
        for (int i = 0; i < row.kept(); i++) {
            if (row.kind(i) == SheetRow.Kind.TEXT && Column.isHelp(row.text(i))) {
                help++;
            }
        }
        return at(Column.ROW) >= 0 && help >= FEWEST;
    }

    /** Whether every key column stands in it, and each once, so that the rows below can be read. */
    boolean readable(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.code() == FindingCode.UNKNOWN_COLUMN);
    }

    /** Whether this column has a name. */
    boolean names(int column) {
        return column < row.kept() && row.kind(column) != SheetRow.Kind.BLANK;
    }
}
