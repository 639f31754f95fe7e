package org.scpmonitor.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;

/**
 * One indicator of one programme with its whole way, as it was known at one moment.
 *
 * @param responsible the institution that is to report it, by acronym or name; empty where none is named
 * @param unit UCUM code of the indicator's unit
 * @param verification where it can be checked
 * @param more whether more is better
 * @param headline whether the programme is judged by this one first
 * @param points in the indicator's own periodicity or the one that was asked for, in order of time
 * @param targets every version known by then, in the order in which they were decided
 * @param verdicts of the latest period that was assessed, one a method; empty without a target
 */
public record IndicatorProgress(
        Programme programme,
        String indicator,
        Text name,
        ResultLevel level,
        String theme,
        Text themeName,
        String unit,
        Text verification,
        boolean more,
        boolean headline,
        String responsible,
        @Nullable StatedBaseline statedBaseline,
        List<Point> points,
        List<TargetVersion> targets,
        List<Dated> milestones,
        List<Verdict> verdicts) {

    /** The programme that is monitored. */
    public record Programme(String code, Text name, String country, Text countryName, ProgressMethod method) {}

    /**
     * A programme's actual.
     *
     * @param id key of the figure, by which its provenance is asked for
     * @param status empty for final, P provisional, E estimated, B new series
     * @param share of the baseline's volume that those who reported stand for, 0 to 1; null where that isn't known
     * @param uncertainty half-width of the 95 % interval in % of the value; null where nothing is known of it
     * @param gwpSet AR5 or AR6: the global warming potentials that enter; null where none do
     * @param carried whether a factor enters that was made for an earlier time
     * @param estimate of the institutions that are missing; null where none is made
     */
    public record Point(
            long id,
            ReportingPeriod period,
            BigDecimal value,
            String status,
            int reported,
            int expected,
            boolean partial,
            @Nullable BigDecimal share,
            @Nullable BigDecimal uncertainty,
            @Nullable String gwpSet,
            boolean carried,
            @Nullable Estimate estimate) {

        /** Half the width of the interval in which the value lies nineteen times in twenty, in its unit. */
        public Optional<BigDecimal> halfWidth() {
            return Optional.ofNullable(uncertainty)
                    .map(percent -> value.abs().multiply(percent).movePointLeft(2));
        }
    }

    /**
     * What the missing institutions are estimated at, beside the value and never in it.
     *
     * @param method carried_forward, interpolated or baseline_share
     * @param value of all of them together
     * @param institutions how many they are
     */
    public record Estimate(String method, BigDecimal value, int institutions) {}

    /** @param value null where the programme's own actual of the period is its baseline */
    public record StatedBaseline(
            ReportingPeriod period, @Nullable BigDecimal value, Text note) {}

    /**
     * @param current whether it was valid at the moment, not replaced by a later version
     * @param derivation how the figure was computed where the source gives none
     * @param definitionNote how target and series differ in what they count
     */
    public record TargetVersion(
            int id,
            String code,
            int version,
            ReportingPeriod period,
            BigDecimal value,
            boolean conditional,
            boolean illustrative,
            boolean current,
            Text statement,
            @Nullable String derivation,
            @Nullable Text definitionNote,
            String sourceTitle,
            @Nullable String sourceUrl,
            LocalDate decidedOn) {}

    /**
     * What one method said of the latest period.
     *
     * @param target key of the target version that it was judged by
     */
    public record Verdict(
            ReportingPeriod period,
            ProgressMethod method,
            ProgressStatus status,
            @Nullable BigDecimal score,
            @Nullable BigDecimal expected,
            @Nullable Reason reason,
            @Nullable Integer target) {}

    public Optional<Point> latest() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
    }

    /** Where the latest three values go; empty where that can't be told. */
    public Optional<Trend> trend() {
        return Trend.of(points, more);
    }

    /** Where the programme starts from, if that is known. */
    public Optional<Dated> baseline() {
        return Optional.ofNullable(statedBaseline)
                .flatMap(stated -> Optional.ofNullable(stated.value())
                        .or(() -> points.stream()
                                .filter(each -> each.period().equals(stated.period()))
                                .map(Point::value)
                                .findFirst())
                        .map(value -> new Dated(stated.period(), value)));
    }

    public Optional<Verdict> by(ProgressMethod method) {
        return verdicts.stream().filter(each -> each.method() == method).findFirst();
    }

    /** Whether the methods come to different statuses. */
    public boolean methodsDisagree() {
        return verdicts.stream().map(Verdict::status).distinct().count() > 1;
    }

    /** The target that is judged by: the one of the verdicts, else the next unconditional one. */
    public Optional<TargetVersion> target() {
        List<TargetVersion> current =
                targets.stream().filter(TargetVersion::current).toList();
        return verdicts.stream()
                .flatMap(verdict -> current.stream()
                        .filter(each -> Integer.valueOf(each.id()).equals(verdict.target())))
                .findFirst()
                .or(() -> current.stream()
                        .filter(each -> !each.conditional())
                        .min((one, other) -> one.period().compareTo(other.period())));
    }

    /** Whether the baseline kept the target already: a limit then, rather than a way to go. */
    public boolean isCeiling() {
        return baseline().isPresent()
                && target().isPresent()
                && meets(baseline().get().value(), target().get().value());
    }

    /** The Theil–Sen projection from the latest actual to the target's period; empty where there are too few actuals. */
    public List<Forecast.Band> projection() {
        Optional<TargetVersion> target = target();
        Optional<Point> latest = latest();
        if (target.isEmpty()
                || latest.isEmpty()
                || statedBaseline == null
                || target.get().period().months() != 12) {
            return List.of();
        }
        List<Dated> actuals = points.stream()
                .map(each -> new Dated(each.period(), each.value()))
                .toList();
        return Forecast.of(actuals, statedBaseline.period())
                .map(forecast ->
                        forecast.between(latest.get().period(), target.get().period()))
                .orElse(List.of());
    }

    private boolean meets(BigDecimal value, BigDecimal target) {
        return more ? value.compareTo(target) >= 0 : value.compareTo(target) <= 0;
    }
}
