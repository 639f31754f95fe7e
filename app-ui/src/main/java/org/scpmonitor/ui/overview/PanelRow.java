package org.scpmonitor.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Trajectory;
import org.scpmonitor.ui.component.Kept;
import org.scpmonitor.ui.progress.Picture;

/** One indicator's panels, a programme beside the other. */
class PanelRow extends Div {
    private final H3 name = new H3();
    private final Kept<String, TrajectoryPanel.Shown, TrajectoryPanel> panels;

    PanelRow(Consumer<String> openProvenance) {
        name.addClassName("row-name");
        panels = new Kept<>(key -> new TrajectoryPanel(openProvenance), TrajectoryPanel::show);
        panels.addClassName("g4");
        add(name, panels);
    }

    /** @param title empty where there is only one row */
    void name(String title) {
        name.setVisible(!title.isEmpty());
        name.setText(title);
    }

    void show(List<Picture> pictures, List<Trajectory> drawn, Function<Trajectory, Axes> axes, boolean table) {
        SequencedMap<String, TrajectoryPanel.Shown> shown = new LinkedHashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            shown.put(
                    pictures.get(i).progress().programme().code(),
                    new TrajectoryPanel.Shown(pictures.get(i), drawn.get(i), axes.apply(drawn.get(i)), table));
        }
        panels.show(shown);
    }
}
