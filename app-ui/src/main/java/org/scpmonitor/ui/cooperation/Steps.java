package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.entry.Cooperation.Document;
import org.scpmonitor.entry.Cooperation.Phase;
import org.scpmonitor.entry.Labels;

/** The phases of a cooperation, and the documents that steer it. */
class Steps {
    private final Locale locale = UI.getCurrent().getLocale();
    private final CooperationShelf shown;
    private final EntryLinks links;

    Steps(CooperationShelf shown, EntryLinks links) {
        this.shown = shown;
        this.links = links;
    }

    Component section() {
        Div pair = new Div(phases(), documents());
        pair.addClassNames("g2", "steps");
        return pair;
    }

    private Component phases() {
        OrderedList list = new OrderedList();
        list.addClassName("ev");
        shown.cooperation().content().phases().forEach(each -> list.add(item(each)));
        return card("cooperation.phases", list);
    }

    private ListItem item(Phase phase) {
        var ends = phase.ends();
        Span when = new Span(When.of(phase.begins(), locale) + (ends == null ? "" : " – " + When.of(ends, locale)));
        when.addClassName("when");
        return new ListItem(when, links.plain(shown.cooperation(), phase.name().in(locale)));
    }

    private Component documents() {
        OrderedList list = new OrderedList();
        list.addClassName("ev");
        shown.cooperation().content().documents().forEach(each -> list.add(item(each)));
        return card("cooperation.documents", list);
    }

    private ListItem item(Document document) {
        Span type = new Span(Labels.in(locale).choice(document.type()));
        type.addClassName("when");
        String name = document.name().in(locale);
        String address = document.address();
        Component title = address == null ? new Span(name) : new Anchor(address, name);
        Div what = new Div(title);
        var date = document.date();
        if (date != null) {
            Span day = new Span(" " + When.of(date, locale));
            day.addClassNames("xs", "muted");
            what.add(day);
        }
        return new ListItem(type, what);
    }

    private static Component card(String key, Component content) {
        Section card = new Section(new H2(translate(key)), content);
        card.addClassName("card");
        return card;
    }
}
