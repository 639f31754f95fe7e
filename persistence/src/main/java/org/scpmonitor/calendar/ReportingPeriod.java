package org.scpmonitor.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The time a figure speaks of: a half-open range of dates, held as in SQL by its first day and its length in months.
 *
 * <p>Months, quarters and half-years are those of the calendar; twelve months are the calendar year when they start in
 * January and a fiscal year otherwise. Ordered by start, then by length.
 *
 * @param start the first day, always the first of a month, in the years 1 to 9999
 * @param months 1, 3, 6 or 12
 */
public record ReportingPeriod(LocalDate start, int months) implements Comparable<ReportingPeriod> {
    private static final Comparator<ReportingPeriod> ORDER =
            Comparator.comparing(ReportingPeriod::start).thenComparingInt(ReportingPeriod::months);

    /** @throws IllegalArgumentException if no period of these months starts on that day */
    public ReportingPeriod {
        if (!exists(start, months)) {
            throw new IllegalArgumentException("No reporting period of " + months + " months starts on " + start);
        }
    }

    /**
     * The period as stored in SQL.
     *
     * @throws IllegalArgumentException if no period of these months starts on that day
     */
    public static ReportingPeriod of(LocalDate start, int months) {
        return new ReportingPeriod(start, months);
    }

    public static ReportingPeriod month(int year, int month) {
        return of(LocalDate.of(year, month, 1), 1);
    }

    /** @param quarter 1 to 4 */
    public static ReportingPeriod quarter(int year, int quarter) {
        return of(LocalDate.of(year, quarter * 3 - 2, 1), 3);
    }

    /** @param half 1 or 2 */
    public static ReportingPeriod halfYear(int year, int half) {
        return of(LocalDate.of(year, half * 6 - 5, 1), 6);
    }

    public static ReportingPeriod year(int year) {
        return of(LocalDate.of(year, 1, 1), 12);
    }

    /** The twelve months from {@code first} of that year on; from January they are the calendar year. */
    public static ReportingPeriod fiscalYear(int year, Month first) {
        return of(LocalDate.of(year, first, 1), 12);
    }

    /**
     * Reads the canonical text: {@code 2023-04}, {@code 2023-Q2}, {@code 2023-H1}, {@code 2023}, {@code FY2023-07}.
     * Space around it and the case of its letters do not matter. Anything else is empty, for bad input is normal.
     */
    public static Optional<ReportingPeriod> parse(String text) {
        return PeriodText.parse(text);
    }

    /** The first day after the period. */
    public LocalDate endExclusive() {
        return start.plusMonths(months);
    }

    public Periodicity periodicity() {
        return switch (months) {
            case 1 -> Periodicity.MONTH;
            case 3 -> Periodicity.QUARTER;
            case 6 -> Periodicity.HALF_YEAR;
            default -> start.getMonth() == Month.JANUARY ? Periodicity.YEAR : Periodicity.FISCAL_YEAR;
        };
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(endExclusive());
    }

    /** Whether every day of the other period is a day of this one. */
    public boolean contains(ReportingPeriod other) {
        return !other.start.isBefore(start) && !other.endExclusive().isAfter(endExclusive());
    }

    /**
     * The one period of this length that contains the whole of this one; a period contains itself. Empty for shorter
     * lengths, for a fiscal year asked for its calendar year, and for {@link Periodicity#FISCAL_YEAR} unless this is
     * one, since the month in which it starts is not known here: see {@link #fiscalYearFrom(Month)}.
     */
    public Optional<ReportingPeriod> containing(Periodicity longer) {
        if (longer == periodicity()) {
            return Optional.of(this);
        }
        return longer == Periodicity.FISCAL_YEAR ? Optional.empty() : around(longer.months(), Month.JANUARY);
    }

    /** The fiscal year starting with {@code first} that contains the whole of this period, if one does. */
    public Optional<ReportingPeriod> fiscalYearFrom(Month first) {
        return around(12, first);
    }

    /**
     * The periods of this length that make up this one, in order and without gap or overlap. Empty if there are none:
     * the length is greater, or a fiscal year does not start with such a period.
     */
    public List<ReportingPeriod> parts(Periodicity shorter) {
        if (shorter == periodicity()) {
            return List.of(this);
        }
        if (shorter.months() >= months || !exists(start, shorter.months())) {
            return List.of();
        }
        return IntStream.range(0, months / shorter.months())
                .mapToObj(i -> new ReportingPeriod(start.plusMonths((long) i * shorter.months()), shorter.months()))
                .toList();
    }

    /** The period of the same length that ends where this one starts. */
    public ReportingPeriod previous() {
        return new ReportingPeriod(start.minusMonths(months), months);
    }

    /** The period of the same length that starts where this one ends. */
    public ReportingPeriod next() {
        return new ReportingPeriod(endExclusive(), months);
    }

    /** Months from the start of the other period to the start of this one; negative if this one starts earlier. */
    public long monthsSince(ReportingPeriod earlier) {
        return ChronoUnit.MONTHS.between(earlier.start, start);
    }

    /** The period's name for a reader: in Spanish "abril de 2023", "1.er trim. 2023", "2023". */
    public String label(Locale locale) {
        return PeriodText.label(this, locale);
    }

    @Override
    public int compareTo(ReportingPeriod other) {
        return ORDER.compare(this, other);
    }

    /** The canonical text, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return PeriodText.print(this);
    }

    static boolean exists(LocalDate start, int months) {
        boolean aligned = switch (months) {
            case 1, 3, 6 -> (start.getMonthValue() - 1) % months == 0;
            case 12 -> true;
            default -> false;
        };
        return aligned && start.getDayOfMonth() == 1 && start.getYear() >= 1 && start.getYear() <= 9999;
    }

    private Optional<ReportingPeriod> around(int length, Month first) {
        int into = Math.floorMod(start.getMonthValue() - first.getValue(), length);
        LocalDate from = YearMonth.from(start).minusMonths(into).atDay(1);
        return exists(from, length)
                ? Optional.of(new ReportingPeriod(from, length)).filter(period -> period.contains(this))
                : Optional.empty();
    }
}
