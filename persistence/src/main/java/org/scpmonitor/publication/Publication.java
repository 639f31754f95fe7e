package org.scpmonitor.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * The figures of a period, published as they were known at a moment.
 *
 * @param programme null: of all programmes and countries
 * @param period all figures whose periods lie in it
 * @param asOf the moment whose knowledge it holds
 * @param publishedBy name of the account
 * @param partial how many of the figures were marked partial
 * @param sha256 of its file, hexadecimal
 * @param revised how many of its figures have been replaced since, or have gone; without those that are new
 */
public record Publication(
        int id,
        @Nullable String programme,
        ReportingPeriod period,
        Instant asOf,
        String publishedBy,
        String note,
        int figures,
        int partial,
        String sha256,
        int revised) {

    /** Of its file, without a path. */
    public String fileName() {
        return "figures-" + (programme == null ? "all" : programme) + "-" + period + "-" + id + ".csv";
    }
}
