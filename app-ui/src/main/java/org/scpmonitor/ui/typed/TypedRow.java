package org.scpmonitor.ui.typed;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.ValueRemarks.Told;
import org.scpmonitor.assignment.ReportingSheet.Goal;
import org.scpmonitor.assignment.ReportingSheet.Known;
import org.scpmonitor.assignment.ReportingSheet.Row;
import org.scpmonitor.batch.intake.Status;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.draft.TypedValue;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;

/** One value to type: what it is, what helps to fill it in, and the fields. */
class TypedRow extends NativeTableRow {
    private final Row row;
    private final Locale locale;
    private final NumberText numbers;
    private final ValueField value;
    private final Select<String> unit = new Select<>();
    private final Select<Status> status = new Select<>();
    private final TextField comment = new TextField();
    private final NativeTableHeaderCell head = new NativeTableHeaderCell();
    private boolean showing;

    /** @param changed is told of what somebody typed here */
    TypedRow(Row row, ReportingPeriod whole, Locale locale, Consumer<TypedValue> changed) {
        this.row = row;
        this.locale = locale;
        this.numbers = new NumberText(locale);
        String name = name(whole);
        value = new ValueField(name, locale);
        value.addValueChangeListener(change -> tell(changed));
        prepareUnit(name, changed);
        prepareStatus(name, changed);
        prepareComment(name, changed);
        head.add(what(whole));
        head.getElement().setAttribute("scope", "row");
        add(
                head,
                cell("typed.before", "n", known(row.stored() != null ? row.stored() : row.before())),
                cell("typed.target", "n", goals()),
                cell("typed.value", "", value),
                cell("typed.unit", "", row.units().size() == 1 ? new Span(unitText(row.unit())) : unit),
                cell("typed.status", "", status),
                cell("typed.comment", "", comment));
    }

    private String name(ReportingPeriod whole) {
        String part = row.disaggregationName().in(locale);
        return row.indicator()
                + (part.isEmpty() ? "" : " " + part)
                + (row.period().equals(whole) ? "" : " " + row.period().label(locale));
    }

    private void prepareUnit(String name, Consumer<TypedValue> changed) {
        unit.setItems(row.units());
        unit.setItemLabelGenerator(TypedRow::unitText);
        unit.setAriaLabel(translate("typed.unit.of", name));
        unit.addThemeVariants(SelectVariant.LUMO_SMALL);
        unit.setWidthFull();
        unit.addValueChangeListener(change -> tell(changed));
    }

    private static String unitText(String code) {
        String text = UnitText.of(code);
        return text.isEmpty() ? translate("typed.unit.one") : text;
    }

    private void prepareStatus(String name, Consumer<TypedValue> changed) {
        status.setItems(Status.values());
        status.setItemLabelGenerator(each -> translate("typed.status." + each.name()));
        status.setAriaLabel(translate("typed.status.of", name));
        status.addThemeVariants(SelectVariant.LUMO_SMALL);
        status.setWidthFull();
        status.addValueChangeListener(change -> tell(changed));
    }

    private void prepareComment(String name, Consumer<TypedValue> changed) {
        comment.setAriaLabel(translate("typed.comment.of", name));
        comment.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        comment.setManualValidation(true);
        comment.setMaxLength(1_000);
        comment.setWidthFull();
        comment.addValueChangeListener(change -> tell(changed));
    }

    private void tell(Consumer<TypedValue> changed) {
        if (!showing) {
            changed.accept(typed());
        }
    }

    private TypedValue typed() {
        Status chosen = status.getValue();
        String written = chosen.hasValue() ? value.getValue().strip() : "";
        return new TypedValue(
                TypedSheet.slot(row),
                written,
                ValueField.read(written, locale),
                unit.getValue(),
                chosen.code(),
                comment.getValue().strip());
    }

    /** Shows what stands in the draft, without telling anybody. */
    void show(TypedValue typed) {
        showing = true;
        value.show(typed);
        unit.setValue(row.units().contains(typed.unit()) ? typed.unit() : row.unit());
        status.setValue(Status.of(typed.status()).orElse(Status.FINAL));
        comment.setValue(typed.comment());
        showing = false;
    }

    /** Shows what was found of it. */
    void tell(TypedValue typed, List<Finding> found) {
        value.setEnabled(!typed.saysNone());
        value.tell(found);
        boolean lacksReason = typed.saysNone() && typed.isUnfinished();
        comment.setRequiredIndicatorVisible(typed.saysNone());
        comment.setPlaceholder(typed.saysNone() ? translate("typed.reason") : "");
        comment.setInvalid(lacksReason);
        comment.setErrorMessage(lacksReason ? translate("typed.reason.missing") : null);
        setClassName("done", !typed.isOpen() && !typed.isUnfinished());
    }

    void focus() {
        value.focus();
    }

    /** Shows what a reviewer wrote to the value that was sent. */
    void remark(Told told) {
        head.add(new Note(Note.Kind.QUERY, translate("typed.remark", told.author(), told.text())));
    }

    Row row() {
        return row;
    }

    private static NativeTableCell cell(String label, String style, Component... content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", translate(label));
        if (!style.isEmpty()) {
            cell.addClassName(style);
        }
        return cell;
    }

    private Component what(ReportingPeriod whole) {
        Span code = new Span(row.indicator());
        code.addClassName("b");
        Div name = new Div(code, new Span(" " + row.name().in(locale)));
        String more = row.disaggregationName().in(locale);
        if (!row.period().equals(whole)) {
            more += (more.isEmpty() ? "" : " · ") + row.period().label(locale);
        }
        if (!more.isEmpty()) {
            Div part = new Div(more);
            part.addClassNames("xs", "muted");
            name.add(part);
        }
        return name;
    }

    private Component known(@Nullable Known known) {
        if (known == null) {
            return new Span("–");
        }
        String amount = known.reported() == null
                ? translate("review.noValue")
                : UnitText.with(numbers.full(known.reported()), known.reportedUnit());
        Div when = new Div(known.period().label(locale));
        when.addClassNames("xxs", "muted");
        Div both = new Div(new Span(amount), when);
        if (!known.status().isEmpty()) {
            both.add(new Tag(translate("review.status." + known.status())));
        }
        return both;
    }

    private Component[] goals() {
        List<Component> goals = new ArrayList<>();
        for (Goal goal : row.goals()) {
            Div when = new Div(goal.period().label(locale)
                    + (goal.conditional() ? " · " + translate("typed.target.conditional") : ""));
            when.addClassNames("xxs", "muted");
            goals.add(new Div(new Span(UnitText.with(numbers.full(goal.amount()), row.unit())), when));
        }
        return goals.isEmpty() ? new Component[] {new Span("–")} : goals.toArray(Component[]::new);
    }
}
