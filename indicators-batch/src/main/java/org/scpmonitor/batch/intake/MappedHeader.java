package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.Mapping.MappedColumn;
import org.scpmonitor.mapping.Meaning;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.text.Likeness;
import org.scpmonitor.text.Spelling;

/**
 * Where a mapping's columns stand in a file. A header that stands in another row and columns that stand elsewhere are
 * followed by their names, and told.
 */
final class MappedHeader {

    /** How far from its place a header is looked for. */
    static final int REACH = 20;

    /**
     * A column of the mapping where the file has it.
     *
     * @param at from 0
     */
    record Placed(MappedColumn column, int at) {}

    private final Mapping mapping;
    private final String sheet;
    private final int shift;
    private final SheetRow last;
    private final List<String> names;
    private final List<Placed> placed = new ArrayList<>();
    private final BitSet claimed = new BitSet();
    private final List<Finding> findings = new ArrayList<>();
    private boolean readable = true;

    private MappedHeader(Mapping mapping, String sheet, SortedMap<Integer, SheetRow> begin, int shift) {
        this.mapping = mapping;
        this.sheet = sheet;
        this.shift = shift;
        int lastRow = mapping.header().last() + shift;
        SheetRow header = begin.get(lastRow);
        if (header == null) {
            header = new SheetRow();
            header.begin(lastRow);
        }
        this.last = header;
        this.names = names(mapping, begin, shift);
    }

    /** @param begin rows of the sheet by their numbers, as far as the header may reach */
    static MappedHeader find(Mapping mapping, String sheet, SortedMap<Integer, SheetRow> begin) {
        int wanted = score(mapping, names(mapping, begin, 0));
        int best = 0;
        if (wanted < named(mapping)) {
            int most = wanted;
            for (int distance = 1; distance <= REACH; distance++) {
                for (int shift : new int[] {distance, -distance}) {
                    if (mapping.header().first() + shift >= 1) {
                        int score = score(mapping, names(mapping, begin, shift));
                        if (score > most) {
                            most = score;
                            best = shift;
                        }
                    }
                }
            }
        }
        var header = new MappedHeader(mapping, sheet, begin, best);
        header.place();
        return header;
    }

    private static long named(Mapping mapping) {
        return mapping.columns().stream().filter(MappedHeader::isSought).count();
    }

    private static boolean isSought(MappedColumn column) {
        return !column.header().isEmpty() && !(column.means() instanceof Meaning.LeftOut);
    }

    private static int score(Mapping mapping, List<String> names) {
        List<String> plain = names.stream().map(Spelling::plain).toList();
        return (int) mapping.columns().stream()
                .filter(MappedHeader::isSought)
                .filter(column -> plain.contains(Spelling.plain(column.header())))
                .count();
    }

    /**
     * The names of the columns: of several header rows each column's names joined, those above the last carried on to
     * the right as merged cells show them.
     */
    static List<String> names(Mapping mapping, SortedMap<Integer, SheetRow> rows, int shift) {
        return names(rows, mapping.header().first() + shift, mapping.header().last() + shift);
    }

    /** {@link #names(Mapping, SortedMap, int)} of these rows. */
    static List<String> names(SortedMap<Integer, SheetRow> rows, int first, int last) {
        List<String> names = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            SheetRow row = rows.get(number);
            if (row == null) {
                continue;
            }
            String carried = "";
            for (int i = 0; i < Math.max(row.kept(), names.size()); i++) {
                String text = i < row.kept() ? row.text(i) : "";
                carried = text.isEmpty() && number < last ? carried : text;
                if (i == names.size()) {
                    names.add("");
                }
                if (!carried.isEmpty()) {
                    names.set(i, names.get(i).isEmpty() ? carried : names.get(i) + MappedColumn.JOINT + carried);
                }
            }
        }
        return names;
    }

    private void place() {
        if (shift != 0) {
            findings.add(Finding.onRow(
                    FindingCode.MAPPED_HEADER_MOVED,
                    sheet,
                    last.number(),
                    "",
                    Integer.toString(mapping.header().last()),
                    Integer.toString(last.number())));
        }
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                places.computeIfAbsent(Spelling.plain(names.get(i)), any -> new ArrayList<>())
                        .add(i);
            }
        }
        List<MappedColumn> elsewhere = new ArrayList<>();
        for (MappedColumn column : mapping.columns()) {
            int at = column.position() - 1;
            if (column.header().isEmpty()
                    || places.getOrDefault(Spelling.plain(column.header()), List.of())
                            .contains(at)) {
                claim(column, at);
            } else {
                elsewhere.add(column);
            }
        }
        List<MappedColumn> missing = new ArrayList<>();
        for (MappedColumn column : elsewhere) {
            Optional<Integer> at = places.getOrDefault(Spelling.plain(column.header()), List.of()).stream()
                    .filter(place -> !claimed.get(place))
                    .findFirst();
            at.ifPresentOrElse(place -> moved(column, place), () -> missing.add(column));
        }
        periodColumns();
        missing.stream()
                .filter(column -> !(column.means() instanceof Meaning.LeftOut))
                .forEach(this::missing);
        for (int i = 0; i < names.size(); i++) {
            if (!claimed.get(i) && !names.get(i).isEmpty()) {
                findings.add(Finding.onCell(FindingCode.UNMAPPED_COLUMN, sheet, last.number(), i + 1, names.get(i)));
            }
        }
        placed.sort(Comparator.comparingInt(Placed::at));
    }

    private void claim(MappedColumn column, int at) {
        if (!claimed.get(at)) {
            claimed.set(at);
            placed.add(new Placed(column, at));
        }
    }

    private void moved(MappedColumn column, int at) {
        claim(column, at);
        if (!(column.means() instanceof Meaning.LeftOut)) {
            findings.add(Finding.onCell(
                    FindingCode.MAPPED_COLUMN_MOVED,
                    sheet,
                    last.number(),
                    at + 1,
                    names.get(at),
                    Finding.cell(null, column.position()),
                    Finding.cell(null, at + 1)));
        }
    }

    private void missing(MappedColumn column) {
        readable = false;
        List<String> unclaimed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!claimed.get(i) && !names.get(i).isEmpty()) {
                unclaimed.add(names.get(i));
            }
        }
        int at = column.position() - 1;
        String alike = Likeness.nearest(
                        Spelling.plain(column.header()), unclaimed, (UnaryOperator<String>) Spelling::plain)
                .orElseGet(() -> at < names.size() && !claimed.get(at) ? names.get(at) : "");
        findings.add(
                Finding.onRow(FindingCode.MAPPED_COLUMN_MISSING, sheet, last.number(), "", column.header(), alike));
    }

    private void periodColumns() {
        Mapping.PeriodColumns rule = mapping.periodColumns();
        if (rule == null) {
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            Optional<ReportingPeriod> period = claimed.get(i)
                    ? Optional.empty()
                    : PeriodCell.read(
                            rule.format(), i < last.kept() ? last.kind(i) : SheetRow.Kind.BLANK, names.get(i));
            if (period.isPresent()) {
                Meaning.Value as = rule.as();
                claim(
                        new MappedColumn(
                                names.get(i),
                                i + 1,
                                new Meaning.Value(
                                        as.indicator(),
                                        as.disaggregation(),
                                        period.get().toString(),
                                        as.unit(),
                                        as.duration())),
                        i);
            }
        }
    }

    /** By how many rows the table stands below its place in the mapping; negative where above. */
    int shift() {
        return shift;
    }

    /** The number of its last row. */
    int row() {
        return last.number();
    }

    /** The number of fields in its last row. */
    int width() {
        return last.width();
    }

    List<Placed> placed() {
        return placed;
    }

    /** The columns that are read, from 0. */
    List<Integer> read() {
        return placed.stream()
                .filter(place -> !(place.column().means() instanceof Meaning.LeftOut))
                .map(Placed::at)
                .toList();
    }

    /** What differs from the file that the mapping was made for. */
    List<Finding> findings() {
        return findings;
    }

    /** Whether every column that the mapping reads was found. */
    boolean isReadable() {
        return readable;
    }

    /** Whether the mapping says something of this column, from 0, or it has been told that it doesn't. */
    boolean knows(int column) {
        return claimed.get(column)
                || column < names.size() && !names.get(column).isEmpty();
    }

    /** The rows of the current sheet as far as its header may reach, by their numbers. */
    static SortedMap<Integer, SheetRow> begin(Table table, Mapping mapping) throws IOException {
        SortedMap<Integer, SheetRow> rows = new TreeMap<>();
        SheetRow row = new SheetRow();
        int until = mapping.header().last() + REACH;
        while (table.nextRow(row)) {
            rows.put(row.number(), row.copy());
            if (row.number() >= until) {
                break;
            }
        }
        return rows;
    }
}
