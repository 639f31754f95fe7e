package org.scpmonitor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2023-04,   MONTH,       2023-04-01, 2023-05-01",
        "2023-Q2,   QUARTER,     2023-04-01, 2023-07-01",
        "2023-H1,   HALF_YEAR,   2023-01-01, 2023-07-01",
        "2023,      YEAR,        2023-01-01, 2024-01-01",
        "FY2023-07, FISCAL_YEAR, 2023-07-01, 2024-07-01",
    })
    void reads_every_kind(String text, Periodicity periodicity, LocalDate start, LocalDate end) {
        ReportingPeriod period = period(text);
        assertThat(period.periodicity()).isEqualTo(periodicity);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.endExclusive()).isEqualTo(end);
        assertThat(period).hasToString(text).isEqualTo(ReportingPeriod.of(start, periodicity.months()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2023-13",
                "2023-00",
                "2023-4",
                "2023-Q5",
                "2023-Q0",
                "2023-H3",
                "23",
                "0000",
                "20234",
                "2023-04-01",
                "FY2023",
                "FY2023-13",
                "Q2 2023",
                "abril",
                "-2023",
                "２０２３"
            })
    void finds_no_period_in_anything_else(String text) {
        assertThat(ReportingPeriod.parse(text)).isEmpty();
    }

    @Test
    void overlooks_case_and_surrounding_space() {
        assertThat(ReportingPeriod.parse(" 2023-q2\t")).contains(ReportingPeriod.quarter(2023, 2));
        assertThat(ReportingPeriod.parse("fy2023-07")).contains(ReportingPeriod.fiscalYear(2023, Month.JULY));
    }

    @Test
    void takes_a_fiscal_year_from_January_for_the_calendar_year() {
        assertThat(ReportingPeriod.parse("FY2023-01")).contains(ReportingPeriod.year(2023));
    }

    @Test
    void refuses_what_no_row_may_hold() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReportingPeriod.of(LocalDate.of(2023, 2, 1), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> ReportingPeriod.of(LocalDate.of(2023, 1, 2), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ReportingPeriod.of(LocalDate.of(2023, 1, 1), 2));
    }

    @Test
    void knows_what_it_contains() {
        assertThat(period("2023-Q2").contains(LocalDate.of(2023, 6, 30))).isTrue();
        assertThat(period("2023-Q2").contains(LocalDate.of(2023, 7, 1))).isFalse();
        assertThat(period("2023-H1").contains(period("2023-Q2"))).isTrue();
        assertThat(period("2023-Q2").contains(period("2023-H1"))).isFalse();
    }

    @Test
    void finds_the_longer_period_it_lies_in() {
        assertThat(period("2023-08").containing(Periodicity.QUARTER)).contains(period("2023-Q3"));
        assertThat(period("2023-08").containing(Periodicity.HALF_YEAR)).contains(period("2023-H2"));
        assertThat(period("2023-Q3").containing(Periodicity.YEAR)).contains(period("2023"));
        assertThat(period("2023-Q3").containing(Periodicity.MONTH)).isEmpty();
        assertThat(period("FY2023-07").containing(Periodicity.YEAR)).isEmpty();
        assertThat(period("2023-08").containing(Periodicity.FISCAL_YEAR)).isEmpty();
    }

    @Test
    void finds_its_fiscal_year() {
        assertThat(period("2023-04").fiscalYearFrom(Month.JULY)).contains(period("FY2022-07"));
        assertThat(period("2023-Q3").fiscalYearFrom(Month.JULY)).contains(period("FY2023-07"));
        assertThat(period("2023-H1").fiscalYearFrom(Month.APRIL)).isEmpty();
    }

    @Test
    void falls_into_parts() {
        assertThat(period("2023").parts(Periodicity.QUARTER))
                .containsExactly(period("2023-Q1"), period("2023-Q2"), period("2023-Q3"), period("2023-Q4"));
        assertThat(period("FY2023-07").parts(Periodicity.HALF_YEAR))
                .containsExactly(period("2023-H2"), period("2024-H1"));
        assertThat(period("FY2023-02").parts(Periodicity.QUARTER)).isEmpty();
        assertThat(period("2023").parts(Periodicity.FISCAL_YEAR)).isEmpty();
        assertThat(period("2023-Q1").parts(Periodicity.YEAR)).isEmpty();
    }

    @Test
    void stands_in_a_row_with_its_neighbours() {
        assertThat(period("2023-Q1").previous()).isEqualTo(period("2022-Q4"));
        assertThat(period("FY2023-07").next()).isEqualTo(period("FY2024-07"));
        assertThat(period("2024-03").monthsSince(period("2023-01"))).isEqualTo(14);
        assertThat(Stream.of("2023", "2023-02", "2022-Q4", "2023-01")
                        .map(ReportingPeriodTest::period)
                        .sorted())
                .containsExactly(period("2022-Q4"), period("2023-01"), period("2023"), period("2023-02"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04,   abril de 2023,                          April 2023,                         April 2023",
        "2023-Q1,   1.er trim. 2023,                        Q1 2023,                            1. Quartal 2023",
        "2023-H2,   2.º sem. 2023,                          H2 2023,                            2. Halbjahr 2023",
        "2023,      2023,                                   2023,                               2023",
        "FY2023-07, ejercicio julio de 2023–junio de 2024,  fiscal year July 2023–June 2024,    Haushaltsjahr Juli 2023–Juni 2024",
    })
    void tells_its_name_in_three_languages(String text, String spanish, String english, String german) {
        assertThat(period(text).label(Locale.forLanguageTag("es-CL"))).isEqualTo(spanish);
        assertThat(period(text).label(Locale.ENGLISH)).isEqualTo(english);
        assertThat(period(text).label(Locale.GERMANY)).isEqualTo(german);
        assertThat(period(text).label(Locale.FRENCH)).isEqualTo(spanish);
    }

    private static ReportingPeriod period(String text) {
        return ReportingPeriod.parse(text).orElseThrow();
    }
}
