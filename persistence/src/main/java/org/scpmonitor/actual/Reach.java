package org.scpmonitor.actual;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a change concerns: the values of an indicator whose periods begin in a span, and all that follows from them.
 *
 * @param indicatorId reported or calculated; a calculated one is reached wherever its formula's inputs have values
 * @param from the first day; null for all that came before
 * @param until the day after the last; null for all that come
 */
public record Reach(
        int indicatorId, @Nullable LocalDate from, @Nullable LocalDate until) {

    /** All values of an indicator. */
    public static Reach all(int indicatorId) {
        return new Reach(indicatorId, null, null);
    }
}
