package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.approval.StandIns;
import org.scpmonitor.approval.StandIns.Candidate;
import org.scpmonitor.approval.StandIns.StandIn;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.progress.FilterBar;

/** Who decides in one's place while one is away. */
class StandInDialog extends Dialog {
    private final StandIns standIns;
    private final Viewer viewer;
    private final Div named = new Div();
    private final Div problem = new Div();

    StandInDialog(StandIns standIns, Viewer viewer, Clock clock) {
        this.standIns = standIns;
        this.viewer = viewer;
        Locale locale = UI.getCurrent().getLocale();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        setHeaderTitle(translate("review.standIn"));
        setWidth("30rem");
        problem.getElement().setAttribute("role", "alert");
        ComboBox<Candidate> who = new ComboBox<>(translate("review.standIn.who"));
        who.setItems(query ->
                standIns
                        .candidates(viewer, query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        who.setItemLabelGenerator(each -> each.displayName() + " (" + each.username() + ")");
        who.setWidthFull();
        DatePicker from = new DatePicker(translate("review.standIn.from"), today);
        from.setLocale(locale);
        from.setI18n(FilterBar.words(locale));
        DatePicker until = new DatePicker(translate("review.standIn.until"), today.plusWeeks(1));
        until.setLocale(locale);
        until.setI18n(FilterBar.words(locale));
        Div days = new Div(from, until);
        days.addClassNames("row", "wrap");
        Button name = new Button(translate("review.standIn.name"), click -> {
            problem.removeAll();
            if (who.getValue() == null || from.getValue() == null || until.getValue() == null) {
                problem.add(new Note(Note.Kind.ERROR, translate("review.standIn.missing")));
                return;
            }
            standIns.name(viewer, who.getValue().username(), from.getValue(), until.getValue())
                    .ifPresentOrElse(
                            refusal -> problem.add(
                                    new Note(Note.Kind.ERROR, translate("review.standIn." + refusal.name()))),
                            this::show);
        });
        name.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div content = new Div(new Paragraph(translate("review.standIn.says")), named, who, days, problem);
        content.addClassName("stack");
        add(content);
        getFooter().add(new Button(translate("submission.leave"), click -> close()), name);
        show();
    }

    private void show() {
        named.removeAll();
        UnorderedList list = new UnorderedList();
        list.addClassName("changed");
        DateText dates = new DateText(UI.getCurrent().getLocale());
        for (StandIn each : standIns.of(viewer)) {
            Button end = new Button(translate("review.standIn.end"), click -> {
                standIns.end(viewer, each.id());
                show();
            });
            end.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            end.setAriaLabel(translate("review.standIn.end.of", each.displayName()));
            list.add(new ListItem(
                    new Span(each.displayName() + " · " + dates.day(each.firstDay()) + " – "
                            + dates.day(each.lastDay())),
                    end));
        }
        named.add(list);
        named.setVisible(list.getComponentCount() > 0);
    }

    /** Opens it for whoever decides in the own name. */
    static Button button(StandIns standIns, Viewer viewer, Clock clock) {
        return new Button(
                Objects.requireNonNull(translate("review.standIn")),
                click -> new StandInDialog(standIns, viewer, clock).open());
    }
}
