package org.scpmonitor.publication;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * How a published figure changed afterwards.
 *
 * @param programme null for the figure of the whole country
 * @param disaggregation canonical key; empty for the total
 * @param unit UCUM code
 * @param before null where there was none
 * @param after null where there is none any more
 * @param moment from which it is known
 * @param cause of the run that computed it: a submission, or what the request says
 * @param submission whose acceptance caused it; null where none did
 * @param reason what was written about it: comments of those who submitted and approved, or the reasons of new versions
 *     of formulas, factors and entries; empty where nothing was
 */
public record Revision(
        @Nullable String programme,
        String country,
        String indicator,
        String disaggregation,
        ReportingPeriod period,
        String unit,
        @Nullable State before,
        @Nullable State after,
        Instant moment,
        String cause,
        @Nullable Long submission,
        String reason) {

    /** Without what people wrote to each other about a submission. */
    Revision withoutComments() {
        return submission == null
                ? this
                : new Revision(
                        programme,
                        country,
                        indicator,
                        disaggregation,
                        period,
                        unit,
                        before,
                        after,
                        moment,
                        cause,
                        submission,
                        "");
    }

    /**
     * A figure before or after.
     *
     * @param figure its number, for its provenance
     */
    public record State(long figure, BigDecimal value, String status, int reported, int expected, boolean partial) {}
}
