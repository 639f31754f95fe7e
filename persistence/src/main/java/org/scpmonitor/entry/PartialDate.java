package org.scpmonitor.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, a month or a year: as much as the source tells. Written as ISO 8601 does with reduced precision: {@code
 * 2014-10-01}, {@code 2014-10}, {@code 2014}.
 */
public record PartialDate(String text) implements Comparable<PartialDate> {
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final Pattern MONTH = Pattern.compile("[12]\\d{3}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    /** @throws DateTimeException where the text is neither a day nor a month nor a year */
    public PartialDate {
        if (firstDay(text) == null) {
            throw new DateTimeException("Neither day nor month nor year: " + text);
        }
    }

    /** Empty where the text is neither a day nor a month nor a year. */
    public static Optional<PartialDate> parse(String text) {
        try {
            return Optional.of(new PartialDate(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    private static @Nullable LocalDate firstDay(String text) {
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text);
        }
        if (MONTH.matcher(text).matches()) {
            return YearMonth.parse(text).atDay(1);
        }
        return YEAR.matcher(text).matches() ? Year.parse(text).atDay(1) : null;
    }

    /** The day, or the first one of the month or year. */
    public LocalDate first() {
        return Objects.requireNonNull(firstDay(text));
    }

    /** The day, or the last one of the month or year. */
    public LocalDate last() {
        return switch (text.length()) {
            case 4 -> first().plusYears(1).minusDays(1);
            case 7 -> first().plusMonths(1).minusDays(1);
            default -> first();
        };
    }

    public int year() {
        return first().getYear();
    }

    /** As a reader of the locale writes it: {@code 1 oct 2014}, {@code oct 2014}, {@code 2014}. */
    public String in(Locale locale) {
        return switch (text.length()) {
            case 4 -> text;
            case 7 -> written("MMM yyyy", locale);
            default -> written("d MMM yyyy", locale);
        };
    }

    private String written(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(first()).replace(".", "");
    }

    /** Earlier first; of those that begin on the same day the more exact one. */
    @Override
    public int compareTo(PartialDate other) {
        int byDay = first().compareTo(other.first());
        return byDay != 0 ? byDay : Integer.compare(other.text.length(), text.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
