package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scpmonitor.approval.ValueRemarks.Cell;
import org.scpmonitor.approval.ValueRemarks.Remark;
import org.scpmonitor.ui.submission.Counted;

/** The values that a reviewer has marked, each with what is to be said of it: why it is left out, or what to look at. */
class Marks extends Div {
    private static final int LONGEST = 2_000;

    private final Map<Cell, TextField> marked = new LinkedHashMap<>();
    private final Map<Cell, List<Checkbox>> boxes = new HashMap<>();
    private final Div fields = new Div();
    private final H2 title = new H2();
    private Runnable changed = () -> {};

    Marks() {
        addClassNames("card", "stack", "marks");
        title.addClassName("card-h");
        Paragraph says = new Paragraph(translate("review.marks.says"));
        says.addClassNames("xs", "muted");
        fields.addClassName("stack");
        add(title, says, fields);
        show();
    }

    void whenChanged(Runnable told) {
        changed = told;
    }

    int number() {
        return marked.size();
    }

    /** A box that marks a value. @param name what it is said to mark, for those who don't see it */
    Checkbox box(Cell cell, String place, String name) {
        Checkbox box = new Checkbox(marked.containsKey(cell));
        box.setAriaLabel(translate("review.mark", name));
        box.addValueChangeListener(change -> {
            if (marked.containsKey(cell) != change.getValue()) {
                mark(cell, place, change.getValue());
            }
        });
        boxes.computeIfAbsent(cell, first -> new ArrayList<>()).add(box);
        return box;
    }

    void mark(Cell cell, String place, boolean wanted) {
        if (wanted && !marked.containsKey(cell)) {
            TextField field = new TextField(translate("review.marks.of", place));
            field.setWidthFull();
            field.setMaxLength(LONGEST);
            marked.put(cell, field);
            fields.add(field);
            field.focus();
        } else if (!wanted) {
            Optional.ofNullable(marked.remove(cell)).ifPresent(fields::remove);
        }
        boxes.getOrDefault(cell, List.of()).forEach(box -> box.setValue(wanted));
        show();
        changed.run();
    }

    private void show() {
        title.setText(Counted.of("review.marks", marked.size()));
        setVisible(!marked.isEmpty());
    }

    /** What is said of each marked value; empty where something is still to be written, and the field says so. */
    Optional<List<Remark>> remarks() {
        List<Remark> remarks = new ArrayList<>();
        TextField missing = null;
        for (Map.Entry<Cell, TextField> each : marked.entrySet()) {
            String text = each.getValue().getValue().strip();
            if (text.isEmpty()) {
                each.getValue().setErrorMessage(translate("review.marks.missing"));
                each.getValue().setInvalid(true);
                missing = missing == null ? each.getValue() : missing;
            }
            remarks.add(new Remark(each.getKey(), text));
        }
        if (missing != null) {
            missing.focus();
            return Optional.empty();
        }
        return Optional.of(remarks);
    }
}
