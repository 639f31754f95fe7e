package org.scpmonitor.formula;

import java.util.Locale;
import org.scpmonitor.formula.Expression.Place;

/**
 * A piece of a formula's text.
 *
 * @param text as it stands there; of a unit what is between the brackets
 */
record Token(Kind kind, String text, Place place) {

    enum Kind {
        /** Digits with at most one point and an exponent. */
        NUMBER,
        /** A code or a word of the language: a letter, then letters, digits, {@code . _ -}. */
        NAME,
        /** Between brackets. */
        UNIT,
        /** One of {@code + - * / ( )}. */
        SIGN,
        /** What was refused when it was read; stands where a value would. */
        REFUSED,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it is this word of the language, whatever its case. */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.toLowerCase(Locale.ROOT).equals(word);
    }
}
