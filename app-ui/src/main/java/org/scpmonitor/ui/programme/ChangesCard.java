package org.scpmonitor.ui.programme;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.progress.ProgrammeChanges.Change;
import org.scpmonitor.progress.ProgrammeChanges.Changes;
import org.scpmonitor.progress.ProgrammeChanges.Kind;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.progress.Picture;

/** What changed since the last visit, or since a day that the address says: each change leads to where it comes from. */
class ChangesCard extends Section {
    private static final int SHOWN_FIRST = 6;

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Consumer<String> openProvenance;
    private final H2 title = new H2();
    private final DayPicker since;
    private final Slot<Shown> list = new Slot<>(this::list);
    private final String invitation;
    private boolean taking;

    private record Shown(Changes changes, Selection selection) {}

    /**
     * @param known whether visits are noted, so that the next one is told what changed since
     * @param ask takes the day since when; null for the last visit
     */
    ChangesCard(boolean known, LocalDate today, Consumer<@Nullable LocalDate> ask, Consumer<String> openProvenance) {
        invitation = translate(known ? "programme.changes.choose.known" : "programme.changes.choose");
        this.openProvenance = openProvenance;
        addClassNames("card", "changes", "no-print");
        since = new DayPicker("");
        since.setLabel(null);
        since.setAriaLabel(translate("programme.changes.day"));
        since.setPlaceholder(translate("programme.changes.day"));
        since.setMax(today);
        since.setClearButtonVisible(true);
        since.addValueChangeListener(change -> {
            if (!taking && !since.isInvalid()) {
                ask.accept(change.getValue());
            }
        });
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, space, since);
        head.addClassName("row");
        add(head, list);
    }

    void show(Changes changes, Selection selection) {
        Instant moment = changes.since();
        taking = true;
        since.setValue(moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC));
        taking = false;
        title.setText(
                moment == null
                        ? translate("programme.changes")
                        : translate("programme.changes.since", new DateText(locale).moment(moment)));
        list.show(new Shown(changes, selection));
    }

    private List<Component> list(Shown shown) {
        List<Change> all = shown.changes().changes();
        if (all.isEmpty()) {
            Div none = new Div(shown.changes().since() == null ? invitation : translate("programme.changes.none"));
            none.addClassNames("xs", "faint");
            return List.of(none);
        }
        UnorderedList rows = new UnorderedList();
        all.stream()
                .limit(SHOWN_FIRST)
                .map(each -> row(each, shown.selection()))
                .forEach(rows::add);
        List<Component> parts = new ArrayList<>();
        parts.add(rows);
        if (all.size() > SHOWN_FIRST) {
            Button more = new Button(translate("programme.changes.more", all.size()));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            more.addClickListener(click -> {
                all.stream()
                        .skip(SHOWN_FIRST)
                        .map(each -> row(each, shown.selection()))
                        .forEach(rows::add);
                more.setVisible(false);
            });
            parts.add(more);
        }
        return parts;
    }

    private ListItem row(Change change, Selection selection) {
        Span period = new Span(Picture.label(change.period()));
        period.addClassNames("faint", "num");
        ListItem row = new ListItem(
                new Tag(translate("programme.change." + change.kind().name()), tone(change.kind())),
                Pages.link(
                        Pages.indicator(change.indicator(), selection),
                        change.name().in(locale)),
                period);
        if (change.statusBefore() != null && change.statusAfter() != null) {
            row.add(StatusBadge.plain(change.statusBefore()), arrow(), StatusBadge.plain(change.statusAfter()));
        } else if (change.after() != null) {
            if (change.before() != null) {
                Span before = new Span(numbers.of(change.before()));
                before.addClassNames("num", "faint");
                row.add(before, arrow());
            }
            row.add(after(change, change.after()), unit(change));
        }
        return row;
    }

    private static Tag.Tone tone(Kind kind) {
        return switch (kind) {
            case NEW -> Tag.Tone.NEUTRAL;
            case CORRECTED, STATUS, TARGET -> Tag.Tone.ACCENT;
        };
    }

    private Component after(Change change, BigDecimal value) {
        Long figure = change.figure();
        return figure == null
                ? new Span(numbers.of(value))
                : new Figure(numbers.of(value), () -> openProvenance.accept(figure.toString()));
    }

    private static Span unit(Change change) {
        Span unit = new Span(UnitText.of(change.unit()));
        unit.addClassNames("xxs", "faint");
        return unit;
    }

    private static Span arrow() {
        Span arrow = new Span("→");
        arrow.getElement()
                .setAttribute("aria-label", translate("programme.change.to"))
                .setAttribute("role", "img");
        return arrow;
    }
}
