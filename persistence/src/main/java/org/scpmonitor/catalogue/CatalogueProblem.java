package org.scpmonitor.catalogue;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.scpmonitor.formula.Expression;
import org.scpmonitor.formula.Flaw;

/**
 * What is wrong at one place of a catalogue document.
 *
 * @param path where, as a JSON path: {@code $.programmes[0].indicators[2].targets[0].period}
 * @param arguments what the words of the code speak of, in their order
 */
public record CatalogueProblem(String path, Code code, List<String> arguments) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Each with its arguments. */
    public enum Code {
        /** Not JSON at all: line, column. */
        NOT_JSON,
        /** Another schema: read, expected. */
        OTHER_SCHEMA,
        /** A member that the schema does not know: its name. */
        UNKNOWN_MEMBER,
        /** A required member is absent or null: its name. */
        MISSING,
        /** An empty text. */
        EMPTY,
        /** A value that the member cannot take: read. */
        WRONG_VALUE,
        /** None of the listed words: read, the words. */
        NOT_ONE_OF,
        /** A code given twice: the code. */
        DUPLICATE,
        /** A code that the document does not define: read, of what kind. */
        UNKNOWN_REFERENCE,
        /** Characters that a code may not hold: read. */
        BAD_CODE,
        /** No UCUM code: read. */
        UNKNOWN_UNIT,
        /** Not the UCUM code but a spelling of it: read, the code. */
        NOT_THE_CODE,
        /** The quotient is of another kind than the indicator's unit: quotient, unit. */
        OTHER_DIMENSION,
        /** Ratio without numerator and denominator, or the other way round. */
        INCOMPLETE_RATIO,
        /** Weighted mean without weight, or the other way round. */
        INCOMPLETE_WEIGHTS,
        /** Minimum above maximum, or outside of what is possible: read, least, greatest. */
        OUT_OF_RANGE,
        /** An end that is not after its start: start, end. */
        ENDS_BEFORE_START,
        /** Two headline indicators: the second. */
        SECOND_HEADLINE,
        /** Two indicators that count the inhabitants: this one, another one. */
        SECOND_POPULATION,
        /** A headline indicator without baseline or target cannot be assessed: indicator. */
        NOT_ASSESSABLE,
        /** A target or milestone without a baseline to start from: indicator. */
        NO_BASELINE,
        /** A period that is not after the baseline's, or of another length: read, baseline's period. */
        NOT_AFTER_BASELINE,
        /** Versions that do not count from 1 in the order of their decisions: code. */
        VERSIONS_OUT_OF_ORDER,
        /** Versions of one code that differ in indicator, period or condition: code. */
        OTHER_TARGET,
        /** Two target codes for the same indicator, period and condition: code, the other. */
        SAME_TARGET,
        /** A target without a source that is not marked illustrative: code. */
        NO_SOURCE,
        /** A selection by codes and by kind at once, or by neither. */
        BAD_SELECTION,
        /** A selection that nobody belongs to. */
        NOBODY,
        /** The same institution twice in what overlaps: institution, what for. */
        ASSIGNED_TWICE,
        /** A draft that is to be activated though something is missing: indicator, what. */
        NOT_SMART,
        /** An indicator that is computed and so cannot be reported: indicator. */
        COMPUTED,
        /** A factor's value for a code that its dimension does not have, or without one where it needs one: read. */
        OTHER_VARIANT,
        /** Two values for the same country, variant and day that came out on the same day: day. */
        SAME_VALUE,
        /** A global warming potential without gas, or by another dimension than its set. */
        BAD_POTENTIAL,
        /** Biogenic CO2 in a unit that could be added to other emissions: read. */
        BIOGENIC_UNIT,
        /** What may not change once values are stored with it: read, stored. */
        FIXED,
        BAD_MAPPING,
        /** A formula that can't be the indicator's: code of the flaw, where in the text from and until, its arguments. */
        FORMULA
    }

    public CatalogueProblem {
        arguments = List.copyOf(arguments);
    }

    /** What was read, in the reader's language. */
    public String read(Locale locale) {
        return code == Code.FORMULA ? flaw().what(locale) : words(locale, "read");
    }

    /** What to do about it, in the reader's language. */
    public String mend(Locale locale) {
        return code == Code.FORMULA ? flaw().expected(locale) : words(locale, "mend");
    }

    private Flaw flaw() {
        return new Flaw(
                Flaw.Code.valueOf(arguments.get(0)),
                new Expression.Place(Integer.parseInt(arguments.get(1)), Integer.parseInt(arguments.get(2))),
                arguments.subList(3, arguments.size()));
    }

    private String words(Locale locale, String part) {
        var words = ResourceBundle.getBundle("org.scpmonitor.catalogue.problems", locale, NO_FALLBACK);
        return new MessageFormat(words.getString(code + "." + part), locale).format(arguments.toArray());
    }
}
