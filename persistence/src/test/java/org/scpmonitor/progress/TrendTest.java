package org.scpmonitor.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.IndicatorProgress.Point;

class TrendTest {
    @ParameterizedTest
    @CsvSource({
        "100 110 120, true, BETTER",
        "100 110 120, false, WORSE",
        "120 90 100, false, BETTER",
        "100 150 100.9, true, STEADY",
        "100 150 99.1, true, STEADY",
        "100 100 101, true, BETTER",
        "-100 -100 -101, true, WORSE",
        "0 5 0, true, STEADY",
        "0 0 0.001, true, BETTER",
        "999 100 110 120, true, BETTER"
    })
    void goes_from_the_first_to_the_last_of_three_values(String values, boolean more, Trend trend) {
        assertThat(Trend.of(points(values), more)).contains(trend);
    }

    @Test
    void needs_three_values() {
        assertThat(Trend.of(points("100 120"), true)).isEmpty();
        assertThat(Trend.of(List.of(), true)).isEmpty();
    }

    @Test
    void crosses_neither_a_gap_nor_the_beginning_of_a_new_series() {
        List<Point> gap = new ArrayList<>(points("100 110"));
        gap.add(point(2025, "120", ""));
        assertThat(Trend.of(gap, true)).isEmpty();
        assertThat(Trend.of(List.of(point(2020, "1", ""), point(2021, "2", "B"), point(2022, "3", "")), true))
                .isEmpty();
        assertThat(Trend.of(List.of(point(2020, "1", "B"), point(2021, "2", ""), point(2022, "3", "")), true))
                .isEqualTo(Optional.of(Trend.BETTER));
    }

    private static List<Point> points(String values) {
        List<Point> points = new ArrayList<>();
        for (String value : values.split(" ")) {
            points.add(point(2010 + points.size(), value, ""));
        }
        return points;
    }

    private static Point point(int year, String value, String status) {
        return new Point(
                1,
                ReportingPeriod.year(year),
                new BigDecimal(value),
                status,
                1,
                1,
                false,
                null,
                null,
                null,
                false,
                null);
    }
}
