package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.scpmonitor.catalogue.IndicatorCatalogue.Entry;
import org.scpmonitor.catalogue.IndicatorCatalogue.Version;
import org.scpmonitor.ui.component.Pages;

/** The versions of a definition, the latest first, each to be read as it was. */
class VersionsCard extends Section {
    VersionsCard(Entry entry) {
        addClassName("card");
        OrderedList list = new OrderedList();
        list.addClassName("plain");
        entry.versions().forEach(version -> list.add(item(entry, version)));
        add(new H2(translate("catalogue.versions")), list);
    }

    private static ListItem item(Entry entry, Version version) {
        String number = translate("catalogue.version", version.version());
        Component name = version.version() == entry.version()
                ? strong(number)
                : Pages.link(Pages.definition(entry.indicator().code()) + "?version=" + version.version(), number);
        Div first = new Div(name, new Span(" "), Words.state(version.state()));
        ListItem item = new ListItem(first, new Div(Words.muted(span(version))));
        if (!version.author().isEmpty()) {
            item.add(new Div(Words.muted(version.author())));
        }
        if (!version.reason().isEmpty()) {
            item.add(new Div(new Span(version.reason())));
        }
        return item;
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("b");
        return span;
    }

    private static String span(Version version) {
        Instant end = version.knownUntil();
        return end == null
                ? translate("catalogue.version.since", Words.day(version.knownFrom()))
                : translate("catalogue.version.span", Words.day(version.knownFrom()), Words.day(end));
    }
}
