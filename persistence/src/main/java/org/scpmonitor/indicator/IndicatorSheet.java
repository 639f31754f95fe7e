package org.scpmonitor.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;

/**
 * What an indicator is, as it was defined at one moment, and which countries report it.
 *
 * @param version of the definition
 * @param more whether more is better
 * @param overInstitutions rule of aggregation: sum, last, mean, weighted_mean, ratio, count, none
 * @param overTime rule of aggregation of shorter periods
 * @param numerator code, of a ratio only
 * @param denominator code, of a ratio only
 * @param countries those that have values in the indicator's own periodicity, whether or not they have a programme
 */
public record IndicatorSheet(
        String code,
        int version,
        Text name,
        Text themeName,
        Text definition,
        Text methodNote,
        Text verification,
        String unit,
        boolean more,
        int periodMonths,
        String overInstitutions,
        String overTime,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String sdgIndicator,
        List<Country> countries) {
    /** @param values of the whole country in order of time, where they were asked for; empty otherwise */
    public record Country(String code, Text name, List<Value> values) {}

    /** One value in the indicator's unit. */
    public record Value(ReportingPeriod period, BigDecimal value) {}
}
