package org.scpmonitor.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scpmonitor.calendar.ReportingPeriod;

class TrajectoryTest {
    private final Trajectory path = new Trajectory(
            Story.dated("100 2015"),
            List.of(Story.dated("85 2025"), Story.dated("70 2035"), Story.dated("90 2020"), Story.dated("120 2010")),
            Story.dated("80 2030"));

    @Test
    void runs_straight_from_point_to_point() {
        assertThat(expected("2015")).contains(new BigDecimal("100"));
        assertThat(expected("2018")).contains(new BigDecimal("94"));
        assertThat(expected("2020")).contains(new BigDecimal("90"));
        assertThat(expected("2024")).contains(new BigDecimal("86"));
        assertThat(expected("2030")).contains(new BigDecimal("80"));
    }

    @Test
    void begins_with_the_baseline_and_stays_level_after_the_target() {
        assertThat(expected("2014")).isEmpty();
        assertThat(expected("2033")).contains(new BigDecimal("80"));
    }

    @Test
    void has_its_milestones_in_order_and_within() {
        assertThat(path.points())
                .extracting(each -> each.period().toString())
                .containsExactly("2015", "2020", "2025", "2030");
    }

    @Test
    void is_rounded_to_twenty_digits() {
        var third = new Trajectory(Story.dated("0 2015"), Story.dated("1 2018"));
        assertThat(third.expected(ReportingPeriod.year(2017))).contains(new BigDecimal("0.66666666666666666667"));
    }

    private Optional<BigDecimal> expected(String period) {
        return path.expected(ReportingPeriod.parse(period).orElseThrow());
    }
}
