package org.scpmonitor.ui.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.CountryMark;

/**
 * One series on its way to a target, as it is drawn: everything is computed before.
 *
 * @param unit as the reader sees it; empty for an index
 * @param actuals in order of time; a missing period is a gap and is never bridged
 * @param expected what the path asks for at the latest actual
 * @param targets the successive ones first, the valid one last
 * @param projection from the latest actual on; empty where there are too few actuals
 * @param comparisons other countries' series behind this one
 */
public record Trajectory(
        CountryMark country,
        String unit,
        List<Actual> actuals,
        @Nullable Level baseline,
        @Nullable Level expected,
        List<Target> targets,
        List<Projected> projection,
        List<Comparison> comparisons) {
    public Trajectory {
        actuals = List.copyOf(actuals);
        targets = List.copyOf(targets);
        projection = List.copyOf(projection);
        comparisons = List.copyOf(comparisons);
    }

    /** How final a value is. */
    public enum Kind {
        FINAL,
        PROVISIONAL,
        ESTIMATED,
        PARTIAL
    }

    /**
     * @param newSeries the value isn't comparable with the one before; the line does not cross
     * @param key what a click on it tells; null where nothing opens
     * @param halfWidth of the interval in which it lies nineteen times in twenty; null where that isn't known
     * @param estimate of what is missing in it; null where none is made
     * @param coverage null where it isn't asked for, as for a country as a whole
     * @param source who reports it; null where that isn't known
     */
    public record Actual(
            ReportingPeriod period,
            BigDecimal value,
            Kind kind,
            boolean newSeries,
            @Nullable String key,
            @Nullable BigDecimal halfWidth,
            @Nullable Estimate estimate,
            @Nullable Coverage coverage,
            @Nullable String source) {

        /** One that is known exactly and lacks nothing. */
        public Actual(ReportingPeriod period, BigDecimal value, Kind kind, boolean newSeries, @Nullable String key) {
            this(period, value, kind, newSeries, key, null, null, null, null);
        }

        Actual with(UnaryOperator<BigDecimal> scale) {
            return new Actual(
                    period,
                    scale.apply(value),
                    kind,
                    newSeries,
                    key,
                    halfWidth == null ? null : scale.apply(halfWidth),
                    estimate == null ? null : new Estimate(estimate.method(), scale.apply(estimate.value())),
                    coverage,
                    source);
        }

        Stream<BigDecimal> values() {
            return Stream.of(
                            Stream.of(value),
                            Stream.ofNullable(halfWidth)
                                    .flatMap(each -> Stream.of(value.subtract(each), value.add(each))),
                            Stream.ofNullable(estimate).map(each -> value.add(each.value())))
                    .flatMap(each -> each);
        }
    }

    /** How many of the institutions that were to report did. */
    public record Coverage(int reported, int expected) {}

    /**
     * What is estimated for those who are missing; drawn hatched beside the value.
     *
     * @param method as it is called
     */
    public record Estimate(String method, BigDecimal value) {}

    /** A value at a period that isn't an actual. */
    public record Level(ReportingPeriod period, BigDecimal value) {
        Level with(UnaryOperator<BigDecimal> scale) {
            return new Level(period, scale.apply(value));
        }
    }

    /**
     * A target and the way to it.
     *
     * @param name of a superseded target, which is labelled by it; empty for the valid one
     * @param milestones between baseline and target, in order of time
     * @param ceiling a limit that the baseline already kept: drawn level
     */
    public record Target(String name, List<Level> milestones, Level target, boolean ceiling, boolean superseded) {
        Target with(UnaryOperator<BigDecimal> scale) {
            return new Target(
                    name,
                    milestones.stream().map(each -> each.with(scale)).toList(),
                    target.with(scale),
                    ceiling,
                    superseded);
        }
    }

    /** The projection at one period, with the band in which it lies nineteen times in twenty. */
    public record Projected(ReportingPeriod period, BigDecimal middle, BigDecimal low, BigDecimal high) {
        Projected with(UnaryOperator<BigDecimal> scale) {
            return new Projected(period, scale.apply(middle), scale.apply(low), scale.apply(high));
        }
    }

    /** Another country's series, drawn thin. */
    public record Comparison(CountryMark country, String name, List<Level> levels) {
        Comparison with(UnaryOperator<BigDecimal> scale) {
            return new Comparison(
                    country, name, levels.stream().map(each -> each.with(scale)).toList());
        }
    }

    public @Nullable Actual latest() {
        return actuals.isEmpty() ? null : actuals.getLast();
    }

    public @Nullable Target target() {
        return targets.isEmpty() || targets.getLast().superseded() ? null : targets.getLast();
    }

    /** What the path asks for at this period: linear between its corners. Null before the baseline or without a target. */
    @Nullable
    BigDecimal pathAt(ReportingPeriod period) {
        Target path = target();
        if (path == null
                || baseline == null
                || period.start().isBefore(baseline.period().start())) {
            return null;
        }
        if (path.ceiling()) {
            return path.target().value();
        }
        Level from = baseline;
        for (Level to : Stream.concat(path.milestones().stream(), Stream.of(path.target()))
                .toList()) {
            if (!period.start().isAfter(to.period().start())) {
                BigDecimal passed = BigDecimal.valueOf(period.monthsSince(from.period()));
                BigDecimal all = BigDecimal.valueOf(to.period().monthsSince(from.period()));
                return to.value()
                        .subtract(from.value())
                        .multiply(passed)
                        .divide(all, MathContext.DECIMAL64)
                        .add(from.value());
            }
            from = to;
        }
        return null;
    }

    /** The same with other countries' series behind it. */
    public Trajectory beside(List<Comparison> others) {
        return new Trajectory(country, unit, actuals, baseline, expected, targets, projection, others);
    }

    /** The same from the baseline on; all of it without one. */
    public Trajectory sinceBaseline() {
        if (baseline == null) {
            return this;
        }
        ReportingPeriod from = baseline.period();
        return new Trajectory(
                country,
                unit,
                actuals.stream()
                        .filter(each -> each.period().compareTo(from) >= 0)
                        .toList(),
                baseline,
                expected,
                targets,
                projection,
                comparisons);
    }

    /** The same with the baseline as 100. Without a baseline, or with one of zero, it stays as it is. */
    public Trajectory indexed() {
        if (baseline == null || baseline.value().signum() == 0) {
            return this;
        }
        BigDecimal hundredth = baseline.value().movePointLeft(2);
        UnaryOperator<BigDecimal> scale = value -> value.divide(hundredth, MathContext.DECIMAL64);
        return new Trajectory(
                country,
                "",
                actuals.stream().map(each -> each.with(scale)).toList(),
                baseline.with(scale),
                expected == null ? null : expected.with(scale),
                targets.stream().map(each -> each.with(scale)).toList(),
                projection.stream().map(each -> each.with(scale)).toList(),
                comparisons.stream().map(each -> each.with(scale)).toList());
    }

    /** Every value that must be inside the axes. */
    Stream<BigDecimal> values() {
        return Stream.of(
                        actuals.stream().flatMap(Actual::values),
                        Stream.ofNullable(baseline).map(Level::value),
                        targets.stream()
                                .flatMap(each -> Stream.concat(
                                        each.milestones().stream().map(Level::value),
                                        Stream.of(each.target().value()))),
                        projection.stream().flatMap(each -> Stream.of(each.low(), each.middle(), each.high())),
                        comparisons.stream()
                                .flatMap(each -> each.levels().stream().map(Level::value)))
                .flatMap(each -> each);
    }

    Stream<ReportingPeriod> periods() {
        return Stream.of(
                        actuals.stream().map(Actual::period),
                        Stream.ofNullable(baseline).map(Level::period),
                        targets.stream().map(each -> each.target().period()),
                        comparisons.stream()
                                .flatMap(each -> each.levels().stream().map(Level::period)))
                .flatMap(each -> each);
    }
}
