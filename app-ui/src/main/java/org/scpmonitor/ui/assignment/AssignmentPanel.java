package org.scpmonitor.ui.assignment;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Assignments;
import org.scpmonitor.assignment.Assignments.Assignable;
import org.scpmonitor.assignment.Assignments.Choices;
import org.scpmonitor.assignment.Assignments.Filter;
import org.scpmonitor.assignment.Assignments.Item;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.Narrow;

/** Who is to report what; made for one institution or a whole group, and ended. */
class AssignmentPanel extends Div {
    private final Assignments assignments;
    private final Viewer viewer;
    private final LocalDate today;
    private final Runnable changed;
    private final Grid<Item> grid = new Grid<>();
    private final Span number = new Span();
    private final GroupFields group;
    private final ComboBox<String> indicator = new ComboBox<>();
    private final Locale locale = UI.getCurrent().getLocale();

    /** @param changed has the figures' coverage computed anew */
    AssignmentPanel(
            Assignments assignments,
            Viewer viewer,
            Choices choices,
            List<Assignable> indicators,
            LocalDate today,
            Runnable changed) {
        this.assignments = assignments;
        this.viewer = viewer;
        this.today = today;
        this.changed = changed;
        this.group = new GroupFields(choices, this::reload);
        addClassNames("card", "flush");
        add(head(choices, indicators), filters(indicators), grid());
        reload();
    }

    private Component head(Choices choices, List<Assignable> indicators) {
        H2 title = new H2(translate("assignment.part.assignments"));
        title.addClassName("card-h");
        number.addClassNames("faint", "num");
        Span space = new Span();
        space.addClassName("sp");
        Button make = new Button(
                translate("assignment.make"),
                click -> new AssignDialog(assignments, viewer, choices, indicators, today, this::done).open());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button end = new Button(
                translate("assignment.end.all"),
                click -> endDialog(
                                translate("assignment.end.all.text", Counted.number(count())),
                                on -> assignments.end(viewer, filter(), on))
                        .open());
        Div head = new Div(title, number, space, end, make);
        head.addClassNames("row", "wrap", "card-top");
        return head;
    }

    private Component filters(List<Assignable> indicators) {
        indicator.setItems(indicators.stream().map(Assignable::code).toList());
        indicator.setPlaceholder(translate("assignment.indicators.all"));
        indicator.setAriaLabel(translate("assignment.indicator"));
        indicator.setClearButtonVisible(true);
        indicator.addValueChangeListener(change -> reload());
        Div filters = new Div();
        group.addTo(filters);
        filters.add(indicator);
        filters.addClassNames("filters", "card-top");
        return filters;
    }

    private Component grid() {
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", translate("assignment.part.assignments"));
        Grid.Column<Item> all = grid.addComponentColumn(this::stacked);
        grid.addColumn(item -> item.place().code() + " · " + item.place().name())
                .setHeader(translate("assignment.institution"))
                .setFlexGrow(3);
        grid.addColumn(this::what).setHeader(translate("assignment.indicator")).setFlexGrow(3);
        grid.addColumn(item -> periodicity(item.months()))
                .setHeader(translate("assignment.periodicity"))
                .setFlexGrow(1);
        grid.addColumn(this::span).setHeader(translate("assignment.span")).setFlexGrow(2);
        grid.addComponentColumn(this::end)
                .setHeader(translate("assignment.action"))
                .setFlexGrow(0)
                .setWidth("8rem");
        Narrow.stack(grid, all);
        grid.setItems(
                query -> assignments.page(viewer, filter(), query.getOffset(), query.getLimit()).stream(),
                query -> count());
        Div empty = new Div(new Span(translate("assignment.none")));
        empty.addClassName("empty");
        grid.setEmptyStateComponent(empty);
        grid.setHeight("34rem");
        return grid;
    }

    private Filter filter() {
        return new Filter(group.value(), indicator.getValue());
    }

    private int count() {
        return assignments.count(viewer, filter());
    }

    private void reload() {
        number.setText(Counted.number(count()));
        grid.getDataProvider().refreshAll();
    }

    private void done() {
        changed.run();
        reload();
    }

    private String what(Item item) {
        return item.indicator() + " · " + item.name().in(locale)
                + (item.disaggregation().isEmpty() ? "" : " · " + item.disaggregation());
    }

    static String periodicity(int months) {
        return translate("assignment.months." + months);
    }

    private String span(Item item) {
        DateText text = new DateText(locale);
        LocalDate until = item.until();
        return until == null
                ? translate("assignment.since", text.day(item.from()))
                : translate("assignment.between", text.day(item.from()), text.day(until.minusDays(1)));
    }

    private Button end(Item item) {
        Button end = new Button(
                translate("assignment.end"),
                click -> endDialog(item.place().code() + " · " + what(item), on -> assignments.end(viewer, item, on))
                        .open());
        end.addClassNames("btn", "sm");
        return end;
    }

    private Dialog endDialog(String what, Consumer<LocalDate> end) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(translate("assignment.end.title"));
        DatePicker on = new DayPicker(translate("assignment.end.on"));
        on.setHelperText(translate("assignment.end.help"));
        on.setValue(LocalDate.of(today.getYear() + 1, 1, 1));
        Div content = new Div(new Paragraph(what), on);
        content.addClassName("stack");
        dialog.add(content);
        dialog.setWidth("min(28rem, 100%)");
        Button confirm = new Button(translate("assignment.end.confirm"), click -> {
            LocalDate day = on.getValue();
            if (day != null) {
                end.accept(day);
                dialog.close();
                done();
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        dialog.getFooter().add(new Button(translate("submission.leave"), click -> dialog.close()), confirm);
        return dialog;
    }

    private Component stacked(Item item) {
        Span place = new Span(item.place().code());
        place.addClassName("b");
        Div what = new Div(what(item));
        Div span = new Div(periodicity(item.months()) + " · " + span(item));
        span.addClassNames("xs", "muted");
        Div stack = new Div(place, what, span, end(item));
        stack.addClassName("stacked");
        return stack;
    }
}
