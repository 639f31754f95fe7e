package org.scpmonitor.ui.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Trajectory;
import org.scpmonitor.ui.chart.TrajectoryChart;
import org.scpmonitor.ui.chart.TrajectoryTable;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.progress.ChartKey;
import org.scpmonitor.ui.progress.Picture;

/** The programmes' trajectories side by side: as an index on one scale, or in their unit; as charts, or as tables. */
class TrajectoryPanels extends Div {
    private enum Scale {
        INDEX,
        UNIT
    }

    private enum Look {
        CHART,
        TABLE
    }

    private final Locale locale = UI.getCurrent().getLocale();
    private final List<Picture> pictures;
    private final Consumer<String> openProvenance;
    private final List<TrajectoryChart> charts;
    private final List<Div> bodies;
    private final Span says = new Span();
    private Scale scale = Scale.INDEX;
    private Look look = Look.CHART;

    TrajectoryPanels(List<Picture> pictures, Consumer<String> openProvenance) {
        this.pictures = pictures;
        this.openProvenance = openProvenance;
        this.charts = pictures.stream()
                .map(each -> TrajectoryChart.panel().onOpen(openProvenance))
                .toList();
        this.bodies = pictures.stream().map(each -> new Div()).toList();
        Div grid = new Div();
        grid.addClassName("g4");
        for (int i = 0; i < pictures.size(); i++) {
            grid.add(panel(pictures.get(i), bodies.get(i)));
        }
        add(head(), grid, new ChartKey());
        draw();
    }

    private Component head() {
        H2 title = new H2(translate("overview.trajectory"));
        title.addClassName("sec");
        says.addClassName("sub");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(
                title,
                says,
                space,
                new Segmented<Scale>(translate("overview.scale"), chosen -> {
                            scale = chosen;
                            draw();
                        })
                        .option(Scale.INDEX, translate("overview.scale.index"))
                        .option(Scale.UNIT, translate("overview.scale.unit"))
                        .press(scale),
                new Segmented<Look>(translate("overview.look"), chosen -> {
                            look = chosen;
                            draw();
                        })
                        .option(Look.CHART, translate("overview.look.chart"))
                        .option(Look.TABLE, translate("overview.look.table"))
                        .press(look));
        head.addClassName("sec-head");
        return head;
    }

    private Component panel(Picture picture, Div body) {
        Span code = new Span(picture.progress().indicator());
        code.addClassName("of");
        H3 title = new H3(
                picture.country().image(),
                new Span(picture.progress().programme().countryName().in(locale)),
                code);
        Article panel = new Article(title, body);
        panel.addClassNames("card", "panel");
        return panel;
    }

    private void draw() {
        says.setText(translate(scale == Scale.INDEX ? "overview.trajectory.index" : "overview.trajectory.unit"));
        List<Trajectory> drawn = pictures.stream()
                .map(Picture::trajectory)
                .map(each -> scale == Scale.INDEX ? each.sinceBaseline().indexed() : each)
                .toList();
        NumberText numbers = new NumberText(locale);
        Axes shared = Axes.around(drawn, numbers);
        for (int i = 0; i < pictures.size(); i++) {
            Trajectory trajectory = drawn.get(i);
            bodies.get(i).removeAll();
            bodies.get(i).add(look == Look.CHART ? chart(i, trajectory, shared, numbers) : table(i, trajectory));
        }
    }

    private Component chart(int i, Trajectory trajectory, Axes shared, NumberText numbers) {
        if (trajectory.actuals().isEmpty()) {
            return empty();
        }
        Axes axes = scale == Scale.INDEX ? shared : Axes.around(List.of(trajectory), numbers);
        charts.get(i).show(trajectory, axes, pictures.get(i).sentence());
        return charts.get(i);
    }

    private Component table(int i, Trajectory trajectory) {
        return trajectory.actuals().isEmpty()
                ? empty()
                : new TrajectoryTable(trajectory, pictures.get(i).sentence(), openProvenance);
    }

    private static Component empty() {
        Div empty = new Div(translate("overview.card.empty"));
        empty.addClassName("empty");
        return empty;
    }
}
