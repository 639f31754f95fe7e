package org.scpmonitor.ui.statusquo;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.statusquo.Round;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.cooperation.EntryLinks;

/** How a round is called at the head of its column: country, date, and whether others are compared with it. */
final class RoundName {
    private RoundName() {}

    static Component of(Round round, EntryLinks links, Locale locale) {
        Span country =
                new Span(CountryMark.of(round.country()).image(), links.of(round.survey(), words(round, locale)));
        country.addClassName("row");
        Div name = new Div(country);
        if (round.isBaseline()) {
            name.add(new Tag(translate("statusquo.baseline")));
        }
        return name;
    }

    static String words(Round round, Locale locale) {
        return CountryMark.name(round.country(), locale) + ", "
                + round.survey().content().date().in(locale);
    }
}
