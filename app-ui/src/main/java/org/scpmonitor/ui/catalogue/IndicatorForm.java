package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.scpmonitor.catalogue.CatalogueDocument.Named;
import org.scpmonitor.catalogue.CatalogueProblem;
import org.scpmonitor.catalogue.IndicatorCatalogue.Choices;

/** Every member of an indicator as a field, named as the document names it. */
class IndicatorForm extends Div {
    private static final List<String> LANGUAGES = List.of("es", "en", "de");
    private static final List<String> AGGREGATIONS =
            List.of("sum", "last", "mean", "weighted_mean", "ratio", "count", "none");

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Runnable onChange;
    private boolean showing;

    /** A field by what it holds as text. */
    private record Field(Component component, Supplier<String> read, Consumer<String> write) {}

    IndicatorForm(Choices choices, Runnable onChange) {
        this.onChange = onChange;
        addClassName("stack");
        add(
                section(
                        "identity",
                        text("code"),
                        choice("theme", choices.themes()),
                        words("level", List.of("output", "outcome", "impact"), Words::level)),
                section("names", texts("name", false)),
                section("definition", texts("definition", true)),
                section(
                        "measuring",
                        text("unit"),
                        words("direction", List.of("less", "more"), code -> translate("indicator.sheet." + code)),
                        words(
                                "periodicity",
                                List.of("month", "quarter", "half-year", "year"),
                                code -> translate("catalogue.periodicity." + code)),
                        several("dimensions", choices.dimensions())),
                section(
                        "aggregation",
                        words("aggregationOverInstitutions", AGGREGATIONS, Words::rule),
                        words(
                                "aggregationOverTime",
                                AGGREGATIONS.stream()
                                        .filter(code -> !code.equals("weighted_mean"))
                                        .toList(),
                                Words::rule),
                        words("numerator", choices.indicators(), UnaryOperator.identity()),
                        words("denominator", choices.indicators(), UnaryOperator.identity()),
                        words("weight", choices.indicators(), UnaryOperator.identity())),
                section(
                        "checks",
                        text("minimum"),
                        text("maximum"),
                        text("allowedJumpPercent"),
                        text("uncertaintyPercent"),
                        flag("cumulative")),
                section("verification", texts("verification", true)),
                section("method", texts("methodNote", true)),
                section("sdg", text("sdgIndicator"), text("sdgSeries")));
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.read().get()));
        return values;
    }

    /** Shows these without telling of a change. */
    void show(Map<String, String> values, boolean isNew) {
        showing = true;
        fields.forEach((name, field) -> field.write().accept(values.getOrDefault(name, "")));
        if (field("code") instanceof TextField code) {
            code.setReadOnly(!isNew);
        }
        showing = false;
    }

    /** Tells each field what is wrong with it. @return the problems of no field */
    List<CatalogueProblem> mark(List<CatalogueProblem> problems, Locale locale) {
        Map<String, String> messages = problems.stream()
                .collect(Collectors.toMap(
                        CatalogueProblem::path,
                        problem -> problem.read(locale) + " " + problem.mend(locale),
                        (first, second) -> first));
        fields.forEach((name, field) -> {
            if (field.component() instanceof HasValidation validated) {
                validated.setInvalid(messages.containsKey(name));
                validated.setErrorMessage(messages.getOrDefault(name, ""));
            }
        });
        problems.stream()
                .map(CatalogueProblem::path)
                .filter(fields::containsKey)
                .findFirst()
                .ifPresent(this::focus);
        return problems.stream()
                .filter(problem -> !fields.containsKey(problem.path()))
                .toList();
    }

    void focus(String name) {
        Component component = fields.containsKey(name) ? field(name) : null;
        if (component == null && fields.containsKey(name + ".es")) {
            component = field(name + ".es");
        }
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
            component.scrollIntoView();
        }
    }

    private Component field(String name) {
        return Objects.requireNonNull(fields.get(name)).component();
    }

    private static Section section(String name, Component... content) {
        Div row = new Div(content);
        row.addClassName("form-row");
        Section section = new Section(new H2(translate("catalogue.form." + name)), row);
        section.addClassNames("card", "stack");
        return section;
    }

    private Component[] texts(String name, boolean isLong) {
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

    private TextField text(String name) {
        TextField field = keep(name, new TextField(label(name)), text -> text, text -> text);
        if (List.of("unit", "minimum", "code").contains(name)) {
            field.setHelperText(translate("catalogue.field." + name + ".help"));
        }
        return field;
    }

    private ComboBox<String> choice(String name, List<Named> items) {
        Map<String, String> names = names(items);
        return words(name, items.stream().map(Named::code).toList(), code -> names.getOrDefault(code, code));
    }

    private ComboBox<String> words(String name, List<String> codes, UnaryOperator<String> text) {
        ComboBox<String> field = new ComboBox<>(label(name), codes);
        field.setItemLabelGenerator(text::apply);
        field.setClearButtonVisible(true);
        return keep(
                name,
                field,
                code -> Objects.requireNonNullElse(code, ""),
                code -> codes.contains(code) ? code : field.getEmptyValue());
    }

    private MultiSelectComboBox<String> several(String name, List<Named> items) {
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

    private Checkbox flag(String name) {
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
