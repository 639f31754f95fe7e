package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.factor.Factors.Factor;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Narrow;

/** What a factor is worth: one dated line for each place and variant, the latest first. */
class FactorValues extends Section {
    private static final int ROWS_WITHOUT_SCROLLING = 20;

    private static final Comparator<FactorValue> ORDER = Comparator.comparing(FactorValue::variant)
            .thenComparing(FactorValue::country, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(FactorValue::from, Comparator.reverseOrder());

    private final @Nullable Consumer<FactorValue> correct;

    /** @param correct what a press on a line's button does; null where nothing may be changed */
    FactorValues(Factor factor, List<FactorValue> values, @Nullable Consumer<FactorValue> correct) {
        this.correct = correct;
        addClassNames("card", "flush");
        H2 heading = new H2(translate("factor.values.in", UnitText.of(factor.unit())));
        heading.addClassName("card-h");
        Div top = new Div(heading);
        top.addClassNames("row", "card-top");
        add(top, values.isEmpty() ? none() : grid(factor, values));
    }

    private static Component none() {
        Div none = new Div(new Span(translate("factor.values.none")));
        none.addClassName("empty");
        return none;
    }

    private Grid<FactorValue> grid(Factor factor, List<FactorValue> values) {
        Grid<FactorValue> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", translate("factor.values"));
        Grid.Column<FactorValue> all = grid.addComponentColumn(value -> stacked(value));
        if (!factor.codes().isEmpty()) {
            grid.addColumn(value -> FactorWords.variant(value.variant(), value.variantName()))
                    .setHeader(translate("factor.variant"))
                    .setFlexGrow(2);
        }
        if (values.stream().anyMatch(value -> value.country() != null)) {
            grid.addColumn(value -> FactorWords.country(value.country()))
                    .setHeader(translate("factor.country"))
                    .setFlexGrow(1);
        }
        grid.addColumn(FactorWords::validity)
                .setHeader(translate("factor.validity"))
                .setFlexGrow(2);
        grid.addComponentColumn(FactorValues::number)
                .setHeader(translate("factor.value"))
                .setFlexGrow(1);
        grid.addColumn(FactorWords::range).setHeader(translate("factor.range")).setFlexGrow(1);
        grid.addComponentColumn(FactorWords::source)
                .setHeader(translate("factor.source"))
                .setWidth("14rem")
                .setFlexGrow(3);
        if (correct != null) {
            grid.addComponentColumn(this::correction).setWidth("7rem").setFlexGrow(0);
        }
        Narrow.stack(grid, all);
        grid.setItems(values.stream().sorted(ORDER).toList());
        boolean few = values.size() <= ROWS_WITHOUT_SCROLLING;
        grid.setAllRowsVisible(few);
        if (!few) {
            grid.setHeight("40rem");
        }
        return grid;
    }

    private static Component number(FactorValue value) {
        Div number = new Div(new Span(FactorWords.number(value.value())));
        number.addClassName("num");
        if (value.version() > 1) {
            number.add(new Div(new Tag(translate("catalogue.version", value.version()), Tag.Tone.INFO)));
        }
        return number;
    }

    private Component correction(FactorValue value) {
        Button button = new Button(translate("factor.correct"), click -> {
            if (correct != null) {
                correct.accept(value);
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(translate(
                "factor.correct.long",
                FactorWords.country(value.country()) + " " + FactorWords.variant(value.variant(), value.variantName()),
                FactorWords.validity(value)));
        return button;
    }

    private Component stacked(FactorValue value) {
        Div stack = new Div(
                new Div(FactorWords.country(value.country()) + " "
                        + FactorWords.variant(value.variant(), value.variantName())),
                new Div(FactorWords.validity(value)),
                number(value),
                FactorWords.source(value));
        if (correct != null) {
            stack.add(correction(value));
        }
        stack.addClassName("stacked");
        return stack;
    }
}
