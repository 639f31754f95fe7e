package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * What the hidden sheet of a template says: for whom and for when it was made, and what each of its rows asks for.
 *
 * <p>The sheet begins with {@link #MAGIC}, goes on with names and values, and after {@link #ROWS} has a line for each row: number, indicator, disaggregation, period. Columns beyond the fourth are for lists.
 *
 * @param institution its code
 * @param version of what the rows ask for, {@link org.scpmonitor.assignment.ReportingSheet#version}
 * @param rows what each row asks for, by the number that stands in {@link TemplateColumn#ROW}
 */
public record TemplateMark(String institution, ReportingPeriod period, String version, Map<String, Key> rows) {

    /** The name of the sheet that lists what was found in an earlier upload, and how its first cell begins. */
    public static final String FINDINGS_SHEET = "SCP Monitor";

    public static final String FINDINGS_BEGIN = "SCP Monitor · ";

    /** The first cell of the sheet. */
    public static final String MAGIC = "scp-monitor-template";

    public static final String SCHEMA = "schema";

    /** The layout that is written and read. */
    public static final String LAYOUT = "1";

    public static final String INSTITUTION = "institution";
    public static final String PERIOD = "period";
    public static final String VERSION = "version";
    public static final String LANGUAGE = "language";
    public static final String ROWS = "rows";

    private static final int MOST_ROWS = 50_000;

    /**
     * What a row asks for.
     *
     * @param disaggregation in its canonical spelling; empty for the total
     */
    public record Key(String indicator, String disaggregation, ReportingPeriod period) {}

    public TemplateMark {
        rows = Map.copyOf(rows);
    }

    /** What the row of this number asks for; empty where the template has none. */
    Optional<Key> row(String number) {
        return Optional.ofNullable(rows.get(number));
    }

    /** What the rows ask for, each once. */
    public List<Key> keys() {
        return rows.values().stream().distinct().toList();
    }

    /** Whether the sheet is a template's, by its first row, which is read. */
    static boolean begins(Table sheet) throws IOException {
        SheetRow first = new SheetRow();
        return sheet.nextRow(first) && first.text(0).equals(MAGIC);
    }

    /** Whether the sheet lists what was found in an earlier upload, by its name and first row, which is read. */
    static boolean listsFindings(Table sheet) throws IOException {
        SheetRow first = new SheetRow();
        return sheet.sheetName().equals(FINDINGS_SHEET)
                && sheet.nextRow(first)
                && first.text(0).startsWith(FINDINGS_BEGIN);
    }

    /** Reads on below the first row; empty where it is in a layout that isn't known here, or lacks what it has to say. */
    static Optional<TemplateMark> read(Table sheet) throws IOException {
        Map<String, String> said = new HashMap<>();
        Map<String, Key> rows = new LinkedHashMap<>();
        SheetRow row = new SheetRow();
        boolean below = false;
        while (rows.size() < MOST_ROWS && sheet.nextRow(row)) {
            if (below) {
                add(row, rows);
            } else if (row.text(0).equals(ROWS)) {
                below = true;
            } else {
                said.put(row.text(0), text(row, 1));
            }
        }
        String institution = said.getOrDefault(INSTITUTION, "");
        return institution.isEmpty() || !said.getOrDefault(SCHEMA, "").equals(LAYOUT)
                ? Optional.empty()
                : ReportingPeriod.parse(said.getOrDefault(PERIOD, ""))
                        .map(period -> new TemplateMark(institution, period, said.getOrDefault(VERSION, ""), rows));
    }

    private static void add(SheetRow row, Map<String, Key> rows) {
        ReportingPeriod.parse(text(row, 3))
                .ifPresent(period -> rows.put(text(row, 0), new Key(row.text(1), row.text(2), period)));
    }

    /** A year or a row's number may have become a number. */
    private static String text(SheetRow row, int column) {
        return row.kind(column) == SheetRow.Kind.NUMBER ? Cells.wholeOrRaw(row.text(column)) : row.text(column);
    }
}
