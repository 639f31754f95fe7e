package org.scpmonitor.provenance;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;

/**
 * A published figure, how it was computed, and the same computed again.
 *
 * @param programme null for a country's figure
 * @param partOf region or sector where it is of such a part of the country; else empty
 * @param part the region or sector; else empty
 * @param disaggregation canonical key; empty for the total
 * @param recomputed from the observations that its run knew; null if they give no value any more, which is a fault
 * @param overInstitutions rule of aggregation: sum, last, mean, weighted_mean, ratio, count, none
 * @param overTime rule of aggregation of shorter periods
 * @param version of the indicator's definition
 * @param cause of the run: submission or rebuild
 * @param moment from which the run's figures are known
 * @param replaced when a later figure took its place; null while it stands
 */
public record Figure(
        long id,
        @Nullable String programme,
        String country,
        Text countryName,
        String partOf,
        String part,
        String indicator,
        Text name,
        String unit,
        String disaggregation,
        ReportingPeriod period,
        BigDecimal value,
        @Nullable BigDecimal recomputed,
        String status,
        long observations,
        int reported,
        int expected,
        String overInstitutions,
        String overTime,
        int version,
        long run,
        String cause,
        Instant moment,
        @Nullable Instant replaced) {
    /** Whether the computation gave exactly the published value. */
    public boolean agrees() {
        return recomputed != null && recomputed.compareTo(value) == 0;
    }
}
