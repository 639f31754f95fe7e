package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.Tag;

/** What is said about an entry: by which code it is known, and where it is taken from. */
class AboutCard extends Section {
    /** @param asOf the field for the day that it is read as of */
    AboutCard(Entry<?> entry, Component asOf) {
        addClassNames("card", "stack");
        DescriptionList facts = new DescriptionList();
        facts.addClassName("meta");
        fact(facts, "register.code", new Span(entry.code()));
        fact(
                facts,
                "register.source",
                new Span(entry.source().isEmpty() ? translate("register.source.none") : entry.source()));
        if (entry.illustrative()) {
            fact(facts, "register.nature", Tag.illustrative());
        }
        add(new H2(translate("register.about")), facts, asOf);
    }

    private static void fact(DescriptionList facts, String key, Component value) {
        facts.add(new DescriptionList.Term(translate(key)), new DescriptionList.Description(value));
    }
}
