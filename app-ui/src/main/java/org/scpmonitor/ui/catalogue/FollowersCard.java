package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.scpmonitor.catalogue.IndicatorCatalogue.Entry;
import org.scpmonitor.catalogue.IndicatorCatalogue.Follower;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Tag;

/** The programmes that follow an indicator, each with who answers for it there. */
class FollowersCard extends Section {
    /** @param editable whether to lead to where it is set how they follow it */
    FollowersCard(Entry entry, boolean editable) {
        addClassName("card");
        add(new H2(translate("catalogue.followers")));
        if (entry.followers().isEmpty()) {
            add(Words.muted(translate("catalogue.followers.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("plain");
        entry.followers().forEach(follower -> list.add(item(entry, follower, editable)));
        add(list);
    }

    private static ListItem item(Entry entry, Follower follower, boolean editable) {
        Div name = new Div(Pages.link(
                Pages.indicator(entry.indicator().code(), Selection.NONE.ofProgramme(follower.programme())),
                follower.name().in(Words.locale())));
        if (follower.headline()) {
            Span space = new Span(" ");
            name.add(space, new Tag(translate("catalogue.headline"), Tag.Tone.ACCENT));
        }
        ListItem item = new ListItem(name);
        if (follower.responsible() != null) {
            item.add(Words.muted(translate("catalogue.responsible.of", follower.responsible())));
        }
        if (editable) {
            item.add(new Div(Pages.link(
                    Pages.followed(follower.programme(), entry.indicator().code()),
                    translate("catalogue.followers.settings"))));
        }
        return item;
    }
}
