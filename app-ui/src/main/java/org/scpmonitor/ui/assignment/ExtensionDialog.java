package org.scpmonitor.ui.assignment;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Extensions;
import org.scpmonitor.assignment.Extensions.Outcome;
import org.scpmonitor.assignment.Extensions.Wish;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.progress.DayPicker;

/** Asks for other dates for one institution's period, and why. */
public class ExtensionDialog extends Dialog {
    private static final int LONGEST = 500;

    private final DatePicker due = new DayPicker(translate("assignment.extension.due"));
    private final DatePicker closes = new DayPicker(translate("assignment.extension.closes"));
    private final TextArea reason = new TextArea(translate("assignment.extension.reason"));
    private final Div refusal = new Div();

    /**
     * @param dueOn the on-time date that holds; null where there is none
     * @param closesOn the closing date that holds; null where there is none
     * @param granted what follows
     */
    public ExtensionDialog(
            Extensions extensions,
            Viewer viewer,
            String institution,
            ReportingPeriod period,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate closesOn,
            Runnable granted) {
        setHeaderTitle(translate("assignment.extension.title"));
        due.setRequiredIndicatorVisible(true);
        due.setValue(dueOn);
        closes.setValue(closesOn);
        closes.setClearButtonVisible(true);
        closes.setHelperText(translate("assignment.extension.closes.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        refusal.getElement().setAttribute("role", "alert");
        Div content = new Div(
                new Paragraph(institution + " · " + period.label(UI.getCurrent().getLocale())),
                due,
                closes,
                reason,
                refusal);
        content.addClassName("stack");
        add(content);
        setWidth("min(28rem, 100%)");
        Button save = new Button(translate("assignment.extension.grant"), click -> {
            LocalDate until = due.getValue();
            if (until == null) {
                refuse("EARLIER_THAN_CALENDAR");
                return;
            }
            Wish wish = new Wish(institution, null, period, until, closes.getValue(), reason.getValue());
            switch (extensions.grant(viewer, wish)) {
                case Outcome.Granted done -> {
                    close();
                    granted.run();
                }
                case Outcome.Refused(Extensions.Reason why) -> refuse(why.name());
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(translate("submission.leave"), click -> close()), save);
    }

    private void refuse(String why) {
        refusal.removeAll();
        refusal.add(new Note(Note.Kind.ERROR, translate("assignment.extension.refused." + why)));
    }
}
