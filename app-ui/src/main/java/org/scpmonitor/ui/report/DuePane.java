package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.scpmonitor.assignment.DueCounts;
import org.scpmonitor.assignment.DueFilter;
import org.scpmonitor.assignment.DueLine;
import org.scpmonitor.assignment.DueState;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;

/** What is due, the most urgent first, each a link to the work on it; filters stand above. */
class DuePane extends Nav {
    private final DueAddress address;

    /**
     * @param lines the first of them, one more than is shown where there are more
     * @param many whether the account sends for several institutions
     * @param programmes codes to choose among
     */
    DuePane(
            DueAddress address,
            List<DueLine> lines,
            DueCounts counts,
            List<String> programmes,
            boolean many,
            LocalDate today) {
        this.address = address;
        addClassNames("card", "flush", "queue");
        getElement().setAttribute("aria-label", translate("due.title"));
        H2 title = new H2(translate("due.title"));
        Span number = new Span(Counted.number(counts.toDo()));
        number.addClassNames("faint", "num");
        title.add(number);
        title.addClassNames("card-h", "card-top");
        add(title, states(counts), filters(counts, programmes, many));
        boolean named = many || DueEntry.several(lines);
        lines.stream().limit(address.shown()).forEach(line -> add(DueEntry.link(line, address, named, today)));
        if (lines.isEmpty()) {
            add(nothing(counts));
        }
        if (lines.size() > address.shown()) {
            Div more = new Div(Pages.link(address.more().toString(), translate("due.more")));
            more.addClassNames("card-top", "xs");
            add(more);
        }
    }

    private Div states(DueCounts counts) {
        Div states = new Div();
        states.addClassName("codes");
        states.getElement().setAttribute("role", "group").setAttribute("aria-label", translate("due.states"));
        for (DueState state : DueState.values()) {
            boolean pressed = state == address.filter().state();
            if (pressed || counts.in(state) > 0) {
                Span number = new Span(Counted.number(counts.in(state)));
                number.addClassName("num");
                NativeButton button = new NativeButton("", click -> go(address.in(pressed ? null : state)));
                button.add(new Span(translate("due.states." + state.name())), number);
                button.addClassName("code");
                button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
                states.add(button);
            }
        }
        return states;
    }

    private Div filters(DueCounts counts, List<String> programmes, boolean many) {
        Div filters = new Div();
        filters.addClassNames("due-filters");
        if (many) {
            TextField search = new TextField();
            search.setPlaceholder(translate("due.search"));
            search.setAriaLabel(translate("due.search"));
            search.setValue(address.filter().text());
            search.setClearButtonVisible(true);
            search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            search.addValueChangeListener(change -> go(address.like(change.getValue())));
            filters.add(search);
        }
        if (counts.years().size() > 1) {
            Select<Integer> year = new Select<>();
            year.setItems(counts.years());
            year.setItemLabelGenerator(each -> each == null ? translate("due.years") : each.toString());
            year.setEmptySelectionAllowed(true);
            year.setEmptySelectionCaption(translate("due.years"));
            year.setPlaceholder(translate("due.years"));
            year.setAriaLabel(translate("due.year"));
            Integer chosen = address.filter().year();
            if (chosen != null && counts.years().contains(chosen)) {
                year.setValue(chosen);
            }
            year.addValueChangeListener(change -> go(address.ofYear(change.getValue())));
            filters.add(year);
        }
        if (programmes.size() > 1) {
            Select<String> programme = new Select<>();
            programme.setItems(programmes);
            programme.setEmptySelectionAllowed(true);
            programme.setEmptySelectionCaption(translate("due.programmes"));
            programme.setPlaceholder(translate("due.programmes"));
            programme.setAriaLabel(translate("due.programme"));
            programme.setItemLabelGenerator(each -> Objects.requireNonNullElse(each, translate("due.programmes")));
            String chosen = address.filter().programme();
            if (chosen != null && programmes.contains(chosen)) {
                programme.setValue(chosen);
            }
            programme.addValueChangeListener(change -> go(address.ofProgramme(change.getValue())));
            filters.add(programme);
        }
        return filters;
    }

    private Div nothing(DueCounts counts) {
        boolean filtered = !address.filter().equals(DueFilter.ALL);
        Span head = new Span(translate(filtered ? "due.none.filtered" : "due.none"));
        head.addClassName("b");
        Div nothing = new Div(head);
        nothing.addClassName("empty");
        if (filtered) {
            nothing.add(Pages.link(Pages.REPORT, translate("due.none.all", Counted.number(counts.toDo()))));
        } else {
            nothing.add(new Span(translate("due.none.says")));
        }
        return nothing;
    }

    private static void go(DueAddress address) {
        UI.getCurrent().navigate(Pages.REPORT, address.parameters());
    }
}
