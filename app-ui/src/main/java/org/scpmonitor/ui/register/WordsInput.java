package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Shape;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.Tag;

/** The same in three languages, side by side; it says which are missing. */
class WordsInput implements Input {
    private static final List<String> LANGUAGES = List.of("es", "en", "de");

    private final Div group = new Div();
    private final Span missing = new Span();
    private final Map<String, TextFieldBase<?, String>> fields = new LinkedHashMap<>();

    WordsInput(String label, int most, boolean required, Inputs inputs) {
        Span name = new Span(label);
        name.addClassName("group-label");
        if (required) {
            name.getElement().setAttribute("data-required", true);
        }
        missing.addClassNames("row", "wrap");
        Div head = new Div(name, missing);
        head.addClassNames("row", "wrap");
        Div row = new Div();
        row.addClassName("form-row");
        LANGUAGES.forEach(language -> {
            TextFieldBase<?, String> field = field(most, language);
            field.addValueChangeListener(change -> {
                count();
                inputs.changed();
            });
            fields.put(language, field);
            row.add(field);
        });
        group.add(head, row);
        group.addClassName("words");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        count();
    }

    private static TextFieldBase<?, String> field(int most, String language) {
        TextFieldBase<?, String> field =
                most > Shape.LINE ? Inputs.later(Inputs.area(most)) : Inputs.later(Inputs.line(most));
        field.setLabel(translate("shell.language." + language));
        field.getElement().setAttribute("lang", language);
        return field;
    }

    /** One language is enough, but readers of the others are better served by their own. */
    private void count() {
        missing.removeAll();
        List<String> empty = LANGUAGES.stream()
                .filter(language -> fields.get(language) instanceof TextFieldBase<?, String> field
                        && field.getValue().isBlank())
                .toList();
        if (!empty.isEmpty() && empty.size() < LANGUAGES.size()) {
            empty.forEach(language -> missing.add(new Tag(
                    translate("register.language.missing", translate("shell.language." + language)), Tag.Tone.QUERY)));
        }
    }

    @Override
    public Component component() {
        return group;
    }

    @Override
    public @Nullable Object read() {
        Map<String, String> words = new LinkedHashMap<>();
        fields.forEach((language, field) -> {
            if (!field.getValue().isBlank()) {
                words.put(language, field.getValue());
            }
        });
        return words.isEmpty() ? null : words;
    }

    @Override
    public void write(@Nullable Object part) {
        Text words = part == null ? new Text("", "", "") : Printed.words(part);
        Map<String, String> all = Map.of("es", words.es(), "en", words.en(), "de", words.de());
        fields.forEach((language, field) -> field.setValue(all.getOrDefault(language, "")));
    }

    @Override
    public void tell(String path, FieldFlaws told) {
        String whole = told.take(path);
        fields.forEach((language, field) -> {
            String own = told.take(path + "." + language);
            String wrong = language.equals(LANGUAGES.getFirst()) ? (whole + " " + own).strip() : own;
            field.setErrorMessage(wrong);
            field.setInvalid(!wrong.isEmpty());
            if (!wrong.isEmpty()) {
                told.noted(field);
            }
        });
    }
}
