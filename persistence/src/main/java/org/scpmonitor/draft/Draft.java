package org.scpmonitor.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * What has been typed for an institution's period and isn't sent.
 *
 * @param version grows with each change
 * @param changedBy what the account that changed it last is shown as
 * @param mends number of the submission whose values it began with; null where it began empty
 */
public record Draft(
        long id,
        ReportingPeriod period,
        int version,
        String changedBy,
        Instant changedAt,
        @Nullable Long mends,
        List<TypedValue> values) {}
