package org.scpmonitor.batch.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A text taken apart as a number: an optional sign, digits in which one kind of separator may group thousands, decimals,
 * an optional power of ten. Signs are {@code +}, {@code -} and U+2212; thousands are grouped by comma, point, apostrophe
 * or a space of any width. Parentheses, units and per-cent signs are no part of a number.
 */
sealed interface NumberText {

    /** The most significant digits. */
    int MOST_DIGITS = 40;
    /** The greatest power of ten, up and down. */
    int MOST_EXPONENT = 100;

    /**
     * A number with one reading.
     *
     * @param format the only format in which it is a number; null where it is the same in both
     */
    record Clear(BigDecimal value, @Nullable NumberFormat format) implements NumberText {}

    /** A number with two readings, such as {@code 1.234}. */
    record Ambiguous(BigDecimal withComma, BigDecimal withPoint) implements NumberText {

        BigDecimal in(NumberFormat format) {
            return switch (format) {
                case COMMA -> withComma;
                case POINT -> withPoint;
            };
        }
    }

    /** A number with more digits, or a greater power of ten, than any measurement has. */
    record OutOfBounds() implements NumberText {}

    record NoNumber() implements NumberText {}

    /** Takes a text apart that has no white space around it. */
    static NumberText of(String text) {
        return new NumberScanner(text).scan();
    }
}
