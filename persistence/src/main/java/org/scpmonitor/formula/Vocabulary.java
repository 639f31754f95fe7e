package org.scpmonitor.formula;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.text.Text;

/** What a formula may name, each by its code. */
public record Vocabulary(
        Map<String, Indicator> indicators,
        Map<String, Factor> factors,
        Map<String, Dimension> dimensions,
        Map<String, Tally> tallies) {

    public Vocabulary {
        indicators = Map.copyOf(indicators);
        factors = Map.copyOf(factors);
        dimensions = Map.copyOf(dimensions);
        tallies = Map.copyOf(tallies);
    }

    /**
     * @param periodMonths length of the periods that it is reported or calculated for: 1, 3, 6 or 12
     * @param dimensions what its values are told apart by
     * @param quotient of a ratio, of which institutions have no values: what it is made of, such as {@code A / B}; else
     *     null
     */
    public record Indicator(
            String code,
            Text name,
            Unit unit,
            int periodMonths,
            Set<String> dimensions,
            @Nullable String quotient) {}

    /**
     * @param kind emission, calorific, density, gwp or other
     * @param dimension whose codes its values are kept by; null where it has one value
     */
    public record Factor(
            String code,
            Text name,
            String kind,
            Unit unit,
            @Nullable String dimension) {
        public boolean isWarmingPotential() {
            return kind.equals("gwp");
        }
    }

    public record Dimension(String code, Text name) {}

    /** Something that the register counts. */
    public record Tally(String code, Text name) {}

    Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    Optional<Factor> factor(String code) {
        return Optional.ofNullable(factors.get(code));
    }
}
