package org.scpmonitor.actual;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * A programme's figure that a change would change.
 *
 * @param disaggregation its key; empty for the total
 * @param unit UCUM code
 * @param before null where there is none yet
 * @param after null where there would be none any more
 */
public record FigureChange(
        String programme,
        String indicator,
        String disaggregation,
        ReportingPeriod period,
        String unit,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after) {

    /** @param total how many figures would change @param most those that would change most, totals before parts */
    public record Foreseen(int total, List<FigureChange> most) {
        public static final Foreseen NONE = new Foreseen(0, List.of());
    }
}
