package org.scpmonitor.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.CountryMark;

/** A projection as a plot shows it: a dotted line in a hatched band. */
public record Band(CountryMark country, List<Width> widths) {
    public Band {
        widths = List.copyOf(widths);
    }

    /** The band at one period. */
    public record Width(ReportingPeriod period, BigDecimal middle, BigDecimal low, BigDecimal high) {}
}
