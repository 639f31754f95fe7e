package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.register.Entries.Line;
import org.scpmonitor.register.EntrySearch;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;

/** Entries one below the other, some at a time. */
class EntryList extends Div {
    private static final int AT_A_TIME = 50;

    EntryList() {
        addClassNames("card", "flush");
    }

    void show(RegisterQuestion question, Found found, Locale locale) {
        removeAll();
        if (found.lines().isEmpty()) {
            Div none = new Div(new Span(translate("register.none")));
            none.addClassName("empty");
            if (!question.equals(RegisterQuestion.ALL)) {
                none.add(Pages.link(Pages.REGISTER, translate("register.none.all")));
            }
            add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("entries");
        add(list);
        more(list, question, found, found.lines(), locale);
    }

    private void more(UnorderedList list, RegisterQuestion question, Found found, List<Line> left, Locale locale) {
        left.stream().limit(AT_A_TIME).forEach(line -> list.add(item(question, found, line, locale)));
        if (left.size() > AT_A_TIME) {
            List<Line> then = left.subList(AT_A_TIME, left.size());
            Button more = new Button(translate("register.more", Counted.number(then.size())));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            more.addClickListener(click -> {
                remove(more);
                more(list, question, found, then, locale);
            });
            add(more);
        }
    }

    private static ListItem item(RegisterQuestion question, Found found, Line line, Locale locale) {
        String address = Pages.entry(line.kind().code(), line.code());
        Anchor title = Pages.link(
                question.asOf() == null ? address : address + "?asOf=" + question.asOf(),
                line.title().in(locale));
        title.addClassName("b");
        title.getElement().setAttribute("lang", Printed.language(line.title(), locale));
        Div facts = new Div(new Span(Labels.in(locale).kind(line.kind())));
        facts.addClassNames("row", "wrap", "xs", "muted");
        line.countries().forEach(code -> facts.add(EntryBody.country(code, CountryMark.name(code, locale))));
        PartialDate when = line.when();
        if (when != null) {
            facts.add(new Span(when.in(locale)));
        }
        if (line.illustrative()) {
            facts.add(Tag.illustrative());
        }
        ListItem item = new ListItem(title, facts);
        String excerpt = found.excerpt(line);
        if (!excerpt.isEmpty()) {
            item.add(excerpt(excerpt));
        }
        return item;
    }

    /** What was looked for stands out among its words. */
    static Div excerpt(String excerpt) {
        Div shown = new Div();
        shown.addClassNames("xs", "excerpt");
        for (String part : excerpt.replace('\n', ' ').split("(?=" + EntrySearch.FOUND + ")")) {
            int end = part.indexOf(EntrySearch.FOUND_ENDS);
            if (!part.isEmpty() && part.charAt(0) == EntrySearch.FOUND && end > 0) {
                Span mark = new Span(part.substring(1, end));
                mark.addClassName("mark");
                shown.add(mark, new Span(part.substring(end + 1)));
            } else {
                shown.add(new Span(part));
            }
        }
        return shown;
    }
}
