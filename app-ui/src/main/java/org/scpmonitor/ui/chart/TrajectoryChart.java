package org.scpmonitor.ui.chart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.ui.component.NumberText;

/**
 * A series on its way to its target. One tab stop: the arrows walk the actuals, each is spoken, Enter opens it. Shown
 * again, it changes in place. Its equivalent table is {@link TrajectoryTable}.
 */
public class TrajectoryChart extends ChartJs {
    private static final int YEARS_NAMED = 11;
    private static final int POINTS_KEPT = 50_000;

    /** What one window shows others mostly show too: it is drawn once in each language. */
    private static final Cache<TrajectoryPlot, String> DRAWN = Caffeine.newBuilder()
            .maximumWeight(POINTS_KEPT)
            .<TrajectoryPlot, String>weigher(
                    (plot, json) -> 10 + plot.trajectory().actuals().size())
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    private final boolean large;

    private TrajectoryChart(boolean large) {
        this.large = large;
    }

    /** By itself, with every mark named beside it. */
    public static TrajectoryChart large() {
        TrajectoryChart chart = new TrajectoryChart(true);
        chart.addClassName("large");
        return chart;
    }

    /** One of several of the same size and the same axes, with one key under all. */
    public static TrajectoryChart panel() {
        return new TrajectoryChart(false);
    }

    /** @param sentence baseline, latest value and target in words, for those who can't see the drawing */
    public void show(Trajectory trajectory, String sentence) {
        Locale locale = UI.getCurrent().getLocale();
        show(trajectory, Axes.around(List.of(trajectory), new NumberText(locale), YEARS_NAMED), sentence);
    }

    /** @param axes shared with the panels beside it */
    public void show(Trajectory trajectory, Axes axes, String sentence) {
        show(DRAWN.get(
                new TrajectoryPlot(
                        trajectory, axes, sentence, large, UI.getCurrent().getLocale()),
                plot -> plot.plot().json()));
    }

    /** Hands over the key of each point that somebody opens. */
    public TrajectoryChart onOpen(Consumer<String> open) {
        addPointClickListener(click -> open.accept(click.key()));
        return this;
    }
}
