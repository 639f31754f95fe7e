package org.scpmonitor.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.text.Text;

class ImpactChainTest {
    private static final ReportingPeriod YEAR = ReportingPeriod.year(2024);

    @Test
    void the_parts_multiply_to_the_figure_and_the_part_in_parentheses_takes_what_is_left() {
        // 1000 × 180 L × 0.84 kg/L × 3.2354361 t/t = 489.198 t; √(18.3² − 18²) = 3.3.
        ImpactChain chain = chain("VEHICLES * SAVED * DENSITY * (A + B)", "489.19793832", "18.3")
                .orElseThrow();
        assertThat(chain.links().stream()
                        .map(each -> each.value().stripTrailingZeros().toPlainString() + " " + each.unit() + " "
                                + (each.uncertainty() == null
                                        ? "?"
                                        : each.uncertainty()
                                                .setScale(1, RoundingMode.HALF_EVEN)
                                                .toPlainString()))
                        .collect(Collectors.joining(" × ")))
                .isEqualTo("1000 1 ? × 180 L 18.0 × 0.84 kg/L ? × 3.2354361 t{CO2e}/t 3.3");
        assertThat(chain.halfWidth().orElseThrow()).isEqualByComparingTo("89.52322271256");
    }

    @Test
    void the_value_of_the_country_goes_before_that_for_everywhere() {
        assertThat(chain("VEHICLES * OWN", "7000", null)
                        .orElseThrow()
                        .links()
                        .getLast()
                        .value())
                .isEqualByComparingTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VEHICLES * OWN + VEHICLES * OWN",
                "VEHICLES * (A + B) * (A + B)",
                "previous period of VEHICLES * OWN",
                "NOBODY * OWN",
                "VEHICLES * OWN * 2"
            })
    void there_is_no_chain_where_the_parts_are_not_the_figure(String formula) {
        assertThat(chain(formula, "7000", null)).isEmpty();
    }

    private static Optional<ImpactChain> chain(String formula, String result, @Nullable String uncertainty) {
        List<Purchase.Factor> factors = List.of(
                factor("SAVED", "L", value(null, "180", "147.6", "212.4")),
                factor("DENSITY", "kg/L", value(null, "0.84", null, null)),
                factor("A", "t{CO2e}/t", value(null, "3", null, null)),
                factor("B", "t{CO2e}/t", value(null, "0.2", null, null)),
                factor("OWN", "t{CO2e}", value(null, "5", null, null), value("CL", "7", null, null)));
        Purchase vehicles = new Purchase(
                "VEHICLES", name("VEHICLES"), "1", List.of(new Country("CL", List.of(point("1000", null)))), List.of());
        Purchase impact = new Purchase(
                "IMPACT",
                name("IMPACT"),
                "t{CO2e}",
                List.of(new Country("CL", List.of(point(result, uncertainty)))),
                List.of(new Purchase.Formula(LocalDate.of(2010, 1, 1), 1, formula, factors)));
        return ImpactChain.of(impact, "CL", YEAR, new Purchases(List.of(vehicles, impact), Map.of()));
    }

    private static Point point(String value, @Nullable String uncertainty) {
        return new Point(
                1,
                YEAR,
                new BigDecimal(value),
                "",
                1,
                1,
                false,
                uncertainty == null ? null : new BigDecimal(uncertainty));
    }

    private static Purchase.Factor factor(String code, String unit, Purchase.Value... values) {
        return new Purchase.Factor(code, name(code), unit, List.of(values));
    }

    private static Purchase.Value value(
            @Nullable String country, String value, @Nullable String lower, @Nullable String upper) {
        return new Purchase.Value(
                country,
                "",
                LocalDate.of(2010, 1, 1),
                1,
                new BigDecimal(value),
                lower == null ? null : new BigDecimal(lower),
                upper == null ? null : new BigDecimal(upper),
                "",
                false);
    }

    private static Text name(String code) {
        return new Text(code, code, code);
    }
}
