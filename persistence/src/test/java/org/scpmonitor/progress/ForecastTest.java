package org.scpmonitor.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.calendar.ReportingPeriod;

class ForecastTest {
    private static final BigDecimal NEARLY_NOTHING = new BigDecimal("1E-9");

    /** Chile without land use, 2010 to 2023, Mt CO2e. */
    private final List<Dated> chile = yearly(
            2010, 91.587, 99.991, 102.487, 105.481, 100.167, 103.907, 106.514, 106.912, 107.796, 115.224, 102.442,
            105.731, 104.888, 98.992);

    @Test
    void draws_Chiles_line_from_its_baseline_on() {
        var forecast = Forecast.of(chile, ReportingPeriod.year(2014)).orElseThrow();
        assertThat(forecast.origin()).isEqualTo(ReportingPeriod.year(2014));
        assertThat(forecast.middle()).isEqualByComparingTo("4.5");
        assertThat(forecast.level()).isCloseTo(new BigDecimal("105.70116666666667"), within(NEARLY_NOTHING));
        assertThat(forecast.slope()).isCloseTo(new BigDecimal("-0.13055555555555"), within(NEARLY_NOTHING));
        assertThat(forecast.slopeLow()).isCloseTo(new BigDecimal("-1.0745714285714"), within(NEARLY_NOTHING));
        assertThat(forecast.slopeHigh()).isCloseTo(new BigDecimal("1.5025"), within(NEARLY_NOTHING));
        assertThat(forecast.at(ReportingPeriod.year(2030)).middle())
                .isCloseTo(new BigDecimal("104.19977777777778"), within(NEARLY_NOTHING));
    }

    @Test
    void holds_the_last_actual_in_its_band() {
        var last = Forecast.of(chile, ReportingPeriod.year(2014)).orElseThrow().at(ReportingPeriod.year(2023));
        assertThat(new BigDecimal("98.992")).isBetween(last.low(), last.high());
    }

    @Test
    void widens_with_time_on_both_sides() {
        var bands = Forecast.of(chile, ReportingPeriod.year(2014))
                .orElseThrow()
                .between(ReportingPeriod.year(2023), ReportingPeriod.year(2030));
        assertThat(bands).hasSize(8);
        for (int i = 1; i < bands.size(); i++) {
            assertThat(width(bands.get(i))).isGreaterThan(width(bands.get(i - 1)));
            assertThat(bands.get(i).middle())
                    .isBetween(bands.get(i).low(), bands.get(i).high());
        }
    }

    @Test
    void needs_five_actuals_from_the_baseline_on() {
        assertThat(Forecast.of(chile, ReportingPeriod.year(2019))).isPresent();
        assertThat(Forecast.of(chile, ReportingPeriod.year(2020))).isEmpty();
        assertThat(Forecast.of(List.of(), ReportingPeriod.year(2020))).isEmpty();
    }

    @Test
    void is_certain_where_the_actuals_lie_on_a_line() {
        var forecast = Forecast.of(yearly(2015, 10, 9, 8, 7, 6), ReportingPeriod.year(2015))
                .orElseThrow();
        var band = forecast.at(ReportingPeriod.year(2025));
        assertThat(band.low()).isEqualByComparingTo("0");
        assertThat(band.middle()).isEqualByComparingTo("0");
        assertThat(band.high()).isEqualByComparingTo("0");
        var level = Forecast.of(yearly(2015, 5, 5, 5, 5, 5), ReportingPeriod.year(2015))
                .orElseThrow();
        assertThat(level.at(ReportingPeriod.year(2030)).high()).isEqualByComparingTo("5");
    }

    @Test
    void is_not_carried_away_by_one_year_out_of_line() {
        var forecast = Forecast.of(yearly(2015, 10, 9, 8, 70, 6, 5, 4), ReportingPeriod.year(2015))
                .orElseThrow();
        assertThat(forecast.slope()).isEqualByComparingTo("-1");
    }

    @Test
    void takes_months_and_any_order() {
        var months = IntStream.range(0, 12)
                .mapToObj(i -> new Dated(ReportingPeriod.month(2023, i + 1), BigDecimal.valueOf(100 - i)))
                .toList();
        var forecast =
                Forecast.of(months.reversed(), ReportingPeriod.month(2023, 1)).orElseThrow();
        assertThat(forecast.slope()).isCloseTo(new BigDecimal("-12"), within(NEARLY_NOTHING));
        assertThat(forecast.at(ReportingPeriod.month(2024, 1)).middle())
                .isCloseTo(new BigDecimal("88"), within(NEARLY_NOTHING));
    }

    /** Lines with normal noise: the last actual and the one after it, in 1,000 series of each length. */
    @ParameterizedTest
    @CsvSource({"5", "7", "10", "15"})
    void covers_the_last_and_the_next_actual_about_nineteen_times_in_twenty(int length) {
        var random = new Random(20141118L + length);
        int series = 1000;
        int lastInside = 0;
        int nextInside = 0;
        for (int i = 0; i < series; i++) {
            var values = IntStream.rangeClosed(0, length)
                    .mapToDouble(year -> 100 - 1.5 * year + 4 * random.nextGaussian())
                    .toArray();
            var all = yearly(2010, values);
            var known = all.subList(0, length);
            var forecast = Forecast.of(known, ReportingPeriod.year(2010)).orElseThrow();
            lastInside += inside(forecast, known.getLast());
            nextInside += inside(forecast, all.getLast());
        }
        assertThat(lastInside / (double) series).as("last").isBetween(0.95, 1.0);
        assertThat(nextInside / (double) series).as("next").isBetween(0.93, 0.99);
    }

    @ParameterizedTest
    @CsvSource({"3, 3.1824", "4, 2.7764", "5, 2.5706", "8, 2.3060", "10, 2.2281", "30, 2.0423", "1000, 1.9623"})
    void knows_Students_t(double freedom, double t) {
        assertThat(TheilSen.studentT(freedom)).isCloseTo(t, within(0.002 * t));
    }

    private static int inside(Forecast forecast, Dated actual) {
        var band = forecast.at(actual.period());
        return actual.value().compareTo(band.low()) >= 0 && actual.value().compareTo(band.high()) <= 0 ? 1 : 0;
    }

    private static BigDecimal width(Forecast.Band band) {
        return band.high().subtract(band.low());
    }

    private static List<Dated> yearly(int from, double... values) {
        var decimals = DoubleStream.of(values).mapToObj(BigDecimal::valueOf).toList();
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Dated(ReportingPeriod.year(from + i), decimals.get(i)))
                .toList();
    }
}
