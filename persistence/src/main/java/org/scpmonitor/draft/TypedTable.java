package org.scpmonitor.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * Typed values as a file: the long table in CSV, with decimal points. The same values in the same order give the same
 * bytes, so that sending them twice is noticed.
 */
public final class TypedTable {

    /** Number format of the file. */
    public static final String NUMBER_FORMAT = "point";

    /** Row of the first value, as a spreadsheet numbers it: below the header. */
    public static final int FIRST_ROW = 2;

    private static final String HEADER = "institution,indicator,disaggregation,period,value,unit,status,comment\r\n";

    private TypedTable() {}

    /** The name that the file is known by: the same for an institution's period, so that one revises the other. */
    public static String fileName(String institution, ReportingPeriod period) {
        return institution + " " + period + ".csv";
    }

    /** @param values the first stands in {@link #FIRST_ROW}, each one in a row */
    public static byte[] bytes(String institution, List<TypedValue> values) {
        StringBuilder table = new StringBuilder(HEADER);
        for (TypedValue value : values) {
            String[] fields = {
                institution,
                value.slot().indicator(),
                value.slot().disaggregation(),
                value.slot().period().toString(),
                value.plain(),
                value.unit(),
                value.status(),
                value.comment()
            };
            for (int i = 0; i < fields.length; i++) {
                table.append(i == 0 ? "\"" : ",\"")
                        .append(fields[i].replace("\"", "\"\""))
                        .append('"');
            }
            table.append("\r\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }
}
