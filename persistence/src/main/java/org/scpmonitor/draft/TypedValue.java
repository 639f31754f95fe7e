package org.scpmonitor.draft;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * What somebody typed for one value.
 *
 * @param written as it was typed; empty where nothing was
 * @param value the number that was understood; null where there is none
 * @param unit in UCUM's spelling
 * @param status one letter of the long table; empty for a final value
 * @param comment where the status says that there is no value, the reason
 */
public record TypedValue(
        Slot slot, String written, @Nullable BigDecimal value, String unit, String status, String comment) {

    private static final Set<String> WITHOUT_VALUE = Set.of("M", "N", "C");

    /**
     * Which value it is.
     *
     * @param indicator its code
     * @param disaggregation {@code DIMENSION=CODE} pairs; empty for the total
     */
    public record Slot(String indicator, String disaggregation, ReportingPeriod period) {}

    /** Whether the status says that there is no value. */
    public boolean saysNone() {
        return WITHOUT_VALUE.contains(status);
    }

    /** Whether nothing is said here; a comment on nothing is kept all the same. */
    public boolean isOpen() {
        return !saysNone() && written.isBlank();
    }

    /** Whether nothing at all was typed. */
    public boolean isBlank() {
        return isOpen() && comment.isBlank() && status.isEmpty();
    }

    /** Whether something stands here that can't be sent: no number, or no reason for its absence. */
    public boolean isUnfinished() {
        return saysNone() ? comment.isBlank() : !written.isBlank() && value == null;
    }

    /** The value as a file has it, with a decimal point and no grouping; empty where there is none. */
    public String plain() {
        return saysNone() || value == null ? "" : value.toPlainString();
    }
}
