package org.scpmonitor.ui.statusquo;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.Locale;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Instrument.Question;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.entry.Survey.Answer;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;

/** Answers as the reader's language says them, by the scale of their question; what isn't of the scale stays as it is. */
public final class AnswerText {
    private AnswerText() {}

    /** A survey whose answers are those texts. */
    public static Survey in(Survey survey, Instrument asked, Locale locale) {
        return new Survey(
                survey.instrument(),
                survey.edition(),
                survey.cooperation(),
                survey.country(),
                survey.institution(),
                survey.date(),
                survey.baseline(),
                survey.completed(),
                survey.answers().stream()
                        .map(each -> new Answer(
                                each.question(),
                                asked.find(each.question())
                                        .map(question -> of(question, each.answer(), locale))
                                        .orElse(each.answer()),
                                each.evidence(),
                                each.website()))
                        .toList());
    }

    public static String of(Question question, String answer, Locale locale) {
        if (!question.scale().takes(answer)) {
            return answer;
        }
        return switch (question.scale()) {
            case YES_PARTLY_NO -> translate(locale, "statusquo.answer." + answer);
            case ZERO_TO_FOUR -> translate(locale, "statusquo.answer.of", number(answer, locale));
            case PERCENT -> UnitText.with(number(answer, locale), "%");
            case TEXT -> answer;
        };
    }

    private static String number(String answer, Locale locale) {
        return new NumberText(locale).full(new BigDecimal(answer));
    }
}
