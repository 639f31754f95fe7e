package org.scpmonitor.ui.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.NumberText;

/** One direction of a plot: from where to where it goes, and what is named on it. */
public record Axis(double from, double to, List<Tick> ticks) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    /** In years: below this, months are named instead. */
    private static final double SHORT = 2;

    /** How much of the span is left free above and below. */
    private static final double MARGIN = 0.05;

    private static final int[] YEARS = {1, 2, 4, 5, 10, 20, 25, 50};

    /** A place, and what is written beside it. */
    public record Tick(double value, String label) {}

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** Time around all of them: years counted back from the last, which is most often the target's; months in a short time. */
    public static Axis ofTime(List<ReportingPeriod> periods, int most, Locale locale) {
        DoubleStream.Builder places = DoubleStream.builder();
        periods.forEach(each -> places.add(at(each)));
        var range = places.build().summaryStatistics();
        if (periods.isEmpty()) {
            return new Axis(0, 1, List.of());
        }
        double first = range.getMin();
        double last = range.getMax();
        boolean isShort = last - first < SHORT;
        double padding = isShort ? (last - first) * 0.06 : Math.max(0.4, (last - first) * 0.04);
        return new Axis(
                first - padding,
                last + padding,
                isShort
                        ? monthTicks(first, last, locale)
                        : yearTicks((int) Math.floor(first), (int) Math.floor(last), most));
    }

    /** Values around all of them: lines at round values, at most five. */
    public static Axis ofValues(List<BigDecimal> values, NumberText numbers) {
        double low = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
        double step = step(low, high);
        double from = Math.floor(low / step) * step;
        double to = Math.ceil(high / step) * step;
        return new Axis(from, to, levels(from, to, step, numbers));
    }

    /** As {@link #ofValues}, but it ends close to the values rather than at the next line: small panels have no height to spare. */
    static Axis close(List<BigDecimal> values, NumberText numbers) {
        double low = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
        double span = high > low ? high - low : Math.max(Math.abs(high), 1);
        double from = low >= 0 ? Math.max(0, low - MARGIN * span) : low - MARGIN * span;
        double to = high + MARGIN * span;
        double power = Math.pow(10, Math.floor(Math.log10(span / 4)));
        double step = 20 * power;
        for (double round : ROUND) {
            if (Math.floor(to / (round * power)) - Math.ceil(from / (round * power)) <= 4) {
                step = round * power;
                break;
            }
        }
        return new Axis(from, to, levels(Math.ceil(from / step) * step, Math.floor(to / step) * step, step, numbers));
    }

    public boolean startsAtZero() {
        return from == 0;
    }

    /** Where a period stands on the time axis: its year, and the part of it that has passed when the period begins. */
    static double at(ReportingPeriod period) {
        return period.start().getYear() + (period.start().getMonthValue() - 1) / 12.0;
    }

    private static double step(double low, double high) {
        double span = high > low ? high - low : Math.max(Math.abs(high), 1);
        double power = Math.pow(10, Math.floor(Math.log10(span / 4)));
        for (double round : ROUND) {
            if (Math.ceil(high / (round * power)) - Math.floor(low / (round * power)) <= 4) {
                return round * power;
            }
        }
        return 20 * power;
    }

    private static List<Tick> levels(double from, double to, double step, NumberText numbers) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        int needed = step / Math.pow(10, -decimals) % 1 > 1e-9 ? decimals + 1 : decimals;
        return IntStream.rangeClosed(0, (int) Math.round((to - from) / step))
                .mapToObj(i -> from + i * step)
                .map(value -> new Tick(value, numbers.of(BigDecimal.valueOf(value), needed)))
                .toList();
    }

    /** Every first month of a quarter, and the first of all. */
    private static List<Tick> monthTicks(double first, double last, Locale locale) {
        DateTimeFormatter name = DateTimeFormatter.ofPattern("MMM yyyy", locale);
        LocalDate start =
                LocalDate.of((int) Math.floor(first), 1, 1).plusMonths(Math.round((first - Math.floor(first)) * 12));
        return Stream.iterate(start, month -> month.plusMonths(3))
                .takeWhile(month -> at(ReportingPeriod.of(month, 1)) <= last + 1e-9)
                .map(month -> new Tick(
                        at(ReportingPeriod.of(month, 1)), name.format(month).replace(".", "")))
                .toList();
    }

    /** Counted back from the last year, which is most often the target's. */
    private static List<Tick> yearTicks(int first, int last, int most) {
        int step = IntStream.of(YEARS)
                .filter(each -> (last - first) / each < most)
                .findFirst()
                .orElse(100);
        return IntStream.iterate(last, year -> year >= first, year -> year - step)
                .sorted()
                .mapToObj(year -> new Tick(year, Integer.toString(year)))
                .toList();
    }
}
