package org.scpmonitor.ui.compare;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.ui.component.Selection.Scale;
import org.scpmonitor.ui.component.UnitText;

/**
 * One indicator in the countries that were chosen, measured as the reader wants it.
 *
 * @param unitCode UCUM; the indicator's own for an index
 * @param base period whose value is 100; null where it is no index
 * @param without codes of the countries that have figures, and none of them can be measured so
 */
record Measured(
        Compared indicator,
        Scale scale,
        String unitCode,
        @Nullable ReportingPeriod base,
        List<Country> countries,
        List<String> without) {

    /** As the reader sees it; equal for what may share an axis. */
    String unit() {
        return base == null ? UnitText.of(unitCode) : translate("compare.unit.index", base.toString());
    }

    /** As reported. */
    static Measured absolute(Compared indicator, List<Country> countries) {
        return new Measured(indicator, Scale.ABSOLUTE, indicator.unit(), null, countries, List.of());
    }

    /** With the value of the base period as 100. A country without one, or with zero, has no index. */
    static Measured indexed(Compared indicator, List<Country> countries, ReportingPeriod base) {
        return new Measured(
                        indicator,
                        Scale.INDEX,
                        indicator.unit(),
                        base,
                        countries.stream()
                                .map(country -> new Country(
                                        country.code(),
                                        country.at(base)
                                                .map(Point::value)
                                                .filter(value -> value.signum() != 0)
                                                .map(value -> value.movePointLeft(2))
                                                .map(hundredth -> country.points().stream()
                                                        .map(each -> each.with(
                                                                each.value().divide(hundredth, MathContext.DECIMAL64)))
                                                        .toList())
                                                .orElse(List.of())))
                                .toList(),
                        List.of())
                .tellingWithout(countries);
    }

    /** Divided by the inhabitants of the same period. A year whose population isn't known is left out. */
    static Measured perHead(Compared indicator, List<Country> countries, List<Compared> all) {
        Optional<Compared> population =
                all.stream().filter(Compared::population).findFirst();
        if (population.isEmpty() || !indicator.perInhabitant()) {
            return absolute(indicator, countries);
        }
        HeadUnit unit = HeadUnit.of(indicator.unit());
        return new Measured(
                        indicator,
                        Scale.PERCAPITA,
                        unit.code(),
                        null,
                        countries.stream()
                                .map(country -> new Country(
                                        country.code(),
                                        country.points().stream()
                                                .flatMap(each -> people(population.get(), country, each.period())
                                                        .map(people -> each.with(each.value()
                                                                .multiply(unit.factor())
                                                                .divide(people, MathContext.DECIMAL64)))
                                                        .stream())
                                                .toList()))
                                .toList(),
                        List.of())
                .tellingWithout(countries);
    }

    private static Optional<BigDecimal> people(Compared population, Country country, ReportingPeriod period) {
        return population.countries().stream()
                .filter(each -> each.code().equals(country.code()))
                .flatMap(each -> each.at(period).stream())
                .map(Point::value)
                .filter(value -> value.signum() > 0)
                .findFirst();
    }

    private Measured tellingWithout(List<Country> before) {
        return new Measured(
                indicator,
                scale,
                unitCode,
                base,
                countries,
                Stream.iterate(0, i -> i < before.size(), i -> i + 1)
                        .filter(i -> !before.get(i).points().isEmpty()
                                && countries.get(i).points().isEmpty())
                        .map(i -> before.get(i).code())
                        .toList());
    }

    Stream<Point> points() {
        return countries.stream().flatMap(each -> each.points().stream());
    }

    boolean isEmpty() {
        return points().findAny().isEmpty();
    }
}
