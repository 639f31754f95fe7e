package org.scpmonitor.formula;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.formula.Flaw.Code;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Likeness;

/** What the names and units of a formula stand for, and what was likely meant where they stand for nothing. */
final class Names {

    private final Vocabulary vocabulary;
    private final List<Flaw> flaws;

    Names(Vocabulary vocabulary, List<Flaw> flaws) {
        this.vocabulary = vocabulary;
        this.flaws = flaws;
    }

    boolean isIndicator(Token name) {
        return vocabulary.indicators().containsKey(name.text())
                && !vocabulary.factors().containsKey(name.text());
    }

    @Nullable
    Expression value(Token name) {
        String code = name.text();
        boolean indicator = vocabulary.indicators().containsKey(code);
        boolean factor = vocabulary.factors().containsKey(code);
        if (indicator && factor) {
            flaws.add(Flaw.of(Code.AMBIGUOUS_NAME, name.place(), code));
            return null;
        }
        if (indicator) {
            return new Expression.IndicatorValue(code, 0, name.place());
        }
        if (factor) {
            return new Expression.FactorValue(code, name.place());
        }
        String apart = apart(code);
        flaws.add(
                apart != null
                        ? Flaw.of(Code.MINUS_WITHOUT_BLANKS, name.place(), code, apart)
                        : Flaw.of(Code.UNKNOWN_NAME, name.place(), code, nearest(code, codes())));
        return null;
    }

    @Nullable
    String dimension(Token name) {
        if (vocabulary.dimensions().containsKey(name.text())) {
            return name.text();
        }
        flaws.add(Flaw.of(
                Code.UNKNOWN_DIMENSION,
                name.place(),
                name.text(),
                nearest(name.text(), vocabulary.dimensions().keySet())));
        return null;
    }

    @Nullable
    String tally(Token name) {
        if (vocabulary.tallies().containsKey(name.text())) {
            return name.text();
        }
        flaws.add(Flaw.of(
                Code.UNKNOWN_TALLY,
                name.place(),
                name.text(),
                nearest(name.text(), vocabulary.tallies().keySet())));
        return null;
    }

    /** The unit between brackets, in any spelling that reports may use. */
    @Nullable
    Unit unit(Token unit) {
        var found = Units.find(unit.text());
        if (found.isEmpty()) {
            flaws.add(Flaw.of(
                    Code.UNKNOWN_UNIT,
                    unit.place(),
                    unit.text(),
                    nearest(unit.text(), Units.spellings().values())));
            return null;
        }
        return found.get();
    }

    /** The two names with blanks around the minus between them; null where it doesn't fall apart into known names. */
    private @Nullable String apart(String code) {
        TreeSet<String> known = codes();
        for (int minus = code.indexOf('-'); minus > 0; minus = code.indexOf('-', minus + 1)) {
            String left = code.substring(0, minus);
            String right = code.substring(minus + 1);
            if (known.contains(left) && known.contains(right)) {
                return left + " - " + right;
            }
        }
        return null;
    }

    private TreeSet<String> codes() {
        var codes = new TreeSet<>(vocabulary.indicators().keySet());
        codes.addAll(vocabulary.factors().keySet());
        return codes;
    }

    private static String nearest(String read, Collection<String> known) {
        return Likeness.nearest(read.toUpperCase(Locale.ROOT), known, name -> name.toUpperCase(Locale.ROOT))
                .orElse("");
    }
}
