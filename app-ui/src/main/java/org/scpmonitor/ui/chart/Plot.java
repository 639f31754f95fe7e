package org.scpmonitor.ui.chart;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.ui.chart.DataSet.Role;
import org.scpmonitor.ui.chart.Series.Point;
import software.xdev.chartjs.model.charts.ScatterChart;
import software.xdev.chartjs.model.data.ScatterData;
import software.xdev.chartjs.model.options.LineOptions;
import software.xdev.chartjs.model.options.layout.Layout;
import software.xdev.chartjs.model.options.layout.Padding;
import software.xdev.chartjs.model.options.scale.Scales;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearScaleOptions;

/**
 * Everything that a chart shows, composed of what there is in a chart: series, bands, target paths and markers on two
 * axes. The words are the reader's already; colours and shapes are the browser's.
 *
 * @param sentence the whole in one sentence, for those who can't see the drawing
 * @param large by itself, rather than one of several panels
 */
public record Plot(
        Axes axes,
        List<Band> bands,
        List<TargetPath> paths,
        List<Series> series,
        List<Marker> markers,
        String sentence,
        boolean large) {
    /** In years: far less than a month, so that a gap lies where the line would go on. */
    private static final double JUST_BEFORE = 1e-3;

    /** The model's own, which knows by now how each part is written; every chart else begins with a new one. */
    private static final ObjectWriter WRITER = new ScatterChart().getDefaultObjectWriter();

    public Plot {
        bands = List.copyOf(bands);
        paths = List.copyOf(paths);
        series = List.copyOf(series);
        markers = List.copyOf(markers);
    }

    /** As Chart.js's configuration. */
    String json() {
        ScatterData data = new ScatterData();
        Stream.of(
                        bands.stream().flatMap(Plot::drawn),
                        paths.stream().map(Plot::drawn),
                        series.stream().map(Plot::drawn))
                .flatMap(each -> each)
                .forEach(data::addDataset);
        LineOptions options = new LineOptions()
                .setAnimation(false)
                .setResponsive(true)
                .setMaintainAspectRatio(false)
                .setLayout(new Layout().setPadding(new Padding().setTop(10).setRight(14)))
                .setScales(new Scales().addScale("x", scale(axes.time())).addScale("y", scale(axes.values())))
                .setPlugins(new Grammar(large, sentence, axes, markers));
        return new ScatterChart(data, options).setDefaultObjectWriter(WRITER).toJson();
    }

    private static LinearScaleOptions scale(Axis axis) {
        return new LinearScaleOptions().setMin(axis.from()).setMax(axis.to());
    }

    /** The lower and the upper edge of the band must be neighbours: the upper is filled down to the one before it. */
    private static Stream<DataSet> drawn(Band band) {
        DataSet low = new DataSet(Role.BAND_LOW, band.country().token());
        DataSet high = new DataSet(Role.BAND_HIGH, band.country().token());
        DataSet middle = new DataSet(Role.PROJECTION, band.country().token());
        for (Band.Width each : band.widths()) {
            double x = Axis.at(each.period());
            low.point(x, each.low());
            high.point(x, each.high());
            middle.point(x, each.middle());
        }
        return Stream.of(low, high, middle);
    }

    private static DataSet drawn(TargetPath path) {
        DataSet set = new DataSet(
                path.superseded() ? Role.PATH_SUPERSEDED : Role.PATH,
                path.country().token());
        path.corners().forEach(each -> set.point(Axis.at(each.period()), each.value()));
        return set;
    }

    private static DataSet drawn(Series series) {
        DataSet set = new DataSet(
                switch (series.weight()) {
                    case MAIN -> Role.ACTUAL;
                    case BESIDE -> Role.COMPARISON;
                },
                series.country().token());
        @Nullable Point before = null;
        for (Point point : series.points()) {
            double x = Axis.at(point.period());
            if (before != null && (point.newSeries() || !before.period().next().equals(point.period()))) {
                set.gap(x - JUST_BEFORE);
            }
            set.point(x, point);
            before = point;
        }
        return set;
    }
}
