package org.scpmonitor.draft;

import java.time.Instant;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SubmissionLine.Place;

/**
 * An open draft as a line of a list.
 *
 * @param filled how many values stand in it, or the reasons for their absence
 */
public record DraftLine(
        long id, Place place, ReportingPeriod period, String changedBy, Instant changedAt, int filled) {}
