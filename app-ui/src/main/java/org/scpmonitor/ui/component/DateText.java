package org.scpmonitor.ui.component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days and moments as text: “14 nov 2025”, never 14/11. Moments are told in UTC, as as-of moments are. */
public record DateText(Locale locale) {
    public String day(LocalDate day) {
        return print("d MMM yyyy", day);
    }

    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    public String moment(Instant moment) {
        return print("d MMM yyyy, HH:mm 'UTC'", moment.atOffset(ZoneOffset.UTC));
    }

    public String time(Instant moment) {
        return print("HH:mm 'UTC'", moment.atOffset(ZoneOffset.UTC));
    }

    private String print(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(time).replace(".", "");
    }
}
