package org.scpmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.scpmonitor.progress.IndicatorProgress.Point;

/**
 * Where the latest three values go: from the first to the last of them, judged by the indicator's own direction. A change
 * of less than one per cent is steady. It says nothing of the target.
 */
public enum Trend {
    BETTER,
    STEADY,
    WORSE;

    private static final int VALUES = 3;
    private static final BigDecimal NOTICEABLE = new BigDecimal("0.01");

    /**
     * @param points in order of time
     * @param more whether more is better
     * @return empty where there aren't three values one after the other, or where a series begins anew among them
     */
    static Optional<Trend> of(List<Point> points, boolean more) {
        if (points.size() < VALUES) {
            return Optional.empty();
        }
        List<Point> latest = points.subList(points.size() - VALUES, points.size());
        for (int i = 1; i < VALUES; i++) {
            Point point = latest.get(i);
            if (!latest.get(i - 1).period().next().equals(point.period())
                    || point.status().equals("B")) {
                return Optional.empty();
            }
        }
        BigDecimal first = latest.getFirst().value();
        BigDecimal change = latest.getLast().value().subtract(first);
        boolean noticeable = first.signum() == 0
                ? change.signum() != 0
                : change.abs().divide(first.abs(), MathContext.DECIMAL64).compareTo(NOTICEABLE) >= 0;
        if (!noticeable) {
            return Optional.of(STEADY);
        }
        return Optional.of(change.signum() > 0 == more ? BETTER : WORSE);
    }
}
