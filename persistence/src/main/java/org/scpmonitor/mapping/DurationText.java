package org.scpmonitor.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as {@code [h]:mm:ss} or {@code [h]:mm}: hours without a limit, minutes and seconds below 60. */
public final class DurationText {

    private static final Pattern WRITTEN =
            Pattern.compile("(?<h>\\d{1,9}):(?<m>[0-5]?\\d)(?::(?<s>[0-5]?\\d)(?:[.,](?<f>\\d{1,9}))?)?");

    private DurationText() {}

    /** The seconds, exactly; empty where the text isn't a duration. */
    public static Optional<BigDecimal> seconds(String text) {
        Matcher read = WRITTEN.matcher(text.strip());
        if (!read.matches()) {
            return Optional.empty();
        }
        long whole = Long.parseLong(read.group("h")) * 3600
                + Long.parseLong(read.group("m")) * 60
                + (read.group("s") == null ? 0 : Long.parseLong(read.group("s")));
        BigDecimal seconds = BigDecimal.valueOf(whole);
        return Optional.of(read.group("f") == null ? seconds : seconds.add(new BigDecimal("0." + read.group("f"))));
    }
}
