package org.scpmonitor.ui.assignment;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Assignments.Assignable;
import org.scpmonitor.assignment.Calendar;
import org.scpmonitor.assignment.CalendarRows;
import org.scpmonitor.assignment.CalendarRows.Rule;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.Narrow;

/** How many days after a period its reports are on time and taken; those who keep the catalogue change it. */
class CalendarPanel extends Div {
    private final Calendar calendar;
    private final Viewer viewer;
    private final Grid<Rule> grid = new Grid<>();

    CalendarPanel(Calendar calendar, List<Assignable> indicators, List<String> countries, Viewer viewer) {
        this.calendar = calendar;
        this.viewer = viewer;
        addClassNames("card", "flush");
        H2 title = new H2(translate("assignment.part.calendar"));
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, space);
        head.addClassNames("row", "wrap", "card-top");
        if (viewer.mayEditCatalogue()) {
            head.add(new Button(
                    translate("assignment.rule.add"),
                    click -> new RuleDialog(calendar, viewer, null, indicators, countries, this::reload).open()));
        }
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", translate("assignment.part.calendar"));
        Grid.Column<Rule> all = grid.addComponentColumn(rule -> stacked(rule, indicators, countries));
        grid.addColumn(CalendarPanel::what)
                .setHeader(translate("assignment.indicator"))
                .setFlexGrow(2);
        grid.addColumn(CalendarPanel::from)
                .setHeader(translate("assignment.rule.from"))
                .setFlexGrow(2);
        grid.addColumn(rule -> Counted.number(rule.timelyDays()))
                .setHeader(translate("assignment.rule.timely"))
                .setHeaderPartName("num")
                .setPartNameGenerator(rule -> "num");
        grid.addColumn(CalendarPanel::closed)
                .setHeader(translate("assignment.rule.closed"))
                .setHeaderPartName("num")
                .setPartNameGenerator(rule -> "num");
        if (viewer.mayEditCatalogue()) {
            grid.addComponentColumn(rule -> edit(rule, indicators, countries))
                    .setHeader(translate("assignment.action"))
                    .setFlexGrow(0)
                    .setWidth("8rem");
        }
        Narrow.stack(grid, all);
        reload();
        add(head, grid);
    }

    private void reload() {
        grid.setItems(calendar.list());
    }

    private static String what(Rule rule) {
        return rule.indicator() + (rule.country() == null ? "" : " · " + rule.country());
    }

    private static String from(Rule rule) {
        return rule.from().equals(CalendarRows.ALWAYS)
                ? translate("assignment.rule.always")
                : new DateText(UI.getCurrent().getLocale()).day(rule.from());
    }

    private static String closed(Rule rule) {
        return rule.closedDays() == null ? translate("assignment.never") : Counted.number(rule.closedDays());
    }

    private Button edit(Rule rule, List<Assignable> indicators, List<String> countries) {
        Button edit = new Button(
                translate("assignment.rule.edit"),
                click -> new RuleDialog(calendar, viewer, rule, indicators, countries, this::reload).open());
        edit.addClassNames("btn", "sm");
        return edit;
    }

    private Component stacked(Rule rule, List<Assignable> indicators, List<String> countries) {
        Span what = new Span(what(rule));
        what.addClassName("b");
        Div days = new Div(translate("assignment.rule.timely") + ": " + Counted.number(rule.timelyDays()) + " · "
                + translate("assignment.rule.closed") + ": " + closed(rule));
        days.addClassName("xs");
        Div from = new Div(from(rule));
        from.addClassNames("xs", "muted");
        Div stack = new Div(what, days, from);
        stack.addClassName("stacked");
        if (viewer.mayEditCatalogue()) {
            stack.add(edit(rule, indicators, countries));
        }
        return stack;
    }
}
