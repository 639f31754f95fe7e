package org.scpmonitor.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.measure.Rounding;

/**
 * The path from the baseline through the stated milestones to the target: straight from each to the next, and level
 * after the target. Time runs in months from start to start.
 *
 * @param milestones in any order; those that do not lie between baseline and target play no part
 */
public record Trajectory(Dated baseline, List<Dated> milestones, Dated target) {
    public Trajectory {
        milestones = milestones.stream()
                .filter(each -> each.period().monthsSince(baseline.period()) > 0
                        && target.period().monthsSince(each.period()) > 0)
                .sorted((one, other) -> one.period().compareTo(other.period()))
                .toList();
    }

    /** A straight path. */
    public Trajectory(Dated baseline, Dated target) {
        this(baseline, List.of(), target);
    }

    /** Baseline, milestones and target in the order of time, to draw the path. */
    public List<Dated> points() {
        return Stream.of(Stream.of(baseline), milestones.stream(), Stream.of(target))
                .flatMap(each -> each)
                .toList();
    }

    /**
     * The value that the path asks for, rounded by {@link Rounding#TWENTY_DIGITS} where it has no exact decimal; empty
     * before the baseline.
     */
    public Optional<BigDecimal> expected(ReportingPeriod period) {
        return at(period).map(Fraction::rounded);
    }

    Optional<Fraction> at(ReportingPeriod period) {
        if (period.monthsSince(baseline.period()) < 0) {
            return Optional.empty();
        }
        Dated from = baseline;
        for (Dated to : points()) {
            if (to.period().monthsSince(period) > 0) {
                return Optional.of(between(from, to, period));
            }
            from = to;
        }
        return Optional.of(new Fraction(target.value(), BigDecimal.ONE));
    }

    private static Fraction between(Dated from, Dated to, ReportingPeriod period) {
        var whole = BigDecimal.valueOf(to.period().monthsSince(from.period()));
        var part = BigDecimal.valueOf(period.monthsSince(from.period()));
        var rise = to.value().subtract(from.value());
        return new Fraction(from.value().multiply(whole).add(rise.multiply(part)), whole);
    }

    /** A value before its division, so that what is computed from it is rounded once. */
    record Fraction(BigDecimal numerator, BigDecimal denominator) {
        Fraction minus(BigDecimal value) {
            return new Fraction(numerator.subtract(value.multiply(denominator)), denominator);
        }

        /** The exact decimal if it has at most twenty significant digits, else rounded to as many. */
        BigDecimal rounded() {
            return numerator.divide(denominator, Rounding.TWENTY_DIGITS);
        }
    }
}
