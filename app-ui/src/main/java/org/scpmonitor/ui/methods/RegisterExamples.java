package org.scpmonitor.ui.methods;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.scpmonitor.ui.methods.ExampleTable.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.cooperation.Money;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Instrument.Question;
import org.scpmonitor.entry.Instrument.Scale;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.entry.Survey.Answer;
import org.scpmonitor.entry.Tally;
import org.scpmonitor.formula.Tallies;
import org.scpmonitor.statusquo.AreaScore;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.NumberText;

/** What the register counts, and examples of what its screens compute from its entries. */
record RegisterExamples(NumberText numbers) {
    private static final Text ANY = new Text("", "", "");

    /** Everything that is counted, with what of which entries counts for whom and from when. */
    ExampleTable tallies() {
        Locale locale = UI.getCurrent().getLocale();
        return ExampleTable.captioned(
                "methods.tallies",
                List.of("tally", "counts"),
                Arrays.stream(Tally.values())
                        .map(each -> List.<Component>of(
                                text(Tallies.name(each.code()).in(locale)),
                                text(translate("methods.tally." + each.name()))))
                        .toList());
    }

    /** What the project's brochure states. */
    ExampleTable leverage() {
        Money.Leverage leverage = new Money.Leverage(new BigDecimal("300000"), new BigDecimal("749000"));
        return ExampleTable.of(
                List.of("volume", "funder", "leverage"),
                List.of(List.of(
                        text(numbers.of(leverage.own().add(leverage.others()), 0) + " EUR"),
                        text(numbers.of(leverage.own(), 0) + " EUR"),
                        text(numbers.of(leverage.ratio(), 2)))));
    }

    ExampleTable score() {
        List<Question> questions = List.of(
                question("A", Scale.YES_PARTLY_NO, 1, true),
                question("B", Scale.YES_PARTLY_NO, 2, false),
                question("C", Scale.ZERO_TO_FOUR, 1, false),
                question("D", Scale.PERCENT, 1, false));
        List<Answer> answers = List.of(answer("A", "partly"), answer("B", "yes"), answer("C", "3"));
        AreaScore score = AreaScore.of(
                        new Instrument(ANY, null, null, null, questions),
                        new Survey(
                                "I",
                                1,
                                null,
                                "CL",
                                "I",
                                PartialDate.parse("2025").orElseThrow(),
                                false,
                                List.of(),
                                answers))
                .getFirst();
        BigDecimal value = score.score();
        return ExampleTable.of(
                List.of("condition", "answers", "unanswered", "points", "coverage"),
                List.of(List.of(
                        text(translate("statusquo.answer.partly") + " (½)"),
                        text(translate("statusquo.answer.yes") + " (1, w = 2) · "
                                + translate("statusquo.answer.of", "3") + " (¾, w = 1)"),
                        text("w = 1"),
                        text(value == null ? translate("statusquo.noscore") : numbers.of(value, 1)),
                        text(translate("statusquo.coverage", score.answered(), score.asked())))));
    }

    private static Question question(String code, Scale scale, int weight, boolean gate) {
        return new Question(code, Area.PROCUREMENT, ANY, scale, BigDecimal.valueOf(weight), gate, null);
    }

    private static Answer answer(String question, String answer) {
        return new Answer(question, answer, null, null);
    }
}
