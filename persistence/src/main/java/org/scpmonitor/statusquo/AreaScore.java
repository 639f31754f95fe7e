package org.scpmonitor.statusquo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Instrument.Question;
import org.scpmonitor.entry.Survey;

/**
 * How far a country has come in an area: the weighted mean of the shares that its answers reach, Σ weight · share / Σ
 * weight over the scored questions that were answered, multiplied by the shares of the questions that are conditions of
 * the others.
 *
 * @param score from 0 to 100, rounded half-even to 20 significant digits; null where no scored question was answered, or a
 *     condition wasn't
 * @param answered how many of the scored questions were, the conditions included
 * @param asked how many scored questions there are, the conditions included
 */
public record AreaScore(Area area, @Nullable BigDecimal score, int answered, int asked) {
    private static final MathContext ROUNDED = new MathContext(20, RoundingMode.HALF_EVEN);
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /** Whether every scored question was answered. */
    public boolean isComplete() {
        return answered == asked;
    }

    /** Of every area that the instrument asks about by a scored question, in the areas' order. */
    public static List<AreaScore> of(Instrument instrument, Survey survey) {
        Map<String, String> answers = survey.answers().stream()
                .collect(Collectors.toMap(Survey.Answer::question, Survey.Answer::answer, (first, second) -> first));
        List<AreaScore> scores = new ArrayList<>();
        for (Area area : Area.values()) {
            List<Question> questions = instrument.questions().stream()
                    .filter(each -> each.area() == area && each.counts().signum() > 0)
                    .toList();
            if (!questions.isEmpty()) {
                scores.add(of(area, questions, answers));
            }
        }
        return scores;
    }

    private static AreaScore of(Area area, List<Question> questions, Map<String, String> answers) {
        BigDecimal reached = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal condition = BigDecimal.ONE;
        boolean open = false;
        int answered = 0;
        for (Question question : questions) {
            Optional<BigDecimal> share =
                    Optional.ofNullable(answers.get(question.code())).flatMap(question.scale()::share);
            answered += share.isPresent() ? 1 : 0;
            if (question.isGate()) {
                open |= share.isEmpty();
                condition = condition.multiply(share.orElse(BigDecimal.ONE));
            } else if (share.isPresent()) {
                reached = reached.add(question.counts().multiply(share.get()));
                weights = weights.add(question.counts());
            }
        }
        boolean none = open || weights.signum() == 0;
        return new AreaScore(
                area,
                none ? null : reached.multiply(condition).multiply(FULL).divide(weights, ROUNDED),
                answered,
                questions.size());
    }
}
