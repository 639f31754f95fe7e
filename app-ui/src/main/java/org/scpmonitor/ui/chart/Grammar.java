package org.scpmonitor.ui.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.xdev.chartjs.model.options.Plugins;

/** What a chart of ours says beyond Chart.js: its marks and their labels, its ticks, and itself in one sentence. */
class Grammar extends Plugins {
    private final Own scp;

    Grammar(boolean large, String sentence, Axes axes, List<Mark> marks) {
        scp = new Own(large, sentence, axes.years(), axes.levels(), marks);
    }

    @JsonProperty
    Own scp() {
        return scp;
    }

    record Own(boolean large, String sentence, List<Axes.Tick> xTicks, List<Axes.Tick> yTicks, List<Mark> marks) {}

    /**
     * @param kind as in {@code scp-chart.js}
     * @param upTo the other end of what spans several values; null for what stands at one
     * @param text lines; none where the mark speaks for itself
     * @param sides where the text may stand, the best first
     * @param identity whose colour the text has; null for that of text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mark(
            String kind,
            double x,
            @Nullable Number y,
            @Nullable Number upTo,
            List<String> text,
            List<String> sides,
            @Nullable String identity,
            int weight) {}
}
