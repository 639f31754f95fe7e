package org.scpmonitor.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one method says of the progress of one indicator in one period.
 *
 * @param score 1 when exactly on the way, below 0 when moving away; 20 significant digits. Null when unable to assess,
 *     and when the baseline was beyond the target already and still is
 * @param expected the value that the path to the target asks for in this period, in the indicator's unit; null when
 *     there is no such path
 * @param reason why it can't be assessed; null otherwise
 * @param note what must be said beside it, if anything
 */
public record Assessment(
        ProgressMethod method,
        ProgressStatus status,
        @Nullable BigDecimal score,
        @Nullable BigDecimal expected,
        @Nullable Reason reason,
        @Nullable Note note) {

    /** @throws IllegalArgumentException if it has no score and no reason for that */
    public Assessment {
        if ((status == ProgressStatus.UNABLE_TO_ASSESS) != (reason != null)) {
            throw new IllegalArgumentException(status + " with reason " + reason);
        }
        if (status == ProgressStatus.UNABLE_TO_ASSESS
                ? score != null
                : score == null && status != ProgressStatus.ACHIEVED) {
            throw new IllegalArgumentException(status + " with score " + score);
        }
    }
}
