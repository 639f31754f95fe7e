package org.scpmonitor.procurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.measure.Quantity;
import org.scpmonitor.measure.Rounding;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;
import org.scpmonitor.progress.Forecast;

/**
 * What more would be avoided each year if a share of the purchases met a criterion by a year. With the impact u of one unit that
 * meets it (impact / meeting, both of the latest year), M what meets it and P all purchases of that year, and s the share: the
 * additional impact of the target year is u · (s·P − M), reached on a straight line from the latest year and kept after. It is
 * negative where s lies below the share of today.
 *
 * <p>Supposed is that as much is bought each year as in the latest, that a unit that meets the criterion goes on to avoid as much
 * as today's, and that nothing else changes. What is bought in a year counts in that year only: several years of use of one
 * purchase aren't added up.
 *
 * @param latest the year that it begins with
 * @param unitImpact in the impact's unit for each unit bought
 * @param meeting what meets the criterion in the latest year
 * @param purchases all that was bought in it
 * @param impact the figure of the impact in it
 * @param unit UCUM code of the impact's unit
 * @param share from 0 to 1
 * @param target the year by which it is reached
 */
public record WhatIf(
        ReportingPeriod latest,
        BigDecimal unitImpact,
        BigDecimal meeting,
        BigDecimal purchases,
        BigDecimal impact,
        String unit,
        BigDecimal share,
        ReportingPeriod target) {

    /** An additional impact of a year, in the impact's unit. */
    public record Year(ReportingPeriod period, BigDecimal additional) {}

    /**
     * Empty where the three figures aren't all there for one year, nothing meets the criterion yet, so that the impact of a unit
     * isn't known, or the target is no year after it.
     */
    public static Optional<WhatIf> of(
            List<Point> meeting,
            List<Point> purchases,
            List<Point> impact,
            String unit,
            BigDecimal share,
            ReportingPeriod target) {
        return impact.reversed().stream()
                .flatMap(avoided -> meeting.stream()
                        .filter(part -> part.period().equals(avoided.period())
                                && part.value().signum() > 0)
                        .flatMap(part -> purchases.stream()
                                .filter(all -> all.period().equals(avoided.period()))
                                .map(all -> new WhatIf(
                                        avoided.period(),
                                        avoided.value().divide(part.value(), Rounding.TWENTY_DIGITS),
                                        part.value(),
                                        all.value(),
                                        avoided.value(),
                                        unit,
                                        share,
                                        target))))
                .findFirst()
                .filter(each -> each.target.months() == each.latest.months() && each.months() > 0);
    }

    private long months() {
        return target.monthsSince(latest);
    }

    /** The additional impact of the target year, in the impact's unit. */
    public BigDecimal whole() {
        return unitImpact.multiply(share.multiply(purchases).subtract(meeting));
    }

    /** The additional impact of a year: none until the latest, all of it from the target on. */
    public BigDecimal in(ReportingPeriod period) {
        long since = Math.clamp(period.monthsSince(latest), 0, months());
        return whole().multiply(BigDecimal.valueOf(since)).divide(BigDecimal.valueOf(months()), Rounding.TWENTY_DIGITS);
    }

    /** Year by year from the latest to the target. */
    public List<Year> years() {
        return Stream.iterate(latest, each -> each.compareTo(target) <= 0, ReportingPeriod::next)
                .map(each -> new Year(each, in(each)))
                .toList();
    }

    /**
     * A projection of emissions, energy or another amount that falls by what is avoided, in its own unit; empty where that is of
     * another kind than the impact.
     */
    public Optional<List<Forecast.Band>> less(List<Forecast.Band> projection, String unitOfIt) {
        Unit own = Units.of(unit);
        Unit other = Units.of(unitOfIt);
        return own.kind().equals(other.kind())
                ? Optional.of(projection.stream()
                        .map(each -> {
                            BigDecimal avoided = new Quantity(in(each.period()), own)
                                    .in(other)
                                    .orElseThrow()
                                    .value();
                            return new Forecast.Band(
                                    each.period(),
                                    each.middle().subtract(avoided),
                                    each.low().subtract(avoided),
                                    each.high().subtract(avoided));
                        })
                        .toList())
                : Optional.empty();
    }
}
