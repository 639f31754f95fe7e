package org.scpmonitor.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Flaw;

/** Flaws on their way to the fields that they are about; each field takes its own. */
final class FieldFlaws {
    private final Map<String, String> left = new LinkedHashMap<>();
    private @Nullable Component first;

    FieldFlaws(List<Flaw> flaws, Locale locale) {
        flaws.forEach(flaw -> left.merge(flaw.path(), flaw.in(locale), (one, other) -> one + " " + other));
    }

    /** Takes what is wrong at a path and with each of several there; empty for nothing. */
    String take(String path) {
        List<String> taken = new ArrayList<>();
        left.entrySet().removeIf(each -> {
            boolean own = each.getKey().equals(path) || each.getKey().startsWith(path + "[");
            if (own) {
                taken.add(each.getValue());
            }
            return own;
        });
        return String.join(" ", taken);
    }

    /** Shows at the field what is wrong at the path. */
    <C extends Component & HasValidation> void show(String path, C field) {
        String wrong = take(path);
        field.setErrorMessage(wrong);
        field.setInvalid(!wrong.isEmpty());
        if (!wrong.isEmpty()) {
            noted(field);
        }
    }

    void noted(Component field) {
        if (first == null) {
            first = field;
        }
    }

    /** What no field has taken. */
    List<String> left() {
        return left.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    /** Leads to the first field with which something is wrong. */
    void focusFirst() {
        Component field = first;
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        if (field != null) {
            field.scrollIntoView();
        }
    }
}
