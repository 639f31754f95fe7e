package org.scpmonitor.batch.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** A workbook's dates are numbers of days, since 1900 or, in files that say so, since 1904. */
final class DateSerial {

    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private DateSerial() {}

    /** The day, from {@code 1900-03-01} on; before it spreadsheets count a day that never was. Empty for no such day. */
    static Optional<LocalDate> day(String number, boolean since1904) {
        return StoredNumber.of(number)
                .map(days -> days.setScale(0, RoundingMode.FLOOR))
                .filter(days -> days.signum() >= 0 && days.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0)
                .map(days -> (since1904 ? SINCE_1904 : SINCE_1900).plusDays(days.intValueExact()));
    }

    /** The time of day, to the second; empty for midnight. */
    static Optional<LocalTime> time(String number) {
        return StoredNumber.of(number)
                .map(days -> days.subtract(days.setScale(0, RoundingMode.FLOOR)).multiply(SECONDS_A_DAY))
                .map(seconds -> seconds.setScale(0, RoundingMode.DOWN).intValueExact())
                .filter(seconds -> seconds > 0)
                .map(LocalTime::ofSecondOfDay);
    }
}
