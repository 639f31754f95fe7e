package org.scpmonitor.ui.pin;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a chart on a board is drawn of.
 *
 * @param headlines whether it needs the indicator by which each programme is judged first
 * @param progress codes of the indicators whose progress it needs, in every programme that has them
 * @param compared codes of the indicators whose figures of countries it needs
 */
public record Wanted(boolean headlines, Set<String> progress, Set<String> compared) {
    public static final Wanted NOTHING = new Wanted(false, Set.of(), Set.of());

    public Wanted {
        progress = Set.copyOf(progress);
        compared = Set.copyOf(compared);
    }

    public static Wanted ofHeadlines() {
        return new Wanted(true, Set.of(), Set.of());
    }

    public static Wanted ofProgress(String indicator) {
        return new Wanted(false, Set.of(indicator), Set.of());
    }

    public static Wanted ofCountries(Collection<String> indicators) {
        return new Wanted(false, Set.of(), Set.copyOf(indicators));
    }

    /** What both want. */
    public Wanted and(Wanted other) {
        return new Wanted(headlines || other.headlines, both(progress, other.progress), both(compared, other.compared));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
