package org.scpmonitor.ui.compare;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Axis;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Scale;

/**
 * What was asked for, of what there is.
 *
 * @param all every indicator that may be compared, with figures those that were chosen
 */
record Comparison(Selection selection, List<Compared> all) {
    private static final int YEARS_NAMED = 8;

    /** The indicators in the order in which they were chosen. */
    List<Compared> chosen() {
        return selection.indicators().stream()
                .flatMap(code -> all.stream().filter(each -> each.code().equals(code)))
                .toList();
    }

    /** Of all the figures, in order of time. */
    List<ReportingPeriod> periods() {
        return chosen().stream()
                .flatMap(each -> each.countries().stream())
                .flatMap(each -> each.points().stream())
                .map(Point::period)
                .distinct()
                .sorted()
                .toList();
    }

    Scale scale() {
        return Optional.ofNullable(selection.scale()).orElse(Scale.ABSOLUTE);
    }

    /** The period that is 100: the one asked for, or the first of all. */
    Optional<ReportingPeriod> base() {
        List<ReportingPeriod> periods = periods();
        return Stream.concat(Stream.ofNullable(selection.base()).filter(periods::contains), periods.stream())
                .findFirst();
    }

    List<Measured> measured() {
        return chosen().stream().map(this::measured).toList();
    }

    private Measured measured(Compared indicator) {
        List<Country> countries = countries(indicator);
        return switch (scale()) {
            case ABSOLUTE -> Measured.absolute(indicator, countries);
            case INDEX ->
                base().map(base -> Measured.indexed(indicator, countries, base))
                        .orElseGet(() -> Measured.absolute(indicator, countries));
            case PERCAPITA -> Measured.perHead(indicator, countries, all);
        };
    }

    /** Those that were chosen, all without a choice; within the periods that were asked for. */
    List<Country> countries(Compared indicator) {
        ReportingPeriod from = selection.from();
        ReportingPeriod to = selection.to();
        return indicator.countries().stream()
                .filter(each ->
                        selection.countries().isEmpty() || selection.countries().contains(each.code()))
                .map(each -> new Country(
                        each.code(),
                        each.points().stream()
                                .filter(point -> from == null || point.period().compareTo(from) >= 0)
                                .filter(point -> to == null || point.period().compareTo(to) <= 0)
                                .toList()))
                .toList();
    }

    /** One time axis for all; one scale for those of the same unit. */
    static Axes axes(Measured measured, List<Measured> all, NumberText numbers) {
        List<BigDecimal> values = all.stream()
                .filter(other -> other.unit().equals(measured.unit()))
                .flatMap(Measured::points)
                .map(Point::value)
                .toList();
        return new Axes(
                Axis.ofTime(
                        all.stream()
                                .flatMap(Measured::points)
                                .map(Point::period)
                                .toList(),
                        YEARS_NAMED,
                        numbers.locale()),
                Axis.ofValues(values, numbers));
    }
}
