package org.scpmonitor.procurement;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.scpmonitor.entry.Selection.Candidate;
import org.scpmonitor.measure.Rounding;

/**
 * Candidates in the order of their scores: the weighted mean of the four aspects, Σ wᵢ·xᵢ / Σ wᵢ, from 0 to 5. Compared is the
 * exact weighted sum, so that a tie is a tie whatever the rounding. Those that tie share the better rank, and the next one's
 * rank leaves out as many (1, 2, 2, 4); among themselves they stand by code.
 */
public record Ranking(Weights weights, List<Place> places) {

    public Ranking {
        places = List.copyOf(places);
    }

    /**
     * @param sum the weighted sum, exact
     * @param score the weighted mean, rounded to twenty digits
     * @param rank from 1
     * @param tied whether another has the same score
     */
    public record Place(Candidate candidate, BigDecimal sum, BigDecimal score, int rank, boolean tied) {
        public String product() {
            return candidate.product();
        }
    }

    public static Ranking of(List<Candidate> candidates, Weights weights) {
        List<BigDecimal> sums =
                candidates.stream().map(each -> sum(each, weights)).toList();
        List<Place> places = candidates.stream()
                .map(each -> {
                    BigDecimal sum = sum(each, weights);
                    long above = sums.stream()
                            .filter(other -> other.compareTo(sum) > 0)
                            .count();
                    long alike = sums.stream()
                            .filter(other -> other.compareTo(sum) == 0)
                            .count();
                    return new Place(
                            each, sum, sum.divide(weights.total(), Rounding.TWENTY_DIGITS), (int) above + 1, alike > 1);
                })
                .sorted(Comparator.comparingInt(Place::rank).thenComparing(Place::product))
                .toList();
        return new Ranking(weights, places);
    }

    /** The products of the first places; of those that tie at the end the first by code. */
    public List<String> first(int number) {
        return places.stream().limit(number).map(Place::product).toList();
    }

    /** Whether a tie runs across the border, so that the scores alone don't tell who is among the first. */
    public boolean tiedAt(int number) {
        return number > 0
                && number < places.size()
                && places.get(number - 1).rank() == places.get(number).rank();
    }

    /** Whether a product is among the first, however ties are decided. */
    boolean surely(String product, int number) {
        BigDecimal own = find(product).sum();
        return places.stream()
                        .filter(each ->
                                !each.product().equals(product) && each.sum().compareTo(own) >= 0)
                        .count()
                < number;
    }

    /** @throws IllegalArgumentException if it isn't a candidate */
    Place find(String product) {
        return places.stream()
                .filter(each -> each.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No candidate: " + product));
    }

    static BigDecimal sum(Candidate candidate, Weights weights) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Aspect aspect : Aspect.values()) {
            sum = sum.add(weights.of(aspect).multiply(aspect.score(candidate)));
        }
        return sum;
    }
}
