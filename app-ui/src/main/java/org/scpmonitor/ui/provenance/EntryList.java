package org.scpmonitor.ui.provenance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.provenance.CountedEntry;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;

/** The entries of the register that a figure counts, some at a time, each leading to its own page. */
class EntryList extends Div {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final DateText dates = new DateText(locale);
    private final Labels labels = Labels.in(locale);
    private final int total;
    private final boolean withPeople;
    private final UnorderedList rows = new UnorderedList();
    private final Span count = new Span();
    private int shown;

    /** @param withPeople whether those who made the entries are named */
    EntryList(List<CountedEntry> first, int total, Sources sources, int atOnce, boolean withPeople) {
        this.total = total;
        this.withPeople = withPeople;
        addClassName("counted-entries");
        rows.addClassName("plain");
        Button more = new Button(translate("provenance.more"));
        more.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(click -> {
            append(sources.entries(shown, atOnce));
            more.setVisible(shown < total);
        });
        count.addClassNames("xxs", "faint");
        add(rows, count, more);
        append(first);
        more.setVisible(shown < total);
    }

    private void append(List<CountedEntry> entries) {
        entries.forEach(entry -> rows.add(row(entry)));
        shown += entries.size();
        count.setText(translate("provenance.shown", numbers.of(shown), numbers.of(total)));
    }

    private ListItem row(CountedEntry entry) {
        Paragraph title = new Paragraph(new Anchor(
                Pages.entry(entry.kind(), entry.code()), entry.title().in(locale)));
        title.addClassName("b");
        if (entry.illustrative()) {
            title.add(new Span(" "), new Tag(translate("provenance.entry.illustrative")));
        }
        Paragraph adds = new Paragraph(translate(
                "provenance.entry.adds",
                entry.counted().in(locale),
                numbers.full(entry.amount()),
                entry.institution(),
                dates.day(entry.day())));
        adds.addClassName("num");
        String kind = Kind.find(entry.kind()).map(labels::kind).orElse(entry.kind()) + " " + entry.code();
        String version = Integer.toString(entry.version());
        String since = dates.moment(entry.knownFrom());
        Paragraph known = new Paragraph(
                withPeople
                        ? translate("provenance.entry.by", kind, version, since, entry.author())
                        : translate("provenance.entry.known", kind, version, since));
        known.addClassNames("muted", "num");
        return new ListItem(title, adds, known);
    }
}
