package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.formula.Checked;
import org.scpmonitor.formula.Formula;
import org.scpmonitor.formula.Trial;
import org.scpmonitor.formula.Trial.Part;
import org.scpmonitor.formula.Vocabulary;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;

/** What the formula gives for a real institution in a period, with the value of each of its parts. */
class TrialCard extends Section {

    private static final MathContext SHOWN = new MathContext(8);

    private final Trial trial;
    private final Viewer viewer;
    private final Vocabulary.Indicator of;
    private final ComboBox<Trial.Place> institution = new ComboBox<>(translate("formula.trial.institution"));
    private final Select<LocalDate> period = new Select<>();
    private final Div result = new Div();
    private final Locale locale = Words.locale();
    private Set<String> reads = Set.of();
    private @Nullable Formula formula;
    private boolean filling;

    TrialCard(Trial trial, Viewer viewer, Vocabulary.Indicator of) {
        this.trial = trial;
        this.viewer = viewer;
        this.of = of;
        addClassNames("card", "stack");
        institution.setItemLabelGenerator(place -> place.code() + " · " + place.name());
        institution.setWidthFull();
        period.setLabel(translate("formula.trial.period"));
        period.setItemLabelGenerator(
                starts -> ReportingPeriod.of(starts, of.periodMonths()).label(locale));
        institution.addValueChangeListener(change -> periods());
        period.addValueChangeListener(change -> compute());
        result.getElement().setAttribute("role", "status");
        Div fields = new Div(institution, period);
        fields.addClassNames("row", "top", "formula-when");
        add(new H2(translate("formula.trial")), fields, result);
        empty(translate("formula.trial.none"));
    }

    /** Shows the result of a formula, or says that there is none as long as it is flawed. */
    void show(Checked checked) {
        if (!checked.isSound()) {
            formula = null;
            empty(translate("formula.trial.none"));
            return;
        }
        formula = checked.formula().orElseThrow();
        Set<String> read = new HashSet<>(formula.indicators());
        read.addAll(formula.tallies());
        if (!read.equals(reads)) {
            reads = read;
            institutions();
        } else {
            compute();
        }
    }

    private void institutions() {
        List<Trial.Place> places = formula == null ? List.of() : trial.institutions(viewer, formula);
        Trial.Place before = institution.getValue();
        filling = true;
        institution.setItems(places);
        institution.setValue(
                before != null && places.contains(before)
                        ? before
                        : places.stream().findFirst().orElse(null));
        filling = false;
        periods();
    }

    private void periods() {
        if (filling) {
            return;
        }
        Trial.Place place = institution.getValue();
        LocalDate before = period.getValue();
        List<LocalDate> starts =
                place == null || formula == null ? List.of() : trial.periods(place.id(), formula, of.periodMonths());
        filling = true;
        period.setItems(starts);
        period.setValue(
                before != null && starts.contains(before)
                        ? before
                        : starts.stream().findFirst().orElse(null));
        filling = false;
        compute();
    }

    private void compute() {
        if (filling || formula == null) {
            return;
        }
        Trial.Place place = institution.getValue();
        LocalDate starts = period.getValue();
        if (place == null || starts == null) {
            empty(translate("formula.trial.nobody"));
            return;
        }
        List<Part> parts = trial.parts(formula, of, place, starts);
        result.removeAll();
        Part whole = parts.getFirst();
        Span figure = new Span(told(whole));
        figure.addClassNames("num", "formula-result");
        result.add(figure);
        if (parts.size() > 1) {
            result.add(table(parts));
        }
        if (parts.stream().anyMatch(Part::carried)) {
            result.add(new Note(Note.Kind.QUERY, translate("formula.trial.carried")));
        }
    }

    private NativeTable table(List<Part> parts) {
        NativeTableRow heads =
                new NativeTableRow(head(translate("formula.trial.part")), head(translate("formula.trial.value")));
        NativeTableBody body = new NativeTableBody();
        parts.stream().skip(1).forEach(part -> {
            Span text = new Span(part.text());
            text.addClassName("formula-part");
            text.getStyle().setMarginLeft((part.depth() - 1) + "rem");
            NativeTableCell value = new NativeTableCell(told(part));
            value.addClassName("num");
            body.add(new NativeTableRow(new NativeTableCell(text), value));
        });
        return new NativeTable(new NativeTableHeader(heads), body);
    }

    private static NativeTableHeaderCell head(String text) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", "col");
        return head;
    }

    private String told(Part part) {
        BigDecimal value = part.value();
        return value == null
                ? translate("formula.trial.missing")
                : UnitText.with(
                        new NumberText(locale)
                                .full(new BigDecimal(
                                        value.round(SHOWN).stripTrailingZeros().toPlainString())),
                        part.unit().code());
    }

    private void empty(String says) {
        result.removeAll();
        Span text = new Span(says);
        text.addClassName("sub");
        result.add(text);
    }
}
