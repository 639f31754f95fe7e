package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.ui.component.DateText;

/** The formulas of an indicator, each with the days that it is for, and every version that there has been. */
class FormulaVersionsCard extends Section {

    private final DateText days = new DateText(Words.locale());

    /** @param edit opens a line in the editor; null for another one */
    FormulaVersionsCard(
            List<FormulaVersion> current, List<FormulaVersion> history, Consumer<@Nullable FormulaVersion> edit) {
        addClassNames("card", "stack");
        OrderedList lines = new OrderedList();
        lines.addClassName("plain");
        current.forEach(line -> {
            Button open = new Button(translate("formula.edit"), click -> edit.accept(line));
            open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            open.setAriaLabel(translate("formula.edit.of", days.day(line.validFrom())));
            Div first = new Div(new Span(validity(line.validFrom(), line.validUntil())), open);
            first.addClassNames("row", "wrap");
            lines.add(new ListItem(first, code(line)));
        });
        Button another = new Button(translate("formula.another"), click -> edit.accept(null));
        add(new H2(translate("formula.lines")));
        if (current.isEmpty()) {
            Span none = new Span(translate("formula.none"));
            none.addClassName("sub");
            add(none);
        }
        add(lines, another);
        if (!history.isEmpty()) {
            OrderedList all = new OrderedList();
            all.addClassName("plain");
            history.forEach(version -> all.add(item(version)));
            add(new Details(translate("formula.history", history.size()), all));
        }
    }

    private ListItem item(FormulaVersion version) {
        Instant end = version.knownUntil();
        String known = end == null
                ? translate("catalogue.version.since", Words.day(version.knownFrom()))
                : translate("catalogue.version.span", Words.day(version.knownFrom()), Words.day(end));
        ListItem item = new ListItem(
                new Div(new Span(validity(version.validFrom(), null)), new Span(" · "), Words.muted(known)),
                code(version));
        if (!version.reason().isEmpty() || !version.author().isEmpty()) {
            item.add(new Div(Words.muted(version.author()), new Span(" "), new Span(version.reason())));
        }
        return item;
    }

    private static Div code(FormulaVersion line) {
        Div code = new Div(line.expression());
        code.addClassName("formula-code");
        return code;
    }

    private String validity(LocalDate from, @Nullable LocalDate until) {
        return until == null
                ? translate("formula.since", days.day(from))
                : translate("formula.between", days.day(from), days.day(until.minusDays(1)));
    }
}
