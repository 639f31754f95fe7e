package org.scpmonitor.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * One end of a span of time, given as a period or a day: {@code from=2015} is the first day of 2015, {@code to=2015} its
 * last.
 *
 * @param first first day of what was given
 * @param afterLast the day after its last
 */
record PeriodBound(LocalDate first, LocalDate afterLast) {

    static Optional<PeriodBound> parse(String text) {
        Optional<PeriodBound> period =
                ReportingPeriod.parse(text).map(found -> new PeriodBound(found.start(), found.endExclusive()));
        return period.isPresent() ? period : day(text);
    }

    private static Optional<PeriodBound> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return Optional.of(new PeriodBound(day, day.plusDays(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
