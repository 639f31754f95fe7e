package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.text.Spelling;

/** Reads the sheet of a table that a mapping names, as the mapping says. */
final class MappedTable {

    private final Table table;
    private final Mapping mapping;
    private final @Nullable NumberFormat declared;
    private final RowSink sink;
    private final Tally tally;
    private final List<String> footers;
    private long rows;
    private long refused;

    /** @param declared outweighs the mapping's own number format; null where the sender declared none */
    MappedTable(Table table, Mapping mapping, @Nullable NumberFormat declared, RowSink sink) {
        this.table = table;
        this.mapping = mapping;
        this.declared = declared == null ? NumberFormat.ofCode(mapping.numberFormat()) : declared;
        this.sink = sink;
        this.tally = new Tally(sink);
        this.footers = mapping.footers().texts().stream().map(Spelling::plain).toList();
    }

    Outcome read() throws IOException {
        List<Finding> remarks = table.remarks();
        List<String> others = new ArrayList<>();
        if (!goToSheet(table, others)) {
            String wanted = mapping.sheet().name().isEmpty()
                    ? Integer.toString(mapping.sheet().position())
                    : mapping.sheet().name();
            return others.isEmpty()
                    ? new Outcome.Refused(Finding.onFile(FindingCode.EMPTY_FILE))
                    : new Outcome.Refused(
                            Finding.onFile(FindingCode.MAPPED_SHEET_MISSING, wanted, String.join(", ", others)));
        }
        var begin = MappedHeader.begin(table, mapping);
        if (begin.values().stream().allMatch(SheetRow::isBlank)) {
            return new Outcome.Refused(Finding.onFile(FindingCode.EMPTY_FILE));
        }
        MappedHeader header = MappedHeader.find(mapping, table.sheetName(), begin);
        sink.sheet(table.sheet(), table.sheetName());
        for (Finding remark : remarks) {
            tally.add(remark);
        }
        for (Finding finding : header.findings()) {
            tally.add(finding);
        }
        int[][] places = new int[1][];
        FileNumbers numbers =
                new FileNumbers(table, (anew, more) -> showValues(anew, more, header, places[0]), declared);
        MappedRows reader = new MappedRows(table, mapping, header, numbers, tally);
        places[0] = reader.valuePlaces();
        sink.columns(reader.places());
        SheetRemarks said = new SheetRemarks(table, header.read());
        if (!rows(begin.values().iterator(), header, reader, said)) {
            return new Outcome.Cancelled();
        }
        said.tell(tally);
        return rows == 0
                ? new Outcome.Refused(Finding.onFile(FindingCode.HEADER_ONLY))
                : new Outcome.Read(numbers.format(), rows, refused, tally.counts());
    }

    /** Goes to the mapping's sheet; a CSV has but one. False where there is none, with the names of those there are. */
    private boolean goToSheet(Table of, List<String> others) throws IOException {
        for (int position = 1; of.nextSheet(); position++) {
            boolean named = Spelling.plain(of.sheetName())
                    .equals(Spelling.plain(mapping.sheet().name()));
            boolean meant = mapping.sheet().name().isEmpty()
                    ? position == mapping.sheet().position()
                    : named;
            if (meant || of.separator() != 0) {
                return true;
            }
            others.add(of.sheetName());
        }
        return false;
    }

    /** Reads the rows of data; false where the sink asked for an end. */
    private boolean rows(Iterator<SheetRow> begun, MappedHeader header, MappedRows reader, SheetRemarks said)
            throws IOException {
        int first = Math.max(mapping.data().first() + header.shift(), header.row() + 1);
        Integer last = mapping.data().last();
        int end = last == null ? Integer.MAX_VALUE : last + header.shift();
        ArrayDeque<SheetRow> held = new ArrayDeque<>();
        SheetRow row = new SheetRow();
        while (true) {
            SheetRow current = row;
            if (begun.hasNext()) {
                current = begun.next();
            } else if (!table.nextRow(row)) {
                return true;
            }
            if (current.number() > end) {
                return true;
            }
            if (current.number() >= first && !current.isBlank()) {
                if (mapping.footers().rows() > 0) {
                    held.add(current == row ? current.copy() : current);
                    if (held.size() <= mapping.footers().rows()) {
                        continue;
                    }
                    current = held.removeFirst();
                }
                data(current, header, reader, said);
            }
            if (sink.cancelled()) {
                return false;
            }
        }
    }

    private void data(SheetRow row, MappedHeader header, MappedRows reader, SheetRemarks said) throws IOException {
        if (isFooter(row)) {
            return;
        }
        said.row(row, tally);
        if (!header.isReadable()) {
            rows++;
            refused++;
            return;
        }
        MappedRows.Given given = reader.read(row, sink);
        rows += given.values();
        refused += given.refused();
    }

    private boolean isFooter(SheetRow row) {
        if (footers.isEmpty()) {
            return false;
        }
        for (int i = 0; i < row.kept(); i++) {
            if (row.kind(i) != SheetRow.Kind.BLANK) {
                String text = Spelling.plain(row.text(i));
                return footers.stream().anyMatch(text::startsWith);
            }
        }
        return false;
    }

    private void showValues(Table anew, Predicate<String> more, MappedHeader header, int[] places) throws IOException {
        if (!goToSheet(anew, new ArrayList<>())) {
            return;
        }
        int first = Math.max(mapping.data().first() + header.shift(), header.row() + 1);
        SheetRow row = new SheetRow();
        while (anew.nextRow(row)) {
            for (int i = 0; row.number() >= first && i < places.length; i++) {
                if (row.kind(places[i]) == SheetRow.Kind.TEXT && !more.test(row.text(places[i]))) {
                    return;
                }
            }
        }
    }
}
