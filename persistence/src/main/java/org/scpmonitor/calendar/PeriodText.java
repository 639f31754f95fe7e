package org.scpmonitor.calendar;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a reporting period is written: its canonical text, and its label for a reader. */
final class PeriodText {
    private static final Pattern CANONICAL =
            Pattern.compile("(?<year>[0-9]{4})(-(?<month>[0-9]{2})|-[Qq](?<quarter>[1-4])|-[Hh](?<half>[12]))?"
                    + "|[Ff][Yy](?<fiscal>[0-9]{4})-(?<first>[0-9]{2})");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private PeriodText() {}

    static Optional<ReportingPeriod> parse(String text) {
        Matcher read = CANONICAL.matcher(text.strip());
        if (!read.matches()) {
            return Optional.empty();
        }
        if (read.group("fiscal") != null) {
            return period(read.group("fiscal"), Integer.parseInt(read.group("first")), 12);
        }
        String year = read.group("year");
        if (read.group("month") != null) {
            return period(year, Integer.parseInt(read.group("month")), 1);
        }
        if (read.group("quarter") != null) {
            return period(year, Integer.parseInt(read.group("quarter")) * 3 - 2, 3);
        }
        if (read.group("half") != null) {
            return period(year, Integer.parseInt(read.group("half")) * 6 - 5, 6);
        }
        return period(year, 1, 12);
    }

    static String print(ReportingPeriod period) {
        String year = "%04d".formatted(period.start().getYear());
        return switch (period.periodicity()) {
            case MONTH -> "%s-%02d".formatted(year, month(period));
            case QUARTER -> year + "-Q" + ordinal(period);
            case HALF_YEAR -> year + "-H" + ordinal(period);
            case YEAR -> year;
            case FISCAL_YEAR -> "FY%s-%02d".formatted(year, month(period));
        };
    }

    static String label(ReportingPeriod period, Locale locale) {
        var words = ResourceBundle.getBundle("org.scpmonitor.calendar.periods", locale, NO_FALLBACK);
        var monthAndYear = DateTimeFormatter.ofPattern(words.getString("month"), language(words));
        String year = Integer.toString(period.start().getYear());
        return switch (period.periodicity()) {
            case MONTH -> period.start().format(monthAndYear);
            case QUARTER -> MessageFormat.format(words.getString("quarter." + ordinal(period)), year);
            case HALF_YEAR -> MessageFormat.format(words.getString("half." + ordinal(period)), year);
            case YEAR -> year;
            case FISCAL_YEAR ->
                MessageFormat.format(
                        words.getString("fiscal"),
                        period.start().format(monthAndYear),
                        period.endExclusive().minusMonths(1).format(monthAndYear));
        };
    }

    private static Locale language(ResourceBundle words) {
        return words.getLocale().equals(Locale.ROOT) ? Locale.of("es") : words.getLocale();
    }

    private static Optional<ReportingPeriod> period(String year, int month, int months) {
        if (Integer.parseInt(year) < 1 || month < 1 || month > 12) {
            return Optional.empty();
        }
        return Optional.of(ReportingPeriod.of(LocalDate.of(Integer.parseInt(year), month, 1), months));
    }

    private static int month(ReportingPeriod period) {
        return period.start().getMonthValue();
    }

    private static int ordinal(ReportingPeriod period) {
        return (month(period) - 1) / period.months() + 1;
    }
}
