package org.scpmonitor.entry;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong at one place of an entry.
 *
 * @param path where, such as {@code title} or {@code signatories[2].institution}, counted from 0
 * @param arguments what the words of the code speak of, in their order
 */
public record Flaw(String path, Code code, List<String> arguments) {

    /** Each with its arguments; its texts stand in the bundle {@code words} as {@code flaw.CODE}. */
    public enum Code {
        /** Nothing where something is needed. */
        MISSING,
        /** A field that the kind doesn't have: its name. */
        UNKNOWN_FIELD,
        /** Rows, or several, where one belongs, or the other way round. */
        OTHER_FORM,
        /** More characters than the field holds: how many it holds. */
        TOO_LONG,
        /** No number: read. */
        NOT_A_NUMBER,
        /** Digits after the decimal point where a whole number belongs: read. */
        NOT_WHOLE,
        /** Less or more than may be: read, least, most. */
        OUT_OF_RANGE,
        /** Neither day nor month nor year: read. */
        NOT_A_DATE,
        /** Neither true nor false: read. */
        NOT_YES_OR_NO,
        /** None of the choices: read, the choices. */
        NOT_A_CHOICE,
        /** An entry or a code that isn't there: read. */
        NOT_FOUND,
        /** The same twice: read. */
        TWICE,
        /** A code of other characters than letters, digits, point and dash: read. */
        BAD_CODE,
        /** An address that begins neither with https:// nor with http://: read. */
        BAD_ADDRESS,
        /** No currency's code: read. */
        BAD_CURRENCY,
        /** The end lies before the beginning: end, beginning. */
        ENDS_BEFORE_IT_BEGINS,
        /** Nobody can learn from oneself: the country. */
        FROM_ONESELF,
        /** All weights together are nothing. */
        WEIGHTS_ARE_ZERO,
        /** Chosen without having been a candidate: the product. */
        NOT_A_CANDIDATE,
        /** An answer to a question that the instrument doesn't ask: read. */
        NO_SUCH_QUESTION,
        /** No answer of the kind that the question asks for: read, what it asks for. */
        OTHER_ANSWER,
        /** A period that can't be read: read. */
        NOT_A_PERIOD,
        /** A figure needs both its indicator and its period. */
        HALF_A_FIGURE,
        /** Another country's institution: institution, country. */
        OTHER_COUNTRY
    }

    public static Flaw at(String path, Code code, String... arguments) {
        return new Flaw(path, code, List.of(arguments));
    }

    /** The same, one step deeper. */
    Flaw within(String outer) {
        return new Flaw(path.isEmpty() ? outer : outer + "." + path, code, arguments);
    }

    /** What is wrong and what was expected. */
    public String in(Locale locale) {
        return new MessageFormat(Labels.in(locale).text("flaw." + code), locale).format(arguments.toArray());
    }
}
