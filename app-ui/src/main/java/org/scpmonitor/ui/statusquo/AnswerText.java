package org.scpmonitor.ui.statusquo;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.Locale;
import org.scpmonitor.entry.Instrument.Question;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;

/** Answers as the reader's language says them, by the scale of their question; what isn't of the scale stays as it is. */
public final class AnswerText {
    private AnswerText() {}

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
