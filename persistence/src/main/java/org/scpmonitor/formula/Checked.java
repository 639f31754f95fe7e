package org.scpmonitor.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scpmonitor.formula.Parsed.Flawed;

/**
 * A text as the formula of an indicator.
 *
 * @param formula empty where the text can't be read
 * @param dimensions empty where it can't be read; complete where nothing is flawed
 * @param flaws everything that keeps it from being the indicator's formula
 */
public record Checked(Optional<Formula> formula, Optional<Dimensions> dimensions, List<Flaw> flaws) {

    /**
     * @param of the indicator that it is to give
     * @param reads what the other calculated indicators read, by code
     */
    public static Checked of(
            String text, Vocabulary.Indicator of, Vocabulary vocabulary, Map<String, Set<String>> reads) {
        return switch (Formula.parse(text, vocabulary)) {
            case Flawed(var flaws) -> new Checked(Optional.empty(), Optional.empty(), flaws);
            case Formula formula -> {
                Dimensions dimensions = Dimensions.of(formula.expression(), vocabulary, of);
                List<Flaw> flaws = new ArrayList<>(dimensions.flaws());
                flaws.addAll(circles(formula, of.code(), reads));
                yield new Checked(Optional.of(formula), Optional.of(dimensions), List.copyOf(flaws));
            }
        };
    }

    public boolean isSound() {
        return flaws.isEmpty();
    }

    /** Each name through which the indicator would follow from itself; an earlier period of it is no exception. */
    private static List<Flaw> circles(Formula formula, String of, Map<String, Set<String>> reads) {
        List<Flaw> flaws = new ArrayList<>();
        formula.expression().parts().forEach(part -> {
            if (part instanceof Expression.IndicatorValue value) {
                Deque<String> way = new ArrayDeque<>(List.of(of));
                if (leadsTo(of, value.code(), reads, way)) {
                    flaws.add(Flaw.of(Flaw.Code.CIRCLE, value.place(), String.join(" → ", way)));
                }
            }
        });
        return flaws;
    }

    private static boolean leadsTo(String goal, String from, Map<String, Set<String>> reads, Deque<String> way) {
        boolean turns = way.contains(from);
        way.addLast(from);
        if (from.equals(goal)) {
            return true;
        }
        if (!turns) {
            for (String next : reads.getOrDefault(from, Set.of())) {
                if (leadsTo(goal, next, reads, way)) {
                    return true;
                }
            }
        }
        way.removeLast();
        return false;
    }
}
