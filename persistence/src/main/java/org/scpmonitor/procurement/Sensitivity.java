package org.scpmonitor.procurement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Selection.Candidate;
import org.scpmonitor.measure.Rounding;

/**
 * How much the first places hang on the weights, which somebody chose. Three answers to that:
 *
 * <ul>
 *   <li>each weight by itself is halved, taken at 80, 120 and 150 %, and left out: in how many of these trials a candidate is
 *       still among the first, and between which ranks it lies;
 *   <li>of all ways to divide the weight in steps of 5 % among the four aspects (a grid of the simplex, 1,771 points), the share
 *       in which it is among the first, whatever the weights that were chosen;
 *   <li>the smallest change of one weight that changes who is among the first: where the lines of a chosen one and another
 *       cross, w* = w − (sᵢ − sⱼ) / (xᵢ − xⱼ), the weighted sums being linear in each weight.
 * </ul>
 *
 * Among the first is who is so however ties are decided.
 *
 * @param number how many are chosen
 * @param trials how many changes of one weight were tried
 * @param smallest the smallest change of one weight that brings another in; null where none does
 */
public record Sensitivity(
        int number,
        int trials,
        List<Stability> candidates,
        @Nullable Turn smallest) {

    /** The grid's steps: a twentieth of the whole weight. */
    private static final int STEPS = 20;

    private static final List<BigDecimal> CHANGES = List.of(
            new BigDecimal("0.5"),
            new BigDecimal("0.8"),
            new BigDecimal("1.2"),
            new BigDecimal("1.5"),
            BigDecimal.ZERO);

    public Sensitivity {
        candidates = List.copyOf(candidates);
    }

    /**
     * How firmly a candidate stands.
     *
     * @param best rank in the trials and with the weights as they are
     * @param worst rank in them
     * @param kept in how many trials it is among the first
     * @param share of the grid in which it is, from 0 to 1
     */
    public record Stability(String product, int best, int worst, int kept, BigDecimal share) {}

    /**
     * Where one weight brings another among the first.
     *
     * @param from the weight as it is
     * @param at the weight at which both tie; beyond it they change places
     * @param leaves who falls out
     * @param enters who comes in
     */
    public record Turn(Aspect aspect, BigDecimal from, BigDecimal at, String leaves, String enters) {
        BigDecimal size() {
            return at.subtract(from).abs();
        }
    }

    /** @param number how many are chosen */
    public static Sensitivity of(List<Candidate> candidates, Weights weights, int number) {
        List<Ranking> trials = trials(candidates, weights);
        Ranking own = Ranking.of(candidates, weights);
        Map<String, Integer> within = grid(candidates, number);
        int points = grid().size();
        return new Sensitivity(
                number,
                trials.size(),
                candidates.stream()
                        .map(each -> stability(each.product(), own, trials, number, within, points))
                        .toList(),
                smallest(own, number).orElse(null));
    }

    /** How firmly a product stands; empty for one that isn't a candidate. */
    public Optional<Stability> find(String product) {
        return candidates.stream()
                .filter(each -> each.product().equals(product))
                .findFirst();
    }

    private static Stability stability(
            String product, Ranking own, List<Ranking> trials, int number, Map<String, Integer> within, int points) {
        int best = own.find(product).rank();
        int worst = best;
        int kept = 0;
        for (Ranking trial : trials) {
            int rank = trial.find(product).rank();
            best = Math.min(best, rank);
            worst = Math.max(worst, rank);
            kept += trial.surely(product, number) ? 1 : 0;
        }
        return new Stability(
                product,
                best,
                worst,
                kept,
                BigDecimal.valueOf(within.getOrDefault(product, 0))
                        .divide(BigDecimal.valueOf(points), Rounding.TWENTY_DIGITS));
    }

    /** What weighs nothing isn't changed by a share of itself, and the only one that weighs isn't left out. */
    private static List<Ranking> trials(List<Candidate> candidates, Weights weights) {
        List<Ranking> trials = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            BigDecimal weight = weights.of(aspect);
            for (BigDecimal change : CHANGES) {
                if (weight.signum() > 0 && !(change.signum() == 0 && weights.isOnly(aspect))) {
                    trials.add(Ranking.of(candidates, weights.with(aspect, weight.multiply(change))));
                }
            }
        }
        return trials;
    }

    private static Map<String, Integer> grid(List<Candidate> candidates, int number) {
        Map<String, Integer> within = new HashMap<>();
        for (Weights point : grid()) {
            Ranking ranking = Ranking.of(candidates, point);
            candidates.stream()
                    .map(Candidate::product)
                    .filter(product -> ranking.surely(product, number))
                    .forEach(product -> within.merge(product, 1, Integer::sum));
        }
        return within;
    }

    private static List<Weights> grid() {
        List<Weights> points = new ArrayList<>();
        for (int impact = 0; impact <= STEPS; impact++) {
            for (int volume = 0; impact + volume <= STEPS; volume++) {
                for (int readiness = 0; impact + volume + readiness <= STEPS; readiness++) {
                    points.add(new Weights(
                            BigDecimal.valueOf(impact),
                            BigDecimal.valueOf(volume),
                            BigDecimal.valueOf(readiness),
                            BigDecimal.valueOf(STEPS - impact - volume - readiness)));
                }
            }
        }
        return points;
    }

    static Optional<Turn> smallest(Ranking own, int number) {
        List<Ranking.Place> places = own.places();
        int chosen = Math.min(number, places.size());
        List<Turn> turns = new ArrayList<>();
        for (Ranking.Place in : places.subList(0, chosen)) {
            for (Ranking.Place out : places.subList(chosen, places.size())) {
                for (Aspect aspect : Aspect.values()) {
                    turn(own.weights(), aspect, in, out).ifPresent(turns::add);
                }
            }
        }
        return turns.stream()
                .min(Comparator.comparing(Turn::size)
                        .thenComparing(Turn::aspect)
                        .thenComparing(Turn::at)
                        .thenComparing(turn -> rise(own, turn, turn.leaves()))
                        .thenComparing(turn -> rise(own, turn, turn.enters()), Comparator.reverseOrder())
                        .thenComparing(Turn::leaves)
                        .thenComparing(Turn::enters));
    }

    /** How a product's sum grows on the way to where it ties: of several that tie there, who rises least falls out. */
    private static BigDecimal rise(Ranking own, Turn turn, String product) {
        BigDecimal score = turn.aspect().score(own.find(product).candidate());
        return turn.at().compareTo(turn.from()) > 0 ? score : score.negate();
    }

    /** A weight is never below zero, and at zero itself two only tie. */
    private static Optional<Turn> turn(Weights weights, Aspect aspect, Ranking.Place in, Ranking.Place out) {
        BigDecimal ahead = in.sum().subtract(out.sum());
        BigDecimal slope = aspect.score(in.candidate()).subtract(aspect.score(out.candidate()));
        if (slope.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal at = weights.of(aspect).subtract(ahead.divide(slope, Rounding.TWENTY_DIGITS));
        return at.signum() > 0
                ? Optional.of(new Turn(aspect, weights.of(aspect), at, in.product(), out.product()))
                : Optional.empty();
    }
}
