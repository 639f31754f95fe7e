package org.scpmonitor.procurement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.entry.Selection.Candidate;

class RankingTest {
    private static final List<Candidate> FOUR =
            List.of(candidate("A 5 1 3 3"), candidate("B 1 5 3 3"), candidate("C 3 3 3 3"), candidate("D 2 2 2 5"));

    @ParameterizedTest
    @CsvSource({
        "1 1 1 1, A 3 1=|B 3 1=|C 3 1=|D 2.75 4",
        "2 1 1 1, A 3.4 1|C 3 2|B 2.6 3=|D 2.6 3=",
        "1 2 1 1, B 3.4 1|C 3 2|A 2.6 3=|D 2.6 3=",
        "0 0 0 7, D 5 1|A 3 2=|B 3 2=|C 3 2=",
        "30 30 20 20, A 3 1=|B 3 1=|C 3 1=|D 2.6 4"
    })
    void the_weighted_mean_gives_the_rank_and_those_that_tie_share_it(String weights, String expected) {
        assertThat(Ranking.of(FOUR, weights(weights)).places().stream()
                        .map(each -> each.product() + " "
                                + each.score().stripTrailingZeros().toPlainString() + " " + each.rank()
                                + (each.tied() ? "=" : ""))
                        .collect(Collectors.joining("|")))
                .isEqualTo(expected);
    }

    @Test
    void a_tie_across_the_border_is_told() {
        Ranking even = Ranking.of(FOUR, weights("1 1 1 1"));
        assertThat(even.first(2)).containsExactly("A", "B");
        assertThat(even.tiedAt(2)).isTrue();
        assertThat(even.tiedAt(3)).isFalse();
        assertThat(even.tiedAt(4)).isFalse();
    }

    @Test
    void weights_are_not_below_zero_and_not_all_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> weights("0 0 0 0"));
        assertThatIllegalArgumentException().isThrownBy(() -> weights("1 -1 1 1"));
    }

    @Test
    void the_smallest_change_of_one_weight_is_where_two_cross() {
        // With an impact of 1 all but D have 12; below that B leads, before C.
        Sensitivity.Turn turn =
                requireNonNull(Sensitivity.of(FOUR, weights("2 1 1 1"), 1).smallest());
        assertThat(turn.aspect() + " " + turn.from() + " → "
                        + turn.at().stripTrailingZeros().toPlainString() + ": " + turn.leaves() + " → " + turn.enters())
                .isEqualTo("IMPACT 2 → 1: A → B");
    }

    @Test
    void of_several_that_tie_at_the_smallest_change_who_rises_least_falls_out() {
        // At an impact of 0.5 all three have 7.95; above it C leads, and A with 0.9 is ahead of B with 0.7.
        List<Candidate> candidates =
                List.of(candidate("A 0.9 0.3 3.6 0"), candidate("B 0.7 3.6 2.0 0"), candidate("C 4.5 3.1 1.3 0"));
        Sensitivity.Turn turn =
                requireNonNull(Sensitivity.of(candidates, weights("0 1 2 0"), 2).smallest());
        assertThat(turn.aspect() + " " + turn.from() + " → "
                        + turn.at().stripTrailingZeros().toPlainString() + ": " + turn.leaves() + " → " + turn.enters())
                .isEqualTo("IMPACT 0 → 0.5: B → C");
    }

    @Test
    void stability_counts_trials_and_the_grid() {
        Sensitivity found = Sensitivity.of(FOUR, weights("2 1 1 1"), 1);
        assertThat(found.trials()).isEqualTo(20);
        Sensitivity.Stability a = found.find("A").orElseThrow();
        // Halved or left out, the impact doesn't carry A any more; with half as much will again, D is level with nobody
        // yet.
        assertThat(a.best()).isEqualTo(1);
        assertThat(a.kept()).isBetween(15, 19);
        assertThat(a.share()).isBetween(new BigDecimal("0.2"), new BigDecimal("0.5"));
        assertThat(found.candidates().stream()
                        .map(Sensitivity.Stability::share)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isLessThanOrEqualTo(BigDecimal.ONE);
    }

    @Test
    void where_all_are_chosen_nothing_changes_who_they_are() {
        Sensitivity found = Sensitivity.of(FOUR, weights("2 1 1 1"), 4);
        assertThat(found.smallest()).isNull();
        assertThat(found.candidates()).allSatisfy(each -> {
            assertThat(each.kept()).isEqualTo(found.trials());
            assertThat(each.share()).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    @Property
    void only_how_weights_stand_to_each_other_counts(
            @ForAll("many") List<Candidate> candidates,
            @ForAll("someWeights") Weights weights,
            @ForAll @IntRange(min = 1, max = 50) int times) {
        BigDecimal scale = BigDecimal.valueOf(times, 1);
        Weights scaled = new Weights(
                weights.impact().multiply(scale),
                weights.volume().multiply(scale),
                weights.readiness().multiply(scale),
                weights.will().multiply(scale));
        assertThat(ranks(candidates, scaled)).isEqualTo(ranks(candidates, weights));
    }

    @Property
    void who_is_better_in_all_comes_first(
            @ForAll("many") List<Candidate> candidates, @ForAll("someWeights") Weights weights) {
        Assume.that(candidates.stream()
                .allMatch(each -> Arrays.stream(Aspect.values())
                        .allMatch(aspect -> aspect.score(each).compareTo(BigDecimal.valueOf(5)) < 0)));
        List<Candidate> with = new ArrayList<>(candidates);
        with.add(candidate("ZZ 5 5 5 5"));
        assertThat(Ranking.of(with, weights).places().getFirst())
                .satisfies(first -> assertThat(first.product() + first.rank() + first.tied())
                        .isEqualTo("ZZ1false"));
    }

    @Property
    void more_in_one_aspect_never_costs_a_rank(
            @ForAll("many") List<Candidate> candidates, @ForAll("someWeights") Weights weights, @ForAll Aspect aspect) {
        Candidate first = candidates.getFirst();
        BigDecimal five = BigDecimal.valueOf(5);
        Candidate better = new Candidate(
                first.product(),
                aspect == Aspect.IMPACT ? five : first.impact(),
                aspect == Aspect.VOLUME ? five : first.volume(),
                aspect == Aspect.READINESS ? five : first.readiness(),
                aspect == Aspect.WILL ? five : first.will(),
                null);
        List<Candidate> changed = new ArrayList<>(candidates);
        changed.set(0, better);
        assertThat(rank(changed, weights, first.product()))
                .isLessThanOrEqualTo(rank(candidates, weights, first.product()));
    }

    @Property
    void at_the_smallest_change_the_two_tie_and_before_it_nothing_changes(
            @ForAll("many") List<Candidate> candidates,
            @ForAll("someWeights") Weights weights,
            @ForAll @IntRange(min = 1, max = 4) int number) {
        Ranking own = Ranking.of(candidates, weights);
        Optional<Sensitivity.Turn> found = Sensitivity.smallest(own, number);
        Assume.that(found.isPresent() && !own.tiedAt(number));
        Sensitivity.Turn turn = found.orElseThrow();
        BigDecimal halfway = turn.from().add(turn.at()).divide(BigDecimal.TWO);
        assertThat(Ranking.of(candidates, weights.with(turn.aspect(), halfway)).first(number))
                .containsExactlyInAnyOrderElementsOf(own.first(number));
        // Scores of one decimal cross at fractions whose denominator is 50 at most, no two nearer than a 2,500th.
        BigDecimal step = new BigDecimal("0.0001");
        BigDecimal beyond = turn.at().compareTo(turn.from()) > 0
                ? turn.at().add(step)
                : turn.at().subtract(step);
        Ranking then = Ranking.of(candidates, weights.with(turn.aspect(), beyond));
        assertThat(then.surely(turn.leaves(), number)).isFalse();
        assertThat(then.find(turn.enters()).rank()).isLessThanOrEqualTo(number);
    }

    @Provide
    Arbitrary<List<Candidate>> many() {
        Arbitrary<BigDecimal> score = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(5))
                .ofScale(1);
        return Combinators.combine(score, score, score, score)
                .as((impact, volume, readiness, will) -> new Candidate("?", impact, volume, readiness, will, null))
                .list()
                .ofMinSize(2)
                .ofMaxSize(8)
                .map(all -> {
                    List<Candidate> named = new ArrayList<>();
                    for (Candidate each : all) {
                        named.add(new Candidate(
                                "P" + named.size(), each.impact(), each.volume(), each.readiness(), each.will(), null));
                    }
                    return named;
                });
    }

    @Provide
    Arbitrary<Weights> someWeights() {
        Arbitrary<BigDecimal> weight = Arbitraries.integers().between(0, 100).map(BigDecimal::valueOf);
        return Combinators.combine(weight, weight, weight, weight)
                .filter((impact, volume, readiness, will) ->
                        impact.add(volume).add(readiness).add(will).signum() > 0)
                .as(Weights::new);
    }

    private static List<String> ranks(List<Candidate> candidates, Weights weights) {
        return Ranking.of(candidates, weights).places().stream()
                .map(each -> each.product() + each.rank())
                .toList();
    }

    private static int rank(List<Candidate> candidates, Weights weights, String product) {
        return Ranking.of(candidates, weights).find(product).rank();
    }

    private static Candidate candidate(String text) {
        String[] parts = text.split(" ");
        return new Candidate(
                parts[0],
                new BigDecimal(parts[1]),
                new BigDecimal(parts[2]),
                new BigDecimal(parts[3]),
                new BigDecimal(parts[4]),
                null);
    }

    private static Weights weights(String text) {
        String[] parts = text.split(" ");
        return new Weights(
                new BigDecimal(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2]), new BigDecimal(parts[3]));
    }
}
