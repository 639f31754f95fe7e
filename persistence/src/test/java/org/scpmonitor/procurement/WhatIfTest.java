package org.scpmonitor.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.progress.Forecast;

class WhatIfTest {
    private static final List<Point> MEETING = List.of(point(2023, "800"), point(2024, "1000"));
    private static final List<Point> PURCHASES = List.of(point(2023, "5000"), point(2024, "5000"));
    private static final List<Point> IMPACT = List.of(point(2023, "400"), point(2024, "500"));

    @ParameterizedTest
    @CsvSource({
        // 0.5 t a unit × (0.8 × 5000 − 1000) = 1500 t, a sixth of it each year.
        "0.8, 2030, '0 250 500 750 1000 1250 1500'",
        "0.2, 2027, '0 0 0 0'",
        "0.1, 2026, '0 -125 -250'",
        "1, 2025, '0 2000'"
    })
    void what_is_avoided_more_grows_on_a_straight_line(String share, int year, String expected) {
        assertThat(whatIf(share, year).years().stream()
                        .map(each -> each.additional().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void after_the_target_it_stays() {
        assertThat(whatIf("0.8", 2030).in(ReportingPeriod.year(2035))).isEqualByComparingTo("1500");
        assertThat(whatIf("0.8", 2030).in(ReportingPeriod.year(2020))).isEqualByComparingTo("0");
    }

    @Test
    void it_is_taken_off_a_projection_in_its_own_unit_and_off_no_other_kind() {
        Forecast.Band band = new Forecast.Band(
                ReportingPeriod.year(2030), new BigDecimal("90"), new BigDecimal("80"), new BigDecimal("100"));
        assertThat(whatIf("0.8", 2030)
                        .less(List.of(band), "kt{CO2e}")
                        .orElseThrow()
                        .getFirst())
                .satisfies(each -> {
                    assertThat(each.middle()).isEqualByComparingTo("88.5");
                    assertThat(each.low()).isEqualByComparingTo("78.5");
                    assertThat(each.high()).isEqualByComparingTo("98.5");
                });
        assertThat(whatIf("0.8", 2030).less(List.of(band), "TW.h")).isEmpty();
    }

    @Test
    void without_the_figures_of_one_year_there_is_none() {
        ReportingPeriod target = ReportingPeriod.year(2030);
        assertThat(WhatIf.of(List.of(), PURCHASES, IMPACT, "t", BigDecimal.ONE, target))
                .isEmpty();
        assertThat(WhatIf.of(List.of(point(2024, "0")), PURCHASES, IMPACT, "t", BigDecimal.ONE, target))
                .isEmpty();
        assertThat(WhatIf.of(MEETING, PURCHASES, IMPACT, "t", BigDecimal.ONE, ReportingPeriod.year(2024)))
                .isEmpty();
    }

    @Test
    void uptake_is_a_share_where_both_figures_are_there() {
        Uptake uptake = Uptake.of(
                List.of(point(2022, "5"), point(2023, "800"), part(2024, "1000")),
                List.of(point(2022, "0"), point(2023, "5000"), point(2024, "5000"), point(2025, "1")));
        assertThat(uptake.shares().stream()
                        .map(each -> each.period() + " " + each.value().toPlainString()
                                + (each.partial() ? " partial" : "") + " " + each.reported() + "/"
                                + each.expected()))
                .containsExactly("2023 0.16 2/2", "2024 0.2 partial 1/2");
    }

    private static WhatIf whatIf(String share, int year) {
        return WhatIf.of(MEETING, PURCHASES, IMPACT, "t{CO2e}", new BigDecimal(share), ReportingPeriod.year(year))
                .orElseThrow();
    }

    private static Point point(int year, String value) {
        return new Point(year, ReportingPeriod.year(year), new BigDecimal(value), "", 2, 2, false, null);
    }

    private static Point part(int year, String value) {
        return new Point(year, ReportingPeriod.year(year), new BigDecimal(value), "", 1, 2, true, null);
    }
}
