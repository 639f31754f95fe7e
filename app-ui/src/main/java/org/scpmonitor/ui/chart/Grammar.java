package org.scpmonitor.ui.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import software.xdev.chartjs.model.options.Plugins;

/** What a chart of ours says beyond Chart.js: its marks and their labels, its ticks, and itself in one sentence. */
class Grammar extends Plugins {
    private final Own scp;

    Grammar(boolean large, String sentence, Axes axes, List<Marker> marks) {
        scp = new Own(large, sentence, axes.time().ticks(), axes.values().ticks(), marks);
    }

    @JsonProperty
    Own scp() {
        return scp;
    }

    record Own(boolean large, String sentence, List<Axis.Tick> xTicks, List<Axis.Tick> yTicks, List<Marker> marks) {}
}
