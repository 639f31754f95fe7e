package org.scpmonitor.factor;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * A value that somebody adds to a factor, or puts in the place of one that was wrong.
 *
 * @param factor its code
 * @param country ISO 3166-1 alpha-2; null for everywhere without a value of its own
 * @param variant a code of the factor's dimension, AR5 or AR6; empty where it has one value
 * @param from the first day that it holds for: together with country and variant it says which value is replaced
 * @param until the first day that it was not made for; null where there is none
 * @param value in the factor's unit
 * @param lower lower end of the 95 % range, with the upper one or neither
 * @param sourceUrl null where it can't be read on the net
 * @param reason why; needed where a value is replaced
 */
public record FactorChange(
        String factor,
        @Nullable String country,
        String variant,
        LocalDate from,
        @Nullable LocalDate until,
        BigDecimal value,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        String sourceTitle,
        @Nullable String sourceUrl,
        Text note,
        boolean illustrative,
        String reason) {

    /** Why it isn't taken; each is of one field. */
    public enum Flaw {
        OUT_OF_SCOPE("factor"),
        UNKNOWN_FACTOR("factor"),
        UNKNOWN_COUNTRY("country"),
        UNKNOWN_VARIANT("variant"),
        ENDS_BEFORE_START("until"),
        INCOMPLETE_RANGE("lower"),
        OUT_OF_RANGE("value"),
        SOURCE_MISSING("source"),
        BAD_ADDRESS("url"),
        REASON_MISSING("reason"),
        NOTHING_NEW("value");

        private final String field;

        Flaw(String field) {
            this.field = field;
        }

        /** The field that it is told at, as the calls name it. */
        public String field() {
            return field;
        }
    }
}
