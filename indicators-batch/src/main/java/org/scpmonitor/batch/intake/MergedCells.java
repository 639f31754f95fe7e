package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ranges of a sheet whose cells are merged: the first cell of each holds what stands there, the others nothing. */
final class MergedCells {

    /** Of more than these the rest goes unexplained. */
    private static final int MOST = 1_000;

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    private final List<Range> ranges = new ArrayList<>();

    /** Rows from 1, columns from 0, both ends within. */
    private record Range(String name, int top, int left, int bottom, int right) {}

    /** Reads all of a sheet. */
    static MergedCells read(XmlPart sheet) throws IOException {
        var merged = new MergedCells();
        while (merged.ranges.size() < MOST && sheet.nextStart("mergeCell")) {
            String name = sheet.attribute("ref");
            Matcher range = RANGE.matcher(name == null ? "" : name);
            if (range.matches()) {
                merged.ranges.add(new Range(
                        range.group(),
                        Integer.parseInt(range.group(2)),
                        column(range.group(1)),
                        Integer.parseInt(range.group(4)),
                        column(range.group(3))));
            }
        }
        return merged;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + (letters.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }

    /** The range of which a cell is part and not the first; empty where there is none. */
    String around(int row, int column) {
        for (Range range : ranges) {
            boolean within = row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
            if (within && (row > range.top || column > range.left)) {
                return range.name;
            }
        }
        return "";
    }
}
