package org.scpmonitor.progress;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.field;
import static org.scpmonitor.schema.Tables.ACTUAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.IndicatorProgress.Estimate;
import org.scpmonitor.progress.IndicatorProgress.Point;

/**
 * A point as one text, its members apart by blanks: a screen reads thousands of points, and to make JSON of them takes
 * PostgreSQL several times as long as to read them.
 */
final class PointText {

    private static final String NOTHING = "~";

    private PointText() {}

    /** No member holds a blank: they are numbers, dates and codes. */
    static final Field<String> TEXT = field(
            """
            concat_ws(' ', {0}, {1}, {2}, {3}, '.' || {4}, {5}, {6}, {7}, coalesce({8}::text, '~'),
                      coalesce({9}::text, '~'), coalesce({10}, '~'), {11}, coalesce({12}, '~'),
                      coalesce({13}::text, '~'), {14})
            """,
            String.class,
            ACTUAL.ID,
            ACTUAL.PERIOD_START,
            ACTUAL.PERIOD_MONTHS,
            ACTUAL.VALUE,
            ACTUAL.STATUS,
            ACTUAL.REPORTED,
            ACTUAL.EXPECTED,
            ACTUAL.PARTIAL,
            ACTUAL.VOLUME_SHARE,
            ACTUAL.UNCERTAINTY,
            ACTUAL.GWP_SET,
            ACTUAL.CARRIED,
            ACTUAL.ESTIMATION,
            ACTUAL.ESTIMATED_VALUE,
            ACTUAL.ESTIMATED);

    /** The points of a query for {@link #TEXT}, in its order. */
    static Field<List<Point>> of(Select<Record1<String>> texts) {
        return array(texts)
                .convertFrom(each -> Arrays.stream(each).map(PointText::read).toList());
    }

    static Point read(String text) {
        String[] parts = text.split(" ", -1);
        String estimation = orNull(parts[12]);
        BigDecimal estimated = number(parts[13]);
        return new Point(
                Long.parseLong(parts[0]),
                ReportingPeriod.of(LocalDate.parse(parts[1]), Integer.parseInt(parts[2])),
                new BigDecimal(parts[3]),
                parts[4].substring(1),
                Integer.parseInt(parts[5]),
                Integer.parseInt(parts[6]),
                parts[7].equals("t"),
                number(parts[8]),
                number(parts[9]),
                orNull(parts[10]),
                parts[11].equals("t"),
                estimation == null || estimated == null
                        ? null
                        : new Estimate(estimation, estimated, Integer.parseInt(parts[14])));
    }

    private static @Nullable BigDecimal number(String text) {
        return text.equals(NOTHING) ? null : new BigDecimal(text);
    }

    private static @Nullable String orNull(String text) {
        return text.equals(NOTHING) ? null : text;
    }
}
