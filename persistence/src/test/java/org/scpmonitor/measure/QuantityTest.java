package org.scpmonitor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void adds_and_takes_away_within_a_kind() {
        assertThat(amount("1.5", "t").plus(amount("250", "kg")))
                .hasValueSatisfying(sum -> assertThat(sum).hasToString("1.75 t"));
        assertThat(amount("1.5", "t").minus(amount("250", "kg")))
                .hasValueSatisfying(sum -> assertThat(sum).hasToString("1.25 t"));
    }

    @Test
    void does_not_mix_waste_with_emissions() {
        assertThat(amount("1", "t").plus(amount("1", "t{CO2e}"))).isEmpty();
        assertThat(amount("1", "t").minus(amount("1", "t{CO2e}"))).isEmpty();
        assertThat(amount("1", "t{CO2e}").in(Units.of("kg"))).isEmpty();
    }

    @Test
    void multiplies() {
        assertThat(amount("2", "kW").times(amount("3.5", "h"))).isEqualTo(amount("7.0", "kW.h"));
        assertThat(amount("2", "t").times(new BigDecimal("0.25"))).isEqualTo(amount("0.50", "t"));
    }

    @Test
    void rounds_once_what_has_no_decimal() {
        assertThat(amount("1", "MJ").in(Units.of("kW.h"))).contains(amount("0.27777777777777777778", "kW.h"));
        assertThat(amount("3.6", "MJ").in(Units.of("kW.h")))
                .hasValueSatisfying(energy -> assertThat(energy.value()).isEqualByComparingTo("1"));
    }

    @Property
    void there_and_back_by_a_power_of_ten_is_the_same(
            @ForAll @BigRange(min = "-1000000000000", max = "1000000000000") @Scale(12) BigDecimal value) {
        Quantity there = new Quantity(value, Units.of("Mt{CO2e}"))
                .in(Units.of("kg{CO2e}"))
                .orElseThrow();
        Quantity back = there.in(Units.of("Mt{CO2e}")).orElseThrow();
        assertThat(back.value()).isEqualByComparingTo(value);
    }

    private static Quantity amount(String value, String code) {
        return new Quantity(new BigDecimal(value), Units.of(code));
    }
}
