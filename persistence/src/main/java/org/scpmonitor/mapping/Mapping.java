package org.scpmonitor.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a sender's own table is read as observations. Rows and columns count from 1, as spreadsheets do.
 *
 * @param columns what stands in each column; a column that isn't listed is told to whoever sends the file
 * @param periodColumns how columns that aren't listed are values of the period that their header names; null where they
 *     aren't
 * @param noValue what stands in a value's cell where there is none, with the status that says why: {@code s/d} is M
 * @param numberFormat {@code comma} or {@code point}; null to have it detected in each file
 */
public record Mapping(
        Sheet sheet,
        HeaderRows header,
        DataRows data,
        Footers footers,
        List<MappedColumn> columns,
        @Nullable PeriodColumns periodColumns,
        Constants constants,
        Map<String, String> noValue,
        @Nullable String numberFormat,
        Duplicates duplicates) {

    /** The most rows at the end of a table that a mapping can leave out by their number. */
    public static final int MOST_FOOTERS = 100;

    public Mapping {
        columns = List.copyOf(columns);
        noValue = Collections.unmodifiableMap(new LinkedHashMap<>(noValue));
        if (numberFormat != null && !numberFormat.equals("comma") && !numberFormat.equals("point")) {
            throw new IllegalArgumentException("A number format is comma or point, not " + numberFormat);
        }
    }

    /**
     * Which sheet of a workbook.
     *
     * @param name empty where it is told by its position
     * @param position among the sheets that aren't hidden
     */
    public record Sheet(String name, int position) {
        /** @throws IllegalArgumentException for a position below 1 */
        public Sheet {
            if (position < 1) {
                throw new IllegalArgumentException("Sheets count from 1, not from " + position);
            }
        }
    }

    /**
     * The rows that name the columns. Of several, the names are read from top to bottom, and a name in a row above the
     * last holds for the columns to its right too, as merged cells do.
     */
    public record HeaderRows(int first, int last) {

        /** The most rows that a header may have. */
        public static final int MOST = 5;

        /** @throws IllegalArgumentException for rows out of order, below 1, or more than {@value #MOST} */
        public HeaderRows {
            if (first < 1 || last < first || last - first >= MOST) {
                throw new IllegalArgumentException("No header can be in the rows " + first + " to " + last);
            }
        }
    }

    /** @param last null for the last one of the sheet */
    public record DataRows(int first, @Nullable Integer last) {
        /** @throws IllegalArgumentException for rows out of order or below 1 */
        public DataRows {
            if (first < 1 || last != null && last < first) {
                throw new IllegalArgumentException("No data can be in the rows " + first + " to " + last);
            }
        }
    }

    /**
     * Rows below the data that are none.
     *
     * @param texts with which the first text of such a row begins, such as {@code Total}; case and accents don't matter
     * @param rows how many rows at the end are such rows, besides
     */
    public record Footers(List<String> texts, int rows) {
        public static final Footers NONE = new Footers(List.of(), 0);

        /** @throws IllegalArgumentException for a number below 0 or above {@value #MOST_FOOTERS}, or an empty text */
        public Footers {
            texts = List.copyOf(texts);
            if (rows < 0 || rows > MOST_FOOTERS || texts.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("No such footers: " + texts + ", " + rows + " rows");
            }
        }
    }

    /**
     * @param header its name, of several header rows each name joined by {@value #JOINT}; empty where it has none
     * @param position where it stood in the file that the mapping was made for
     */
    public record MappedColumn(String header, int position, Meaning means) {

        /** What joins the names of several header rows. */
        public static final String JOINT = " · ";

        /** @throws IllegalArgumentException for a position below 1 */
        public MappedColumn {
            if (position < 1) {
                throw new IllegalArgumentException("Columns count from 1, not from " + position);
            }
        }
    }

    /** Columns headed by a period, however many a file has. */
    public record PeriodColumns(PeriodFormat format, Meaning.Value as) {}

    /** What holds for the whole table; empty where it stands elsewhere. Codes are ours. */
    public record Constants(String institution, String indicator, String disaggregation, String period, String unit) {
        public static final Constants NONE = new Constants("", "", "", "", "");
    }

    /** What several values for the same institution, indicator, disaggregation and period are. */
    public enum Duplicates {
        /** A mistake. */
        REFUSE,
        /** Parts of one value, such as single orders of a month. */
        SUM
    }

    /** The value columns, in the order in which they are listed. */
    public Stream<MappedColumn> values() {
        return columns.stream().filter(column -> column.means() instanceof Meaning.Value);
    }

    /** Whether a row can hold several values, so that an empty cell is just not reported. */
    public boolean isWide() {
        return periodColumns != null || values().count() > 1;
    }
}
