package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Trajectory;
import org.scpmonitor.ui.chart.TrajectoryChart;
import org.scpmonitor.ui.chart.TrajectoryTable;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.progress.Picture;

/** Small charts in one card, on one scale where they are indexed. Shown again, charts that stay change in place. */
class SideBySide extends Div {
    private final Consumer<String> openProvenance;
    private final Map<String, Div> panels = new HashMap<>();
    private final Map<String, TrajectoryChart> charts = new HashMap<>();

    SideBySide(Consumer<String> openProvenance) {
        this.openProvenance = openProvenance;
        addClassName("side-by-side");
    }

    void show(List<Picture> pictures, boolean indexed, boolean asTable) {
        List<String> keys = pictures.stream().map(SideBySide::key).toList();
        panels.entrySet().removeIf(each -> {
            boolean gone = !keys.contains(each.getKey());
            if (gone) {
                each.getValue().removeFromParent();
            }
            return gone;
        });
        List<Trajectory> drawn = pictures.stream()
                .map(Picture::trajectory)
                .map(each -> indexed ? each.sinceBaseline().indexed() : each)
                .toList();
        NumberText numbers = new NumberText(UI.getCurrent().getLocale());
        for (int i = 0; i < pictures.size(); i++) {
            Trajectory trajectory = drawn.get(i);
            Axes axes = Axes.around(indexed ? drawn : List.of(trajectory), numbers);
            fill(pictures.get(i), trajectory, axes, asTable);
        }
    }

    private void fill(Picture picture, Trajectory trajectory, Axes axes, boolean asTable) {
        Div panel = panels.computeIfAbsent(key(picture), key -> panel(picture));
        Component content = content(picture, trajectory, axes, asTable);
        if (panel.getComponentCount() < 2 || !panel.getComponentAt(1).equals(content)) {
            panel.getChildren().skip(1).toList().forEach(Component::removeFromParent);
            panel.add(content);
        }
    }

    private Component content(Picture picture, Trajectory trajectory, Axes axes, boolean asTable) {
        if (trajectory.actuals().isEmpty()) {
            Div empty = new Div(translate("board.nothing"));
            empty.addClassName("empty");
            return empty;
        }
        if (asTable) {
            return new TrajectoryTable(trajectory, picture.sentence(), openProvenance);
        }
        TrajectoryChart chart = charts.computeIfAbsent(
                key(picture), key -> TrajectoryChart.panel().onOpen(openProvenance));
        chart.show(trajectory, axes, picture.sentence());
        return chart;
    }

    private Div panel(Picture picture) {
        H3 title = new H3(
                picture.country().image(),
                new Span(picture.progress()
                        .programme()
                        .countryName()
                        .in(UI.getCurrent().getLocale())));
        Div panel = new Div(title);
        panel.addClassName("panel");
        add(panel);
        return panel;
    }

    private static String key(Picture picture) {
        return picture.progress().programme().code() + " " + picture.progress().indicator();
    }
}
