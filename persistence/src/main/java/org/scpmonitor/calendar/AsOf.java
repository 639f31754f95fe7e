package org.scpmonitor.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The moment whose knowledge is asked for.
 *
 * @param moment null for now: what is known at present, whatever the time
 */
public record AsOf(@Nullable Instant moment) {

    public static final AsOf NOW = new AsOf(null);

    /** What was known when a day ended in UTC. */
    public static AsOf endOf(LocalDate day) {
        return new AsOf(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS));
    }

    /**
     * Reads an instant with its offset ({@code 2024-05-01T12:00:00Z}, {@code 2024-05-01T12:00:00+02:00}) or a date,
     * which means its end in UTC. Anything else is empty, for bad input is normal.
     */
    public static Optional<AsOf> parse(String text) {
        try {
            return Optional.of(
                    text.length() <= "2024-05-01".length()
                            ? endOf(LocalDate.parse(text))
                            : new AsOf(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
