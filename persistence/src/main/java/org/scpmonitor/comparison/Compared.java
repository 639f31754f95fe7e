package org.scpmonitor.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;

/**
 * An indicator that may be compared, with the figures of whole countries where they were asked for.
 *
 * @param unit UCUM code
 * @param summable whether its values add up over institutions, so that they may be divided by the inhabitants
 * @param population whether it counts the inhabitants
 * @param countries in the catalogue's order; those without a figure have an empty series
 */
public record Compared(
        String code,
        Text name,
        Text themeName,
        String unit,
        boolean summable,
        boolean population,
        List<Country> countries) {

    /** Whether it may be told per inhabitant. */
    public boolean perInhabitant() {
        return summable && !population && !unit.contains("{person}");
    }

    /** A country's figures in order of time. */
    public record Country(String code, List<Point> points) {
        public Optional<Point> at(ReportingPeriod period) {
            return points.stream().filter(each -> each.period().equals(period)).findFirst();
        }
    }

    /**
     * A country's figure of a period.
     *
     * @param id by which its provenance is asked for
     * @param status empty for final, P provisional, E estimated, B new series
     * @param uncertainty half-width of the 95 % interval in % of the value; null where nothing is known of it
     */
    public record Point(
            long id,
            ReportingPeriod period,
            BigDecimal value,
            String status,
            int reported,
            int expected,
            boolean partial,
            @Nullable BigDecimal uncertainty) {

        /** The same with another value. */
        public Point with(BigDecimal other) {
            return new Point(id, period, other, status, reported, expected, partial, uncertainty);
        }
    }
}
