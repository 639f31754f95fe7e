package org.scpmonitor.ui.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Trajectory;
import org.scpmonitor.ui.chart.TrajectoryChart;
import org.scpmonitor.ui.chart.TrajectoryTable;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.progress.Picture;

/** One programme's trajectory, as a chart or as a table. The chart stays, whatever it shows. */
class TrajectoryPanel extends Article {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Slot<Picture> title = new Slot<>(this::title);
    private final TrajectoryChart chart;
    private final Slot<Shown> instead;

    /** @param axes shared with the panels beside it */
    record Shown(Picture picture, Trajectory trajectory, Axes axes, boolean table) {
        boolean isEmpty() {
            return trajectory.actuals().isEmpty();
        }
    }

    TrajectoryPanel(Consumer<String> openProvenance) {
        chart = TrajectoryChart.panel().onOpen(openProvenance);
        instead = new Slot<>(shown -> List.of(
                shown.isEmpty()
                        ? empty()
                        : new TrajectoryTable(
                                shown.trajectory(), shown.picture().sentence(), openProvenance)));
        addClassNames("card", "panel");
        add(title, chart, instead);
    }

    void show(Shown shown) {
        title.show(shown.picture());
        boolean drawn = !shown.table() && !shown.isEmpty();
        chart.setVisible(drawn);
        instead.setVisible(!drawn);
        if (drawn) {
            chart.show(shown.trajectory(), shown.axes(), shown.picture().sentence());
        } else {
            instead.show(shown);
        }
    }

    private List<Component> title(Picture picture) {
        Span code = new Span(picture.progress().indicator());
        code.addClassName("of");
        return List.of(new H3(
                picture.country().image(),
                new Span(picture.progress().programme().countryName().in(locale)),
                code));
    }

    private static Component empty() {
        Div empty = new Div(translate("overview.card.empty"));
        empty.addClassName("empty");
        return empty;
    }
}
