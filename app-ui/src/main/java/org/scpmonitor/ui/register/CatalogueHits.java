package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.scpmonitor.entry.CatalogueList;
import org.scpmonitor.register.EntrySearch.Hit;
import org.scpmonitor.register.EntrySearch.Place;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;

/** What the catalogue has of the words that are looked for. */
class CatalogueHits extends Section {
    private static final int MOST = 20;

    CatalogueHits() {
        addClassNames("card", "flush");
        setVisible(false);
    }

    void show(List<Hit> hits) {
        removeAll();
        setVisible(!hits.isEmpty());
        if (hits.isEmpty()) {
            return;
        }
        H2 name = new H2(translate("register.catalogue"));
        name.addClassNames("card-h", "card-top");
        UnorderedList list = new UnorderedList();
        list.addClassName("entries");
        hits.stream().limit(MOST).forEach(hit -> list.add(item(hit)));
        add(name, list);
    }

    private static ListItem item(Hit hit) {
        Component shown = switch (hit.place()) {
            case Place.InCatalogue(CatalogueList list) -> named(list, hit);
            case Place.InRegister(var kind) -> Pages.link(Pages.entry(kind.code(), hit.code()), hit.title());
        };
        Span code = new Span(hit.code());
        code.addClassNames("xs", "muted");
        return new ListItem(shown, code);
    }

    private static Component named(CatalogueList list, Hit hit) {
        return switch (list) {
            case COUNTRY -> EntryBody.country(hit.code(), hit.title());
            case INSTITUTION -> new Span(hit.title());
            case INDICATOR -> Pages.link(Pages.indicator(hit.code(), Selection.NONE), hit.title());
            case PROGRAMME -> Pages.link(Pages.programme(hit.code(), Selection.NONE), hit.title());
        };
    }
}
