package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Partner;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Tag;

/** A card for each country: what it does in the cooperation, and by whom. */
class Partners {
    private final Locale locale = UI.getCurrent().getLocale();
    private final CooperationShelf shown;
    private final EntryLinks links;

    Partners(CooperationShelf shown, EntryLinks links) {
        this.shown = shown;
        this.links = links;
    }

    Component row() {
        Section row = new Section();
        row.addClassName("coop-cards");
        row.setAriaLabel(translate("cooperation.partners"));
        List<Entry<Partner>> partners = shown.partners();
        shown.cooperation().content().countries().forEach(country -> {
            List<Entry<Partner>> of = partners.stream()
                    .filter(each -> each.content().country().equals(country))
                    .toList();
            if (!of.isEmpty()) {
                row.add(card(country, of));
            }
        });
        links.add(Kind.PARTNER, translate("cooperation.partners.add")).ifPresent(row::add);
        return row;
    }

    private Component card(String country, List<Entry<Partner>> partners) {
        H2 name = new H2(new Span(CountryMark.of(country).image()), new Span(CountryMark.name(country, locale)));
        Div roles = new Div();
        roles.addClassName("roles");
        partners.stream()
                .flatMap(each -> each.content().roles().stream())
                .map(Partner.Role::type)
                .distinct()
                .sorted()
                .forEach(role -> roles.add(new Tag(
                        Labels.in(locale).choice(role),
                        role == Partner.Role.Type.OFFERS ? Tag.Tone.ACCENT : Tag.Tone.NEUTRAL)));
        UnorderedList list = new UnorderedList();
        partners.forEach(each -> {
            ListItem item = new ListItem(links.of(each));
            Span nature = new Span(Labels.in(locale).choice(each.content().nature()));
            nature.addClassNames("xxs", "faint");
            item.add(new Div(nature));
            list.add(item);
        });
        Article card = new Article(name, roles, list);
        card.addClassName("card");
        return card;
    }
}
