package org.scpmonitor.formula;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.scpmonitor.formula.Expression.Place;

/**
 * What is wrong at one place of a formula.
 *
 * @param place where; empty (from = until) where something is missing
 * @param arguments what the words of the code speak of, in their order
 */
public record Flaw(Code code, Place place, List<String> arguments) {

    private static final String BUNDLE = "org.scpmonitor.formula.flaws";

    /**
     * Each with its arguments. Its texts stand in the bundle {@code flaws}: {@code CODE.what} and {@code CODE.expected};
     * where the last argument is a proposal that is empty, {@code CODE.expected.without} takes the place of the latter.
     */
    public enum Code {
        /** Nothing but white space. */
        NOTHING,
        /** More characters than a formula may have: limit. */
        TOO_LONG,
        /** More parentheses within each other than a formula may have: limit. */
        TOO_DEEP,
        /** A character that has no meaning here: read. */
        STRANGE_CHARACTER,
        /** A number with a comma: read, with a point. */
        DECIMAL_COMMA,
        /** Digits that are no number: read. */
        NOT_A_NUMBER,
        /** A unit whose bracket isn't closed. */
        UNCLOSED_UNIT,
        /** No unit: read, the nearest one. */
        UNKNOWN_UNIT,
        /** Something else, or nothing, where a value belongs: read. */
        VALUE_EXPECTED,
        /** Something else after a value: read. */
        OPERATOR_EXPECTED,
        /** A turn of phrase that isn't finished: read, the word that is missing, the whole turn. */
        WORD_EXPECTED,
        /** {@code sum over … of} without parentheses: read. */
        PARENTHESIS_EXPECTED,
        UNCLOSED_PARENTHESIS,
        UNOPENED_PARENTHESIS,
        /** Something else than an indicator after {@code previous period of}: read. */
        INDICATOR_EXPECTED,
        /** Neither an indicator nor a factor: read, the nearest one. */
        UNKNOWN_NAME,
        /** Two names with a minus between and no blanks: read, with blanks. */
        MINUS_WITHOUT_BLANKS,
        /** The code of an indicator and of a factor: read. */
        AMBIGUOUS_NAME,
        /** No dimension: read, the nearest one. */
        UNKNOWN_DIMENSION,
        /** Nothing that the register counts: read, the nearest one. */
        UNKNOWN_TALLY,
        /** A sum over a dimension within a sum over the same: dimension. */
        SUMMED_TWICE,

        /** Terms of two kinds in a sum, or one in place of the other: term, its unit, the other's unit, what is missing. */
        DIFFERENT_KINDS,
        /** The result is of another kind than the indicator: term, its unit, the indicator's unit, what is missing. */
        OTHER_KIND_THAN_INDICATOR,
        /** As before, and factors of the catalogue would do: as before, and the factors. */
        FACTORS_MISSING,
        /** A factor with a value for each code, where nothing says which: factor, dimension. */
        NO_CODE_FOR_FACTOR,
        /** A sum over a dimension by which nothing within it is told apart: dimension. */
        NOTHING_TO_SUM,
        /** An indicator for longer periods than the calculated one: indicator, months, months of the calculated one. */
        LONGER_PERIODS,
        /** A ratio, of which institutions have no values: indicator, what it is the ratio of. */
        RATIO_READ,
        /** The indicator follows from itself: the circle, such as {@code A → B → A}. */
        CIRCLE;

        /** Whether it is one after which the rest may be misread. */
        boolean isGrammar() {
            return switch (this) {
                case TOO_DEEP,
                        VALUE_EXPECTED,
                        OPERATOR_EXPECTED,
                        WORD_EXPECTED,
                        PARENTHESIS_EXPECTED,
                        UNCLOSED_PARENTHESIS,
                        UNOPENED_PARENTHESIS,
                        INDICATOR_EXPECTED -> true;
                case NOTHING,
                        TOO_LONG,
                        STRANGE_CHARACTER,
                        DECIMAL_COMMA,
                        NOT_A_NUMBER,
                        UNCLOSED_UNIT,
                        UNKNOWN_UNIT,
                        UNKNOWN_NAME,
                        MINUS_WITHOUT_BLANKS,
                        AMBIGUOUS_NAME,
                        UNKNOWN_DIMENSION,
                        UNKNOWN_TALLY,
                        SUMMED_TWICE,
                        DIFFERENT_KINDS,
                        OTHER_KIND_THAN_INDICATOR,
                        FACTORS_MISSING,
                        NO_CODE_FOR_FACTOR,
                        NOTHING_TO_SUM,
                        LONGER_PERIODS,
                        RATIO_READ,
                        CIRCLE -> false;
            };
        }
    }

    static Flaw of(Code code, Place place, Object... arguments) {
        return new Flaw(
                code, place, List.of(arguments).stream().map(Object::toString).toList());
    }

    /** What is wrong, in Spanish, English or German. */
    public String what(Locale locale) {
        return tell(code + ".what", locale);
    }

    /** What was expected in its place, or how to mend it. */
    public String expected(Locale locale) {
        boolean without = !arguments.isEmpty() && arguments.getLast().isEmpty();
        return tell(code + (without && hasProposal() ? ".expected.without" : ".expected"), locale);
    }

    private boolean hasProposal() {
        return switch (code) {
            case UNKNOWN_NAME, UNKNOWN_UNIT, UNKNOWN_DIMENSION, UNKNOWN_TALLY -> true;
            default -> false;
        };
    }

    private String tell(String key, Locale locale) {
        ResourceBundle texts =
                ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments.toArray());
    }
}
