package org.scpmonitor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t                  | M",
                "kt{CO2e}           | M.{CO2e}",
                "kg/{person}        | M.{person}-1",
                "t{CO2e}/{person}   | M.{CO2e}.{person}-1",
                "GJ/{person}        | L2.M.T-2.{person}-1",
                "{CLP}              | {CLP}",
                "{EUR:2015}         | {EUR:2015}",
                "%                  | 1",
                "1                  | 1",
                "kW.h               | L2.M.T-2",
                "kg/TJ              | L-2.T2",
                "L                  | L3",
                "kg/({person}.a)    | M.T-1.{person}-1",
            })
    void knows_the_kind_of_a_code(String code, String kind) {
        assertThat(Units.find(code)).hasValueSatisfying(unit -> {
            assertThat(unit.code()).isEqualTo(code);
            assertThat(unit.kind()).hasToString(kind);
        });
    }

    /** Those whose conversions the product needs, from UCUM's functional tests (ids 3-…), results as given there. */
    @ParameterizedTest
    @CsvSource({
        "3-101,  6.3,  m,            m,             6.3",
        "3-102,  6.3,  mm,           m,             0.0063",
        "3-103,  6.3,  mm,           cm,            0.63",
        "3-104,  6.3,  s.m-1,        s/m,           6.3",
        "3-105,  6.3,  s.mm-1,       s.m-1,         6300",
        "3-106,  6.3,  s.mm-2,       s.m-2,         6300000",
        "3-108,  6.3,  s/m/g,        s.m-1.g-1,     6.3",
        "3-109,  6.3,  ms/m/g,       s.m-1.g-1,     0.0063",
        "3-110,  6.3,  s/mm/g,       s.m-1.g-1,     6300",
        "3-111,  6.3,  s/m/mg,       s.m-1.g-1,     6300",
        "3-111a, 6.3,  s/m.mg,       s.m-1.g,       0.0063",
        "3-112,  6.3,  ms/m,         s/m,           0.0063",
        "3-114,  6.30, 4.s/m,        s/m,           25.2",
        "3-116,  6.3,  s/mm,         s/m,           6300",
        "3-117,  6.3,  ms/mm,        s/m,           6.3",
        "3-127,  1,    [ly],         cm,            946073047258080000",
        "3-129,  1.2,  g.m,          m.g,           1.2",
    })
    void converts_as_the_UCUM_tests_say(String id, BigDecimal value, String from, String to, BigDecimal outcome) {
        assertThat(Units.factor(unit(from), unit(to)))
                .as(id)
                .hasValueSatisfying(factor -> assertThat(factor.multiply(value)).isEqualByComparingTo(outcome));
    }

    @ParameterizedTest
    @CsvSource({
        "t,             kg,               1000",
        "kg,            t,                0.001",
        "Mt{CO2e},      kt{CO2e},         1000",
        "Mt{CO2e},      t{CO2e},          1000000",
        "kW.h,          MJ,               3.6",
        "MW.h,          GJ,               3.6",
        "GJ,            kW.h,             277.77777777777777778",
        "TJ,            GJ,               1000",
        "L,             m3,               0.001",
        "hm3,           m3,               1000000",
        "%,             1,                0.01",
        "1,             %,                100",
        "kg/{person},   t/{person},       0.001",
        "1000.{CLP},    {CLP},            1000",
        "har,           km2,              0.01",
        "d,             a,                0.0027378507871321013005",
        "TJ/Gg,         GJ/t,             1",
    })
    void knows_the_factor_between_units_of_one_kind(String from, String to, BigDecimal factor) {
        assertThat(Units.factor(unit(from), unit(to)))
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(factor));
    }

    @ParameterizedTest
    @CsvSource({
        "t{CO2e},           t",
        "t{CO2e},           t{CO2}",
        "t,                 m3",
        "t,                 t/{person}",
        "{person},          1",
        "{CLP},             {USD}",
        "{EUR:2015},        {EUR:2010}",
        "{EUR:2015},        {EUR}",
        "{CLP},             1",
        "%,                 %{change}",
        "kg/{person},       kg/({person}.a)",
        "kg/{USD:constant}, kg/{USD}",
    })
    void has_no_factor_between_kinds(String from, String to) {
        assertThat(Units.factor(unit(from), unit(to))).isEmpty();
        assertThat(Units.factor(unit(to), unit(from))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mt CO2e                   | Mt{CO2e}",
                "Mt CO₂e                   | Mt{CO2e}",
                "Mt CO2e (AR5)             | Mt{CO2e}",
                "t CO2 per capita          | t{CO2}/{person}",
                "t CO2e                    | t{CO2e}",
                "percent                   | %",
                "Percent                   | %",
                "percent vs BAU            | %{BAU}",
                "percent change            | %{change}",
                "kg per capita             | kg/{person}",
                "KG  per   capita          | kg/{person}",
                "kg per capita per year    | kg/{person}",
                "kg per constant USD       | kg/{USD:constant}",
                "kg/USD                    | kg/{USD}",
                "t per capita              | t/{person}",
                "GJ per capita             | GJ/{person}",
                "m3 per capita             | m3/{person}",
                "m³ per capita             | m3/{person}",
                "miles de t                | kt",
                "kt                        | kt",
                "Mio. t                    | Mt",
                "tonnes                    | t",
                "toneladas                 | t",
                "Tonnen                    | t",
                "CLP                       | {CLP}",
                "pesos chilenos            | {CLP}",
                "personas                  | {person}",
                "kWh                       | kW.h",
                "ha                        | har",
                " t                        | t",
            })
    void understands_what_people_write(String written, String code) {
        assertThat(Units.find(written)).contains(unit(code));
    }

    @Test
    void every_listed_spelling_stands_for_a_unit() {
        assertThat(Units.spellings())
                .hasSizeGreaterThan(200)
                .allSatisfy((spelling, code) -> assertThat(Units.find(spelling)).contains(Units.of(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "foo", "t{CO2e", "{CO2e}t", "kg per", "\"", "t\u0000", "(", "m/0", "-", "0", "k{CLP}"})
    void finds_no_unit_in_anything_else(String written) {
        assertThat(Units.find(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cel", "[degF]", "dB", "[pH]", "Cel/s"})
    void refuses_scales_that_are_not_linear(String code) {
        assertThat(Units.find(code)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Units.of(code)).withMessageContaining(code);
    }

    @Test
    void makes_units_of_units() {
        Unit emission = unit("L").times(unit("kg/L")).times(unit("TJ/Gg")).times(unit("kg{CO2e}/TJ"));
        assertThat(emission.kind()).isEqualTo(unit("t{CO2e}").kind());
        assertThat(Units.factor(emission, unit("kg{CO2e}")))
                .hasValueSatisfying(factor -> assertThat(factor).isEqualByComparingTo("0.000001"));
        assertThat(Units.of(emission.code()).kind()).isEqualTo(emission.kind());
        Unit quotient = unit("kg").per(unit("kg").times(unit("m/s")));
        assertThat(Units.factor(Units.of(quotient.code()), unit("s/m"))).contains(BigDecimal.ONE);
    }

    @Test
    void sees_that_litres_times_kg_per_TJ_are_no_mass() {
        assertThat(unit("L").times(unit("kg/TJ")).kind())
                .isNotEqualTo(unit("kg").kind());
    }

    private static Unit unit(String code) {
        return Units.of(code);
    }

    @ParameterizedTest
    @CsvSource({
        "TW.g{CO2e}/kW, 1, TW.g{CO2e}/kW",
        "1, kg, kg",
        "kg/TJ, TJ, kg",
        "m2, m, m3",
        "'t/{person}', '{person}', t"
    })
    void a_product_is_written_without_what_cancels(String one, String other, String product) {
        assertThat(Units.of(one).times(Units.of(other)).simplified().code()).isEqualTo(product);
    }
}
