package org.scpmonitor.progress;

import java.math.BigDecimal;
import org.scpmonitor.calendar.ReportingPeriod;

/** A value in the indicator's canonical unit and the period it speaks of. */
public record Dated(ReportingPeriod period, BigDecimal value) {}
