package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.SheetRow.Kind;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/**
 * The visible sheets of an XLSX file, streamed from the file. A formula counts as the result that is stored with it.
 *
 * <p>Read with a streaming XML parser and not with a workbook library: those at hand make room for whatever column a
 * cell claims to be in, fail on date cells and on formulas without a base, and keep all shared texts as objects.
 */
final class WorkbookTable implements Table {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final Workbook workbook;
    private final boolean owner;
    private int position = -1;
    private @Nullable XmlPart part;
    private int row;
    private long bytesBefore;
    private final BitSet hiddenColumns = new BitSet();
    private @Nullable MergedCells merged;

    /** @param owner whether the file is closed with this table */
    WorkbookTable(Workbook workbook, boolean owner) {
        this.workbook = workbook;
        this.owner = owner;
    }

    @Override
    public boolean nextSheet() throws IOException {
        closePart();
        position++;
        if (position == workbook.sheets().size()) {
            return false;
        }
        XmlPart opened = XmlPart.open(workbook.zip(), listed().part());
        part = opened;
        row = 0;
        hiddenColumns.clear();
        merged = null;
        if (!toRows(opened)) {
            closePart();
        }
        return true;
    }

    /** Goes on to the rows, remembering which columns aren't shown; false where there are none. */
    private boolean toRows(XmlPart opened) throws IOException {
        while (opened.next()) {
            if (opened.isStart("sheetData")) {
                return true;
            }
            if (opened.isStart("col") && isTrue(opened.attribute("hidden"))) {
                int first = within(opened.attribute("min"), LAST_COLUMN);
                int last = within(opened.attribute("max"), LAST_COLUMN);
                hiddenColumns.set(first - 1, Math.max(first - 1, last));
            }
        }
        return false;
    }

    private static boolean isTrue(@Nullable String attribute) {
        return "1".equals(attribute) || "true".equals(attribute);
    }

    @Override
    public List<Finding> remarks() {
        List<String> links = workbook.links();
        return links.isEmpty()
                ? List.of()
                : List.of(Finding.onFile(
                        FindingCode.LINKED_WORKBOOK, Integer.toString(links.size()), Places.first(links)));
    }

    @Override
    public @Nullable Table hidden() {
        return workbook.hidden().isEmpty() ? null : new WorkbookTable(workbook.ofHidden(), false);
    }

    @Override
    public boolean isHidden(int column) {
        return hiddenColumns.get(column);
    }

    @Override
    public String merged(int row, int column) throws IOException {
        if (!listed().merges()) {
            return "";
        }
        if (merged == null) {
            try (XmlPart sheet = XmlPart.open(workbook.zip(), listed().part())) {
                merged = MergedCells.read(sheet);
            }
        }
        return merged.around(row, column);
    }

    Workbook workbook() {
        return workbook;
    }

    private Workbook.Listed listed() {
        return workbook.sheets().get(position);
    }

    @Override
    public int sheet() {
        return listed().ordinal();
    }

    @Override
    public String sheetName() {
        return listed().name();
    }

    @Override
    public boolean nextRow(SheetRow into) throws IOException {
        XmlPart xml = part;
        while (xml != null && xml.next()) {
            if (xml.isStart("row")) {
                readRow(xml, into);
                return true;
            }
            if (xml.isEnd("sheetData")) {
                closePart();
                return false;
            }
        }
        if (xml != null) {
            // The sheet ended within its rows.
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        return false;
    }

    private void readRow(XmlPart xml, SheetRow into) throws IOException {
        String number = xml.attribute("r");
        row = number == null ? row + 1 : within(number, LAST_ROW);
        into.begin(row);
        if (isTrue(xml.attribute("hidden"))) {
            into.hide();
        }
        int column = 0;
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                String reference = xml.attribute("r");
                column = reference == null ? column + 1 : columnOf(reference);
                readCell(xml, into, column - 1);
            }
        }
    }

    private void readCell(XmlPart xml, SheetRow into, int column) throws IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String stored = null;
        String formula = null;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                stored = xml.text();
            } else if (xml.isStart("is")) {
                stored = SharedStrings.item(xml);
            } else if (xml.isStart("f")) {
                formula = xml.text();
            }
        }
        if (stored == null || stored.isEmpty() && !"str".equals(type)) {
            if (formula != null) {
                into.set(column, Kind.UNCOMPUTED, "=" + formula);
            }
            return;
        }
        if (formula != null) {
            into.setComputed(column);
        }
        switch (type == null ? "n" : type) {
            case "n" -> number(into, column, Blanks.strip(stored), style);
            case "s" -> into.set(column, Kind.TEXT, workbook.strings().at(stored));
            case "str", "inlineStr" -> into.set(column, Kind.TEXT, stored);
            case "b" -> into.set(column, Kind.BOOLEAN, stored.equals("1") || stored.equals("true") ? "TRUE" : "FALSE");
            case "e" -> into.set(column, Kind.ERROR, stored);
            case "d" -> into.set(column, Kind.DATE, stored);
            default -> throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
    }

    private void number(SheetRow into, int column, String stored, @Nullable String style) {
        CellStyles.Shown shown = workbook.styles().shown(style);
        switch (shown) {
            case NUMBER -> into.set(column, Kind.NUMBER, stored);
            case PERCENT -> into.set(column, Kind.PERCENT, stored);
            case DURATION -> into.set(column, Kind.DURATION, stored);
            case DATE, MONTH, YEAR -> {
                Optional<LocalDate> day = DateSerial.day(stored, workbook.since1904());
                if (day.isPresent()) {
                    date(into, column, stored, shown, day.get());
                } else {
                    into.set(column, Kind.NUMBER, stored);
                }
            }
        }
    }

    /** A day that is shown as a month or a year, and is its first, means the month or the year. */
    private static void date(SheetRow into, int column, String stored, CellStyles.Shown shown, LocalDate day) {
        String iso = day.toString();
        if (shown == CellStyles.Shown.MONTH && day.getDayOfMonth() == 1) {
            into.set(column, Kind.PERIOD, iso.substring(0, 7));
        } else if (shown == CellStyles.Shown.YEAR && day.getDayOfYear() == 1) {
            into.set(column, Kind.PERIOD, iso.substring(0, 4));
        } else {
            String time = DateSerial.time(stored).map(of -> " " + of).orElse("");
            into.set(column, Kind.DATE, iso + time);
        }
    }

    private static int columnOf(String reference) throws UnreadableException {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c >= '0' && c <= '9' && column > 0) {
                return column;
            }
            column = c >= 'A' && c <= 'Z' ? column * 26 + (c - 'A' + 1) : LAST_COLUMN + 1;
            if (column > LAST_COLUMN) {
                break;
            }
        }
        throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
    }

    private static int within(@Nullable String number, int last) throws UnreadableException {
        try {
            int read = number == null ? 0 : Integer.parseInt(number);
            if (read >= 1 && read <= last) {
                return read;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
    }

    @Override
    public Optional<TemplateMark> template() {
        return Optional.ofNullable(workbook.template());
    }

    @Override
    public double share() {
        long all = 0;
        for (Workbook.Listed sheet : workbook.sheets()) {
            all += bytes(sheet);
        }
        long read = bytesBefore + (part == null ? 0 : part.bytes());
        return all <= 0 ? 1 : Math.min(1, (double) read / all);
    }

    private long bytes(Workbook.Listed sheet) {
        ZipEntry entry = workbook.zip().getEntry(sheet.part());
        return entry == null ? 0 : Math.max(0, entry.getSize());
    }

    @Override
    public char separator() {
        return 0;
    }

    @Override
    public Table again() {
        return new WorkbookTable(workbook, false);
    }

    private void closePart() throws IOException {
        if (part != null) {
            bytesBefore += bytes(listed());
            part.close();
            part = null;
        }
    }

    @Override
    public void close() throws IOException {
        closePart();
        if (owner) {
            workbook.zip().close();
        }
    }
}
