package org.scpmonitor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KindTest {
    @Property
    void a_kind_over_itself_is_a_number(@ForAll("units") Unit unit) {
        assertThat(unit.per(unit).kind().isNumber()).isTrue();
        assertThat(unit.kind().times(unit.kind().power(-1))).isEqualTo(Units.ONE.kind());
    }

    @Property
    void the_order_of_factors_does_not_matter(@ForAll("units") Unit one, @ForAll("units") Unit other) {
        assertThat(one.times(other).kind()).isEqualTo(other.times(one).kind());
        assertThat(Units.factor(one.times(other), other.times(one)))
                .hasValueSatisfying(factor -> assertThat(factor).isEqualByComparingTo("1"));
    }

    @Property
    void a_factor_exists_within_a_kind_only(@ForAll("units") Unit one, @ForAll("units") Unit other) {
        assertThat(Units.factor(one, other).isPresent()).isEqualTo(one.kind().equals(other.kind()));
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of("kg", "t", "Mt{CO2e}", "t{CO2}", "kg/{person}", "GJ", "kW.h", "{CLP}", "%", "1", "kg/TJ")
                .map(Units::of);
    }
}
