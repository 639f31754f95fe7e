package org.scpmonitor.assignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.text.Text;

/**
 * What an institution is to report of one period until the same dates.
 *
 * @param dueOn the last day on which it is on time; null where none was set
 * @param closesOn the last day on which it is taken; null where the period never closes
 * @param extended whether a coordinator set other dates than the calendar's
 * @param expected how many values are to be reported
 * @param received how many of them are known
 * @param themes of what is missing, or of all where nothing is
 * @param indicators codes, likewise
 * @param latest the last submission for it that counts; null where there is none
 * @param last the value before, where a single value is to be reported and one is known
 */
public record DueLine(
        Place place,
        ReportingPeriod period,
        DueState state,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate closesOn,
        boolean extended,
        int expected,
        int received,
        List<Text> themes,
        List<String> indicators,
        @Nullable Latest latest,
        @Nullable Last last) {

    /**
     * A submission that reports something of it.
     *
     * @param errors that were found
     * @param open queries without an explanation
     */
    public record Latest(long submission, SubmissionState state, int revision, long errors, long open) {}

    /** @param unit of the indicator, in UCUM's spelling */
    public record Last(BigDecimal value, String unit, ReportingPeriod period) {}

    /** How many values are missing. */
    public int missing() {
        return expected - received;
    }
}
