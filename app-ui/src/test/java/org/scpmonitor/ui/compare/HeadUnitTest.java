package org.scpmonitor.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadUnitTest {
    @ParameterizedTest
    @CsvSource({
        "Mt{CO2e},t{CO2e}/{person},1000000",
        "kt,t/{person},1000",
        "t,kg/{person},1000",
        "TW.h,kW.h/{person},1000000000",
        "PJ,MJ/{person},1000000000",
        "m3,m3/{person},1",
        "{CLP},{CLP}/{person},1"
    })
    void what_millions_have_is_told_per_inhabitant_in_a_smaller_unit(String unit, String perHead, BigDecimal factor) {
        assertThat(HeadUnit.of(unit).code()).isEqualTo(perHead);
        assertThat(HeadUnit.of(unit).factor()).isEqualByComparingTo(factor);
    }
}
