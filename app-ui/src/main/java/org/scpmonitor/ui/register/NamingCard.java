package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.Pages;

/** The entries that name this one. */
class NamingCard extends Section {
    NamingCard(List<Entry<?>> naming, Locale locale) {
        addClassNames("card", "flush");
        H2 name = new H2(translate("register.naming"));
        name.addClassNames("card-h", "card-top");
        UnorderedList list = new UnorderedList();
        list.addClassName("entries");
        naming.forEach(each -> {
            Span kind = new Span(Labels.in(locale).kind(each.kind()));
            kind.addClassNames("xs", "muted");
            list.add(new ListItem(
                    Pages.link(
                            Pages.entry(each.kind().code(), each.code()),
                            each.title().in(locale)),
                    new Div(kind)));
        });
        add(name, list);
    }
}
