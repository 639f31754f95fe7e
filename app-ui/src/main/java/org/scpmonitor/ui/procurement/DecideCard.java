package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Flaw;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.entry.Selection;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.progress.DayPicker;

/** When, by which functions and why the products are chosen; kept as a draft, handed over, or published at once. */
class DecideCard extends Section {
    private final DatePicker date = new DayPicker(translate("procurement.decide.date"));
    private final TextField functions = new TextField(translate("procurement.decide.by"));
    private final TextArea grounds = new TextArea(translate("procurement.decide.grounds"));
    private final Div told = new Div();
    private final Locale locale;

    /** What is done with what stands here. */
    enum Step {
        DRAFT,
        PROPOSE,
        PUBLISH
    }

    /** @param by functions, in the writer's language */
    record Decision(@Nullable LocalDate date, String by, String grounds) {}

    DecideCard(Selection selection, boolean publishes, Locale locale, Consumer<Step> step) {
        this.locale = locale;
        addClassName("card");
        H2 title = new H2(translate("procurement.decide"));
        title.addClassName("card-h");
        PartialDate decided = selection.decidedOn();
        date.setValue(decided == null ? null : decided.last());
        functions.setValue(
                selection.decidedBy() == null ? "" : selection.decidedBy().in(locale));
        functions.setMaxLength(500);
        functions.setHelperText(translate("procurement.decide.by.help"));
        grounds.setValue(selection.grounds() == null ? "" : selection.grounds().in(locale));
        grounds.setMaxLength(4000);
        Div fields = new Div(date, functions, grounds);
        fields.addClassName("decision-fields");
        Button draft = new Button(translate("procurement.decide.draft"), click -> step.accept(Step.DRAFT));
        Button last = new Button(
                translate(publishes ? "procurement.decide.publish" : "procurement.decide.propose"),
                click -> step.accept(publishes ? Step.PUBLISH : Step.PROPOSE));
        last.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(draft, last);
        buttons.addClassNames("row", "wrap");
        told.getElement().setAttribute("role", "status");
        add(title, new Paragraph(translate("procurement.decide.says")), fields, buttons, told);
    }

    Decision decision() {
        return new Decision(
                date.getValue(),
                functions.getValue().strip(),
                grounds.getValue().strip());
    }

    void tell(Note.Kind kind, String text) {
        told.removeAll();
        told.add(new Note(kind, text));
    }

    void tell(List<Flaw> flaws) {
        told.removeAll();
        flaws.forEach(each -> told.add(new Note(Note.Kind.ERROR, each.path() + ": " + each.in(locale))));
    }
}
