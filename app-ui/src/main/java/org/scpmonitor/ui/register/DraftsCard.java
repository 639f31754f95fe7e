package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.register.EntryDrafts.Draft;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;

/** What somebody has begun to write and the viewer may go on with. */
class DraftsCard extends Section {
    private final Locale locale = UI.getCurrent().getLocale();

    DraftsCard() {
        addClassNames("card", "flush");
        setVisible(false);
    }

    void show(List<Draft> drafts) {
        removeAll();
        setVisible(!drafts.isEmpty());
        if (drafts.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("entries");
        drafts.forEach(draft -> list.add(item(draft)));
        H2 name = new H2(translate("register.drafts"));
        name.addClassNames("card-h", "card-top");
        add(name, list);
    }

    private ListItem item(Draft draft) {
        Anchor title = Pages.link(Pages.entryEdit(draft.kind().code(), draft.code()), title(draft, locale));
        title.addClassName("b");
        Div facts = new Div(
                new Span(Labels.in(locale).kind(draft.kind())),
                new Span(translate(
                        "register.draft.of", draft.author(), new DateText(locale).moment(draft.changedAt()))));
        facts.addClassNames("row", "wrap", "xs", "muted");
        facts.add(
                draft.proposed()
                        ? new Tag(translate("register.proposed"), Tag.Tone.QUERY)
                        : new Tag(translate("register.draft"), Tag.Tone.INFO));
        return new ListItem(title, facts);
    }

    /** What the draft calls itself, or its code where it has no title yet. */
    static String title(Draft draft, Locale locale) {
        Object title = draft.tree().get("title");
        String words = title == null ? "" : Printed.words(title).in(locale);
        return words.isEmpty() ? draft.code() : words;
    }
}
