package org.scpmonitor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.formula.Expression.Constant;
import org.scpmonitor.formula.Expression.Difference;
import org.scpmonitor.formula.Expression.FactorValue;
import org.scpmonitor.formula.Expression.IfMissing;
import org.scpmonitor.formula.Expression.IndicatorValue;
import org.scpmonitor.formula.Expression.Place;
import org.scpmonitor.formula.Expression.Product;
import org.scpmonitor.formula.Expression.Quotient;
import org.scpmonitor.formula.Expression.Share;
import org.scpmonitor.formula.Expression.Sum;
import org.scpmonitor.formula.Expression.SumOver;
import org.scpmonitor.formula.Expression.TallyValue;
import org.scpmonitor.measure.Units;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class FormulaSqlTest {

    private static final Place HERE = new Place(0, 0);

    private final TestDatabase database = TestDatabase.create();
    private World world;

    @BeforeEach
    void twoFuelsAreReported() {
        world = World.in(database)
                .institution("CL-A")
                .institution("PE-B")
                .indicator("FUEL", "t", 1, "sum", "sum")
                .indicator("STOCK", "t", 1, "sum", "last")
                .indicator("PEOPLE", "1", 12, "sum", "last")
                .indicator("OUT", "kg{CO2e}", 1, "sum", "sum")
                .indicator("SHARE", "%", 1, "none", "none")
                .indicator("YEARLY", "t", 12, "sum", "sum")
                .dimension("FUEL", "KIND", "DIESEL", "GAS");
        database.sql().execute("insert into disaggregation (id, key) values (1, 'KIND=DIESEL'), (2, 'KIND=GAS')");
        database.sql().execute("insert into disaggregation_part values (1, 'KIND', 'DIESEL'), (2, 'KIND', 'GAS')");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aTonneOfRoadDieselGives3235KilogramsOfCo2Equivalent() {
        // 1 t × 43.0 TJ/Gg = 0.043 TJ. Carbon dioxide: 0.043 × 74100 = 3186.3 kg. Methane: 0.043 × 3.9 = 0.1677 kg,
        // nitrous oxide the same. By AR5: 3186.3 + 0.1677 × 28 + 0.1677 × 265 = 3186.3 + 4.6956 + 44.4405 = 3235.4361.
        // By AR6: 3186.3 + 0.1677 × 27.9 + 0.1677 × 273 = 3186.3 + 4.67883 + 45.7821 = 3236.76093.
        reported("CL-A", "FUEL", "2024-05-01", 1, "1");
        factor("NCV", "calorific", "TJ/Gg", "43.0", null, null);
        factor("EF-CO2", "emission", "kg{CO2}/TJ", "74100", null, null);
        factor("EF-CH4", "emission", "kg{CH4}/TJ", "3.9", null, null);
        factor("EF-N2O", "emission", "kg{N2O}/TJ", "3.9", null, null);
        warming("GWP-CO2", "kg{CO2e}/kg{CO2}", "1", "1");
        warming("GWP-CH4", "kg{CO2e}/kg{CH4}", "28", "27.9");
        warming("GWP-N2O", "kg{CO2e}/kg{N2O}", "265", "273");

        Expression energy = times(value("FUEL"), factor("NCV"));
        Expression emissions = plus(
                plus(
                        times(times(energy, factor("EF-CO2")), factor("GWP-CO2")),
                        times(times(energy, factor("EF-CH4")), factor("GWP-CH4"))),
                times(times(energy, factor("EF-N2O")), factor("GWP-N2O")));

        assertThat(rows("OUT", emissions, "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 AR5 3235.4361", "CL-A 2024-05-01 AR6 3236.76093");
    }

    @Test
    void uncertaintiesOf5And2_2And1_5PercentMultiplyTo5_665() {
        // √(5² + 2.2² + 1.5²) = √(25 + 4.84 + 2.25) = √32.09 = 5.665 %.
        reported("CL-A", "FUEL", "2024-05-01", 1, "200");
        factor("NCV", "calorific", "TJ/Gg", "40", "39.12", "40.88");
        factor("EF", "emission", "kg{CO2e}/TJ", "1000", "985", "1015");
        database.sql().execute("update indicator_version set uncertainty_percent = 5 where indicator_id = 1");

        rows("OUT", times(times(value("FUEL"), factor("NCV")), factor("EF")), "2024-05-01");

        // 0.2 Gg × 40 TJ/Gg × 1000 kg/TJ = 8000 kg; 5 % of it is 400, 2.2 % 176, 1.5 % 120.
        assertThat(database.sql()
                        .fetchSingle("select value, variance, half_widths from made")
                        .toString())
                .contains("8000.0")
                .contains("160000");
        assertThat(database.sql()
                        .fetchSingle(
                                "select round(100 * sqrt(variance + (select sum(h * h) from unnest(half_widths) h))"
                                        + " / value, 3) from made")
                        .get(0, BigDecimal.class))
                .isEqualByComparingTo("5.665");
    }

    @Test
    void aFactorOfOnesOwnCountryGoesBeforeTheOneForAllAndAnEarlierOneIsCarried() {
        reported("CL-A", "FUEL", "2024-05-01", 1, "10");
        reported("PE-B", "FUEL", "2024-05-01", 1, "10");
        factor("EF", "emission", "kg{CO2e}/t", "2", null, null);
        database.sql()
                .execute("insert into factor_version (factor_id, country, valid_from, valid_until, version, value,"
                        + " source_title, known_from) select id, 'PE', '2020-01-01', '2021-01-01', 1, 3, 'x', (select"
                        + " min(moment) from knowledge) from factor");

        assertThat(rows("OUT", times(value("FUEL"), factor("EF")), "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 20", "PE-B 2024-05-01 30 carried");
    }

    @Test
    void aSumOverFuelsTakesEachFuelsFactor() {
        // Diesel 10 t × 3 kg/t + gas 5 t × 2 kg/t = 40 kg; the total that was reported as well doesn't enter.
        reported("CL-A", "FUEL", "2024-05-01", 1, "16");
        reported("CL-A", "FUEL", "2024-05-01", 1, "10", 1);
        reported("CL-A", "FUEL", "2024-05-01", 1, "5", 2);
        byFuel("EF", "3", "2");

        assertThat(rows("OUT", new SumOver("KIND", times(value("FUEL"), factor("EF")), HERE), "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 40");
        assertThat(rows("OUT", times(value("FUEL"), factor("EF")), "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 KIND=DIESEL 30", "CL-A 2024-05-01 KIND=GAS 10");
    }

    @Test
    void aSumOverFuelsOfWhichOneLacksItsFactorHasNoValue() {
        reported("CL-A", "FUEL", "2024-05-01", 1, "10", 1);
        reported("CL-A", "FUEL", "2024-05-01", 1, "5", 2);
        reported("PE-B", "FUEL", "2024-05-01", 1, "10", 1);
        made("EF", "emission", "kg{CO2e}/t", "KIND");
        version("EF", "DIESEL", "3", null, null);

        // Ten tonnes of diesel give 30 kg at either place; what five tonnes of gas give at the one isn't known.
        assertThat(rows("OUT", new SumOver("KIND", times(value("FUEL"), factor("EF")), HERE), "2024-05-01"))
                .containsExactly("PE-B 2024-05-01 30");
    }

    @Test
    void whatIsNotToldApartByFuelHoldsForEachOfThem() {
        reported("CL-A", "FUEL", "2024-05-01", 1, "16");
        reported("CL-A", "FUEL", "2024-05-01", 1, "10", 1);
        reported("CL-A", "STOCK", "2024-05-01", 1, "100");

        assertThat(rows("SHARE", new Share(value("FUEL"), value("STOCK"), HERE), "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 16", "CL-A 2024-05-01 KIND=DIESEL 10");
        assertThat(rows(
                        "SHARE",
                        new SumOver("KIND", new Share(value("FUEL"), value("STOCK"), HERE), HERE),
                        "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 10");
    }

    @Test
    void thePreviousPeriodIsThatOfTheCalculatedIndicator() {
        reported("CL-A", "FUEL", "2024-04-01", 1, "7");
        reported("CL-A", "FUEL", "2024-05-01", 1, "10");
        reported("CL-A", "FUEL", "2023-12-01", 1, "2");

        assertThat(rows("STOCK", new Difference(value("FUEL"), before("FUEL"), HERE), "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 3");
        assertThat(rows("YEARLY", new Difference(value("FUEL"), before("FUEL"), HERE), "2024-01-01"))
                .containsExactly("CL-A 2024-01-01 15");
    }

    @Test
    void whatIsMissingIsTakenFromElsewhereWithItsStatus() {
        reported("CL-A", "FUEL", "2024-05-01", 1, "7");
        reported("PE-B", "STOCK", "2024-05-01", 1, "9");
        database.sql().execute("update observation set status = 'P' where institution_id = 2");

        assertThat(rows("YEARLY", new IfMissing(value("FUEL"), value("STOCK"), HERE), "2024-01-01"))
                .containsExactly("CL-A 2024-01-01 7", "PE-B 2024-01-01 9 P");
        assertThat(rows(
                        "YEARLY",
                        plus(
                                new IfMissing(value("FUEL"), new Constant(BigDecimal.ZERO, Units.ONE, HERE), HERE),
                                value("STOCK")),
                        "2024-01-01"))
                .containsExactly("PE-B 2024-01-01 9 P");
    }

    @Test
    void nothingIsDividedByZero() {
        reported("CL-A", "FUEL", "2024-05-01", 1, "7");
        reported("CL-A", "STOCK", "2024-05-01", 1, "0");

        assertThat(rows("SHARE", new Quotient(value("FUEL"), value("STOCK"), HERE), "2024-05-01"))
                .isEmpty();
    }

    @Test
    void aQuotientIsRoundedToTwentyDigitsAndAPercentageIsToldInPercent() {
        reported("CL-A", "FUEL", "2024-05-01", 1, "2");
        reported("CL-A", "STOCK", "2024-05-01", 1, "3");

        assertThat(rows("SHARE", new Quotient(value("FUEL"), value("STOCK"), HERE), "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 66.666666666666666667");
    }

    @Test
    void whatIsCountedAddsUpOverThePeriodsFromTheFirstDayOn() {
        world.counted("CL-A", "agreements_signed", "2022-06-30", 2)
                .counted("CL-A", "agreements_signed", "2024-12-31", 3)
                .counted("CL-A", "officials_trained", "2022-01-01", 50)
                .counted("PE-B", "agreements_signed", "2025-01-01", 1);

        assertThat(rows("PEOPLE", counted("agreements_signed"), "2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"))
                .containsExactly("CL-A 2022-01-01 2", "CL-A 2023-01-01 2", "CL-A 2024-01-01 5");
        assertThat(database.sql()
                        .fetchCount(database.sql()
                                .selectOne()
                                .from("made")
                                .where("variance is null and status = '' and disaggregation_id = 0")))
                .isEqualTo(3);
    }

    @Test
    void whatIsCountedHoldsForEveryCodeOfADimension() {
        reported("CL-A", "FUEL", "2024-05-01", 1, "16");
        reported("CL-A", "FUEL", "2024-05-01", 1, "10", 1);
        reported("PE-B", "FUEL", "2024-05-01", 1, "10", 1);
        world.counted("CL-A", "agreements_signed", "2020-06-30", 2);

        assertThat(rows("STOCK", times(value("FUEL"), counted("agreements_signed")), "2024-05-01"))
                .containsExactly("CL-A 2024-05-01 32", "CL-A 2024-05-01 KIND=DIESEL 20");
    }

    private List<String> rows(String indicator, Expression expression, String... periods) {
        database.sql().execute("drop table if exists formula_due, factor_value, made");
        database.sql().execute("create table formula_due (formula_id int, period_start date, period_end date)");
        int months = database.sql()
                .fetchSingle("select period_months from current_indicator where code = ?", indicator)
                .get(0, Integer.class);
        for (String period : periods) {
            database.sql()
                    .execute(
                            "insert into formula_due values (1, ?::date, ?::date + make_interval(months => ?))",
                            period,
                            period,
                            months);
        }
        database.sql().execute("""
                create table factor_value as
                select f.id as factor_id, c.code as country, d.period_start, v.variant, a.*
                from formula_due d cross join factor f cross join country c
                cross join lateral (select distinct variant from factor_version where factor_id = f.id) v
                cross join lateral factor_at(f.id, c.code, v.variant, d.period_start) a
                """);
        database.sql().execute("create table made as " + new FormulaSql(meanings()).of(1, indicator, expression));
        return database.sql().fetch("""
                select concat_ws(' ', i.code, m.period_start, nullif(m.gwp_set, ''), nullif(d.key, ''),
                                 trim_scale(m.value), nullif(m.status, ''), case when m.carried then 'carried' end)
                from made m join institution i on i.id = m.institution_id
                join disaggregation d on d.id = m.disaggregation_id
                order by 1
                """).getValues(0, String.class);
    }

    private Meanings meanings() {
        return Meanings.read(database.sql());
    }

    private void reported(String institution, String indicator, String period, int months, String value) {
        reported(institution, indicator, period, months, value, 0);
    }

    private void reported(
            String institution, String indicator, String period, int months, String value, int disaggregation) {
        database.sql()
                .execute(
                        "insert into observation (institution_id, indicator_id, disaggregation_id, period_start,"
                                + " period_months, sheet, row_number, column_number, status, submission_id, known_from,"
                                + " value, reported_unit, text_read) select n.id, x.id, ?, ?::date, ?, 0, 1, 1, '', 1,"
                                + " now(), ?::numeric, 't', '' from institution n, indicator x where n.code = ? and"
                                + " x.code = ?",
                        disaggregation,
                        period,
                        months,
                        value,
                        institution,
                        indicator);
    }

    private void factor(
            String code, String kind, String unit, String value, @Nullable String lower, @Nullable String upper) {
        made(code, kind, unit, null);
        version(code, "", value, lower, upper);
    }

    private void byFuel(String code, String diesel, String gas) {
        made(code, "emission", "kg{CO2e}/t", "KIND");
        version(code, "DIESEL", diesel, null, null);
        version(code, "GAS", gas, null, null);
    }

    private void warming(String code, String unit, String ar5, String ar6) {
        made(code, "gwp", unit, null);
        version(code, "AR5", ar5, null, null);
        version(code, "AR6", ar6, null, null);
    }

    private void made(String code, String kind, String unit, @Nullable String dimension) {
        database.sql()
                .execute(
                        "insert into factor (code, kind, category, gas, unit, dimension, name_es, name_en, name_de, sort)"
                                + " values (?, ?, 'general', 'x', ?, ?, ?, ?, ?, 1)",
                        code,
                        kind,
                        unit,
                        dimension,
                        code,
                        code,
                        code);
    }

    private void version(String code, String variant, String value, @Nullable String lower, @Nullable String upper) {
        database.sql()
                .execute(
                        "insert into factor_version (factor_id, variant, valid_from, version, value, lower, upper,"
                                + " source_title, known_from) select id, ?, '2000-01-01', 1, ?::numeric, ?::numeric,"
                                + " ?::numeric, 'x', (select min(moment) from knowledge) from factor where code = ?",
                        variant,
                        value,
                        lower,
                        upper,
                        code);
    }

    private static Expression value(String code) {
        return new IndicatorValue(code, 0, HERE);
    }

    private static Expression before(String code) {
        return new IndicatorValue(code, 1, HERE);
    }

    private static Expression counted(String tally) {
        return new TallyValue(tally, HERE);
    }

    private static Expression factor(String code) {
        return new FactorValue(code, HERE);
    }

    private static Expression times(Expression left, Expression right) {
        return new Product(left, right, HERE);
    }

    private static Expression plus(Expression left, Expression right) {
        return new Sum(left, right, HERE);
    }
}
