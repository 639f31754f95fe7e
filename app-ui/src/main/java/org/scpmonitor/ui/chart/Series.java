package org.scpmonitor.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.CountryMark;

/**
 * A line of a plot.
 *
 * @param points in order of time; a period that is missing between two of them is a gap and is never bridged
 */
public record Series(Weight weight, CountryMark country, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    /** Whether the plot is about this line, or shows it beside another. */
    public enum Weight {
        MAIN,
        BESIDE
    }

    /** How a point is filled: solid where it is final, hollow where it isn't yet, hatched where somebody is missing in it. */
    public enum Fill {
        SOLID,
        HOLLOW,
        HATCHED
    }

    /**
     * @param newSeries the value isn't comparable with the one before; the line does not cross
     * @param said what is told of the point, beside the pointer and aloud: first which value it is, then what belongs to it
     * @param key what a click on it tells; null where nothing opens
     */
    public record Point(
            ReportingPeriod period,
            BigDecimal value,
            Fill fill,
            boolean newSeries,
            List<String> said,
            @Nullable String key) {
        public Point {
            said = List.copyOf(said);
        }

        /** One that is final and continues the line. */
        public Point(ReportingPeriod period, BigDecimal value, List<String> said, @Nullable String key) {
            this(period, value, Fill.SOLID, false, said, key);
        }
    }
}
