package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.cooperation.CountedResult;
import org.scpmonitor.cooperation.CountedResult.Latest;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;

/** What the register adds up to by itself: each country's latest figure, which leads to the entries that it counts. */
class Results {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final List<CountedResult> results;
    private final Consumer<String> open;

    /** @param open takes the key of a figure whose provenance is asked for */
    Results(List<CountedResult> results, Consumer<String> open) {
        this.results = results;
        this.open = open;
    }

    Component section() {
        Section section = new Section(Page.sectionHead(
                translate("cooperation.results"), translate("cooperation.results.says"), new Help(Help.Term.COUNTED)));
        Div cards = new Div();
        cards.addClassNames("coop-cards", "counted");
        results.forEach(each -> cards.add(card(each)));
        section.add(cards);
        section.setVisible(!results.isEmpty());
        return section;
    }

    private Component card(CountedResult result) {
        H3 name = new H3(Pages.link(
                Pages.indicator(result.code(), Selection.NONE),
                result.code() + " · " + result.name().in(locale)));
        UnorderedList list = new UnorderedList();
        result.latest().forEach(each -> list.add(item(each)));
        Article card = new Article(name, list);
        if (result.latest().isEmpty()) {
            Span none = new Span(translate("cooperation.results.none"));
            none.addClassNames("xs", "muted");
            card.add(none);
        }
        card.addClassName("card");
        return card;
    }

    private ListItem item(Latest latest) {
        Span country = new Span(
                CountryMark.of(latest.country()).image(), new Span(CountryMark.name(latest.country(), locale)));
        country.addClassName("row");
        Span period = new Span(latest.period().label(locale));
        period.addClassNames("xxs", "faint");
        return new ListItem(
                country,
                new Span(
                        new Figure(numbers.of(latest.value(), 0), () -> open.accept(Long.toString(latest.figure()))),
                        new Span(" "),
                        period));
    }
}
