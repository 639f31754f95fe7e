package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * A questionnaire on the status quo. Its versions are the entry's: a survey says which of them it answered.
 *
 * @param method how answers become a score, in words
 */
public record Instrument(
        Text title,
        @Prose @Nullable Text purpose,
        @Prose @Nullable Text method,
        @Nullable String website,
        List<Question> questions)
        implements Content {

    public Instrument {
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param code by which answers name it, such as {@code P1}
     * @param weight in its area's score; 0 for a question that isn't scored, null for 1
     * @param gate whether its share multiplies the score of the others instead of being one of them; null for no
     */
    public record Question(
            String code,
            Area area,
            @Prose Text question,
            Scale scale,
            @Between(least = 0, most = 1_000) @Nullable BigDecimal weight,
            @Nullable Boolean gate,
            @Prose @Nullable Text help) {

        public boolean isGate() {
            return Boolean.TRUE.equals(gate);
        }

        /** The weight, which is 1 unless another is given; that of a text is 0. */
        public BigDecimal counts() {
            return scale == Scale.TEXT ? BigDecimal.ZERO : Objects.requireNonNullElse(weight, BigDecimal.ONE);
        }
    }

    /** What an answer may be. */
    public enum Scale {
        /** {@code yes}, {@code partly} or {@code no}: 1, ½ and 0 of what can be reached. */
        YES_PARTLY_NO,
        /** 0 to 4, in quarters of what can be reached. */
        ZERO_TO_FOUR,
        /** 0 to 100. */
        PERCENT,
        /** Words, which aren't scored. */
        TEXT;

        /** What share of what can be reached an answer is, from 0 to 1; empty where it is none. */
        public Optional<BigDecimal> share(String answer) {
            return switch (this) {
                case YES_PARTLY_NO ->
                    switch (answer) {
                        case "yes" -> Optional.of(BigDecimal.ONE);
                        case "partly" -> Optional.of(new BigDecimal("0.5"));
                        case "no" -> Optional.of(BigDecimal.ZERO);
                        default -> Optional.empty();
                    };
                case ZERO_TO_FOUR -> part(answer, 4);
                case PERCENT -> part(answer, 100);
                case TEXT -> Optional.empty();
            };
        }

        /** Whether an answer is of this scale. */
        public boolean takes(String answer) {
            return this == TEXT || share(answer).isPresent();
        }

        private static Optional<BigDecimal> part(String answer, int most) {
            try {
                BigDecimal number = new BigDecimal(answer);
                BigDecimal top = BigDecimal.valueOf(most);
                return number.signum() < 0 || number.compareTo(top) > 0
                        ? Optional.empty()
                        : Optional.of(number.divide(top));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    public Optional<Question> find(String code) {
        return questions.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    @Override
    public Text title(Names names) {
        return title;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.once(
                flaws,
                "questions",
                "code",
                questions.stream().map(Question::code).toList());
        Checks.address(flaws, "website", website);
        return flaws;
    }
}
