package org.scpmonitor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.measure.Units;

class DimensionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            t{CO2e} | FUE-01 * DEN-DIESEL * NCV-DIESEL * EF-DIESEL-CO2 * GWP-CO2
            t{CO2e} | ENE-10 * EF-GRID
            t{CO2e} | sum over FRACTION of (WAS-10 * EF-WASTE)
            %       | share of A in (A + B)
            %       | 1 - A / B
            t       | previous period of A + 20 [kg] - 0
            t       | A if missing 0
            t       | 0 - A
            kg/{person} | FUE-02 / POP
            1       | tally(agreements_signed) + 1
            1/{person} | tally(agreements_signed) / POP
            t{CO2}  | FUE-01 * 0.84 [kg/L] * 43 [TJ/Gg] * EF-DIESEL-CO2
            """)
    void fits(String unit, String text) {
        assertThat(flaws(unit, text)).isEmpty();
    }

    /** Litres times kg/TJ: density, calorific value and warming potential are missing, and the term is named. */
    @Test
    void refusesLitresTimesKilogramsPerTerajoule() {
        Flaw flaw = check("t{CO2e}", "FUE-02 * NCV-DIESEL * EF-DIESEL-CO2 * GWP-CO2 + FUE-01 * EF-DIESEL-CO2")
                .flaws()
                .getFirst();
        assertThat(flaw.what(Locale.ENGLISH))
                .isEqualTo("“FUE-01 * EF-DIESEL-CO2” gives L.kg{CO2}/TJ, and the indicator is measured in t{CO2e}.");
        assertThat(flaw.expected(Locale.ENGLISH))
                .isEqualTo("Expected: what converts into t{CO2e}; this term lacks a factor in t{CO2e}.TJ/(L.kg{CO2}),"
                        + " for instance DEN-DIESEL * NCV-DIESEL * GWP-CO2.");
        assertThat(flaw.place()).isEqualTo(new Expression.Place(48, 70));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            t{CO2e} | FUE-02 * NCV-DIESEL * EF-DIESEL-CO2 | FACTORS_MISSING
            t{CO2e} | A                                   | FACTORS_MISSING
            t       | A + FUE-01                          | FACTORS_MISSING
            %       | (A + POP) / B                       | DIFFERENT_KINDS
            %       | share of A in POP                   | DIFFERENT_KINDS
            t       | A if missing POP                    | OTHER_KIND_THAN_INDICATOR
            t       | A + 20                              | OTHER_KIND_THAN_INDICATOR
            t{CO2e} | WAS-10 * EF-WASTE                   | NO_CODE_FOR_FACTOR
            t       | sum over FRACTION of (A)            | NOTHING_TO_SUM
            {person} | tally(officials_trained)           | OTHER_KIND_THAN_INDICATOR
            """)
    void refuses(String unit, String text, String flaw) {
        assertThat(flaws(unit, text)).startsWith(flaw.replaceAll(" .*", ""));
    }

    @Test
    void refusesAnIndicatorOfLongerPeriods() {
        Dimensions found = Dimensions.of(read("WAS-10 + A"), Words.SMALL, Words.indicator("X", "t", 1));
        assertThat(found.flaws()).extracting(Flaw::code).containsExactly(Flaw.Code.LONGER_PERIODS);
    }

    @Test
    void refusesARatioOfWhichInstitutionsHaveNoValues() {
        Dimensions found = Dimensions.of(read("WAS-10 * RATE"), Words.SMALL, Words.indicator("X", "t", 12));
        assertThat(found.flaws()).extracting(Flaw::code).containsExactly(Flaw.Code.RATIO_READ);
        assertThat(found.flaws().getFirst().expected(Locale.ENGLISH)).contains("WAS-10 / WAS-11");
    }

    @Test
    void knowsTheUnitOfEveryPartAndWhatItIsMultipliedBy() {
        Expression.Sum sum = (Expression.Sum) read("A + WAS-11");
        Dimensions found = Dimensions.of(sum, Words.SMALL, Words.indicator("X", "kt", 12));
        assertThat(found.unit(sum)).hasToString("t");
        assertThat(found.unit(sum.right())).hasToString("kg");
        assertThat(found.conversion(sum.right(), found.unit(sum))).isEqualByComparingTo("0.001");
        assertThat(found.conversion(sum, Units.of("kt"))).isEqualByComparingTo(new BigDecimal("0.001"));
    }

    private static String flaws(String unit, String text) {
        StringBuilder told = new StringBuilder();
        check(unit, text)
                .flaws()
                .forEach(flaw -> told.append(flaw.code())
                        .append(' ')
                        .append(flaw.arguments())
                        .append(' '));
        return told.toString();
    }

    private static Dimensions check(String unit, String text) {
        return Dimensions.of(read(text), Words.SMALL, Words.indicator("X", unit));
    }

    private static Expression read(String text) {
        return ((Formula) Formula.parse(text, Words.SMALL)).expression();
    }
}
