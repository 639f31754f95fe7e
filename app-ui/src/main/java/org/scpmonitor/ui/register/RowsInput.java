package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Field;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;

/** Any number of rows, each with its own fields; they are added, removed and moved. */
class RowsInput implements Input {
    private final String label;
    private final List<Field> fields;
    private final Inputs inputs;
    private final Section section = new Section();
    private final Div list = new Div();
    private final Div wrong = new Div();
    private final Div said = new Div();
    private final Button more;
    private final List<Row> rows = new ArrayList<>();

    /** A row with what arranges it. */
    private final class Row {
        private final Div card = new Div();
        private final H3 name = new H3();
        private final Button up = sign(Icon.UP, "register.row.up", () -> move(this, -1));
        private final Button down = sign(Icon.DOWN, "register.row.down", () -> move(this, 1));
        private final Button remove = sign(Icon.BIN, "register.row.remove", () -> remove(this));
        private final FieldsInput content = new FieldsInput(fields, inputs);

        Row() {
            Div head = new Div(name, up, down, remove);
            head.addClassNames("row", "entry-row-head");
            card.add(head, content.component());
            card.addClassName("entry-row");
            card.getElement().setAttribute("role", "group");
        }

        void number(int place, int of) {
            String own = label + " " + (place + 1);
            name.setText(own);
            card.getElement().setAttribute("aria-label", own);
            up.setEnabled(place > 0);
            down.setEnabled(place < of - 1);
            up.setAriaLabel(translate("register.row.up") + ": " + own);
            down.setAriaLabel(translate("register.row.down") + ": " + own);
            remove.setAriaLabel(translate("register.row.remove") + ": " + own);
        }
    }

    RowsInput(String label, List<Field> fields, Inputs inputs) {
        this.label = label;
        this.fields = fields;
        this.inputs = inputs;
        this.more = new Button(translate("register.row.add", label), Icon.PLUS.small(), click -> {
            Row row = add();
            inputs.changed();
            row.content.focus();
        });
        wrong.getElement().setAttribute("role", "alert");
        said.getElement().setAttribute("role", "status");
        said.addClassName("vh");
        list.addClassName("stack");
        section.addClassNames("rows", "stack");
        section.add(new H2(label), wrong, list, said, more);
    }

    private static Button sign(Icon icon, String key, Runnable act) {
        Button button = new Button(icon.small(), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setTooltipText(translate(key));
        return button;
    }

    private Row add() {
        Row row = new Row();
        rows.add(row);
        list.add(row.card);
        number();
        return row;
    }

    private void remove(Row row) {
        int place = rows.indexOf(row);
        rows.remove(row);
        list.remove(row.card);
        number();
        said.setText(translate("register.row.removed", label + " " + (place + 1)));
        Focusable<?> next = rows.isEmpty() ? more : rows.get(Math.min(place, rows.size() - 1)).remove;
        next.focus();
        inputs.changed();
    }

    /** The button keeps the focus, so that it can be pressed again. */
    private void move(Row row, int by) {
        int place = rows.indexOf(row) + by;
        if (place < 0 || place >= rows.size()) {
            return;
        }
        rows.remove(row);
        rows.add(place, row);
        list.remove(row.card);
        list.addComponentAtIndex(place, row.card);
        number();
        said.setText(translate("register.row.moved", label, place + 1, rows.size()));
        Button pressed = by < 0 ? row.up : row.down;
        (pressed.isEnabled() ? pressed : by < 0 ? row.down : row.up).focus();
        inputs.changed();
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).number(i, rows.size());
        }
    }

    @Override
    public Component component() {
        return section;
    }

    @Override
    public @Nullable Object read() {
        List<Map<String, Object>> all =
                rows.stream().map(row -> row.content.tree()).toList();
        return all.isEmpty() ? null : all;
    }

    @Override
    public void write(@Nullable Object part) {
        rows.clear();
        list.removeAll();
        if (part != null) {
            Printed.several(part).stream()
                    .filter(each -> each instanceof Map<?, ?>)
                    .forEach(each -> add().content.write((Map<?, ?>) each));
        }
    }

    @Override
    public void tell(String path, FieldFlaws told) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).content.tell(path + "[" + i + "].", told);
        }
        wrong.removeAll();
        String whole = told.take(path);
        if (!whole.isEmpty()) {
            wrong.add(new Note(Note.Kind.ERROR, whole));
            told.noted(more);
        }
    }
}
