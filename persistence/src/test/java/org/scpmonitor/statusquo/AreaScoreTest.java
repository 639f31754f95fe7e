package org.scpmonitor.statusquo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Instrument.Question;
import org.scpmonitor.entry.Instrument.Scale;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.text.Text;

/** Vectors computed by hand: a score is Σ weight · share / Σ weight of what was answered, times the conditions. */
class AreaScoreTest {
    private static final Text TEXT = new Text("¿?", "", "");

    /** Questions as {@code code:scale:weight}, with {@code !} after the weight of a condition; answers as {@code code=answer}. */
    @ParameterizedTest(name = "{0} | {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    a:y:1                   | a=yes                     | 100 1/1
                    a:y:1                   | a=partly                  | 50 1/1
                    a:y:1                   | a=no                      | 0 1/1
                    a:z:1                   | a=3                       | 75 1/1
                    a:p:1                   | a=12.5                    | 12.5 1/1
                    a:y:1 b:y:1             | a=yes b=no                | 50 2/2
                    a:y:3 b:y:1             | a=yes b=no                | 75 2/2
                    a:y:3 b:y:1             | b=yes                     | 100 1/2
                    a:y:2 b:z:1 c:p:1       | a=partly b=4 c=20         | 55 3/3
                    a:y:1 b:z:1 c:p:1       | a=yes b=0 c=0             | 33.333333333333333333 3/3
                    a:y: b:y:               | a=yes b=no                | 50 2/2
                    a:y:0 b:y:1             | a=yes b=no                | 0 1/1
                    a:t:5 b:y:1             | a=Ley b=yes               | 100 1/1
                    a:y:1                   |                           | none 0/1
                    a:y:1                   | x=yes                     | none 0/1
                    g:y:1! b:p:20 c:p:20    | g=yes b=60 c=40           | 50 3/3
                    g:y:1! b:p:20 c:p:20    | g=no b=60 c=40            | 0 3/3
                    g:y:1! b:p:20 c:p:20    | g=partly b=60 c=40        | 25 3/3
                    g:y:1! b:p:20 c:p:20    | b=60 c=40                 | none 2/3
                    g:y:1! b:p:20           | g=yes                     | none 1/2
                    A:y:1! B:p:20 C:p:20 D:p:20 E:p:20 F:p:20 | A=yes B=60 C=55 D=50 E=40 F=25 | 46 6/6
                    """)
    void scores(String questions, @Nullable String answers, String expected) {
        List<AreaScore> scores = AreaScore.of(instrument(questions), survey(answers == null ? "" : answers));
        assertThat(scores)
                .singleElement()
                .satisfies(score -> assertThat((score.score() == null ? "none" : plain(score.score())) + " "
                                + score.answered() + "/" + score.asked())
                        .isEqualTo(expected));
    }

    private static String plain(BigDecimal score) {
        return score.signum() == 0 ? "0" : score.stripTrailingZeros().toPlainString();
    }

    private static Instrument instrument(String questions) {
        return new Instrument(
                TEXT,
                null,
                null,
                null,
                Arrays.stream(questions.split(" ")).map(AreaScoreTest::question).toList());
    }

    private static Question question(String said) {
        String[] parts = said.split(":", -1);
        Scale scale = switch (parts[1]) {
            case "y" -> Scale.YES_PARTLY_NO;
            case "z" -> Scale.ZERO_TO_FOUR;
            case "p" -> Scale.PERCENT;
            case "t" -> Scale.TEXT;
            default -> throw new IllegalArgumentException(said);
        };
        String weight = parts[2].replace("!", "");
        return new Question(
                parts[0],
                Area.PRODUCTION,
                TEXT,
                scale,
                weight.isEmpty() ? null : new BigDecimal(weight),
                parts[2].endsWith("!"),
                null);
    }

    private static Survey survey(String answers) {
        return new Survey(
                "I",
                1,
                null,
                "CO",
                "CO-MADS",
                new PartialDate("2015"),
                true,
                List.of(),
                Arrays.stream(answers.split(" "))
                        .filter(each -> each.contains("="))
                        .map(each -> each.split("="))
                        .map(each -> new Survey.Answer(each[0], each[1], null, null))
                        .collect(Collectors.toList()));
    }
}
