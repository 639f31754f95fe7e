package org.scpmonitor.progress;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.measure.Rounding;

/**
 * The three methods' arithmetic on a path, an actual later than its baseline, and a target that differs from it.
 *
 * <p>Where the definitions are silent: the wanted direction gives the score its sign, which is the same where the
 * target lies in that direction, and calls it a deterioration when a baseline that was beyond the target has fallen
 * behind it. A rate of change of negative values has its sign turned, since their fall is a rising rate. After the
 * target's date the path stays level.
 */
record Judgement(Trajectory path, Direction direction, Dated actual) {
    private static final BigDecimal INSTEAD_OF_ZERO = new BigDecimal("0.001");

    /** Digits carried through roots and powers before the score is rounded once. */
    private static final MathContext CARRIED = new MathContext(40, RoundingMode.HALF_EVEN);

    Assessment by(ProgressMethod method) {
        if (meetsTarget(y0()) && meetsTarget(y())) {
            return new Assessment(method, ProgressStatus.ACHIEVED, null, null, null, Note.BASELINE_BEYOND_TARGET);
        }
        return switch (method) {
            case LINEAR -> linear();
            case GROWTH -> growth();
            case UN -> un();
        };
    }

    /** (y − y0)/(yT − y0) over the share that the path asks for; both have yT − y0 in common. */
    private Assessment linear() {
        var expected = path.at(actual.period()).orElseThrow();
        var asked = expected.minus(y0());
        if (asked.numerator().signum() != yT().subtract(y0()).signum()) {
            return meetsTarget(y())
                    ? new Assessment(ProgressMethod.LINEAR, ProgressStatus.ACHIEVED, null, expected(), null, null)
                    : unable(ProgressMethod.LINEAR, Reason.NO_CHANGE_EXPECTED_YET);
        }
        return judged(
                ProgressMethod.LINEAR,
                towards(y().subtract(y0())).multiply(asked.denominator()),
                asked.numerator().abs(),
                null);
    }

    /** d · CAGR of the actual over |CAGR required|. */
    private Assessment growth() {
        var y0 = y0();
        if (y0.signum() == 0) {
            return unable(ProgressMethod.GROWTH, Reason.ZERO_BASELINE);
        }
        var y = withoutZero(y());
        var yT = withoutZero(yT());
        if (y.signum() != y0.signum() || yT.signum() != y0.signum()) {
            return unable(ProgressMethod.GROWTH, Reason.MIXED_SIGNS);
        }
        var made = rate(y, y0, monthsSoFar());
        var required = rate(yT, y0, monthsInAll());
        if (required.signum() == 0) {
            return unable(ProgressMethod.GROWTH, Reason.BASELINE_EQUALS_TARGET);
        }
        boolean replaced = y().signum() == 0 || yT().signum() == 0;
        return judged(
                ProgressMethod.GROWTH,
                towards(y0.signum() < 0 ? made.negate() : made),
                required.abs(),
                replaced ? Note.ZERO_REPLACED : null);
    }

    /** (v − y0)/(yT − y0), where v = y · (1 + CAGR)^(tT − t) = y0 · (y/y0)^((tT − t0)/(t − t0)). */
    private Assessment un() {
        var y0 = y0();
        if (y0.signum() == 0) {
            return unable(ProgressMethod.UN, Reason.ZERO_BASELINE);
        }
        if (y().signum() == -y0.signum()) {
            return unable(ProgressMethod.UN, Reason.MIXED_SIGNS);
        }
        var v = y0.multiply(power(y(), y0, monthsInAll(), monthsSoFar()), CARRIED);
        return judged(
                ProgressMethod.UN, towards(v.subtract(y0)), yT().subtract(y0).abs(), null);
    }

    /** The one step in which a score is rounded. */
    private Assessment judged(ProgressMethod method, BigDecimal made, BigDecimal required, @Nullable Note note) {
        var score = made.divide(required, Rounding.TWENTY_DIGITS);
        var status = meetsTarget(y()) ? ProgressStatus.ACHIEVED : method.status(score);
        boolean beyond = meetsTarget(y0());
        return new Assessment(
                method,
                status,
                score,
                beyond ? null : expected(),
                null,
                note == null && beyond ? Note.BASELINE_BEYOND_TARGET : note);
    }

    private Assessment unable(ProgressMethod method, Reason reason) {
        return new Assessment(method, ProgressStatus.UNABLE_TO_ASSESS, null, expected(), reason, null);
    }

    private BigDecimal expected() {
        return path.expected(actual.period()).orElseThrow();
    }

    private boolean meetsTarget(BigDecimal value) {
        return towards(value.subtract(yT())).signum() >= 0;
    }

    private BigDecimal towards(BigDecimal difference) {
        return direction == Direction.MORE_IS_BETTER ? difference : difference.negate();
    }

    private BigDecimal withoutZero(BigDecimal value) {
        if (value.signum() != 0) {
            return value;
        }
        return y0().signum() < 0 ? INSTEAD_OF_ZERO.negate() : INSTEAD_OF_ZERO;
    }

    /** The yearly rate of change: (to/from)^(12/months) − 1. */
    private static BigDecimal rate(BigDecimal to, BigDecimal from, long months) {
        return power(to, from, 12, months).subtract(BigDecimal.ONE);
    }

    /** (to/from)^(over/under), where to/from is not negative. */
    private static BigDecimal power(BigDecimal to, BigDecimal from, long over, long under) {
        if (to.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var exponent = BigDecimal.valueOf(over).divide(BigDecimal.valueOf(under), CARRIED);
        return BigDecimalMath.pow(to.divide(from, CARRIED), exponent, CARRIED);
    }

    private long monthsSoFar() {
        return actual.period().monthsSince(path.baseline().period());
    }

    private long monthsInAll() {
        return path.target().period().monthsSince(path.baseline().period());
    }

    private BigDecimal y0() {
        return path.baseline().value();
    }

    private BigDecimal y() {
        return actual.value();
    }

    private BigDecimal yT() {
        return path.target().value();
    }
}
