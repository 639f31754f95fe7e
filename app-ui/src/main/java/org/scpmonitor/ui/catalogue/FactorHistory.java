package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.scpmonitor.factor.FactorValue;

/** Which values took the place of others: when, from what to what, why and by whom. */
class FactorHistory extends Section {

    /** @param versions of all of a factor's values, the newest of each value first */
    FactorHistory(List<FactorValue> versions) {
        addClassName("card");
        add(new H2(translate("factor.history")));
        List<FactorValue> corrections = versions.stream()
                .filter(value -> value.version() > 1)
                .sorted(Comparator.comparing(FactorValue::knownFrom).reversed())
                .toList();
        if (corrections.isEmpty()) {
            add(Words.muted(translate("factor.history.none")));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassNames("plain", "stack");
        corrections.forEach(value -> list.add(item(value, before(value, versions))));
        add(list);
    }

    private static FactorValue before(FactorValue value, List<FactorValue> versions) {
        Instant end = value.knownFrom();
        return versions.stream()
                .filter(other -> end.equals(other.knownUntil())
                        && other.variant().equals(value.variant())
                        && Objects.equals(other.country(), value.country())
                        && other.from().equals(value.from()))
                .findFirst()
                .orElse(value);
    }

    private static ListItem item(FactorValue value, FactorValue before) {
        Span change = new Span(FactorWords.number(before.value()) + " → " + FactorWords.number(value.value()));
        change.addClassNames("b", "num");
        String where = FactorWords.country(value.country()) + ", " + FactorWords.validity(value);
        ListItem item =
                new ListItem(new Div(change), new Div(where), new Div(Words.muted(Words.day(value.knownFrom()))));
        if (!value.reason().isEmpty()) {
            item.add(new Div(new Span(value.reason())));
        }
        if (!value.author().isEmpty()) {
            item.add(new Div(Words.muted(value.author())));
        }
        return item;
    }
}
