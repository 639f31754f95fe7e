package org.scpmonitor.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Shape;

/** The fields of an entry or of one of its rows, in their order; short ones stand side by side. */
class FieldsInput {
    private final Div content = new Div();
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private @Nullable Div row;

    FieldsInput(List<Field> fields, Inputs makes) {
        content.addClassName("stack");
        fields.forEach(field -> add(field, makes.of(field)));
    }

    private void add(Field field, Input input) {
        inputs.put(field.name(), input);
        boolean wide = field.shape() instanceof Shape.Rows
                || field.shape() instanceof Shape.Words
                || Printed.isProse(field.shape());
        if (wide) {
            row = null;
            content.add(input.component());
            return;
        }
        if (row == null) {
            row = new Div();
            row.addClassName("form-row");
            content.add(row);
        }
        row.add(input.component());
    }

    Component component() {
        return content;
    }

    Optional<Input> find(String name) {
        return Optional.ofNullable(inputs.get(name));
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        inputs.forEach((name, input) -> {
            Object part = input.read();
            if (part != null) {
                tree.put(name, part);
            }
        });
        return tree;
    }

    void write(Map<?, ?> tree) {
        inputs.forEach((name, input) -> input.write(tree.get(name)));
    }

    /** @param before what stands before a field's name in its path */
    void tell(String before, FieldFlaws told) {
        inputs.forEach((name, input) -> input.tell(before + name, told));
    }

    /** Leads to the first field. */
    void focus() {
        inputs.values().stream()
                .flatMap(input -> within(input.component()))
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }

    private static Stream<Component> within(Component component) {
        return component instanceof Focusable<?>
                ? Stream.of(component)
                : component.getChildren().flatMap(FieldsInput::within);
    }
}
