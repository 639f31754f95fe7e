package org.scpmonitor.batch.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.scpmonitor.batch.intake.SheetRow.Kind;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.mapping.PeriodFormat;

/** Reads a cell as a period written in a sender's way, or as a date of a workbook. */
final class PeriodCell {

    private PeriodCell() {}

    static Optional<ReportingPeriod> read(PeriodFormat format, Kind kind, String text) {
        if (format.pattern() == PeriodFormat.Style.OURS) {
            return ReportingPeriod.parse(text);
        }
        return switch (kind) {
            case DATE -> day(text).map(format::around);
            case PERIOD ->
                ReportingPeriod.parse(text)
                        .map(shown -> shown.months() < format.months() ? format.around(shown.start()) : shown);
            case BLANK, TEXT, NUMBER, PERCENT, DURATION, BOOLEAN, ERROR, UNCOMPUTED -> format.read(text);
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(text.length(), 10))));
        } catch (DateTimeException e) {
            // Workbooks may hold a date as a text of their own.
            return Optional.empty();
        }
    }
}
