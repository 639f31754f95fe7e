package org.scpmonitor.ui.chart;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.ui.chart.Grammar.Mark;
import org.scpmonitor.ui.chart.Series.Role;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.chart.Trajectory.Band;
import org.scpmonitor.ui.chart.Trajectory.Comparison;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.chart.Trajectory.Level;
import org.scpmonitor.ui.chart.Trajectory.TargetPath;
import org.scpmonitor.ui.component.NumberText;
import software.xdev.chartjs.model.charts.ScatterChart;
import software.xdev.chartjs.model.data.ScatterData;
import software.xdev.chartjs.model.options.LineOptions;
import software.xdev.chartjs.model.options.layout.Layout;
import software.xdev.chartjs.model.options.layout.Padding;
import software.xdev.chartjs.model.options.scale.Scales;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearScaleOptions;

/** A trajectory as Chart.js's configuration: what is drawn, what is labelled, what is said. */
record TrajectoryDrawing(Trajectory trajectory, Axes axes, String sentence, boolean large, Locale locale) {
    private static final int BOLD = 640;
    private static final int MEDIUM = 540;
    private static final int REGULAR = 420;
    private static final List<String> ANYWHERE =
            List.of("below", "above", "right", "left", "belowright", "belowleft", "aboveright", "aboveleft");
    private static final List<String> ABOVE_FIRST =
            List.of("above", "below", "right", "left", "aboveright", "aboveleft", "belowright", "belowleft");
    private static final List<String> RIGHT_FIRST =
            List.of("right", "above", "below", "aboveright", "belowright", "left");

    String json() {
        ScatterData data = new ScatterData();
        Stream.of(projection(), trajectory.targets().stream().map(this::path), comparisons(), actuals())
                .flatMap(each -> each)
                .forEach(data::addDataset);
        LineOptions options = new LineOptions()
                .setAnimation(false)
                .setResponsive(true)
                .setMaintainAspectRatio(false)
                .setLayout(new Layout().setPadding(new Padding().setTop(10).setRight(14)))
                .setScales(new Scales()
                        .addScale("x", scale(axes.firstYear(), axes.lastYear()))
                        .addScale("y", scale(axes.low(), axes.high())))
                .setPlugins(new Grammar(large, sentence, axes, marks()));
        return new ScatterChart(data, options).toJson();
    }

    private static LinearScaleOptions scale(double from, double to) {
        return new LinearScaleOptions().setMin(from).setMax(to);
    }

    /** The lower and the upper edge of the band must be neighbours: the upper is filled down to the one before it. */
    private Stream<Series> projection() {
        if (trajectory.projection().isEmpty()) {
            return Stream.empty();
        }
        Series low = new Series(Role.BAND_LOW, identity());
        Series high = new Series(Role.BAND_HIGH, identity());
        Series middle = new Series(Role.PROJECTION, identity());
        for (Band band : trajectory.projection()) {
            double x = Axes.at(band.period());
            low.point(x, band.low());
            high.point(x, band.high());
            middle.point(x, band.middle());
        }
        return Stream.of(low, high, middle);
    }

    private Series path(TargetPath target) {
        Series path = new Series(target.superseded() ? Role.PATH_SUPERSEDED : Role.PATH, identity());
        Level baseline = trajectory.baseline();
        if (baseline != null) {
            path.point(
                    Axes.at(baseline.period()),
                    target.ceiling() ? target.target().value() : baseline.value());
        }
        target.milestones().forEach(each -> path.point(Axes.at(each.period()), each.value()));
        path.point(Axes.at(target.target().period()), target.target().value());
        return path;
    }

    private Stream<Series> comparisons() {
        return trajectory.comparisons().stream().map(each -> {
            Series series = new Series(Role.COMPARISON, each.country().token());
            Level before = null;
            for (Level level : each.levels()) {
                if (before != null && !before.period().next().equals(level.period())) {
                    series.gap(Axes.at(level.period()) - 1e-3);
                }
                series.point(Axes.at(level.period()), level.value(), said(each, level), null, false);
                before = level;
            }
            return series;
        });
    }

    private Stream<Series> actuals() {
        Series series = new Series(Role.ACTUAL, identity());
        Actual before = null;
        for (Actual actual : trajectory.actuals()) {
            if (before != null && (actual.newSeries() || !before.period().next().equals(actual.period()))) {
                series.gap(Axes.at(actual.period()) - 1e-3);
            }
            series.point(
                    Axes.at(actual.period()), actual.value(), said(actual), actual.key(), actual.kind() != Kind.FINAL);
            before = actual;
        }
        return Stream.of(series);
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        trajectory.actuals().stream()
                .filter(Actual::newSeries)
                .forEach(each -> marks.add(new Mark(
                        "event",
                        Axes.at(each.period()) - 0.5 * each.period().months() / 12,
                        null,
                        null,
                        large ? List.of(translate("chart.break")) : List.of(),
                        List.of("right", "left"),
                        null,
                        REGULAR)));
        trajectory.actuals().forEach(each -> spans(each, marks));
        trajectory.targets().forEach(each -> targetMarks(each, marks));
        baselineMark(marks);
        expectedMark(marks);
        latestMark(marks);
        trajectory.comparisons().stream()
                .filter(each -> !each.levels().isEmpty())
                .forEach(each -> marks.add(mark(
                        "text",
                        each.levels().getLast(),
                        List.of(each.name()),
                        RIGHT_FIRST,
                        each.country().token(),
                        MEDIUM)));
        return marks;
    }

    /** The interval of uncertainty, on large charts, and what is estimated beside a value. */
    private void spans(Actual each, List<Mark> marks) {
        BigDecimal halfWidth = each.halfWidth();
        if (halfWidth != null && large) {
            marks.add(span(
                    "whisker",
                    each,
                    each.value().subtract(halfWidth),
                    each.value().add(halfWidth)));
        }
        Trajectory.Estimate estimate = each.estimate();
        if (estimate != null) {
            marks.add(span("estimate", each, each.value(), each.value().add(estimate.value())));
        }
    }

    private Mark span(String kind, Actual at, BigDecimal from, BigDecimal to) {
        return new Mark(kind, Axes.at(at.period()), from, to, List.of(), List.of(), identity(), REGULAR);
    }

    private void targetMarks(TargetPath each, List<Mark> marks) {
        each.milestones()
                .forEach(milestone -> marks.add(mark(
                        "milestone",
                        milestone,
                        large ? List.of(number(milestone)) : List.of(),
                        ABOVE_FIRST,
                        null,
                        REGULAR)));
        if (each.superseded()) {
            marks.add(mark(
                    "superseded",
                    each.target(),
                    large ? List.of(each.name() + " · " + number(each.target())) : List.of(),
                    List.of("left", "aboveleft", "belowleft", "right"),
                    null,
                    REGULAR));
            return;
        }
        String word = translate(each.ceiling() ? "chart.ceiling" : "chart.target");
        marks.add(mark(
                "target",
                each.target(),
                large
                        ? List.of(word + " " + label(each.target()), number(each.target()))
                        : List.of(word + " " + number(each.target())),
                large ? ANYWHERE : List.of("belowleft", "aboveleft", "left", "below", "above"),
                null,
                MEDIUM));
    }

    private void baselineMark(List<Mark> marks) {
        Level baseline = trajectory.baseline();
        if (baseline != null) {
            List<String> text =
                    large ? List.of(translate("chart.baseline", label(baseline)), number(baseline)) : List.of();
            marks.add(mark("base", baseline, text, ANYWHERE, null, MEDIUM));
        }
    }

    private void expectedMark(List<Mark> marks) {
        Level expected = trajectory.expected();
        if (expected != null && large) {
            marks.add(mark(
                    "expected",
                    expected,
                    List.of(translate("chart.expected", label(expected)), number(expected)),
                    ANYWHERE,
                    null,
                    MEDIUM));
        }
    }

    private void latestMark(List<Mark> marks) {
        Actual latest = trajectory.latest();
        if (latest == null) {
            return;
        }
        String number = numbers().of(latest.value());
        String text = large && latest.kind() != Kind.FINAL
                ? number + " " + translate("chart.kind." + latest.kind().name())
                : number;
        marks.add(mark(
                "text",
                new Level(latest.period(), latest.value()),
                List.of(text),
                large ? RIGHT_FIRST : ABOVE_FIRST,
                identity(),
                BOLD));
    }

    private static Mark mark(
            String kind, Level at, List<String> text, List<String> sides, @Nullable String identity, int weight) {
        return new Mark(kind, Axes.at(at.period()), at.value(), null, text, sides, identity, weight);
    }

    private String said(Actual actual) {
        return translate(
                        "chart.point." + actual.kind().name(),
                        actual.period().label(locale),
                        numbers().of(actual.value()),
                        trajectory.unit())
                + Beside.of(actual, numbers());
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

    private String identity() {
        return trajectory.country().token();
    }
}
