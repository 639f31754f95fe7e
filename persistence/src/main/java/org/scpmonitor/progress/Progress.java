package org.scpmonitor.progress;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An indicator on its way from the programme's baseline to its target, with everything that the methods need to judge
 * it. What is missing or can't be assessed is told by a {@link Reason}, never by an exception.
 *
 * <p>All values are in the indicator's canonical unit.
 *
 * @param enoughCoverage whether the actual's coverage reaches the programme's threshold
 */
public record Progress(
        @Nullable Dated baseline,
        List<Dated> milestones,
        @Nullable Dated target,
        Direction direction,
        @Nullable Dated actual,
        boolean enoughCoverage) {

    public Progress {
        milestones = List.copyOf(milestones);
    }

    /** The path from baseline to target; empty if one is missing or the target is not later than the baseline. */
    public Optional<Trajectory> trajectory() {
        return baseline != null && target != null && target.period().monthsSince(baseline.period()) > 0
                ? Optional.of(new Trajectory(baseline, milestones, target))
                : Optional.empty();
    }

    /** What one method says. */
    public Assessment by(ProgressMethod method) {
        if (baseline == null) {
            return unable(method, Reason.NO_BASELINE);
        }
        if (target == null) {
            return unable(method, Reason.NO_TARGET);
        }
        if (actual == null) {
            return unable(method, Reason.NO_ACTUAL);
        }
        if (!enoughCoverage) {
            return unable(method, Reason.COVERAGE_BELOW_THRESHOLD);
        }
        if (actual.period().monthsSince(baseline.period()) <= 0) {
            return unable(method, Reason.ACTUAL_NOT_AFTER_BASELINE);
        }
        if (target.period().monthsSince(baseline.period()) <= 0) {
            return unable(method, Reason.TARGET_NOT_AFTER_BASELINE);
        }
        if (baseline.value().compareTo(target.value()) == 0) {
            return unable(method, Reason.BASELINE_EQUALS_TARGET);
        }
        return new Judgement(new Trajectory(baseline, milestones, target), direction, actual).by(method);
    }

    /** What all methods say, in their order. */
    public List<Assessment> byEveryMethod() {
        return Arrays.stream(ProgressMethod.values()).map(this::by).toList();
    }

    private Assessment unable(ProgressMethod method, Reason reason) {
        BigDecimal expected = actual == null
                ? null
                : trajectory().flatMap(path -> path.expected(actual.period())).orElse(null);
        return new Assessment(method, ProgressStatus.UNABLE_TO_ASSESS, null, expected, reason, null);
    }
}
