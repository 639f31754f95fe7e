package org.scpmonitor.provenance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula by which a figure's values were calculated, as its run knew it.
 *
 * @param indicator code of what it calculates
 * @param version of the formula that holds from that day
 * @param validFrom the first day of the periods that it makes
 * @param reason why it took the place of the one before
 * @param factors what it read, by code
 */
public record Calculated(
        String indicator, int version, LocalDate validFrom, String expression, String reason, List<Factor> factors) {

    /**
     * A factor's version that was read.
     *
     * @param country null: that for everywhere
     * @param variant code of the factor's dimension, or the set of warming potentials; else empty
     * @param lower lower end of the 95 % range; null with the upper one where none is stated
     * @param carried whether it was made for an earlier time only
     */
    public record Factor(
            String code,
            @Nullable String country,
            String variant,
            int version,
            LocalDate validFrom,
            BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            String unit,
            @Nullable String gas,
            String source,
            @Nullable String url,
            boolean illustrative,
            boolean carried) {}
}
