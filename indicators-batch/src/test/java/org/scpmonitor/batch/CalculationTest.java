package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.actual.Foresight;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.provenance.Figure;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.provenance.Source;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** What institutions report becomes what formulas make of it, and that becomes figures. */
class CalculationTest {

    private TestDatabase database;
    private World world;
    private Monitor monitor;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        world = World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .place("CL-A", "North", "mining")
                .place("CL-B", "South", "mining")
                .indicator("FUEL", "t", 1, "sum", "sum")
                .indicator("PEOPLE", "{person}", 12, "sum", "last")
                .indicator("GHG", "kg{CO2e}", 1, "sum", "sum")
                .indicator("TWICE", "t{CO2e}", 12, "sum", "sum")
                .indicator("RISE", "t", 1, "sum", "sum")
                .factor("EF", "emission", "kg{CO2}/t")
                .factor("GWP-CO2", "gwp", "kg{CO2e}/kg{CO2}")
                .value("EF", "", "3000", "30")
                .value("GWP-CO2", "AR5", "1", null)
                .value("GWP-CO2", "AR6", "2", null)
                .formula("GHG", "FUEL * EF * GWP-CO2")
                .formula("TWICE", "2 * GHG")
                .formula("RISE", "FUEL - previous period of FUEL");
        monitor = new Monitor(database);
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void what_is_reported_is_calculated_by_every_formula_it_enters_and_by_those_that_these_enter() {
        reported("CL-A", "FUEL,2024-05,10,t", "FUEL,2024-06,12,t");

        assertThat(calculated("GHG"))
                .containsExactly(
                        "CL-A 2024-05-01 AR5 30000", "CL-A 2024-05-01 AR6 60000",
                        "CL-A 2024-06-01 AR5 36000", "CL-A 2024-06-01 AR6 72000");
        assertThat(calculated("TWICE")).containsExactly("CL-A 2024-01-01 AR5 132", "CL-A 2024-01-01 AR6 264");
        assertThat(calculated("RISE")).containsExactly("CL-A 2024-06-01 2");
    }

    @Test
    void what_is_calculated_becomes_figures_by_the_programmes_warming_potentials() {
        reported("CL-A", "FUEL,2024-05,10,t", "FUEL,2024-06,12,t");
        reported("CL-B", "FUEL,2024-05,1,t");

        assertThat(monitor.figures("GHG")).contains("2024-05 | 33000 | 2/2", "2024-06 | 36000 | 1/2 partial");
        assertThat(monitor.figures("TWICE")).containsExactly("2024 | 138 | 2/2");
    }

    @Test
    void a_correction_reaches_the_period_after_it_as_well() {
        reported("CL-A", "FUEL,2024-05,10,t", "FUEL,2024-06,12,t");
        reported("CL-A", "FUEL,2024-05,11,t");

        assertThat(calculated("RISE")).containsExactly("CL-A 2024-06-01 1");
        assertThat(database.sql()
                        .fetch("select trim_scale(c.value) from calculated c join indicator i on i.id = c.indicator_id"
                                + " where i.code = 'RISE' order by c.known_from")
                        .getValues(0, String.class))
                .containsExactly("2", "1");
    }

    @Test
    void a_corrected_factor_makes_new_versions_and_rewrites_none() {
        reported("CL-A", "FUEL,2024-05,10,t");
        world.value("EF", "", "3100", "30");
        asked("GHG");

        assertThat(calculated("GHG")).containsExactly("CL-A 2024-05-01 AR5 31000", "CL-A 2024-05-01 AR6 62000");
        assertThat(calculated("TWICE")).containsExactly("CL-A 2024-01-01 AR5 62", "CL-A 2024-01-01 AR6 124");
        assertThat(database.sql().fetchCount(table("calculated"), condition("known_until <> 'infinity'")))
                .isEqualTo(4);
    }

    @Test
    void a_refresh_never_adds_up_values_of_before_and_after_a_corrected_factor() {
        reported("CL-A", "FUEL,2024-05,10,t", "FUEL,2024-06,12,t");
        world.value("EF", "", "3100", "30");
        database.sql()
                .transaction(
                        tx -> monitor.part(Refresh.class).request("factor EF", null, List.of(Reach.all(id("GHG")))));
        reported("CL-A", "FUEL,2024-05,11,t");

        // Twice 22 t × 3000 kg/t, then twice 23 t × 3100; never 11 × 3100 + 12 × 3000.
        assertThat(database.sql()
                        .fetch("select trim_scale(a.value) from actual a join indicator i on i.id = a.indicator_id"
                                + " where i.code = 'TWICE' and a.programme_id is not null order by a.known_from")
                        .getValues(0, String.class))
                .containsExactly("132", "142.6");
        assertThat(disagreeing()).isEmpty();
    }

    @Test
    void what_an_approval_would_change_is_foreseen_through_formulas_and_their_formulas() {
        reported("CL-A", "FUEL,2024-05,10,t", "FUEL,2024-06,12,t");
        List<String> foreseen = database.sql().transactionResult(tx -> {
            new Foresight(tx.dsl()).foresee("""
                    (select i.id as institution_id, x.id as indicator_id, 0 as disaggregation_id,
                            '2024-05-01'::date as period_start, 1::smallint as period_months, '' as status,
                            11::numeric as value
                     from institution i, indicator x where i.code = 'CL-A' and x.code = 'FUEL')""");
            return tx.dsl().fetch("""
                    select concat_ws(' ', i.code, f.period_start, f.period_months, trim_scale(f.old_value), '→',
                                     trim_scale(f.new_value))
                    from foreseen f join indicator i on i.id = f.indicator_id
                    where i.code <> 'FUEL' and f.period_months in (1, 12) order by 1
                    """).getValues(0, String.class);
        });

        assertThat(foreseen)
                .containsExactly(
                        "GHG 2024-01-01 12 66000 → 69000",
                        "GHG 2024-05-01 1 30000 → 33000",
                        "RISE 2024-01-01 12 2 → 1",
                        "RISE 2024-06-01 1 2 → 1",
                        "TWICE 2024-01-01 12 132 → 138");
        assertThat(calculated("TWICE")).containsExactly("CL-A 2024-01-01 AR5 132", "CL-A 2024-01-01 AR6 264");
        reported("CL-A", "FUEL,2024-05,11,t");
        assertThat(monitor.figures("TWICE")).containsExactly("2024 | 138 | 1/2 partial");
    }

    @Test
    void what_was_reported_before_a_formula_began_counts_in_no_period_in_which_the_formula_holds() {
        world.indicator("WASTE", "t", 1, "sum", "sum");
        reported("CL-A", "WASTE,2023-12,9,t", "WASTE,2024-04,100,t", "WASTE,2024-05,100,t");
        reported("CL-A", "FUEL,2024-04,5,t", "FUEL,2024-05,10,t", "FUEL,2024-06,12,t");
        world.formula("WASTE", "3 * FUEL", LocalDate.of(2024, 5, 1));
        asked("WASTE");

        assertThat(calculated("WASTE")).containsExactly("CL-A 2024-05-01 30", "CL-A 2024-06-01 36");
        assertThat(database.sql().fetch("""
                        select concat_ws(' ', a.period_start, a.period_months, trim_scale(a.value))
                        from actual a join indicator i on i.id = a.indicator_id
                        where i.code = 'WASTE' and a.known_until = 'infinity' and a.programme_id is not null
                          and (a.period_start >= '2024-01-01' or a.period_months = 12)
                        order by a.period_months, a.period_start
                        """).getValues(0, String.class))
                .containsExactly(
                        "2024-04-01 1 100",
                        "2024-05-01 1 30",
                        "2024-06-01 1 36",
                        "2024-04-01 3 66",
                        "2024-01-01 6 66",
                        "2023-01-01 12 9",
                        "2024-01-01 12 66");
        assertThat(disagreeing()).isEmpty();
    }

    @Test
    void a_rebuild_changes_nothing() {
        reported("CL-A", "FUEL,2024-05,10,t", "FUEL,2024-06,12,t");
        monitor.rebuild();
        List<String> before = monitor.known();
        monitor.rebuild();

        assertThat(monitor.known()).isEqualTo(before);
        assertThat(database.sql().fetchCount(table("calculated"))).isEqualTo(7);
    }

    @Test
    void a_factor_that_several_share_moves_their_sum_and_chains_keep_it_apart() {
        world.uncertainty("FUEL", "5");
        reported("CL-A", "FUEL,2024-05,10,t", "FUEL,2024-06,10,t");

        // 10 t ± 5 % by 3000 kg/t ± 30: each month 30000 kg, moved by 1500 by the fuel and by 300 by the factor. Twice
        // the
        // year in tonnes: 120, moved by 2 √(1.5² + 1.5²) by the fuels, and by 2 (0.3 + 0.3) by the factor.
        assertThat(database.sql()
                        .fetch("select trim_scale(variance) || ' ' || trim_scale(half_widths[1]) || ' '"
                                + " || cardinality(half_widths) from calculated where gwp_set = 'AR5' order by"
                                + " indicator_id, period_start")
                        .getValues(0, String.class))
                .containsExactly("2250000 300 2", "2250000 300 2", "18 1.2 2");
    }

    @Test
    void every_figure_is_computed_again_from_what_was_reported_and_the_factors_of_then() {
        reported("CL-A", "FUEL,2024-05,10,t", "FUEL,2024-06,12,t");
        reported("CL-B", "FUEL,2024-05,1,t");
        world.value("EF", "", "3100", "30");
        asked("GHG");
        reported("CL-B", "FUEL,2024-05,2,t");

        assertThat(database.sql().fetchCount(table("figure"))).isPositive();
        assertThat(disagreeing()).isEmpty();
        ProvenanceQueries provenance = monitor.part(ProvenanceQueries.class);
        long year = database.sql()
                .fetchSingle(
                        "select a.id from actual a join indicator i on i.id = a.indicator_id where i.code = 'TWICE'"
                                + " and a.known_until = 'infinity' and a.programme_id is not null")
                .get(0, Long.class);
        assertThat(provenance.listSources(year, 0, 10))
                .extracting(source -> source.institutionCode() + " " + source.indicator() + " " + source.period() + " "
                        + Objects.requireNonNull(source.value())
                                .stripTrailingZeros()
                                .toPlainString())
                .containsExactlyInAnyOrder("CL-A FUEL 2024-05 10", "CL-A FUEL 2024-06 12", "CL-B FUEL 2024-05 2");
        assertThat(provenance.listFormulas(year))
                .extracting(formula -> formula.expression() + " | "
                        + formula.factors().stream()
                                .map(factor -> factor.code() + " " + factor.variant() + " v" + factor.version() + " "
                                        + factor.value().toPlainString())
                                .toList())
                .containsExactly("FUEL * EF * GWP-CO2 | [EF  v2 3100, GWP-CO2 AR5 v1 1]", "2 * GHG | []");
        assertThat(provenance.listFormulas(year).getFirst().examples())
                .extracting(each -> each.institution() + " " + each.period() + " of " + each.of() + ": " + each.putIn())
                .containsExactly(
                        "CL-A 2024-06 of 3: 12 [t] * 3100 [kg{CO2}/t] * 1 [kg{CO2e}/kg{CO2}]",
                        "CL-A 2024-05 of 3: 10 [t] * 3100 [kg{CO2}/t] * 1 [kg{CO2e}/kg{CO2}]",
                        "CL-B 2024-05 of 3: 2 [t] * 3100 [kg{CO2}/t] * 1 [kg{CO2e}/kg{CO2}]");
        assertThat(provenance
                        .listFormulas(year)
                        .getFirst()
                        .examples()
                        .getFirst()
                        .terms())
                .extracting(each -> "  ".repeat(each.depth()) + each.text() + " = " + each.value() + " " + each.unit()
                        + (each.factorVersion() == null ? "" : " v" + each.factorVersion())
                        + (each.period() == null ? "" : " " + each.period()))
                .containsExactly(
                        "FUEL * EF * GWP-CO2 = 37200 kg{CO2e}",
                        "  FUEL * EF = 37200 kg{CO2}",
                        "    FUEL = 12 t 2024-06",
                        "    EF = 3100 kg{CO2}/t v2",
                        "  GWP-CO2 = 1 kg{CO2e}/kg{CO2} v1");
        assertThat(provenance.listFormulas(year).getLast().examples())
                .extracting(each -> each.institution() + " " + each.period() + ": " + each.putIn())
                .containsExactly("CL-A 2024: 2 * 68200 [kg{CO2e}]", "CL-B 2024: 2 * 6200 [kg{CO2e}]");
    }

    @Test
    void what_enters_a_ratio_above_and_below_is_told_once() {
        world.indicator("WOMEN", "{person}", 12, "sum", "last")
                .indicator("MEN", "{person}", 12, "sum", "last")
                .indicator("ALL", "{person}", 12, "sum", "last")
                .formula("ALL", "WOMEN + MEN")
                .ratio("SHARE", "%", "WOMEN", "ALL", "100");
        reported("CL-A", "WOMEN,2024,30,persons", "MEN,2024,70,persons");

        long share = database.sql()
                .fetchSingle("select f.id, f.value from actual f join indicator i on i.id = f.indicator_id"
                        + " where i.code = 'SHARE' and f.known_until = 'infinity' and f.programme_id is not null")
                .get(0, Long.class);
        ProvenanceQueries provenance = monitor.part(ProvenanceQueries.class);
        assertThat(provenance.listSources(share, 0, 10))
                .extracting(Source::indicator)
                .containsExactlyInAnyOrder("WOMEN", "MEN");
        assertThat(provenance.countSources(share)).isEqualTo(2);
    }

    private void reported(String institution, String... rows) {
        monitor.approved(monitor.sent(
                institution,
                institution + ".csv",
                "institution,indicator,period,value,unit\n," + String.join("\n,", rows) + "\n"));
    }

    private void asked(String indicator) {
        database.sql()
                .transaction(
                        tx -> monitor.part(Refresh.class).request("test", null, List.of(Reach.all(id(indicator)))));
        monitor.work(0);
    }

    private int id(String indicator) {
        return database.sql()
                .fetchSingle("select id from indicator where code = ?", indicator)
                .get(0, Integer.class);
    }

    /** The figures, past and current, that don't come out just so when they are computed again from their leaves. */
    private List<String> disagreeing() {
        ProvenanceQueries provenance = monitor.part(ProvenanceQueries.class);
        return database.sql().fetch("select id from figure").getValues(0, Long.class).stream()
                .map(id -> provenance.find(id).orElseThrow())
                .filter(figure -> !figure.agrees())
                .map(Figure::toString)
                .toList();
    }

    /** The current values of an indicator: institution, beginning of the period, set of potentials, value. */
    private List<String> calculated(String indicator) {
        return database.sql().fetch("""
                        select concat_ws(' ', n.code, c.period_start, nullif(c.gwp_set, ''), trim_scale(c.value))
                        from calculated c
                        join indicator i on i.id = c.indicator_id
                        join institution n on n.id = c.institution_id
                        where i.code = ? and c.known_until = 'infinity'
                        order by 1
                        """, indicator).getValues(0, String.class);
    }
}
