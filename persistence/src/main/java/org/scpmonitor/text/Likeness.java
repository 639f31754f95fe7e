package org.scpmonitor.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How alike two words are: the edits (insert, drop, change, swap of neighbours) that turn one into the other. */
public final class Likeness {

    private Likeness() {}

    /**
     * The candidate nearest to a word, if at most a third of the word's letters have to be edited.
     *
     * @param plain how a candidate is spelt for the comparison
     */
    public static Optional<String> nearest(String word, Collection<String> candidates, UnaryOperator<String> plain) {
        int most = Math.max(1, word.length() / 3);
        if (word.length() < 3 || word.length() > 60) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(candidate -> edits(word, plain.apply(candidate)) <= most)
                .min(Comparator.comparingInt(candidate -> edits(word, plain.apply(candidate))));
    }

    static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        int change = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
