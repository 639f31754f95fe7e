package org.scpmonitor.ui.chart;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.scpmonitor.ui.chart.Marker.Kind;
import org.scpmonitor.ui.chart.Marker.Side;
import org.scpmonitor.ui.chart.Series.Fill;
import org.scpmonitor.ui.chart.Series.Point;
import org.scpmonitor.ui.chart.Series.Weight;
import org.scpmonitor.ui.chart.TargetPath.Corner;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.chart.Trajectory.Comparison;
import org.scpmonitor.ui.chart.Trajectory.Level;
import org.scpmonitor.ui.chart.Trajectory.Target;
import org.scpmonitor.ui.component.NumberText;

/** A trajectory as a plot: what is drawn, what is labelled, what is said. */
record TrajectoryPlot(Trajectory trajectory, Axes axes, String sentence, boolean large, Locale locale) {
    private static final List<Side> LEFT_FIRST = List.of(Side.LEFT, Side.ABOVELEFT, Side.BELOWLEFT, Side.RIGHT);
    private static final List<Side> IN_PANEL =
            List.of(Side.BELOWLEFT, Side.ABOVELEFT, Side.LEFT, Side.BELOW, Side.ABOVE);

    Plot plot() {
        return new Plot(
                axes,
                bands(),
                trajectory.targets().stream().map(this::path).toList(),
                Stream.concat(trajectory.comparisons().stream().map(this::series), Stream.of(actuals()))
                        .toList(),
                markers(),
                sentence,
                large);
    }

    private List<Band> bands() {
        return trajectory.projection().isEmpty()
                ? List.of()
                : List.of(new Band(
                        trajectory.country(),
                        trajectory.projection().stream()
                                .map(each -> new Band.Width(each.period(), each.middle(), each.low(), each.high()))
                                .toList()));
    }

    private TargetPath path(Target target) {
        List<Corner> corners = new ArrayList<>();
        Level baseline = trajectory.baseline();
        if (baseline != null) {
            corners.add(new Corner(
                    baseline.period(), target.ceiling() ? target.target().value() : baseline.value()));
        }
        Stream.concat(target.milestones().stream(), Stream.of(target.target()))
                .forEach(each -> corners.add(new Corner(each.period(), each.value())));
        return new TargetPath(trajectory.country(), target.superseded(), corners);
    }

    private Series series(Comparison comparison) {
        return new Series(
                Weight.BESIDE,
                comparison.country(),
                comparison.levels().stream()
                        .map(each -> new Point(each.period(), each.value(), List.of(said(comparison, each)), null))
                        .toList());
    }

    private Series actuals() {
        return new Series(
                Weight.MAIN,
                trajectory.country(),
                trajectory.actuals().stream()
                        .map(each -> new Point(
                                each.period(),
                                each.value(),
                                fill(each),
                                each.newSeries(),
                                Said.of(each, trajectory.unit(), locale),
                                each.key()))
                        .toList());
    }

    private static Fill fill(Actual actual) {
        return switch (actual.kind()) {
            case FINAL -> Fill.SOLID;
            case PROVISIONAL, ESTIMATED -> Fill.HOLLOW;
            case PARTIAL -> Fill.HATCHED;
        };
    }

    private List<Marker> markers() {
        List<Marker> markers = new ArrayList<>();
        trajectory.actuals().stream()
                .filter(Actual::newSeries)
                .forEach(each -> markers.add(
                        Marker.event(each.period(), large ? List.of(translate("chart.break")) : List.of())));
        trajectory.actuals().forEach(each -> spans(each, markers));
        trajectory.targets().forEach(each -> targetMarkers(each, markers));
        baselineMarker(markers);
        expectedMarker(markers);
        latestMarker(markers);
        trajectory.comparisons().stream()
                .filter(each -> !each.levels().isEmpty())
                .forEach(each -> markers.add(Marker.label(
                        each.country(),
                        each.levels().getLast().period(),
                        each.levels().getLast().value(),
                        each.name(),
                        false,
                        Side.RIGHT_FIRST)));
        return markers;
    }

    /** The interval of uncertainty, on large charts, and what is estimated beside a value. */
    private void spans(Actual each, List<Marker> markers) {
        BigDecimal halfWidth = each.halfWidth();
        if (halfWidth != null && large) {
            boolean latest = each.equals(trajectory.latest());
            markers.add(Marker.span(
                    Kind.WHISKER,
                    trajectory.country(),
                    each.period(),
                    each.value().subtract(halfWidth),
                    each.value().add(halfWidth),
                    List.of()));
            if (latest) {
                limit(each, each.value().subtract(halfWidth), Side.BELOW, markers);
                limit(each, each.value().add(halfWidth), Side.ABOVE, markers);
            }
        }
        Trajectory.Estimate estimate = each.estimate();
        if (estimate != null) {
            markers.add(Marker.span(
                    Kind.ESTIMATE,
                    trajectory.country(),
                    each.period(),
                    each.value(),
                    each.value().add(estimate.value()),
                    List.of()));
        }
    }

    /** The latest interval's limits are written; the others are told with their point. */
    private void limit(Actual each, BigDecimal value, Side side, List<Marker> markers) {
        markers.add(Marker.label(
                trajectory.country(), each.period(), value, numbers().of(value), false, List.of(side)));
    }

    private void targetMarkers(Target each, List<Marker> markers) {
        each.milestones()
                .forEach(milestone ->
                        markers.add(marker(Kind.MILESTONE, milestone, large ? List.of(number(milestone)) : List.of())));
        if (each.superseded()) {
            markers.add(Marker.at(
                    Kind.SUPERSEDED,
                    each.target().period(),
                    each.target().value(),
                    large ? List.of(each.name() + " · " + number(each.target())) : List.of(),
                    LEFT_FIRST));
            return;
        }
        String word = translate(each.ceiling() ? "chart.ceiling" : "chart.target");
        markers.add(Marker.at(
                Kind.TARGET,
                each.target().period(),
                each.target().value(),
                large
                        ? List.of(word + " " + label(each.target()), number(each.target()))
                        : List.of(word + " " + number(each.target())),
                large ? Side.ANYWHERE : IN_PANEL));
    }

    private void baselineMarker(List<Marker> markers) {
        Level baseline = trajectory.baseline();
        if (baseline != null) {
            markers.add(marker(
                    Kind.BASE,
                    baseline,
                    large ? List.of(translate("chart.baseline", label(baseline)), number(baseline)) : List.of()));
        }
    }

    private void expectedMarker(List<Marker> markers) {
        Level expected = trajectory.expected();
        if (expected != null && large) {
            markers.add(marker(
                    Kind.EXPECTED, expected, List.of(translate("chart.expected", label(expected)), number(expected))));
        }
    }

    private void latestMarker(List<Marker> markers) {
        Actual latest = trajectory.latest();
        if (latest == null) {
            return;
        }
        markers.add(Marker.label(
                trajectory.country(),
                latest.period(),
                latest.value(),
                numbers().of(latest.value()) + (large ? Said.beside(latest) : ""),
                true,
                large ? Side.RIGHT_FIRST : Side.ABOVE_FIRST));
    }

    private static Marker marker(Kind kind, Level at, List<String> text) {
        return Marker.at(
                kind, at.period(), at.value(), text, kind == Kind.MILESTONE ? Side.ABOVE_FIRST : Side.ANYWHERE);
    }

    private String said(Comparison comparison, Level level) {
        return translate("chart.point.comparison", comparison.name(), label(level), number(level), trajectory.unit());
    }

    private String label(Level level) {
        return level.period().label(locale);
    }

    private String number(Level level) {
        return numbers().of(level.value());
    }

    private NumberText numbers() {
        return new NumberText(locale);
    }
}
