package org.scpmonitor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.calendar.ReportingPeriod;

class PeriodFormatTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH_NAME, Febrero/2024, 2024-02",
        "MONTH_NAME, febrero de 2024, 2024-02",
        "MONTH_NAME, 2024 SETIEMBRE, 2024-09",
        "MONTH_NAME, dic-23, 2023-12",
        "MONTH_NAME, März 2024, 2024-03",
        "MONTH_NAME, Dez. 2024, 2024-12",
        "MONTH_NAME, July 1999, 1999-07",
        "MONTH_NAME, Febrero, –",
        "MONTH_NAME, 2024 Febrero 2024, –",
        "MONTH_NAME, Februar/2024/1, –",
        "MONTH_NAME, Brumario 2024, –",
        "MONTH_YEAR, 01.2023, 2023-01",
        "MONTH_YEAR, 1/2023, 2023-01",
        "MONTH_YEAR, 12-2023, 2023-12",
        "MONTH_YEAR, 13.2023, –",
        "MONTH_YEAR, 0.2023, –",
        "YEAR_MONTH, 2023/01, 2023-01",
        "YEAR_MONTH, 202301, 2023-01",
        "YEAR_MONTH, 2023M01, 2023-01",
        "YEAR_MONTH, 2023.7, 2023-07",
        "YEAR_MONTH, 20231, –",
        "QUARTER, 2023-T1, 2023-Q1",
        "QUARTER, T4/2023, 2023-Q4",
        "QUARTER, 1T2023, 2023-Q1",
        "QUARTER, Q3 2023, 2023-Q3",
        "QUARTER, I trimestre de 2023, 2023-Q1",
        "QUARTER, 2.º trimestre 2023, 2023-Q2",
        "QUARTER, 3er trim. 2023, 2023-Q3",
        "QUARTER, 1. Quartal 2023, 2023-Q1",
        "QUARTER, 2023 IV trimestre, 2023-Q4",
        "QUARTER, T5/2023, –",
        "QUARTER, T1, –",
        "HALF_YEAR, 2023-S1, 2023-H1",
        "HALF_YEAR, II semestre 2023, 2023-H2",
        "HALF_YEAR, 2. Halbjahr 2023, 2023-H2",
        "HALF_YEAR, S3 2023, –",
        "YEAR, 2023, 2023",
        "YEAR, Año 2023, 2023",
        "YEAR, 2023.0, 2023",
        "YEAR, 23, –",
        "YEAR, 0000, –",
        "DATE_YEAR_FIRST, 2023-12-31, 2023-12",
        "DATE_YEAR_FIRST, 20230627, 2023-06",
        "DATE_YEAR_FIRST, 2023-12-31 10:00:00, 2023-12",
        "DATE_YEAR_FIRST, 2023-02-30, –",
        "DATE_DAY_FIRST, 31.12.2023, 2023-12",
        "DATE_DAY_FIRST, 1/2/2023, 2023-02",
        "DATE_DAY_FIRST, 12/31/2023, –",
        "DATE_MONTH_FIRST, 12/31/2023, 2023-12",
        "OURS, 2023-Q2, 2023-Q2",
        "OURS, FY2023-07, FY2023-07",
        "OURS, 2023/Q2, –"
    })
    void a_text_is_the_period_that_its_way_of_writing_means(PeriodFormat.Style pattern, String text, String period) {
        assertThat(PeriodFormat.of(pattern)
                        .read(text)
                        .map(ReportingPeriod::toString)
                        .orElse("–"))
                .isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"1, 2023-11", "3, 2023-Q4", "6, 2023-H2", "12, 2023"})
    void a_date_is_in_the_period_of_the_length_that_is_reported(int months, String period) {
        var format = new PeriodFormat(PeriodFormat.Style.DATE_DAY_FIRST, months);
        assertThat(format.read("30.11.2023").orElseThrow()).hasToString(period);
        assertThat(format.around(LocalDate.of(2023, 11, 30))).hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH_NAME, Enero/2024|Octubre/2024",
        "QUARTER, 2023-T1|2023-T4",
        "MONTH_YEAR, 01.2023|12.2023",
        "YEAR, 2019|2022",
        "OURS, 2023-01|2023-02",
        "DATE_YEAR_FIRST, 20230627|20221231",
        "DATE_DAY_FIRST, 1/2/2023|31/12/2023",
        "DATE_MONTH_FIRST, 12/31/2023|1/2/2023"
    })
    void the_way_of_writing_is_recognised_by_samples(PeriodFormat.Style pattern, String samples) {
        assertThat(PeriodFormat.of(Arrays.asList(samples.split("\\|"))))
                .hasValueSatisfying(found -> assertThat(found.pattern()).isEqualTo(pattern));
    }

    @Test
    void other_texts_are_no_periods() {
        assertThat(PeriodFormat.of(List.of("Enero/2024", "Total"))).isEmpty();
        assertThat(PeriodFormat.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127:30:00, 459000",
        "0:00:01, 1",
        "1:05, 3900",
        "25:00:00.5, 90000.5",
        "1:60:00, –",
        "-1:00:00, –",
        "1.5, –"
    })
    void durations_are_seconds(String text, String seconds) {
        assertThat(DurationText.seconds(text).map(Object::toString).orElse("–")).isEqualTo(seconds);
    }
}
