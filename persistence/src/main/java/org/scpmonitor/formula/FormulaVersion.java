package org.scpmonitor.formula;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A formula of a calculated indicator as it was stored.
 *
 * @param indicator its code
 * @param validFrom the first day of the periods that it makes
 * @param validUntil the first day that a later formula of the indicator makes; null while there is none
 * @param version of this line: how often what holds from that day has been written
 * @param expression its text
 * @param knownUntil null while it is known still
 */
public record FormulaVersion(
        int id,
        int indicatorId,
        String indicator,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int version,
        String expression,
        String reason,
        String author,
        Instant knownFrom,
        @Nullable Instant knownUntil) {}
