package org.scpmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.measure.Rounding;

/**
 * The Theil–Sen line through the actuals and its 95 % prediction band: a projection, not an assessment.
 *
 * <p>The slope is the median of the slopes between all pairs of actuals, the line's height the median of what it leaves
 * (P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", 1968; the slope's interval by ranks as
 * in SciPy's {@code theilslopes}, with ties). The band turns that interval about the middle of the actuals' time, and
 * widens it, as the root of the sum of squares, by the spread of the residuals: Student's t with n − 2 degrees of
 * freedom times their standard deviation times √(1 + 1/n). So it covers the last actuals, and the next, about nineteen
 * times in twenty.
 *
 * <p>Values are rounded by {@link Rounding#TWENTY_DIGITS}; time runs in years from start to start.
 *
 * @param origin the period from which time is counted
 * @param slope in units a year
 * @param slopeLow lower end of the slope's 95 % interval
 * @param slopeHigh upper end of the slope's 95 % interval
 * @param middle median time of the actuals, in years since the origin
 * @param level the line's value at the middle
 * @param spread half-width of the band at the middle; zero where the actuals lie on a line
 */
public record Forecast(
        ReportingPeriod origin,
        BigDecimal slope,
        BigDecimal slopeLow,
        BigDecimal slopeHigh,
        BigDecimal middle,
        BigDecimal level,
        BigDecimal spread) {

    /** The fewest actuals that a projection is shown from. */
    public static final int FEWEST_ACTUALS = 5;

    /** The line and its band in one period. */
    public record Band(ReportingPeriod period, BigDecimal middle, BigDecimal low, BigDecimal high) {}

    /**
     * The projection from the actuals of the baseline's period and after; empty if they are fewer than five.
     *
     * @param actuals at most one a period, in any order
     */
    public static Optional<Forecast> of(List<Dated> actuals, ReportingPeriod baseline) {
        var used = actuals.stream()
                .filter(each -> each.period().monthsSince(baseline) >= 0)
                .sorted((one, other) -> one.period().compareTo(other.period()))
                .toList();
        return used.size() < FEWEST_ACTUALS ? Optional.empty() : Optional.of(new TheilSen(used).forecast());
    }

    /** The line and its band in this period, be it before, among or after the actuals. */
    public Band at(ReportingPeriod period) {
        var away = years(period, origin).subtract(middle);
        var mid = level.add(slope.multiply(away));
        var oneSide = slope.subtract(slopeLow).multiply(away);
        var otherSide = slopeHigh.subtract(slope).multiply(away);
        boolean after = away.signum() >= 0;
        return new Band(
                period,
                mid.round(Rounding.TWENTY_DIGITS),
                mid.subtract(together(after ? oneSide : otherSide, spread)).round(Rounding.TWENTY_DIGITS),
                mid.add(together(after ? otherSide : oneSide, spread)).round(Rounding.TWENTY_DIGITS));
    }

    /** The line and its band in each period of the same length from the first to the last, both included. */
    public List<Band> between(ReportingPeriod first, ReportingPeriod last) {
        return Stream.iterate(first, each -> each.compareTo(last) <= 0, ReportingPeriod::next)
                .map(this::at)
                .toList();
    }

    static BigDecimal years(ReportingPeriod period, ReportingPeriod origin) {
        return BigDecimal.valueOf(period.monthsSince(origin)).divide(BigDecimal.valueOf(12), MathContext.DECIMAL128);
    }

    private static BigDecimal together(BigDecimal one, BigDecimal other) {
        return one.multiply(one).add(other.multiply(other)).sqrt(MathContext.DECIMAL128);
    }
}
