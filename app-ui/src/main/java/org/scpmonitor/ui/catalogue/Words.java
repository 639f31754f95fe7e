package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Locale;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.IndicatorCatalogue.State;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;

/** The catalogue's own words in the reader's language. */
final class Words {
    private Words() {}

    static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    static Tag state(State state) {
        return new Tag(
                translate("catalogue.state." + state.code()),
                switch (state) {
                    case DRAFT -> Tag.Tone.INFO;
                    case ACTIVE -> Tag.Tone.OK;
                    case RETIRED -> Tag.Tone.NEUTRAL;
                });
    }

    static Tag kind(boolean calculated) {
        return new Tag(translate("catalogue.kind." + (calculated ? Question.CALCULATED : Question.REPORTED)));
    }

    static String level(String code) {
        return translate("catalogue.level." + code);
    }

    static String rule(String code) {
        return translate("indicator.rule." + code);
    }

    /** The unit as read, and its code where that is another spelling. */
    static String unit(String code) {
        String read = UnitText.of(code);
        return read.isEmpty() || read.equals(code) ? code : read + " (" + code + ")";
    }

    static String day(Instant moment) {
        return new DateText(locale()).day(moment);
    }

    static String aggregation(Indicator indicator) {
        String institutions = rule(indicator.aggregationOverInstitutions());
        if (indicator.numerator() != null) {
            institutions += ": " + indicator.numerator() + " / " + indicator.denominator();
        } else if (indicator.weight() != null) {
            institutions += ": " + indicator.weight();
        }
        return translate("indicator.sheet.aggregation.text", institutions, rule(indicator.aggregationOverTime()));
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("xs", "muted");
        return span;
    }
}
