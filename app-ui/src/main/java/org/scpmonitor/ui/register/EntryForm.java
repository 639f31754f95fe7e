package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scpmonitor.entry.Flaw;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Shape;
import org.scpmonitor.ui.register.Difference.Said;

/** Every field of a kind, and what is said about an entry. */
class EntryForm extends Div {
    private static final int LONGEST_SOURCE = 1_000;

    private final FieldsInput fields;
    private final TextField code = Inputs.later(new TextField(translate("register.code")));
    private final TextField source = Inputs.later(new TextField(translate("register.source")));
    private final Checkbox illustrative = new Checkbox(translate("register.illustrative"));
    private final Locale locale;
    private boolean showing;

    /** @param onChange is told of what somebody changes */
    EntryForm(Kind kind, InputsOf inputs, Locale locale, Runnable onChange) {
        this.locale = locale;
        Runnable told = () -> {
            if (!showing) {
                onChange.run();
            }
        };
        this.fields = new FieldsInput(kind.fields(), inputs.telling(told));
        Section content = new Section(fields.component());
        content.addClassNames("card", "stack");
        code.setHelperText(translate("register.code.help"));
        code.setMaxLength(CodeOf.LONGEST);
        source.setHelperText(translate("register.source.help"));
        source.setMaxLength(LONGEST_SOURCE);
        List.of(code, source).forEach(field -> field.addValueChangeListener(change -> told.run()));
        illustrative.addValueChangeListener(change -> told.run());
        illustrative.setHelperText(translate("register.illustrative.help"));
        Div row = new Div(code, source, illustrative);
        row.addClassName("form-row");
        Section about = new Section(new H2(translate("register.about")), row);
        about.addClassNames("card", "stack");
        add(content, about);
        addClassNames("stack", "entry-form");
    }

    /** Makes the fields that tell somebody of a change. */
    @FunctionalInterface
    interface InputsOf {
        Inputs telling(Runnable onChange);
    }

    /** @param fixed whether the code can't be chosen any more */
    void show(String chosen, Said said, boolean fixed) {
        silently(() -> {
            code.setValue(chosen);
            code.setReadOnly(fixed);
            fields.write(said.tree());
            source.setValue(said.source());
            illustrative.setValue(said.illustrative());
        });
    }

    Said said() {
        return new Said(tree(), illustrative.getValue(), source.getValue().strip());
    }

    Map<String, Object> tree() {
        return fields.tree();
    }

    String code() {
        return code.getValue().strip();
    }

    /** Without telling of a change. */
    void propose(String proposed) {
        silently(() -> code.setValue(proposed));
    }

    private void silently(Runnable writing) {
        showing = true;
        try {
            writing.run();
        } finally {
            showing = false;
        }
    }

    /** What the entry calls itself, in any language; empty for kinds without a title of their own. */
    String title(Kind kind) {
        return kind.fields().stream()
                .filter(field -> field.name().equals("title") && field.shape() instanceof Shape.Words)
                .findFirst()
                .flatMap(field -> fields.find(field.name()))
                .map(Input::read)
                .map(part -> Printed.words(part).in(Locale.of("es")))
                .orElse("");
    }

    /** Shows at each field what is wrong with it, and leads to the first. @return what is wrong with no field */
    List<String> tell(List<Flaw> flaws) {
        FieldFlaws told = new FieldFlaws(flaws, locale);
        fields.tell("", told);
        told.show("code", code);
        told.show("source", source);
        told.focusFirst();
        return told.left();
    }
}
