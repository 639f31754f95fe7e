package org.scpmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/** Tells progress in one sentence: values are written "100.2 2014". */
record Story(
        Direction direction,
        @Nullable Dated baseline,
        List<Dated> milestones,
        @Nullable Dated target,
        @Nullable Dated actual) {
    private static final MathContext SHOWN = new MathContext(7, RoundingMode.HALF_EVEN);

    static Story less() {
        return new Story(Direction.LESS_IS_BETTER, null, List.of(), null, null);
    }

    static Story more() {
        return new Story(Direction.MORE_IS_BETTER, null, List.of(), null, null);
    }

    static Dated dated(String valueAndPeriod) {
        String[] parts = valueAndPeriod.split(" ", -1);
        return new Dated(ReportingPeriod.parse(parts[1]).orElseThrow(), new BigDecimal(parts[0]));
    }

    Story baseline(@Nullable String text) {
        return new Story(direction, read(text), milestones, target, actual);
    }

    Story milestone(String text) {
        var more = new ArrayList<>(milestones);
        more.add(dated(text));
        return new Story(direction, baseline, more, target, actual);
    }

    Story target(@Nullable String text) {
        return new Story(direction, baseline, milestones, read(text), actual);
    }

    Story actual(@Nullable String text) {
        return new Story(direction, baseline, milestones, target, read(text));
    }

    Assessment by(ProgressMethod method) {
        return new Progress(baseline, milestones, target, direction, actual, true).by(method);
    }

    /** "METHOD score STATUS expected value, REASON or NOTE". */
    String told(ProgressMethod method) {
        var assessment = by(method);
        var told = new StringBuilder(method.name());
        if (assessment.score() != null) {
            told.append(' ').append(assessment.score().setScale(4, RoundingMode.HALF_EVEN));
        }
        told.append(' ').append(assessment.status());
        if (assessment.expected() != null) {
            var expected = assessment.expected().round(SHOWN);
            told.append(" expected ")
                    .append((expected.signum() == 0 ? BigDecimal.ZERO : expected.stripTrailingZeros()).toPlainString());
        }
        if (assessment.reason() != null) {
            told.append(", ").append(assessment.reason());
        }
        if (assessment.note() != null) {
            told.append(", ").append(assessment.note());
        }
        return told.toString();
    }

    private static @Nullable Dated read(@Nullable String text) {
        return text == null ? null : dated(text);
    }
}
