package org.scpmonitor.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;

/**
 * Chart.js as a component, in one element: takes a {@link Plot}, tells of the points that somebody opens. How each part of
 * a plot looks stands in {@code scp-chart.js}. One tab stop: left and right walk the points, up and down the series, each
 * is spoken, Enter opens it. Shown again, the chart changes in place.
 */
@Tag("scp-chart")
@JavaScript("context://webjars/chart.js/4.5.1/dist/chart.umd.min.js")
@JavaScript("context://scp/chart/scp-chart.js")
public class ChartJs extends Component implements HasStyle {
    /** Draws this, in place of what was drawn before. */
    public void show(Plot plot) {
        show(plot.json());
    }

    /** @param json what {@link Plot#json()} gave */
    void show(String json) {
        getElement().setProperty("config", json);
    }

    /**
     * Saves the chart by itself, as a PNG of 25 cm by 300 dpi on white that the browser makes from what it shows.
     *
     * @param title the finding that stands above it
     * @param unit below the title; may be empty
     * @param source what stands below the drawing: where the figures come from, and as known when; lines by {@code \n}
     * @param fileName with its ending, {@code .png}
     */
    public void saveImage(String title, String unit, String source, String fileName) {
        getElement().callJsFunction("saveImage", title, unit, source, fileName);
    }

    /** Somebody clicked a point, or pressed Enter on it. Only points that carry a key tell of it. */
    public Registration addPointClickListener(ComponentEventListener<PointClick> listener) {
        return addListener(PointClick.class, listener);
    }

    /** A point was opened. */
    @DomEvent("point-click")
    public static class PointClick extends ComponentEvent<ChartJs> {
        private final String key;

        public PointClick(ChartJs source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }

        /** What the point was given to be known by. */
        public String key() {
            return key;
        }
    }
}
