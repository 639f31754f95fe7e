package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/** Reads every sheet of a table that has the header of the long table, from its first row to its last. */
final class LongTable {

    private final Table table;
    private final RowSink sink;
    private final Tally tally;
    private final FileNumbers numbers;

    /** Sheets without a header that came before the first one with it. */
    private final List<Finding> strangers = new ArrayList<>();

    /** What is said of the whole file; told before the first row. */
    private final List<Finding> remarks = new ArrayList<>();

    private boolean headed;
    private long rows;
    private long refused;
    private long unfilled;

    LongTable(Table table, @Nullable NumberFormat declared, RowSink sink) {
        this.table = table;
        this.sink = sink;
        this.tally = new Tally(sink);
        this.numbers = new FileNumbers(table, LongTable::showValues, declared);
    }

    Outcome read() throws IOException {
        if (table.template().isPresent()) {
            sink.template(table.template().get());
        }
        remarks.addAll(table.remarks());
        while (table.nextSheet()) {
            Header.Search begin = Header.search(table);
            if (begin.header().isPresent()) {
                if (!sheet(begin.header().get(), begin)) {
                    return new Outcome.Cancelled();
                }
            } else if (begin.first().isPresent()) {
                stranger(begin.first().get());
            }
        }
        hiddenSheets();
        if (!headed) {
            return new Outcome.Refused(
                    strangers.isEmpty()
                            ? Finding.onFile(FindingCode.EMPTY_FILE)
                            : strangers.getFirst().code() == FindingCode.HIDDEN_SHEET
                                    ? Finding.onFile(
                                            FindingCode.ONLY_HIDDEN_SHEETS,
                                            strangers.getFirst().sheet())
                                    : Finding.onFile(
                                            FindingCode.NO_HEADER,
                                            strangers.getFirst().read()));
        }
        return rows == 0
                ? new Outcome.Refused(
                        Finding.onFile(unfilled > 0 ? FindingCode.TEMPLATE_BLANK : FindingCode.HEADER_ONLY))
                : new Outcome.Read(numbers.format(), rows, refused, tally.counts());
    }

    /** Remembers, or tells, a sheet that holds something and no header. */
    private void stranger(SheetRow first) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < first.kept() && text.length() < Finding.LONGEST_READ; i++) {
            if (first.kind(i) != SheetRow.Kind.BLANK) {
                text.append(text.isEmpty() ? "" : " | ").append(first.text(i));
            }
        }
        Finding finding = Finding.onSheet(FindingCode.SHEET_WITHOUT_HEADER, table.sheetName(), text.toString());
        if (headed) {
            tally.add(finding);
        } else if (strangers.size() < Tally.MOST_PER_CODE) {
            strangers.add(finding);
        }
    }

    /** Reads a sheet below its header; false where the sink asked for an end. */
    private boolean sheet(Header header, Header.Search begin) throws IOException {
        if (!headed) {
            for (Finding remark : remarks) {
                tally.add(remark);
            }
            for (Finding stranger : strangers) {
                tally.add(stranger);
            }
            headed = true;
        }
        sink.sheet(table.sheet(), table.sheetName());
        sink.columns(header.places());
        List<Finding> findings = header.findings(table.sheetName());
        for (Finding finding : findings) {
            tally.add(finding);
        }
        boolean readable = header.readable(findings);
        RowReader reader = new RowReader(table, header, numbers, tally);
        SheetRemarks said = new SheetRemarks(table, header);
        SheetRow row = new SheetRow();
        for (SheetRow next = begin.below().poll();
                next != null || table.nextRow(row);
                next = begin.below().poll()) {
            SheetRow current = next == null ? row : next;
            String total = current.isBlank() ? "" : TotalRow.word(current, header);
            if (reader.isUnfilled(current)) {
                unfilled++;
            } else if (!total.isEmpty()) {
                tally.add(Finding.onRow(FindingCode.TOTAL_ROW, table.sheetName(), current.number(), total));
            } else if (!current.isBlank()) {
                rows++;
                said.row(current, tally);
                LongTableRow read = readable ? reader.read(current) : null;
                if (read == null || read.refused()) {
                    refused++;
                }
                if (read != null) {
                    sink.row(read);
                }
            }
            if (sink.cancelled()) {
                return false;
            }
        }
        said.tell(tally);
        return true;
    }

    /** Hidden sheets aren't read; those that could be are told of. */
    private void hiddenSheets() throws IOException {
        try (Table hidden = table.hidden()) {
            while (hidden != null && hidden.nextSheet()) {
                Header.Search begin = Header.search(hidden);
                boolean holdsRows = begin.header().isPresent()
                        && begin.header().get().readable(begin.header().get().findings(hidden.sheetName()))
                        && begin.below().stream().anyMatch(row -> !row.isBlank());
                if (holdsRows) {
                    Finding finding = Finding.onSheet(FindingCode.HIDDEN_SHEET, hidden.sheetName(), "");
                    if (headed) {
                        tally.add(finding);
                    } else {
                        strangers.clear();
                        strangers.add(finding);
                    }
                }
            }
        }
    }

    private static void showValues(Table table, Predicate<String> more) throws IOException {
        SheetRow row = new SheetRow();
        while (table.nextSheet()) {
            Header.Search search = Header.search(table);
            if (search.header().isEmpty() || search.header().get().at(Column.VALUE) < 0) {
                continue;
            }
            Header header = search.header().get();
            int at = header.at(Column.VALUE);
            for (SheetRow next = search.below().poll();
                    next != null || table.nextRow(row);
                    next = search.below().poll()) {
                SheetRow current = next == null ? row : next;
                boolean shifted = table.separator() != 0
                        && current.width() != header.row().width();
                if (!shifted && current.kind(at) == SheetRow.Kind.TEXT && !more.test(current.text(at))) {
                    return;
                }
            }
        }
    }
}
