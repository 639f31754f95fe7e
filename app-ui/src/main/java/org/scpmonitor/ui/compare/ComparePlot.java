package org.scpmonitor.ui.compare;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Marker;
import org.scpmonitor.ui.chart.Plot;
import org.scpmonitor.ui.chart.Series;
import org.scpmonitor.ui.chart.Series.Fill;
import org.scpmonitor.ui.chart.Series.Weight;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.NumberText;

/** The lines of the countries, each named at its end. */
record ComparePlot(Measured measured, Axes axes, Locale locale) {
    Plot plot() {
        List<Country> drawn = measured.countries().stream()
                .filter(each -> !each.points().isEmpty())
                .toList();
        List<Marker> markers = new ArrayList<>();
        drawn.forEach(each -> markers.add(name(each)));
        drawn.stream()
                .flatMap(each -> each.points().stream()
                        .skip(1)
                        .filter(ComparePlot::isNewSeries)
                        .map(point -> Marker.event(point.period(), List.of(translate("compare.break", country(each))))))
                .forEach(markers::add);
        return new Plot(
                axes, List.of(), List.of(), drawn.stream().map(this::series).toList(), markers, sentence(drawn), true);
    }

    private Marker name(Country country) {
        Point last = country.points().getLast();
        return Marker.end(
                CountryMark.of(country.code()), last.period(), last.value(), country(country) + " " + number(last));
    }

    private Series series(Country country) {
        return new Series(
                Weight.MAIN,
                CountryMark.of(country.code()),
                country.points().stream()
                        .map(each -> new Series.Point(
                                each.period(),
                                each.value(),
                                fill(each),
                                isNewSeries(each),
                                said(country, each),
                                Long.toString(each.id())))
                        .toList());
    }

    private List<String> said(Country country, Point point) {
        return Stream.of(
                        Stream.of(translate(
                                "compare.point",
                                country(country),
                                point.period().label(locale),
                                number(point),
                                measured.unit())),
                        kind(point),
                        point.expected() > 0
                                ? Stream.of(translate("chart.coverage", point.reported(), point.expected()))
                                : Stream.<String>of())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<String> kind(Point point) {
        return Kinds.key(point).map(each -> translate("chart.kind." + each)).stream();
    }

    private String sentence(List<Country> drawn) {
        return translate(
                "compare.sentence",
                measured.indicator().name().in(locale),
                measured.unit(),
                drawn.stream()
                        .map(each -> country(each) + " " + number(each.points().getLast()) + " ("
                                + each.points().getLast().period().label(locale) + ")")
                        .collect(Collectors.joining(", ")));
    }

    private String number(Point point) {
        return new NumberText(locale).of(point.value());
    }

    private String country(Country country) {
        return CountryMark.name(country.code(), locale);
    }

    private static boolean isNewSeries(Point point) {
        return point.status().equals("B");
    }

    private static Fill fill(Point point) {
        if (point.partial()) {
            return Fill.HATCHED;
        }
        return Kinds.key(point).isPresent() ? Fill.HOLLOW : Fill.SOLID;
    }
}
