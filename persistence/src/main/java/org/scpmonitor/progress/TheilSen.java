package org.scpmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.measure.Rounding;

/** The fit behind a {@link Forecast}: at least three actuals, of different periods, in the order of time. */
final class TheilSen {
    private static final MathContext CARRIED = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.TWO;

    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private final ReportingPeriod origin;
    private final List<BigDecimal> times;
    private final List<BigDecimal> values;

    TheilSen(List<Dated> actuals) {
        origin = actuals.getFirst().period();
        times = actuals.stream()
                .map(each -> Forecast.years(each.period(), origin))
                .toList();
        values = actuals.stream().map(Dated::value).toList();
    }

    Forecast forecast() {
        var slopes = slopes();
        var slope = median(slopes);
        var residuals = residuals(slope);
        var height = median(sorted(residuals));
        var middle = median(times);
        var uncertain = uncertainRanks();
        int lowest = (int) Math.max(Math.rint((slopes.size() - uncertain) / 2) - 1, 0);
        int highest = (int) Math.min(Math.rint((slopes.size() + uncertain) / 2), slopes.size() - 1);
        return new Forecast(
                origin,
                rounded(slope),
                rounded(slopes.get(lowest)),
                rounded(slopes.get(highest)),
                rounded(middle),
                rounded(height.add(slope.multiply(middle))),
                rounded(spread(residuals, height)));
    }

    private List<BigDecimal> slopes() {
        var slopes = new ArrayList<BigDecimal>();
        for (int i = 0; i < times.size(); i++) {
            for (int j = i + 1; j < times.size(); j++) {
                var rise = values.get(j).subtract(values.get(i));
                slopes.add(rise.divide(times.get(j).subtract(times.get(i)), CARRIED));
            }
        }
        return sorted(slopes);
    }

    private List<BigDecimal> residuals(BigDecimal slope) {
        return IntStream.range(0, times.size())
                .mapToObj(i -> values.get(i).subtract(slope.multiply(times.get(i))))
                .toList();
    }

    /** How many ranks the interval of 95 % spans: z times the standard deviation of Kendall's S, ties taken off. */
    private double uncertainRanks() {
        double ties = values.stream()
                .collect(Collectors.groupingBy(BigDecimal::stripTrailingZeros, Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(TheilSen::variance)
                .sum();
        return Z * Math.sqrt(variance(values.size()) - ties);
    }

    private static double variance(double n) {
        return n * (n - 1) * (2 * n + 5) / 18;
    }

    private BigDecimal spread(List<BigDecimal> residuals, BigDecimal height) {
        var squares = residuals.stream()
                .map(each -> each.subtract(height))
                .map(each -> each.multiply(each))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var n = BigDecimal.valueOf(residuals.size());
        var variance = squares.multiply(n.add(BigDecimal.ONE)).divide(n.multiply(n.subtract(TWO)), CARRIED);
        return variance.sqrt(CARRIED).multiply(BigDecimal.valueOf(studentT(residuals.size() - 2)));
    }

    /** The 97.5 % point of Student's t, within 0.2 % from three degrees of freedom on (Abramowitz and Stegun 26.7.5). */
    static double studentT(double freedom) {
        double z2 = Z * Z;
        double one = Z * (z2 + 1) / 4;
        double two = Z * ((5 * z2 + 16) * z2 + 3) / 96;
        double three = Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double four = Z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
        return Z + (one + (two + (three + four / freedom) / freedom) / freedom) / freedom;
    }

    private static BigDecimal median(List<BigDecimal> inOrder) {
        int half = inOrder.size() / 2;
        return inOrder.size() % 2 == 1
                ? inOrder.get(half)
                : inOrder.get(half - 1).add(inOrder.get(half)).divide(TWO, CARRIED);
    }

    private static List<BigDecimal> sorted(List<BigDecimal> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.round(Rounding.TWENTY_DIGITS);
    }
}
