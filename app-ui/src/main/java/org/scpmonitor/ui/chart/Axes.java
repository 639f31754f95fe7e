package org.scpmonitor.ui.chart;

import java.util.Collection;
import org.scpmonitor.ui.component.NumberText;

/** The frame of one chart, or of several that are to be compared. */
public record Axes(Axis time, Axis values) {

    /** Around all of them together, so that they can be compared. */
    public static Axes around(Collection<Trajectory> trajectories, NumberText numbers) {
        return around(trajectories, numbers, 5);
    }

    /** @param yearTicks how many years are named at most */
    public static Axes around(Collection<Trajectory> trajectories, NumberText numbers, int yearTicks) {
        return new Axes(
                Axis.ofTime(trajectories.stream().flatMap(Trajectory::periods).toList(), yearTicks, numbers.locale()),
                Axis.close(trajectories.stream().flatMap(Trajectory::values).toList(), numbers));
    }

    public boolean startsAtZero() {
        return values.startsAtZero();
    }
}
