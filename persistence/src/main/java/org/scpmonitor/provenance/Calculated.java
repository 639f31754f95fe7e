package org.scpmonitor.provenance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * A formula by which a figure's values were calculated, as its run knew it.
 *
 * @param indicator code of what it calculates
 * @param version of the formula that holds from that day
 * @param validFrom the first day of the periods that it makes
 * @param reason why it took the place of the one before
 * @param factors what it read, by code
 * @param examples the values put in, for the institutions that it makes the largest values for
 */
public record Calculated(
        String indicator,
        int version,
        LocalDate validFrom,
        String expression,
        String reason,
        List<Factor> factors,
        List<Example> examples) {

    /**
     * The formula for one institution, period and disaggregation.
     *
     * @param period of the calculated value
     * @param gwpSet AR5 or AR6 where warming potentials enter; else empty
     * @param of for how many institutions, periods and disaggregations it has made values of the figure
     * @param putIn the formula with values in the place of names
     */
    public record Example(
            String institution,
            String institutionName,
            ReportingPeriod period,
            String disaggregation,
            String gwpSet,
            int of,
            String putIn,
            List<Term> terms) {}

    /**
     * A part of the formula and what it came to.
     *
     * @param depth how deep it lies; 0 for the whole
     * @param indicator code of the indicator whose value it is, in this or the earlier period; null where it is another
     * @param period of the indicator's value; null where it is none
     * @param factor code of the factor whose value it is; null where it is another
     * @param factorVersion version of that factor in its line; null where it is none
     * @param tally what the register has counted; null where it is another
     */
    public record Term(
            String text,
            int depth,
            @Nullable BigDecimal value,
            String unit,
            @Nullable String indicator,
            @Nullable ReportingPeriod period,
            @Nullable String factor,
            @Nullable Integer factorVersion,
            @Nullable String tally) {}

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
