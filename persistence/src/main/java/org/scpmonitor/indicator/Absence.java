package org.scpmonitor.indicator;

import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;

/**
 * Why an institution's value isn't there.
 *
 * @param institution its acronym, or its code where it has none
 * @param part the disaggregation's codes as names; empty for the total
 * @param status M not available, N not applicable, C confidential
 * @param reason as the institution put it; may be empty
 */
public record Absence(
        String institution, String institutionName, ReportingPeriod period, Text part, String status, String reason) {}
