package org.scpmonitor.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.chart.Trajectory.Level;
import org.scpmonitor.ui.chart.Trajectory.Target;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.NumberText;

class TrajectoryTest {
    private static final NumberText SPANISH = new NumberText(Locale.of("es", "CL"));

    private final Trajectory chile = new Trajectory(
            CountryMark.CHILE,
            "Mt",
            List.of(actual(2012, "90"), actual(2014, "100"), actual(2023, "99")),
            level(2014, "100"),
            null,
            List.of(new Target("", List.of(level(2020, "94")), level(2030, "80"), false, false)),
            List.of(),
            List.of());

    @Test
    void the_path_runs_straight_from_corner_to_corner() {
        assertThat(chile.pathAt(ReportingPeriod.year(2013))).isNull();
        assertThat(chile.pathAt(ReportingPeriod.year(2014))).isEqualByComparingTo("100");
        assertThat(chile.pathAt(ReportingPeriod.year(2017))).isEqualByComparingTo("97");
        assertThat(chile.pathAt(ReportingPeriod.year(2025))).isEqualByComparingTo("87");
        assertThat(chile.pathAt(ReportingPeriod.year(2030))).isEqualByComparingTo("80");
        assertThat(chile.pathAt(ReportingPeriod.year(2031))).isNull();
    }

    @Test
    void an_index_makes_the_baseline_a_hundred() {
        Trajectory half = new Trajectory(
                CountryMark.CHILE,
                "t",
                List.of(actual(2014, "50"), actual(2015, "25")),
                level(2014, "50"),
                null,
                List.of(),
                List.of(),
                List.of());
        assertThat(half.indexed().actuals())
                .extracting(each -> each.value().stripTrailingZeros().toPlainString())
                .containsExactly("100", "50");
        assertThat(half.indexed().unit()).isEmpty();
    }

    @Test
    void what_lies_before_the_baseline_can_be_left_out() {
        assertThat(chile.sinceBaseline().actuals())
                .extracting(each -> each.period().toString())
                .containsExactly("2014", "2023");
    }

    @Test
    void axes_have_at_most_five_lines_at_round_values_around_everything() {
        Axes axes = Axes.around(List.of(chile), SPANISH);
        assertThat(axes.values().ticks()).extracting(Axis.Tick::label).containsExactly("80", "85", "90", "95", "100");
        assertThat(axes.time().ticks())
                .extracting(Axis.Tick::label)
                .contains("2030")
                .hasSizeLessThanOrEqualTo(5);
        assertThat(axes.time().from()).isLessThan(2012);
        assertThat(axes.time().to()).isGreaterThan(2030);
    }

    @Test
    void a_short_time_is_named_by_months() {
        Trajectory months = new Trajectory(
                CountryMark.CHILE,
                "CLP",
                List.of(month(2024, 1, "9"), month(2024, 10, "24")),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
        assertThat(Axes.around(List.of(months), SPANISH).time().ticks())
                .extracting(Axis.Tick::label)
                .containsExactly("ene 2024", "abr 2024", "jul 2024", "oct 2024");
        assertThat(Axis.at(ReportingPeriod.month(2024, 7))).isEqualTo(2024.5, within(1e-9));
    }

    private static Actual actual(int year, String value) {
        return new Actual(ReportingPeriod.year(year), new BigDecimal(value), Kind.FINAL, false, null);
    }

    private static Actual month(int year, int month, String value) {
        return new Actual(ReportingPeriod.month(year, month), new BigDecimal(value), Kind.FINAL, false, null);
    }

    private static Level level(int year, String value) {
        return new Level(ReportingPeriod.year(year), new BigDecimal(value));
    }
}
