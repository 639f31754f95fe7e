package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class AggregationTest {

    private final TestDatabase database = TestDatabase.create();
    private final Monitor monitor = new Monitor(database);
    private final World world = World.in(database);

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    /** 5 % of 30 is 1.5, 5 % of 40 is 2; √(1.5² + 2²) = 2.5, which is 3.5714… % of 70. */
    @Test
    void independent_values_add_up_their_uncertainty_by_squares() {
        world.institution("CL-A")
                .institution("CL-B")
                .indicator("WAS", "t", 12, "sum", "sum")
                .uncertainty("WAS", "5");
        approved("CL-A", "WAS,2020,30,t");
        approved("CL-B", "WAS,2020,40,t");
        assertThat(programme("uncertainty")).containsExactly("2020 3.5714285714285714286");
    }

    /** Twelve months of 10 ± 5 %: √(12 · 0.5²) = 1.7320508…, of 120: 1.4433756… %. */
    @Test
    void months_are_independent_of_one_another() {
        world.institution("CL-A").indicator("PAPER", "t", 1, "sum", "sum").uncertainty("PAPER", "5");
        StringBuilder rows = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            rows.append("PAPER,2020-%02d,10,t\n".formatted(month));
        }
        approved("CL-A", rows.toString());
        assertThat(programme("uncertainty")).contains("2020 1.4433756729740644113", "2020-05 5");
    }

    /** (30 ± 5 %) / (40 ± 2 %): √(5² + 2²) = 5.3851648… %. */
    @Test
    void a_ratio_takes_both_uncertainties() {
        world.institution("CL-A")
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("STAFF", "{person}", 12, "sum", "last")
                .ratio("PERHEAD", "kg/{person}", "WAS", "STAFF", "1000")
                .uncertainty("WAS", "5")
                .uncertainty("STAFF", "2");
        approved("CL-A", "WAS,2020,30,t\n", "STAFF,2020,40,persons\n");
        assertThat(figures("uncertainty", "a.programme_id is not null and i.code = 'PERHEAD'"))
                .containsExactly("2020 5.3851648071345040313");
    }

    @Test
    void regions_and_sectors_have_figures_of_their_own() {
        world.institution("CL-A")
                .institution("CL-B")
                .institution("CL-C")
                .indicator("WAS", "t", 12, "sum", "sum")
                .place("CL-A", "Norte", "salud")
                .place("CL-B", "Norte", "educación")
                .place("CL-C", "Sur", "salud");
        approved("CL-A", "WAS,2020,1,t");
        approved("CL-B", "WAS,2020,2,t");
        assertThat(database.sql().fetch("""
                                select part_of || ' ' || part || ' ' || trim_scale(value) || ' ' || reported || '/' || expected
                                from figure where part_of <> '' and known_until = 'infinity' order by 1
                                """).getValues(0, String.class))
                .containsExactly("region Norte 3 2/2", "sector educación 2 1/1", "sector salud 1 1/2");
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 3 | 2/3 partial");
    }

    @Test
    void a_programme_with_a_fiscal_year_has_no_calendar_year_beside_it() {
        world.institution("CL-A").indicator("PAPER", "t", 1, "sum", "sum").fiscalYearFrom(4);
        approved("CL-A", "PAPER,2020-03,1,t\nPAPER,2020-04,2,t\nPAPER,2021-03,4,t");
        assertThat(figures("value", "a.programme_id is not null and a.period_months = 12"))
                .containsExactly(
                        ReportingPeriod.of(LocalDate.of(2019, 4, 1), 12) + " 1",
                        ReportingPeriod.of(LocalDate.of(2020, 4, 1), 12) + " 6");
        assertThat(figures("value", "a.programme_id is null and a.period_months = 12"))
                .containsExactly("2020 3", "2021 4");
    }

    @Test
    void who_is_missing_is_estimated_beside_the_total_by_the_method_that_was_chosen() {
        world.institution("CL-A")
                .institution("CL-B")
                .indicator("WAS", "t", 12, "sum", "sum")
                .baseline("WAS", "2019");
        approved("CL-A", "WAS,2019,10,t\nWAS,2020,11,t\nWAS,2021,12,t\nWAS,2022,13,t");
        approved("CL-B", "WAS,2019,30,t\nWAS,2022,60,t");
        assertThat(estimates("carried_forward")).containsExactly("2020 11 + 30 of 1", "2021 12 + 30 of 1");
        assertThat(estimates("interpolated")).containsExactly("2020 11 + 40 of 1", "2021 12 + 50 of 1");
        assertThat(estimates("baseline_share")).containsExactly("2020 11 + 33 of 1", "2021 12 + 36 of 1");

        world.estimated("WAS", "interpolated");
        monitor.rebuild();
        approved("CL-B", "WAS,2022,90,t");
        assertThat(estimates()).containsExactly("2020 11 + 50 of 1", "2021 12 + 70 of 1");
        List<String> incremental = estimates();
        monitor.rebuild();
        assertThat(estimates()).isEqualTo(incremental);
    }

    @Test
    void an_institution_counts_while_it_takes_part() {
        world.institution("CL-A").institution("CL-B").indicator("WAS", "t", 12, "sum", "sum");
        approved("CL-A", "WAS,2020,1,t\nWAS,2021,2,t");
        approved("CL-B", "WAS,2020,10,t\nWAS,2021,20,t");
        world.leaves("CL-B", LocalDate.of(2021, 1, 1));
        monitor.rebuild();
        assertThat(programme("value")).containsExactly("2020 11", "2021 2");
        assertThat(figures("value", "a.programme_id is null")).containsExactly("2020 11", "2021 22");
    }

    private List<String> estimates(String method) {
        world.estimated("WAS", method);
        monitor.rebuild();
        return estimates();
    }

    private List<String> estimates() {
        return database.sql().fetch("""
                        select extract(year from period_start) || ' ' || trim_scale(value) || ' + '
                               || trim_scale(estimated_value) || ' of ' || estimated
                        from actual where estimation is not null and known_until = 'infinity' order by period_start
                        """).getValues(0, String.class);
    }

    private List<String> programme(String column) {
        return figures(column, "a.programme_id is not null");
    }

    private List<String> figures(String column, String which) {
        return database.sql()
                .fetch("""
                        select a.period_start, a.period_months, trim_scale(a.%s)::text
                        from actual a join indicator i on i.id = a.indicator_id
                        where a.known_until = 'infinity' and %s
                        order by a.period_months desc, a.period_start
                        """.formatted(column, which))
                .map(row -> ReportingPeriod.of(row.get(0, LocalDate.class), row.get(1, Integer.class)) + " "
                        + row.get(2, String.class));
    }

    private void approved(String institution, String... rows) {
        String text = String.join("\n", rows);
        monitor.approved(monitor.sent(
                institution,
                "values-" + Integer.toHexString(text.hashCode()) + ".csv",
                "institution,indicator,period,value,unit\n"
                        + text.lines()
                                .filter(line -> !line.isBlank())
                                .map(line -> institution + "," + line + "\n")
                                .reduce("", String::concat)));
    }
}
