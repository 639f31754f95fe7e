package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Verdict;
import org.scpmonitor.progress.ProgressMethod;
import org.scpmonitor.progress.ProgressStatus;
import org.scpmonitor.progress.Reason;
import org.scpmonitor.ui.component.NumberText;

/** Why methods come to different statuses: which cut makes the difference, or that they measure different things. */
record Disagreement(Verdict own, Verdict other, NumberText numbers) {

    /** One sentence for each method whose status isn't the programme's own method's. */
    static List<String> sentences(IndicatorProgress progress, NumberText numbers) {
        List<String> sentences = new ArrayList<>();
        progress.by(progress.programme().method())
                .ifPresent(own -> progress.verdicts().stream()
                        .filter(each -> each.status() != own.status())
                        .map(each -> new Disagreement(own, each, numbers).sentence())
                        .forEach(sentences::add));
        return sentences;
    }

    String sentence() {
        BigDecimal ownScore = own.score();
        BigDecimal otherScore = other.score();
        if (ownScore == null || otherScore == null) {
            return without(ownScore == null ? own : other);
        }
        ProgressStatus better = own.status().compareTo(other.status()) < 0 ? own.status() : other.status();
        Optional<BigDecimal> ownCut = cut(own.method(), better);
        Optional<BigDecimal> otherCut = cut(other.method(), better);
        if (ownCut.isEmpty() || otherCut.isEmpty()) {
            return translate(
                    "indicator.methods.scores",
                    name(own),
                    numbers.of(ownScore, 2),
                    name(other),
                    numbers.of(otherScore, 2));
        }
        boolean byTheOthersCut = (ownScore.compareTo(otherCut.get()) >= 0) == (other.status() == better);
        if (ownCut.get().compareTo(otherCut.get()) != 0 && byTheOthersCut) {
            return translate(
                    "indicator.methods.cut",
                    status(better),
                    name(own),
                    numbers.of(ownCut.get(), 2),
                    numbers.of(ownScore, 2),
                    name(other),
                    numbers.of(otherCut.get(), 2),
                    numbers.of(otherScore, 2));
        }
        return translate(
                "indicator.methods.measure",
                status(better),
                name(own),
                numbers.of(ownCut.get(), 2),
                numbers.of(ownScore, 2),
                name(other),
                numbers.of(otherCut.get(), 2),
                numbers.of(otherScore, 2));
    }

    private static String without(Verdict verdict) {
        Reason reason = verdict.reason();
        return reason == null
                ? translate("indicator.methods.unscored", name(verdict), status(verdict.status()))
                : translate("indicator.methods.unable", name(verdict), translate("reason." + reason.name()));
    }

    /** The least score of a status, where a score decides. */
    private static Optional<BigDecimal> cut(ProgressMethod method, ProgressStatus status) {
        return Optional.ofNullable(least(method, status));
    }

    private static @Nullable BigDecimal least(ProgressMethod method, ProgressStatus status) {
        return switch (status) {
            case ON_TRACK -> method.onTrackFrom();
            case ACCELERATION_NEEDED -> method.accelerationNeededFrom();
            case LIMITED_PROGRESS -> BigDecimal.ZERO;
            case ACHIEVED, DETERIORATION, UNABLE_TO_ASSESS -> null;
        };
    }

    private static String name(Verdict verdict) {
        return translate("method." + verdict.method().name());
    }

    private static String status(ProgressStatus status) {
        return translate("status." + status.name());
    }
}
