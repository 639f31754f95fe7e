package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.scpmonitor.catalogue.CatalogueDocument.Named;
import org.scpmonitor.catalogue.CatalogueProblem;
import org.scpmonitor.ui.progress.DayPicker;

/** Fields that are named as the document names its members, and hold texts; each is told what is wrong with it. */
class FieldForm extends Div {
    private static final List<String> LANGUAGES = List.of("es", "en", "de");
    private static final Set<String> HELPED = Set.of(
            "unit",
            "minimum",
            "code",
            "coverageThreshold",
            "baseline.period",
            "baseline.value",
            "target.code",
            "target.period",
            "milestone.period");

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Runnable onChange;
    private boolean showing;

    /** A field by what it holds as text. */
    private record Field(Component component, Supplier<String> read, Consumer<String> write) {}

    FieldForm(Runnable onChange) {
        this.onChange = onChange;
        addClassName("stack");
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.read().get()));
        return values;
    }

    /** Shows these without telling of a change; those that aren't among them are empty. */
    void show(Map<String, String> values) {
        showing = true;
        fields.forEach((name, field) -> field.write().accept(values.getOrDefault(name, "")));
        showing = false;
    }

    /** Tells each field what is wrong with it. @return the problems of no field */
    List<CatalogueProblem> mark(List<CatalogueProblem> problems, Locale locale) {
        Map<String, String> messages = problems.stream()
                .collect(Collectors.toMap(
                        problem -> nearest(problem.path()),
                        problem -> problem.read(locale) + " " + problem.mend(locale),
                        (first, second) -> first));
        fields.forEach((name, field) -> {
            if (field.component() instanceof HasValidation validated) {
                validated.setInvalid(messages.containsKey(name));
                validated.setErrorMessage(messages.getOrDefault(name, ""));
            }
        });
        problems.stream()
                .map(problem -> nearest(problem.path()))
                .filter(fields::containsKey)
                .findFirst()
                .ifPresent(this::focus);
        return problems.stream()
                .filter(problem -> !fields.containsKey(nearest(problem.path())))
                .toList();
    }

    void focus(String name) {
        Component component = fields.containsKey(nearest(name)) ? field(nearest(name)) : null;
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
            component.scrollIntoView();
        }
    }

    /** The field of this name, or the first one below it; the name itself where there is neither. */
    private String nearest(String name) {
        return fields.containsKey(name)
                ? name
                : fields.keySet().stream()
                        .filter(field -> field.startsWith(name + "."))
                        .findFirst()
                        .orElse(name);
    }

    final Component field(String name) {
        return Objects.requireNonNull(fields.get(name)).component();
    }

    static Section section(String name, Component... content) {
        Div row = new Div(content);
        row.addClassName("form-row");
        Section section = new Section(new H2(translate("catalogue.form." + name)), row);
        section.addClassNames("card", "stack");
        return section;
    }

    final Component[] texts(String name, boolean isLong) {
        return LANGUAGES.stream()
                .map(language -> isLong ? area(name + "." + language, language) : line(name + "." + language, language))
                .toArray(Component[]::new);
    }

    private TextField line(String name, String language) {
        TextField field =
                keep(name, new TextField(translate("shell.language." + language)), text -> text, text -> text);
        field.getElement().setAttribute("lang", language);
        return field;
    }

    private TextArea area(String name, String language) {
        TextArea field = keep(name, new TextArea(translate("shell.language." + language)), text -> text, text -> text);
        field.setMinRows(3);
        field.getElement().setAttribute("lang", language);
        return field;
    }

    final TextField text(String name) {
        TextField field = keep(name, new TextField(label(name)), text -> text, text -> text);
        if (HELPED.contains(name)) {
            field.setHelperText(translate("catalogue.field." + name + ".help"));
        }
        return field;
    }

    final ComboBox<String> choice(String name, List<Named> items) {
        Map<String, String> names = names(items);
        return words(name, items.stream().map(Named::code).toList(), code -> names.getOrDefault(code, code));
    }

    final ComboBox<String> words(String name, List<String> codes, UnaryOperator<String> text) {
        ComboBox<String> field = new ComboBox<>(label(name), codes);
        field.setItemLabelGenerator(text::apply);
        field.setClearButtonVisible(true);
        return keep(
                name,
                field,
                code -> Objects.requireNonNullElse(code, ""),
                code -> codes.contains(code) ? code : field.getEmptyValue());
    }

    final MultiSelectComboBox<String> several(String name, List<Named> items) {
        Map<String, String> names = names(items);
        MultiSelectComboBox<String> field = new MultiSelectComboBox<>(label(name));
        field.setItems(items.stream().map(Named::code).toList());
        field.setItemLabelGenerator(code -> names.getOrDefault(code, code));
        return keep(
                name,
                field,
                codes -> codes.stream().sorted().collect(Collectors.joining(",")),
                text -> Arrays.stream(text.split(","))
                        .filter(names::containsKey)
                        .collect(Collectors.toSet()));
    }

    /** A day, as ISO 8601. */
    final DatePicker day(String name) {
        DatePicker field = new DayPicker(label(name));
        return keep(
                name,
                field,
                day -> Objects.toString(day, ""),
                text -> text.isEmpty() ? field.getEmptyValue() : LocalDate.parse(text));
    }

    final Checkbox flag(String name) {
        return keep(name, new Checkbox(label(name)), on -> on ? "true" : "", "true"::equals);
    }

    private static Map<String, String> names(List<Named> items) {
        return items.stream()
                .collect(Collectors.toMap(Named::code, item -> item.name().in(Words.locale())));
    }

    private static String label(String name) {
        return translate("catalogue.field." + name);
    }

    private <C extends AbstractField<?, T>, T> C keep(
            String name, C field, Function<T, String> read, Function<String, T> write) {
        fields.put(
                name, new Field(field, () -> read.apply(field.getValue()), text -> field.setValue(write.apply(text))));
        field.addValueChangeListener(change -> {
            if (!showing) {
                onChange.run();
            }
        });
        field.setId("field-" + name.replace('.', '-'));
        return field;
    }
}
