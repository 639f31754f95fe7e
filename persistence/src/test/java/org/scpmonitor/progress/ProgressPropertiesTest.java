package org.scpmonitor.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

class ProgressPropertiesTest {
    private static final BigDecimal NEARLY_NOTHING = new BigDecimal("1E-15");

    @Property
    void on_the_path_the_linear_score_is_one(
            @ForAll("ways") Progress way, @ForAll @IntRange(min = 1, max = 179) int months) {
        var path = way.trajectory().orElseThrow();
        var period = monthsAfter(path.baseline(), months);
        var onPath = new Dated(period, path.expected(period).orElseThrow());
        assertThat(score(with(way, onPath), ProgressMethod.LINEAR)).isCloseTo(BigDecimal.ONE, within(NEARLY_NOTHING));
    }

    @Property(tries = 200)
    void at_the_target_every_score_is_one(@ForAll("ways") Progress way) {
        var there = with(way, Objects.requireNonNull(way.target()));
        for (ProgressMethod method : ProgressMethod.values()) {
            assertThat(there.by(method).status()).isEqualTo(ProgressStatus.ACHIEVED);
            assertThat(score(there, method)).isCloseTo(BigDecimal.ONE, within(NEARLY_NOTHING));
        }
    }

    @Property(tries = 200)
    void the_mirrored_way_is_judged_alike(@ForAll("ways") Progress way) {
        var mirrored = new Progress(
                mirrored(way.baseline()),
                List.of(),
                mirrored(way.target()),
                way.direction() == Direction.LESS_IS_BETTER ? Direction.MORE_IS_BETTER : Direction.LESS_IS_BETTER,
                mirrored(way.actual()),
                true);
        for (ProgressMethod method : ProgressMethod.values()) {
            assertThat(mirrored.by(method).status()).isEqualTo(way.by(method).status());
            assertThat(mirrored.by(method).score()).isEqualTo(way.by(method).score());
        }
    }

    @Property(tries = 200)
    void the_other_direction_turns_the_sign_until_the_target_is_met(@ForAll("ways") Progress way) {
        Assume.that(way.by(ProgressMethod.LINEAR).status() != ProgressStatus.ACHIEVED);
        for (ProgressMethod method : ProgressMethod.values()) {
            assertThat(score(way, method).signum())
                    .isEqualTo(Integer.signum(compare(way.actual(), way.baseline())
                            * way.direction().sign()));
        }
    }

    /** From 2015 to 2030 towards a target in the wanted direction; the actual in between lies anywhere. */
    @Provide
    Arbitrary<Progress> ways() {
        return Combinators.combine(
                        amounts(), amounts(), amounts(), Arbitraries.integers().between(1, 179))
                .filter((baseline, target, actual, months) -> baseline.compareTo(target) != 0)
                .as((baseline, target, actual, months) -> {
                    var from = new Dated(ReportingPeriod.month(2015, 1), baseline);
                    return new Progress(
                            from,
                            List.of(),
                            new Dated(ReportingPeriod.month(2030, 1), target),
                            Direction.of(target.compareTo(baseline)),
                            new Dated(monthsAfter(from, months), actual),
                            true);
                });
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("10000"))
                .ofScale(2);
    }

    private static Progress with(Progress way, Dated actual) {
        return new Progress(way.baseline(), List.of(), way.target(), way.direction(), actual, true);
    }

    private static ReportingPeriod monthsAfter(Dated baseline, int months) {
        return ReportingPeriod.of(baseline.period().start().plusMonths(months), 1);
    }

    private static Dated mirrored(@Nullable Dated dated) {
        return new Dated(Objects.requireNonNull(dated).period(), dated.value().negate());
    }

    private static int compare(@Nullable Dated one, @Nullable Dated other) {
        return Objects.requireNonNull(one)
                .value()
                .compareTo(Objects.requireNonNull(other).value());
    }

    private static BigDecimal score(Progress way, ProgressMethod method) {
        return Objects.requireNonNull(way.by(method).score());
    }
}
