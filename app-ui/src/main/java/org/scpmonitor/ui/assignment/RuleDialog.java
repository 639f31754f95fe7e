package org.scpmonitor.ui.assignment;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Assignments.Assignable;
import org.scpmonitor.assignment.Calendar;
import org.scpmonitor.assignment.Calendar.Effect;
import org.scpmonitor.assignment.CalendarRows;
import org.scpmonitor.assignment.CalendarRows.Rule;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.submission.Counted;

/** One rule of the calendar; before it is saved, what it would do to what is missing is shown. */
class RuleDialog extends Dialog {
    private static final int MOST_DAYS = 36_500;

    private final ComboBox<String> indicator = new ComboBox<>(translate("assignment.indicator"));
    private final ComboBox<String> country = new ComboBox<>(translate("assignment.country"));
    private final DatePicker from = new DayPicker(translate("assignment.rule.from"));
    private final IntegerField timely = new IntegerField(translate("assignment.rule.timely"));
    private final IntegerField closed = new IntegerField(translate("assignment.rule.closed"));
    private final Div effect = new Div();
    private final Button save = new Button(translate("assignment.rule.save"));
    private final Calendar calendar;

    RuleDialog(
            Calendar calendar,
            Viewer viewer,
            @Nullable Rule rule,
            List<Assignable> indicators,
            List<String> countries,
            Runnable done) {
        this.calendar = calendar;
        setHeaderTitle(translate("assignment.rule.title"));
        indicator.setItems(indicators.stream().map(Assignable::code).toList());
        country.setItems(countries);
        country.setClearButtonVisible(true);
        country.setHelperText(translate("assignment.rule.country.help"));
        from.setClearButtonVisible(true);
        from.setHelperText(translate("assignment.rule.from.help"));
        timely.setMin(0);
        timely.setMax(MOST_DAYS);
        closed.setMin(0);
        closed.setMax(MOST_DAYS);
        closed.setClearButtonVisible(true);
        closed.setHelperText(translate("assignment.rule.closed.help"));
        if (rule != null) {
            indicator.setValue(rule.indicator());
            country.setValue(rule.country());
            from.setValue(rule.from().equals(CalendarRows.ALWAYS) ? null : rule.from());
            timely.setValue(rule.timelyDays());
            closed.setValue(rule.closedDays());
            indicator.setReadOnly(true);
            country.setReadOnly(true);
            from.setReadOnly(true);
        }
        effect.getElement().setAttribute("role", "status");
        Div content = new Div(indicator, country, from, timely, closed, effect);
        content.addClassName("stack");
        add(content);
        setWidth("min(28rem, 100%)");
        indicator.addValueChangeListener(change -> preview());
        country.addValueChangeListener(change -> preview());
        from.addValueChangeListener(change -> preview());
        timely.addValueChangeListener(change -> preview());
        closed.addValueChangeListener(change -> preview());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> wanted().ifPresent(wanted -> {
            calendar.put(viewer, wanted);
            close();
            done.run();
        }));
        if (rule != null) {
            getFooter().add(new Button(translate("assignment.rule.remove"), click -> {
                calendar.remove(viewer, rule);
                close();
                done.run();
            }));
        }
        getFooter().add(new Button(translate("submission.leave"), click -> close()), save);
        preview();
    }

    private Optional<Rule> wanted() {
        String code = indicator.getValue();
        Integer days = timely.getValue();
        Integer last = closed.getValue();
        if (code == null
                || days == null
                || days < 0
                || days > MOST_DAYS
                || (last != null && (last < days || last > MOST_DAYS))) {
            return Optional.empty();
        }
        LocalDate begin = from.getValue();
        return Optional.of(new Rule(code, country.getValue(), begin == null ? CalendarRows.ALWAYS : begin, days, last));
    }

    private void preview() {
        Optional<Rule> rule = wanted();
        effect.removeAll();
        save.setEnabled(rule.isPresent());
        if (rule.isEmpty()) {
            effect.add(new Note(Note.Kind.PLAIN, translate("assignment.rule.incomplete")));
            return;
        }
        Effect would = calendar.preview(rule.get());
        boolean harmless = would.late() + would.closed() == 0;
        effect.add(new Note(
                harmless ? Note.Kind.PLAIN : Note.Kind.QUERY,
                translate(
                        "assignment.rule.effect",
                        Counted.number(would.late()),
                        Counted.number(would.inTime()),
                        Counted.number(would.closed()),
                        Counted.number(would.opened()))));
    }
}
