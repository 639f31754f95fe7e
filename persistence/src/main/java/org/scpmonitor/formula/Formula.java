package org.scpmonitor.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.scpmonitor.formula.Expression.Place;

/**
 * A text that was read as a formula: numbers with their units ({@code 0.84 [kg/L]}), indicators and factors by code,
 * {@code + - * /}, parentheses, {@code previous period of X}, {@code share of A in B}, {@code sum over FUEL of (…)},
 * {@code A if missing B}, and {@code tally(X)}: what the register has counted. The decimal separator is a point whatever the reader's language, so that a stored formula has
 * one reading; the words may be in any case. A name may hold hyphens: a minus after a name needs a blank before it.
 */
public record Formula(String text, Expression expression) implements Parsed {

    /** The most characters of a formula. */
    public static final int LONGEST = 4000;

    /** Reads a text; names are those of the vocabulary. Whether the units agree is asked of {@link Dimensions}. */
    public static Parsed parse(String text, Vocabulary vocabulary) {
        if (text.length() > LONGEST) {
            return new Flawed(List.of(Flaw.of(Flaw.Code.TOO_LONG, new Place(LONGEST, text.length()), LONGEST)));
        }
        List<Flaw> flaws = new ArrayList<>();
        List<Token> tokens = Tokens.of(text, flaws);
        Expression expression = new Parser(tokens, vocabulary, flaws).formula();
        if (expression == null || !flaws.isEmpty()) {
            return new Flawed(withoutConsequences(flaws));
        }
        return new Formula(text, expression);
    }

    /** Of the flaws of grammar, and of those at one place, the first says what the others follow from. */
    private static List<Flaw> withoutConsequences(List<Flaw> flaws) {
        Map<Integer, Flaw> first = new TreeMap<>();
        boolean lost = false;
        for (Flaw flaw : flaws) {
            if (!lost || !flaw.code().isGrammar()) {
                first.putIfAbsent(flaw.place().from(), flaw);
            }
            lost |= flaw.code().isGrammar();
        }
        return List.copyOf(first.values());
    }

    /** The codes of the indicators that it reads. */
    public Set<String> indicators() {
        Set<String> codes = new TreeSet<>();
        expression.parts().forEach(part -> {
            if (part instanceof Expression.IndicatorValue value) {
                codes.add(value.code());
            }
        });
        return codes;
    }

    /** What it reads of that which the register counts. */
    public Set<String> tallies() {
        Set<String> codes = new TreeSet<>();
        expression.parts().forEach(part -> {
            if (part instanceof Expression.TallyValue value) {
                codes.add(value.tally());
            }
        });
        return codes;
    }

    /** The codes of the factors that it reads. */
    public Set<String> factors() {
        Set<String> codes = new TreeSet<>();
        expression.parts().forEach(part -> {
            if (part instanceof Expression.FactorValue value) {
                codes.add(value.code());
            }
        });
        return codes;
    }

    /** The formula as it is usually written: one blank around operators, no parentheses that change nothing. */
    @Override
    public String toString() {
        return Print.of(expression);
    }
}
