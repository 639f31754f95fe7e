package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.entry.Writing;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.register.Difference.Said;
import org.scpmonitor.ui.statusquo.AnswerText;

/** Every version of an entry, the latest first: when, by whom and why, and what it changed. */
class HistoryCard extends Section {
    private final DateText dates = new DateText(UI.getCurrent().getLocale());
    private final List<Entry<?>> versions;
    private final Function<Survey, Optional<Instrument>> asked;
    private final Printed printed;
    private final boolean withoutPeople;
    private final @Nullable Consumer<Entry<?>> restore;

    /**
     * @param versions the latest first
     * @param asked the questionnaire that a survey answered
     * @param restore makes a version stand again; null for those who may not
     */
    HistoryCard(
            List<Entry<?>> versions,
            Function<Survey, Optional<Instrument>> asked,
            Printed printed,
            boolean withoutPeople,
            @Nullable Consumer<Entry<?>> restore) {
        this.versions = versions;
        this.asked = asked;
        this.printed = printed;
        this.withoutPeople = withoutPeople;
        this.restore = restore;
        addClassName("card");
        OrderedList list = new OrderedList();
        list.addClassName("targets");
        for (int i = 0; i < versions.size(); i++) {
            list.add(item(i));
        }
        add(new H2(translate("register.history")), list);
    }

    private ListItem item(int place) {
        Entry<?> version = versions.get(place);
        String number = translate("register.version", Integer.toString(version.version()));
        Div name = new Div();
        name.addClassNames("row", "wrap");
        if (place == 0) {
            Span here = new Span(number);
            here.addClassName("b");
            name.add(here);
        } else {
            name.add(Pages.link(
                    Pages.entry(version.kind().code(), version.code()) + "?"
                            + Selection.NONE.asKnownAt(version.knownFrom()).query(),
                    number));
        }
        if (version.withdrawn()) {
            name.add(new Tag(translate("register.history.withdrawn"), Tag.Tone.QUERY));
        }
        String when = dates.moment(version.knownFrom());
        Span meta = new Span(withoutPeople || version.author().isEmpty() ? when : version.author() + " · " + when);
        meta.addClassNames("xs", "muted");
        ListItem item = new ListItem(name, new Div(meta));
        if (!version.reason().isEmpty()) {
            Div reason = new Div(version.reason());
            reason.addClassName("said");
            item.add(reason);
        }
        Div acts = new Div();
        acts.addClassNames("row", "wrap");
        if (place + 1 < versions.size() && !version.withdrawn()) {
            acts.add(small("register.history.changes", number, () -> changes(version, versions.get(place + 1))));
        }
        boolean stands = place == 0 && !version.withdrawn();
        Consumer<Entry<?>> again = restore;
        if (again != null && !stands && !version.withdrawn()) {
            acts.add(small("register.restore", number, () -> again.accept(version)));
        }
        item.add(acts);
        return item;
    }

    private void changes(Entry<?> version, Entry<?> before) {
        List<Difference> differences = questionnaire(version)
                .map(each -> Difference.between(
                        version.kind(),
                        said(before, each),
                        said(version, each),
                        printed,
                        (row, place) -> asks(each, row)))
                .orElseGet(() -> Difference.between(version.kind(), said(before), said(version), printed));
        Dialog dialog = new Dialog(translate("register.history.title", Integer.toString(version.version())));
        dialog.setWidth("min(56rem, 100%)");
        dialog.add(
                differences.isEmpty()
                        ? new Note(Note.Kind.PLAIN, translate("register.history.same"))
                        : new DifferenceTable(differences, translate("register.before"), translate("register.after")));
        dialog.getFooter().add(new Button(translate("register.close"), click -> dialog.close()));
        dialog.open();
    }

    private Optional<Instrument> questionnaire(Entry<?> version) {
        return version.content() instanceof Survey survey ? asked.apply(survey) : Optional.empty();
    }

    /** The question of an answer, by its code and as it was asked. */
    private String asks(Instrument questionnaire, Map<?, ?> answer) {
        String code = String.valueOf(answer.get("question"));
        return questionnaire
                .find(code)
                .map(question -> code + " " + question.question().in(printed.locale()))
                .orElse(code);
    }

    private Said said(Entry<?> version, Instrument answered) {
        return version.content() instanceof Survey survey && !version.withdrawn()
                ? new Said(
                        Writing.tree(AnswerText.in(survey, answered, printed.locale())),
                        version.illustrative(),
                        version.source())
                : said(version);
    }

    static Said said(Entry<?> version) {
        return version.withdrawn()
                ? Said.NOTHING
                : new Said(Writing.tree(version.content()), version.illustrative(), version.source());
    }

    private static Button small(String key, String of, Runnable act) {
        Button button = new Button(translate(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(translate(key) + ": " + of);
        return button;
    }
}
