package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.procurement.Purchase;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressStatus;
import org.scpmonitor.progress.Reason;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Axis;
import org.scpmonitor.ui.chart.ChartJs;
import org.scpmonitor.ui.chart.Marker;
import org.scpmonitor.ui.chart.Plot;
import org.scpmonitor.ui.chart.Series;
import org.scpmonitor.ui.chart.TargetPath;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.UnitText;

/**
 * A country's published share of purchases that meet a criterion, with the values that its source doesn't date apart from the
 * others: they stand at the edge, no line leads to them, and no method reads them.
 */
class ShareCard extends Section {
    private final FigureWriter told;
    private final CountryMark country;

    ShareCard(Entry<Criterion> entry, Purchase share, Optional<IndicatorProgress> progress, FigureWriter told) {
        this.told = told;
        Criterion criterion = entry.content();
        this.country = CountryMark.of(criterion.country());
        addClassName("card");
        H2 title = new H2(CountryMark.name(criterion.country(), told.locale()) + ": "
                + share.name().in(told.locale()));
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, new Help(Help.Term.UPTAKE), space);
        progress.flatMap(each -> each.by(each.programme().method()))
                .ifPresent(verdict -> head.add(StatusBadge.chip(verdict.status())));
        head.addClassNames("row", "wrap");
        ChartJs chart = new ChartJs();
        chart.addClassName("large");
        chart.addPointClickListener(click -> told.provenance().accept(click.key()));
        chart.show(plot(criterion, share, progress));
        add(head, chart);
        Paragraph undated = new Paragraph();
        undated.addClassName("src");
        undated.add(new Span(translate("procurement.undated") + " "));
        criterion
                .undated()
                .forEach(each -> undated.add(
                        new Span(percent(each.value()) + ": " + each.what().in(told.locale()) + " ("),
                        source(each),
                        new Span("). ")));
        add(undated, FigureWriter.small(translate("procurement.source", entry.source())));
    }

    private static Component source(Criterion.Undated undated) {
        String address = undated.source().split(" ", 2)[0];
        return address.startsWith("http")
                ? new Anchor(address, translate("procurement.source.link"))
                : new Span(undated.source());
    }

    private Plot plot(Criterion criterion, Purchase share, Optional<IndicatorProgress> progress) {
        List<Series.Point> points = share.in(criterion.country()).stream()
                .map(each -> new Series.Point(
                        each.period(),
                        each.value(),
                        Series.Fill.SOLID,
                        each.status().equals("B"),
                        List.of(each.period().label(told.locale()) + ": " + percent(each.value())),
                        Long.toString(each.id())))
                .toList();
        Optional<Dated> target =
                progress.flatMap(IndicatorProgress::target).map(each -> new Dated(each.period(), each.value()));
        Optional<Dated> baseline = progress.flatMap(IndicatorProgress::baseline);
        List<ReportingPeriod> periods = Stream.concat(
                        points.stream().map(Series.Point::period),
                        target.stream().map(Dated::period))
                .toList();
        List<BigDecimal> values = Stream.of(
                        Stream.of(BigDecimal.ZERO),
                        points.stream().map(Series.Point::value),
                        target.stream().map(Dated::value),
                        criterion.undated().stream().map(Criterion.Undated::value))
                .flatMap(each -> each)
                .toList();
        return new Plot(
                new Axes(Axis.ofTime(periods, 6, told.locale()), Axis.ofValues(values, told.numbers())),
                List.of(),
                target.isPresent() && baseline.isPresent()
                        ? List.of(new TargetPath(
                                country,
                                false,
                                List.of(
                                        new TargetPath.Corner(
                                                baseline.get().period(),
                                                baseline.get().value()),
                                        new TargetPath.Corner(
                                                target.get().period(),
                                                target.get().value()))))
                        : List.of(),
                List.of(new Series(Series.Weight.MAIN, country, points)),
                markers(criterion, points, target),
                sentence(share, points, target, criterion),
                true);
    }

    private List<Marker> markers(Criterion criterion, List<Series.Point> points, Optional<Dated> target) {
        List<Marker> markers = new ArrayList<>();
        points.forEach(each -> markers.add(Marker.label(
                country,
                each.period(),
                each.value(),
                told.numbers().of(each.value(), 1) + " · " + each.period().label(told.locale()),
                true,
                List.of(Marker.Side.BELOWRIGHT, Marker.Side.RIGHT, Marker.Side.BELOW, Marker.Side.LEFT))));
        points.stream()
                .filter(Series.Point::newSeries)
                .forEach(each -> markers.add(Marker.event(each.period(), List.of())));
        target.ifPresent(each -> markers.add(Marker.at(
                Marker.Kind.TARGET,
                each.period(),
                each.value(),
                List.of(translate("chart.target") + " " + each.period().start().getYear() + ": "
                        + told.numbers().of(each.value(), 0)),
                List.of(Marker.Side.ABOVELEFT, Marker.Side.ABOVE, Marker.Side.LEFT))));
        criterion
                .undated()
                .forEach(each -> markers.add(Marker.undated(
                        each.value(),
                        translate("procurement.undated.mark", told.numbers().of(each.value())))));
        return markers;
    }

    private String sentence(Purchase share, List<Series.Point> points, Optional<Dated> target, Criterion criterion) {
        return translate(
                "procurement.share.sentence",
                share.name().in(told.locale()),
                points.stream()
                        .map(each ->
                                percent(each.value()) + " (" + each.period().label(told.locale()) + ")")
                        .collect(Collectors.joining(", ")),
                target.map(each -> percent(each.value()) + " ("
                                + each.period().start().getYear() + ")")
                        .orElse("–"),
                criterion.undated().stream().map(each -> percent(each.value())).collect(Collectors.joining(", ")));
    }

    private String percent(BigDecimal value) {
        return UnitText.with(told.numbers().of(value, 1), "%");
    }

    /** Why no method judges it; nothing where one does. */
    static Optional<Section> why(IndicatorProgress progress, Criterion criterion, FigureWriter told) {
        return progress.by(progress.programme().method())
                .filter(each -> each.status() == ProgressStatus.UNABLE_TO_ASSESS)
                .flatMap(verdict -> Optional.ofNullable(verdict.reason()))
                .map(reason -> {
                    Section card = new Section(
                            new H2(translate("procurement.why")), new Paragraph(because(reason, progress, told)));
                    if (!criterion.undated().isEmpty()) {
                        card.add(new Paragraph(translate(
                                "procurement.why.undated", criterion.undated().size())));
                    }
                    card.add(Pages.link(Pages.METHODS + "#cuts", translate("methods.help.more")));
                    card.addClassName("card");
                    return card;
                });
    }

    /** Without a value after the baseline there is none to judge, whether or not there is one in it. */
    private static String because(Reason reason, IndicatorProgress progress, FigureWriter told) {
        Optional<String> latest = progress.latest()
                .map(each -> UnitText.with(told.numbers().of(each.value(), 1), "%") + " ("
                        + each.period().label(told.locale()) + ")");
        if (latest.isEmpty()) {
            return translate("procurement.why.nothing");
        }
        return reason == Reason.NO_ACTUAL || reason == Reason.ACTUAL_NOT_AFTER_BASELINE
                ? translate("procurement.why.baseline", latest.get())
                : translate("procurement.why.other", latest.get(), translate("reason." + reason));
    }
}
