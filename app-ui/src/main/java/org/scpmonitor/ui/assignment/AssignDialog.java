package org.scpmonitor.ui.assignment;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Assignments;
import org.scpmonitor.assignment.Assignments.Assignable;
import org.scpmonitor.assignment.Assignments.Choices;
import org.scpmonitor.assignment.Assignments.Preview;
import org.scpmonitor.assignment.Assignments.Wish;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.submission.Counted;

/** Assigns indicators to a group of institutions; before it is done, how many assignments that makes is shown. */
class AssignDialog extends Dialog {
    private final Assignments assignments;
    private final Viewer viewer;
    private final GroupFields group;
    private final MultiSelectComboBox<Assignable> indicators =
            new MultiSelectComboBox<>(translate("assignment.indicators"));
    private final ComboBox<String> part = new ComboBox<>(translate("assignment.part"));
    private final Select<Integer> months = new Select<>();
    private final DatePicker from = new DayPicker(translate("assignment.from"));
    private final DatePicker until = new DayPicker(translate("assignment.until"));
    private final Div would = new Div();
    private final Button make = new Button(translate("assignment.make.confirm"));

    AssignDialog(
            Assignments assignments,
            Viewer viewer,
            Choices choices,
            List<Assignable> assignable,
            LocalDate today,
            Runnable done) {
        this.assignments = assignments;
        this.viewer = viewer;
        this.group = new GroupFields(choices, this::preview);
        setHeaderTitle(translate("assignment.make.title"));
        indicators.setItems(assignable);
        indicators.setItemLabelGenerator(Assignable::code);
        indicators.setRequiredIndicatorVisible(true);
        indicators.addValueChangeListener(change -> chosen(change.getValue()));
        part.setHelperText(translate("assignment.part.help"));
        part.setClearButtonVisible(true);
        part.setVisible(false);
        part.addValueChangeListener(change -> preview());
        months.setLabel(translate("assignment.periodicity"));
        months.setItems(1, 3, 6, 12);
        months.setItemLabelGenerator(AssignmentPanel::periodicity);
        months.setValue(12);
        months.addValueChangeListener(change -> preview());
        from.setValue(LocalDate.of(today.getYear(), 1, 1));
        from.setRequiredIndicatorVisible(true);
        from.addValueChangeListener(change -> preview());
        until.setClearButtonVisible(true);
        until.setHelperText(translate("assignment.until.help"));
        until.addValueChangeListener(change -> preview());
        would.getElement().setAttribute("role", "status");
        Div who = new Div();
        group.addTo(who);
        who.addClassNames("filters");
        Div content = new Div(
                new Paragraph(translate("assignment.make.who")), who, indicators, part, months, from, until, would);
        content.addClassName("stack");
        add(content);
        setWidth("min(40rem, 100%)");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.addClickListener(click -> wish().ifPresent(wish -> {
            assignments.make(viewer, wish);
            close();
            done.run();
        }));
        getFooter().add(new Button(translate("submission.leave"), click -> close()), make);
        preview();
    }

    private void chosen(Set<Assignable> chosen) {
        List<String> parts = chosen.size() == 1 ? chosen.iterator().next().parts() : List.of();
        part.setItems(parts);
        part.setVisible(!parts.isEmpty());
        if (chosen.size() == 1) {
            months.setValue(chosen.iterator().next().months());
        }
        preview();
    }

    private Optional<Wish> wish() {
        LocalDate first = from.getValue();
        LocalDate end = until.getValue();
        if (first == null || indicators.getValue().isEmpty() || (end != null && !end.isAfter(first))) {
            return Optional.empty();
        }
        return Optional.of(new Wish(
                group.value(),
                indicators.getValue().stream().map(Assignable::code).sorted().toList(),
                Objects.requireNonNullElse(part.getValue(), ""),
                months.getValue(),
                first,
                end));
    }

    private void preview() {
        Optional<Wish> wish = wish();
        would.removeAll();
        make.setEnabled(false);
        if (wish.isEmpty()) {
            would.add(new Note(Note.Kind.PLAIN, translate("assignment.make.incomplete")));
            return;
        }
        Preview preview = assignments.preview(viewer, wish.get());
        make.setEnabled(preview.made() > 0);
        would.add(new Note(
                Note.Kind.PLAIN,
                translate(
                        "assignment.make.preview",
                        Counted.number(preview.institutions()),
                        Counted.number(preview.made()),
                        Counted.number(preview.there()))));
        if (!preview.refused().isEmpty()) {
            would.add(new Note(
                    Note.Kind.QUERY, translate("assignment.make.refused", String.join(", ", preview.refused()))));
        }
    }
}
