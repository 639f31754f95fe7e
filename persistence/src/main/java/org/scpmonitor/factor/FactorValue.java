package org.scpmonitor.factor;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * A version of what a factor is worth somewhere from a day on.
 *
 * @param code of the factor
 * @param scope 1, 2 or 3; null where the use decides
 * @param unit UCUM code
 * @param country ISO 3166-1 alpha-2; null for everywhere without a value of its own
 * @param variant a code of the factor's dimension, AR5 or AR6, or empty
 * @param variantName of that code; null where it is none of a dimension
 * @param from the first day that it holds for
 * @param until the first day that it was not made for; null where there is none
 * @param value in the unit
 * @param lower lower end of the 95 % range; null with the upper one where none is stated
 * @param version counts from 1 within country, variant and day
 * @param reason why it took the place of the one before; empty for the first
 * @param author empty for what a document brought
 * @param knownUntil null while it is known still
 */
public record FactorValue(
        String code,
        Text name,
        FactorKind kind,
        Category category,
        @Nullable Integer scope,
        @Nullable String gas,
        boolean biogenic,
        String unit,
        @Nullable String country,
        String variant,
        @Nullable Text variantName,
        LocalDate from,
        @Nullable LocalDate until,
        BigDecimal value,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        Source source,
        Text note,
        boolean illustrative,
        int version,
        String reason,
        String author,
        Instant knownFrom,
        @Nullable Instant knownUntil) {

    /** @param url null where it can't be read on the net */
    public record Source(String title, @Nullable String url) {}
}
