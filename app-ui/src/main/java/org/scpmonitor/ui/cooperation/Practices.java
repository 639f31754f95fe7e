package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Practice;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.CountryMark;

/** The library of good practices: what was done, what came of it, and how often it was taken over. */
class Practices {
    private final Locale locale = UI.getCurrent().getLocale();
    private final CooperationShelf shown;
    private final EntryLinks links;

    Practices(CooperationShelf shown, EntryLinks links) {
        this.shown = shown;
        this.links = links;
    }

    Component card() {
        OrderedList list = new OrderedList();
        list.addClassName("ev");
        shown.practices().forEach(each -> list.add(item(each)));
        Section card = new Section(new H2(translate("cooperation.practices")), list);
        card.addClassName("card");
        links.add(Kind.PRACTICE, translate("cooperation.practices.add")).ifPresent(card::add);
        links.add(Kind.ADOPTION, translate("cooperation.adoptions.add")).ifPresent(card::add);
        return card;
    }

    private ListItem item(Entry<Practice> entry) {
        Span country = new Span(CountryMark.name(entry.content().country(), locale));
        country.addClassName("when");
        Span title = links.of(entry);
        title.addClassName("b");
        Div what = new Div(
                title,
                small(entry.content().measure().in(locale)),
                small(entry.content().result().in(locale)));
        long taken = shown.adoptions().stream()
                .filter(each -> each.content().practice().equals(entry.code()))
                .count();
        if (taken > 0) {
            what.add(small(translate("cooperation.taken", taken)));
        }
        return new ListItem(country, what);
    }

    private static Component small(String words) {
        Div text = new Div(words);
        text.addClassNames("xs", "muted");
        return text;
    }
}
