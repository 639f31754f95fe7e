package org.scpmonitor.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.CountryMark;

/** The dashed way to a target: straight from corner to corner. A ceiling is a path of one height. */
public record TargetPath(CountryMark country, boolean superseded, List<Corner> corners) {
    public TargetPath {
        corners = List.copyOf(corners);
    }

    public record Corner(ReportingPeriod period, BigDecimal value) {}
}
