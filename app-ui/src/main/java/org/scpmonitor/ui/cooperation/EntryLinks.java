package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.Keeping;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Member;
import org.scpmonitor.ui.component.Tag;

/**
 * How screens lead to what they read in the register, as of the same day.
 *
 * @param selection whose moment is kept
 */
public record EntryLinks(Viewer viewer, Selection selection) {

    /** By its title, with a mark where it is made up and a pen for those who may change it. */
    public Span of(Entry<?> entry) {
        return of(entry, entry.title().in(locale()));
    }

    /** By these words. */
    public Span of(Entry<?> entry, String words) {
        Span all = new Span(plain(entry, words));
        all.addClassName("entered");
        if (entry.illustrative()) {
            all.add(Tag.illustrative());
        }
        edit(entry).ifPresent(all::add);
        return all;
    }

    /** The words alone; where the entry is taken from is told by pointing. */
    public Anchor plain(Entry<?> entry, String words) {
        Anchor link = Pages.link(address(Pages.entry(entry.kind().code(), entry.code())), words);
        if (!entry.source().isEmpty()) {
            link.setTitle(translate("cooperation.source", entry.source()));
        }
        return link;
    }

    /** For those who may begin an entry of the kind. */
    public Optional<Anchor> add(Kind kind, String words) {
        boolean may = Keeping.mayPublish(viewer, null)
                || Keeping.mayWrite(viewer) && kind.keeperField().isPresent();
        if (!may) {
            return Optional.empty();
        }
        Anchor link = Pages.link(Pages.newEntry(kind.code()), words);
        link.addClassNames("xs", "no-print");
        return Optional.of(link);
    }

    private Optional<Anchor> edit(Entry<?> entry) {
        if (!Keeping.mayPublish(viewer, entry.keeper())) {
            return Optional.empty();
        }
        Anchor link = Pages.link(Pages.entryEdit(entry.kind().code(), entry.code()), "");
        link.add(Icon.PEN.small());
        link.addClassNames("pen", "no-print");
        link.getElement()
                .setAttribute(
                        "aria-label",
                        translate("cooperation.edit", entry.title().in(locale())));
        return Optional.of(link);
    }

    private String address(String path) {
        String query =
                new Selection(Map.of(Member.AS_OF, selection.said().getOrDefault(Member.AS_OF, List.of()))).query();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
