package org.scpmonitor.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.formula.Flaw.Code.FACTORS_MISSING;
import static org.scpmonitor.formula.Flaw.Code.OTHER_KIND_THAN_INDICATOR;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.formula.Checked;
import org.scpmonitor.formula.Flaw;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.formula.Meanings;
import org.scpmonitor.formula.Vocabulary;
import org.scpmonitor.formula.Worked;
import org.scpmonitor.world.TestDatabase;

/**
 * Emissions of each fuel and scope by the factors of the demo's catalogue, with the arithmetic to check them by hand.
 * Warming potentials are those of AR5: carbon dioxide 1, methane 28, nitrous oxide 265. A tonne is 0.001 Gg.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedExamplesTest {

    private final TestDatabase database = TestDatabase.create();
    private final DSLContext sql = database.sql();

    @BeforeAll
    void somethingIsBurntUsedBoughtAndThrownAway() {
        new CatalogueImport(sql, database.transactions(), Clock.systemUTC()).apply(Demo.document());
        for (var each : Map.of(
                        "FUEL", "t",
                        "FUEL-L", "L",
                        "FUEL-M3", "m3",
                        "POWER", "kW.h",
                        "PAPER", "t",
                        "EMISSIONS", "kg{CO2e}",
                        "BIOGENIC", "kg{CO2bio}")
                .entrySet()) {
            indicator(each.getKey(), each.getValue());
        }
        sql.execute(
                "insert into factor (code, kind, category, scope, gas, unit, name_es, name_en, name_de, sort) values"
                        + " ('EF-PAPER', 'emission', 'goods', 3, 'CO2e', 'kg{CO2e}/t', 'x', 'x', 'x', 999)");
        sql.execute("insert into factor_version (factor_id, valid_from, version, value, source_title, illustrative,"
                + " known_from) select id, '2010-01-01', 1, 900, 'illustrative', true, (select max(moment) from knowledge)"
                + " from factor where code = 'EF-PAPER'");
        reported("CL-MMA", "FUEL", "", "1");
        reported("CL-MMA", "FUEL-L", "", "1000");
        reported("CL-MMA", "FUEL-M3", "", "1000");
        reported("CL-MMA", "PAPER", "", "2.5");
        for (String institution : new String[] {"CL-MMA", "MX-SEMARNAT", "CO-MADS", "PE-MINAM", "DE-BMZ"}) {
            reported(institution, "POWER", "", "1000");
        }
        reported("PE-MINAM", "WAS-10", "WASTE_FRACTION=FOOD", "1");
        reported("PE-MINAM", "WAS-10", "WASTE_FRACTION=PAPER_WHITE", "0.5");
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void scope1_roadDiesel() {
        // 0.043 TJ: 3186.3 kg CO2, 0.1677 kg CH4 and 0.1677 kg N2O: 3186.3 + 4.6956 + 44.4405.
        assertThat(worked("CL-MMA", 2024, fuel("FUEL", "DIESEL", "ROAD")))
                .isEqualTo("1 [t] * 43 [TJ/Gg] * (74100 [kg{CO2}/TJ] * 1 [kg{CO2e}/kg{CO2}]"
                        + " + 3.9 [kg{CH4}/TJ] * 28 [kg{CO2e}/kg{CH4}] + 3.9 [kg{N2O}/TJ] * 265 [kg{CO2e}/kg{N2O}])"
                        + " = 3235.4361 kg{CO2e}");
        // 1000 L × 0.84 kg/L = 0.84 t: 0.84 × 3235.4361.
        assertThat(worked("CL-MMA", 2024, fuel("FUEL-L * DENSITY-DIESEL", "DIESEL", "ROAD")))
                .endsWith(" = 2717.766324 kg{CO2e}");
    }

    @Test
    void scope1_roadGasoline() {
        // 0.0443 TJ × 69300 = 3069.99 kg CO2; × 3.8 = 0.16834 kg CH4; × 5.7 = 0.25251 kg N2O:
        // 3069.99 + 4.71352 + 66.91515.
        assertThat(worked("CL-MMA", 2024, fuel("FUEL", "GASOLINE", "ROAD"))).endsWith(" = 3141.61867 kg{CO2e}");
        // 1000 L × 0.74 kg/L = 0.74 t: 0.74 × 3141.61867.
        assertThat(worked("CL-MMA", 2024, fuel("FUEL-L * DENSITY-GASOLINE", "GASOLINE", "ROAD")))
                .endsWith(" = 2324.7978158 kg{CO2e}");
    }

    @Test
    void scope1_liquefiedPetroleumGasInABoiler() {
        // 0.0473 TJ × 63100 = 2984.63 kg CO2; × 1 = 0.0473 kg CH4; × 0.1 = 0.00473 kg N2O: 2984.63 + 1.3244 + 1.25345.
        assertThat(worked("CL-MMA", 2024, fuel("FUEL", "LPG", "STATIONARY"))).endsWith(" = 2987.20785 kg{CO2e}");
    }

    @Test
    void scope1_naturalGasInABoiler() {
        // 0.048 TJ × 56100 = 2692.8 kg CO2; × 1 = 0.048 kg CH4; × 0.1 = 0.0048 kg N2O: 2692.8 + 1.344 + 1.272.
        assertThat(worked("CL-MMA", 2024, fuel("FUEL", "NATGAS", "STATIONARY"))).endsWith(" = 2695.416 kg{CO2e}");
        // 1000 m3 × 0.7 kg/m3 = 0.7 t: 0.7 × 2695.416.
        assertThat(worked("CL-MMA", 2024, fuel("FUEL-M3 * DENSITY-NATGAS", "NATGAS", "STATIONARY")))
                .endsWith(" = 1886.7912 kg{CO2e}");
    }

    @Test
    void scope2_electricityByTheGridOfTheCountryAndYear() {
        // 1000 kWh × so many grams are as many kilograms.
        assertThat(worked("CL-MMA", 2012, "POWER * EF-GRID"))
                .isEqualTo("1000 [kW.h] * 531.41 [g{CO2e}/(kW.h)] = 531.41 kg{CO2e}");
        assertThat(worked("MX-SEMARNAT", 2012, "POWER * EF-GRID")).endsWith(" = 550.26 kg{CO2e}");
        assertThat(worked("CO-MADS", 2012, "POWER * EF-GRID")).endsWith(" = 179.04 kg{CO2e}");
        assertThat(worked("PE-MINAM", 2012, "POWER * EF-GRID")).endsWith(" = 297.55 kg{CO2e}");
        assertThat(worked("DE-BMZ", 2012, "POWER * EF-GRID")).endsWith(" = 534.16 kg{CO2e}");
        assertThat(worked("CL-MMA", 2018, "POWER * EF-GRID")).endsWith(" = 470.28 kg{CO2e}");
        assertThat(worked("PE-MINAM", 2022, "POWER * EF-GRID")).endsWith(" = 287.81 kg{CO2e}");
    }

    @Test
    void scope3_wasteByFraction() {
        // 1 t × 626.856 kg/t of food and 0.5 t × 1041.79 kg/t of white paper: 626.856 + 520.895.
        assertThat(worked("PE-MINAM", 2024, "sum over WASTE_FRACTION of (WAS-10 * EF-WASTE)"))
                .endsWith(" = 1147.751 kg{CO2e}");
    }

    @Test
    void scope3_purchasedPaper() {
        // 2.5 t × 900 kg/t.
        assertThat(worked("CL-MMA", 2024, "PAPER * EF-PAPER")).isEqualTo("2.5 [t] * 900 [kg{CO2e}/t] = 2250 kg{CO2e}");
    }

    @Test
    void biogenicCarbonDioxideStandsApart() {
        // 0.0156 TJ × 112000 kg/TJ.
        String wood = "FUEL * NCV-WOOD * EF-WOOD-CO2BIO";
        assertThat(worked("CL-MMA", 2024, "BIOGENIC", wood)).endsWith(" = 1747.2 kg{CO2bio}");

        assertThat(checked("EMISSIONS", wood).flaws())
                .extracting(Flaw::code)
                .containsAnyOf(OTHER_KIND_THAN_INDICATOR, FACTORS_MISSING);
        assertThat(checked("EMISSIONS", fuel("FUEL", "DIESEL", "ROAD") + " + " + wood)
                        .isSound())
                .isFalse();
        assertThat(checked("EMISSIONS", wood + " * GWP-CO2").isSound()).isFalse();
    }

    private static String fuel(String amount, String fuel, String use) {
        return "%1$s * NCV-%2$s * (EF-%2$s-CO2 * GWP-CO2 + EF-%2$s-CH4-%3$s * GWP-CH4 + EF-%2$s-N2O-%3$s * GWP-N2O)"
                .formatted(amount, fuel, use);
    }

    private Checked checked(String indicator, String formula) {
        Vocabulary vocabulary = new Formulas(sql).vocabulary(AsOf.NOW);
        return Checked.of(formula, requireNonNull(vocabulary.indicators().get(indicator)), vocabulary, Map.of());
    }

    private String worked(String institution, int year, String formula) {
        return worked(institution, year, "EMISSIONS", formula);
    }

    /** The formula with the values put in, and what it gives. */
    private String worked(String institution, int year, String indicator, String formula) {
        Checked checked = checked(indicator, formula);
        assertThat(checked.flaws()).isEmpty();
        String starts = year + "-01-01";
        return sql.transactionResult(transaction -> {
            DSLContext inside = transaction.dsl();
            inside.execute(
                    "create temporary table formula_due on commit drop as select -1 as formula_id, ?::date as"
                            + " period_start, (?::date + interval '1 year')::date as period_end",
                    starts,
                    starts);
            inside.execute("""
                    create temporary table factor_value on commit drop as
                    select f.id as factor_id, i.country, ?::date as period_start, v.variant, a.*
                    from factor f
                    join institution i on i.code = ?
                    cross join lateral (select distinct variant from factor_version where factor_id = f.id) v
                    cross join lateral factor_at(f.id, i.country, v.variant, ?::date) a
                    """, starts, institution, starts);
            var worked = new Worked(
                    Meanings.read(inside),
                    -1,
                    indicator,
                    checked.formula().orElseThrow().expression());
            var row = inside.fetchSingle(
                    "select w.* from (" + worked.rows() + ") w join institution i on i.id = w.institution_id"
                            + " where i.code = ? and w.gwp_set in ('', 'AR5')",
                    institution);
            Worked.Value whole = worked.values(row).getFirst();
            return worked.putIn(row) + " = " + requireNonNull(whole.value()).toPlainString() + " " + whole.unit();
        });
    }

    /** A yearly indicator like that of household waste, in another unit and without its dimension. */
    private void indicator(String code, String unit) {
        int id = sql.fetchSingle("insert into indicator (code, sort) values (?, 99) returning id", code)
                .get(0, Integer.class);
        sql.execute(
                "insert into indicator_version select (jsonb_populate_record(v, jsonb_build_object('indicator_id', ?::int,"
                        + " 'unit', ?::text))).* from indicator_version v join indicator i on i.id = v.indicator_id"
                        + " where i.code = 'WAS-10' and v.known_until = 'infinity'",
                id,
                unit);
    }

    /** In every year that is asked for. */
    private void reported(String institution, String indicator, String disaggregation, String value) {
        sql.execute("insert into disaggregation (key) values (?) on conflict (key) do nothing", disaggregation);
        if (!disaggregation.isEmpty()) {
            sql.execute(
                    "insert into disaggregation_part select id, split_part(key, '=', 1), split_part(key, '=', 2) from"
                            + " disaggregation where key = ? on conflict do nothing",
                    disaggregation);
        }
        sql.execute(
                "insert into observation (institution_id, indicator_id, disaggregation_id, period_start, period_months,"
                        + " sheet, row_number, column_number, status, submission_id, known_from, value, reported_unit,"
                        + " text_read) select n.id, x.id, d.id, make_date(y, 1, 1), 12, 0, 1, 1, '', 1, now(), ?::numeric,"
                        + " 't', '' from institution n, indicator x, disaggregation d,"
                        + " unnest(array[2012, 2018, 2022, 2024]) y where n.code = ? and x.code = ? and d.key = ?",
                new BigDecimal(value),
                institution,
                indicator,
                disaggregation);
    }
}
