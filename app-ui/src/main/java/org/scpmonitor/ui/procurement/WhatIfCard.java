package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.procurement.Purchase;
import org.scpmonitor.procurement.WhatIf;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.Forecast;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Axis;
import org.scpmonitor.ui.chart.Band;
import org.scpmonitor.ui.chart.ChartJs;
import org.scpmonitor.ui.chart.Marker;
import org.scpmonitor.ui.chart.Plot;
import org.scpmonitor.ui.chart.Series;
import org.scpmonitor.ui.chart.TargetPath;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.UnitText;

/** What more would be avoided if a share of the purchases met the criterion, and what that does to the programme's paths. */
class WhatIfCard extends Section {
    static final int FIRST_YEAR = 2026;
    static final int LAST_YEAR = 2050;

    private final FigureWriter told;
    private final ScaleField share;
    private final ScaleField years;
    private final Div answer = new Div();

    /** What is asked: a share from 0 to 1 by a year. */
    record Asked(BigDecimal share, int year) {
        /** As it stands in the address. */
        String query() {
            return "share="
                    + share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "&year=" + year;
        }
    }

    WhatIfCard(FigureWriter told, Asked now, Consumer<Asked> ask) {
        this.told = told;
        addClassName("card");
        H2 title = new H2(translate("procurement.whatif"));
        title.addClassName("card-h");
        share = new ScaleField(
                "whatif-share",
                translate("procurement.whatif.share"),
                100,
                value -> told.percent(new BigDecimal(value).movePointLeft(2)),
                value -> ask.accept(new Asked(value.movePointLeft(2), now.year())));
        share.show(now.share().movePointRight(2));
        years = new ScaleField(
                "whatif-year",
                translate("procurement.whatif.year"),
                LAST_YEAR - FIRST_YEAR,
                value -> Integer.toString(FIRST_YEAR + Integer.parseInt(value)),
                value -> ask.accept(new Asked(now.share(), FIRST_YEAR + value.intValue())));
        years.show(BigDecimal.valueOf(now.year() - FIRST_YEAR));
        Div fields = new Div(share, years);
        fields.addClassNames("scales", "no-print");
        answer.getElement().setAttribute("aria-live", "polite");
        Div head = new Div(title, new Help(Help.Term.WHATIF));
        head.addClassName("row");
        add(head, new Paragraph(translate("procurement.whatif.says")), fields, answer);
    }

    /** @param programme every indicator of the country's programme */
    void show(Measures measures, Asked asked, List<IndicatorProgress> programme) {
        boolean any = false;
        for (Purchase impact : measures.impacts()) {
            Optional<WhatIf> found = measures.whatIf(impact, asked.share(), ReportingPeriod.year(asked.year()));
            if (found.isPresent()) {
                answer.add(part(impact, found.get(), measures, programme));
                any = true;
            }
        }
        if (!any) {
            answer.add(new Note(Note.Kind.PLAIN, translate("procurement.whatif.nothing")));
        }
        answer.add(FigureWriter.small(translate("procurement.whatif.method")));
    }

    private Component part(Purchase impact, WhatIf whatIf, Measures measures, List<IndicatorProgress> programme) {
        H3 name = new H3(impact.code() + " · " + impact.name().in(told.locale()));
        Div answers = new Div(
                told("procurement.whatif.today", told.amount(whatIf.impact(), whatIf.unit())),
                told(
                        "procurement.whatif.more",
                        (whatIf.whole().signum() > 0 ? "+" : "")
                                + UnitText.with(told.numbers().of(whatIf.whole()), whatIf.unit())),
                told(
                        "procurement.whatif.unit",
                        UnitText.with(told.numbers().of(whatIf.unitImpact(), 3), whatIf.unit())));
        answers.addClassName("effects");
        Div part = new Div(name, answers);
        find(programme, impact.code())
                .ifPresentOrElse(
                        own -> part.add(own(whatIf, measures, impact, own)),
                        () -> part.add(chart(plot(
                                measures.criterion().country(),
                                impact.in(measures.criterion().country()).stream()
                                        .map(each -> new Dated(each.period(), each.value()))
                                        .toList(),
                                raised(whatIf),
                                List.of(),
                                Optional.empty(),
                                impact.unit()))));
        programme.stream()
                .filter(IndicatorProgress::headline)
                .findFirst()
                .flatMap(headline -> headline(whatIf, headline))
                .ifPresent(part::add);
        return part;
    }

    private static Optional<IndicatorProgress> find(List<IndicatorProgress> programme, String indicator) {
        return programme.stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst();
    }

    /** The impact's own path in the programme. */
    private Component own(WhatIf whatIf, Measures measures, Purchase impact, IndicatorProgress own) {
        List<Point> figures = impact.in(measures.criterion().country());
        Optional<Dated> target = own.target().map(each -> new Dated(each.period(), each.value()));
        Div part = new Div(chart(plot(
                measures.criterion().country(),
                figures.stream()
                        .map(each -> new Dated(each.period(), each.value()))
                        .toList(),
                raised(whatIf),
                List.of(),
                own.baseline().flatMap(from -> target.map(to -> List.of(from, to))),
                impact.unit())));
        target.ifPresent(each -> {
            BigDecimal with = whatIf.impact().add(whatIf.in(each.period()));
            part.add(new Paragraph(translate(
                    with.compareTo(each.value()) >= 0 ? "procurement.whatif.reached" : "procurement.whatif.missed",
                    each.period().label(told.locale()),
                    told.amount(each.value(), impact.unit()),
                    UnitText.with(told.numbers().of(with), impact.unit()))));
        });
        return part;
    }

    private static List<Dated> raised(WhatIf whatIf) {
        return whatIf.years().stream()
                .map(each -> new Dated(each.period(), whatIf.impact().add(each.additional())))
                .toList();
    }

    /** The programme's headline indicator, projected as it goes, and with what would be avoided taken off. */
    private Optional<Component> headline(WhatIf whatIf, IndicatorProgress headline) {
        List<Forecast.Band> without = headline.projection();
        if (without.isEmpty() || headline.more()) {
            return Optional.of(new Note(Note.Kind.PLAIN, translate("procurement.whatif.noheadline")));
        }
        return whatIf.less(without, headline.unit()).map(with -> {
            Forecast.Band last = without.getLast();
            Forecast.Band lastWith = with.getLast();
            Dated target = headline.target()
                    .map(each -> new Dated(each.period(), each.value()))
                    .orElseThrow();
            H3 title = new H3(translate(
                    "procurement.whatif.headline",
                    headline.programme().name().in(told.locale()),
                    headline.name().in(told.locale())));
            Div part = new Div(
                    title,
                    chart(plot(
                            headline.programme().country(),
                            headline.points().stream()
                                    .map(each -> new Dated(each.period(), each.value()))
                                    .toList(),
                            with.stream()
                                    .map(each -> new Dated(each.period(), each.middle()))
                                    .toList(),
                            without,
                            headline.baseline().map(from -> List.of(from, target)),
                            headline.unit())),
                    new Paragraph(translate(
                            "procurement.whatif.effect",
                            last.period().label(told.locale()),
                            UnitText.with(told.numbers().full(four(last.middle())), headline.unit()),
                            UnitText.with(told.numbers().full(four(lastWith.middle())), headline.unit()),
                            told.amount(target.value(), headline.unit()),
                            translate(reached(last.middle(), target)),
                            translate(reached(lastWith.middle(), target)))));
            return (Component) part;
        });
    }

    private static BigDecimal four(BigDecimal value) {
        return value.setScale(4, RoundingMode.HALF_EVEN);
    }

    private static String reached(BigDecimal value, Dated target) {
        return value.compareTo(target.value()) <= 0 ? "procurement.whatif.yes" : "procurement.whatif.no";
    }

    private static ChartJs chart(Plot plot) {
        ChartJs chart = new ChartJs();
        chart.addClassName("large");
        chart.show(plot);
        return chart;
    }

    /** @param path baseline and target */
    private Plot plot(
            String code,
            List<Dated> actual,
            List<Dated> raised,
            List<Forecast.Band> band,
            Optional<List<Dated>> path,
            String unit) {
        CountryMark country = CountryMark.of(code);
        List<Dated> all = Stream.of(actual, raised, path.orElse(List.of()))
                .flatMap(List::stream)
                .toList();
        List<BigDecimal> values = Stream.concat(
                        all.stream().map(Dated::value),
                        band.stream().flatMap(each -> Stream.of(each.low(), each.high())))
                .toList();
        List<Marker> markers = new ArrayList<>();
        if (!raised.isEmpty()) {
            Dated last = raised.getLast();
            markers.add(Marker.label(
                    country,
                    last.period(),
                    last.value(),
                    translate("procurement.whatif.with") + " " + told.numbers().of(last.value()),
                    true,
                    List.of(Marker.Side.ABOVELEFT, Marker.Side.LEFT, Marker.Side.BELOWLEFT)));
        }
        path.ifPresent(corners -> markers.add(Marker.at(
                Marker.Kind.TARGET,
                corners.getLast().period(),
                corners.getLast().value(),
                List.of(translate("chart.target") + " "
                        + told.numbers().of(corners.getLast().value())),
                List.of(Marker.Side.BELOW, Marker.Side.BELOWLEFT, Marker.Side.ABOVE, Marker.Side.LEFT))));
        return new Plot(
                new Axes(
                        Axis.ofTime(all.stream().map(Dated::period).toList(), 9, told.locale()),
                        Axis.ofValues(values, told.numbers())),
                band.isEmpty()
                        ? List.of()
                        : List.of(new Band(
                                country,
                                band.stream()
                                        .map(each ->
                                                new Band.Width(each.period(), each.middle(), each.low(), each.high()))
                                        .toList())),
                path.map(corners -> List.of(new TargetPath(
                                country,
                                false,
                                corners.stream()
                                        .map(each -> new TargetPath.Corner(each.period(), each.value()))
                                        .toList())))
                        .orElse(List.of()),
                List.of(
                        series(Series.Weight.BESIDE, country, raised, unit, "procurement.whatif.point"),
                        series(Series.Weight.MAIN, country, actual, unit, "procurement.whatif.actual")),
                markers,
                translate(
                        "procurement.whatif.sentence",
                        actual.isEmpty() ? "–" : amount(actual.getLast(), unit),
                        raised.isEmpty() ? "–" : amount(raised.getLast(), unit),
                        path.map(corners -> amount(corners.getLast(), unit)).orElse("–")),
                true);
    }

    private Series series(Series.Weight weight, CountryMark country, List<Dated> values, String unit, String key) {
        return new Series(
                weight,
                country,
                values.stream()
                        .map(each -> new Series.Point(
                                each.period(), each.value(), List.of(translate(key, amount(each, unit))), null))
                        .toList());
    }

    private String amount(Dated value, String unit) {
        return UnitText.with(told.numbers().of(value.value()), unit) + " ("
                + value.period().label(told.locale()) + ")";
    }

    private static Component told(String key, String value) {
        Span label = new Span(translate(key));
        label.addClassNames("xs", "faint");
        Span number = new Span(value);
        number.addClassName("v");
        number.getElement().getStyle().set("font-weight", "var(--scp-w-bold)");
        return new Div(label, new Div(number));
    }
}
