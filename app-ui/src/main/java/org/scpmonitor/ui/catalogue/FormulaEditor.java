package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.FormulaLine;
import org.scpmonitor.formula.Checked;
import org.scpmonitor.formula.Completion;
import org.scpmonitor.formula.Flaw;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Vocabulary;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.progress.DayPicker;

/**
 * One line of an indicator's formulas: its text, from when it holds, why it changes. What is typed is checked at once;
 * only what is sound can be previewed and saved.
 */
class FormulaEditor extends Section {

    private final Vocabulary vocabulary;
    private final Function<String, Checked> check;
    private final Consumer<Checked> shown;
    private final FormulaText text = new FormulaText();
    private final Div verdict = new Div();
    private final DatePicker from = new DayPicker(translate("formula.from"));
    private final TextField reason = new TextField(translate("formula.reason"));
    private final Button preview = new Button(translate("formula.preview"));
    private final Button save = new Button(translate("formula.save"));
    private final Button withdraw = new Button(translate("formula.withdraw"));
    private final Div effect = new Div();
    private final Locale locale = Words.locale();
    private final Vocabulary.Indicator of;
    private String value = "";
    private @Nullable FormulaVersion edited;

    /** What somebody wants to be done with the indicator's formulas. */
    interface Actions {
        void preview(List<FormulaLine> lines, Div into);

        void save(List<FormulaLine> lines, String reason, Div into);
    }

    FormulaEditor(
            Vocabulary vocabulary,
            Vocabulary.Indicator of,
            Function<String, Checked> check,
            Consumer<Checked> shown,
            Actions actions,
            List<FormulaVersion> current) {
        this.vocabulary = vocabulary;
        this.of = of;
        this.check = check;
        this.shown = shown;
        addClassName("card");
        verdict.getElement().setAttribute("role", "status");
        effect.getElement().setAttribute("role", "status");
        from.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setWidthFull();
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        text.onChange(change -> {
            value = change.value;
            text.propose(change, Completion.at(change.value, change.caret, vocabulary, locale), locale);
            check();
        });
        from.addValueChangeListener(change -> check());
        preview.addClickListener(click -> actions.preview(lines(current, false), effect));
        save.addClickListener(click -> actions.save(lines(current, false), reason.getValue(), effect));
        withdraw.addClickListener(click -> actions.save(lines(current, true), reason.getValue(), effect));
        Div when = new Div(from, reason);
        when.addClassNames("row", "top", "formula-when");
        Div acts = new Div(preview, save, withdraw);
        acts.addClassNames("row", "wrap");
        Span help = new Span(translate("formula.help"));
        help.addClassName("sub");
        add(new H2(translate("formula.title")), help, text, verdict, when, acts, effect);
        addClassName("stack");
    }

    /** Begins with a line as it stands; null for another one. */
    void edit(@Nullable FormulaVersion line, LocalDate otherwise) {
        edited = line;
        value = line == null ? "" : line.expression();
        text.write(value);
        from.setValue(line == null ? otherwise : line.validFrom());
        reason.setValue("");
        effect.removeAll();
        withdraw.setVisible(line != null);
        check();
    }

    private void check() {
        Checked checked = check.apply(value);
        text.tell(value, checked.flaws());
        verdict.removeAll();
        boolean ready = checked.isSound() && from.getValue() != null;
        preview.setEnabled(ready);
        save.setEnabled(ready);
        effect.removeAll();
        if (checked.isSound()) {
            var formula = checked.formula().orElseThrow();
            var dimensions = checked.dimensions().orElseThrow();
            String made = dimensions.unit(formula.expression()).code();
            verdict.add(new Note(
                    Note.Kind.OK,
                    made.equals(of.unit().code())
                            ? translate("formula.gives", Words.unit(made))
                            : translate(
                                    "formula.converts",
                                    Words.unit(made),
                                    Words.unit(of.unit().code()))));
        } else if (!value.isBlank()) {
            verdict.add(flaws(checked.flaws()));
        }
        shown.accept(checked);
    }

    private UnorderedList flaws(List<Flaw> flaws) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain");
        flaws.forEach(flaw -> {
            Button go = new Button(translate("formula.go"), click -> text.select(flaw));
            go.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            Span what = new Span(flaw.what(locale) + " ");
            what.addClassName("b");
            list.add(new ListItem(new Note(Note.Kind.ERROR, what, new Span(flaw.expected(locale) + " "), go)));
        });
        return list;
    }

    /** The indicator's lines with this one in its place, or without it. */
    private List<FormulaLine> lines(List<FormulaVersion> current, boolean without) {
        List<FormulaLine> lines = new ArrayList<>();
        LocalDate day = from.getValue();
        current.stream()
                .filter(line -> edited == null || line.id() != edited.id())
                .filter(line -> without || !line.validFrom().equals(day))
                .forEach(line -> lines.add(new FormulaLine(line.validFrom(), line.expression())));
        if (!without && day != null) {
            lines.add(new FormulaLine(day, value.strip()));
        }
        return lines;
    }
}
