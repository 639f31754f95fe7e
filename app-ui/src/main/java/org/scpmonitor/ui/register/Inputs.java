package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox.AutoExpandMode;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.NumberFormat;
import org.scpmonitor.batch.intake.TypedNumber;
import org.scpmonitor.entry.CatalogueList;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Names;
import org.scpmonitor.entry.Shape;
import org.scpmonitor.entry.Walk;
import org.scpmonitor.register.EntryChoices;
import org.scpmonitor.register.EntryChoices.Choice;
import org.scpmonitor.ui.component.NumberText;

/** Makes the field that a shape needs. */
final class Inputs {
    /** How long somebody may pause before what was typed is kept, in milliseconds. */
    static final int PAUSE = 2_000;

    private final EntryChoices choices;
    private final Names names;
    private final Locale locale;
    private final Labels labels;
    private final Runnable onChange;

    /** @param names of what stands in the form at the beginning */
    Inputs(EntryChoices choices, Names names, Locale locale, Runnable onChange) {
        this.choices = choices;
        this.names = names;
        this.locale = locale;
        this.labels = Labels.in(locale);
        this.onChange = onChange;
    }

    /** A field that is one component, whose value stands in the tree as something else. */
    private record One<C extends AbstractField<C, V> & HasValidation, V>(
            C field, Function<V, @Nullable Object> reads, Function<@Nullable Object, V> writes) implements Input {
        @Override
        public Component component() {
            return field;
        }

        @Override
        public @Nullable Object read() {
            return reads.apply(field.getValue());
        }

        @Override
        public void write(@Nullable Object part) {
            // Several in another order are equal to those that stand there, and would stay in theirs.
            field.clear();
            field.setValue(writes.apply(part));
        }

        @Override
        public void tell(String path, FieldFlaws told) {
            told.show(path, field);
        }
    }

    Labels labels() {
        return labels;
    }

    void changed() {
        onChange.run();
    }

    Input of(Field field) {
        String label = labels.field(field);
        Shape shape = field.shape();
        return switch (shape) {
            case Shape.Line(int most) -> line(label, most, field.required());
            case Shape.Words(int most) -> new WordsInput(label, most, field.required(), this);
            case Shape.Choice(Class<? extends Enum<?>> of) -> choice(label, of, field.required());
            case Shape.Date() -> date(label, field.required());
            case Shape.Whole _, Shape.Decimal _ -> number(label, field.required());
            case Shape.YesOrNo() -> field.required() ? box(label) : yesOrNo(label);
            case Shape.Entry _, Shape.Code _ -> reference(label, shape, field.required());
            case Shape.Many(Shape.Choice(Class<? extends Enum<?>> of)) -> choices(label, of);
            case Shape.Many(Shape.Entry of) -> references(label, of);
            case Shape.Many(Shape.Code of) -> references(label, of);
            case Shape.Many(Shape _) -> lines(label);
            case Shape.Rows(Class<? extends Record> _, List<Field> fields) -> new RowsInput(label, fields, this);
        };
    }

    private Input line(String label, int most, boolean required) {
        return most > Shape.LINE ? text(area(most), label, required) : text(line(most), label, required);
    }

    static TextField line(int most) {
        TextField field = new TextField();
        field.setMaxLength(most);
        return field;
    }

    static TextArea area(int most) {
        TextArea field = new TextArea();
        field.setMaxLength(most);
        field.setMinRows(3);
        return field;
    }

    private <C extends TextFieldBase<C, String>> Input text(C field, String label, boolean required) {
        return one(later(field), label, required, text -> text.isBlank() ? null : text, Inputs::text);
    }

    static String text(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }

    static <C extends TextFieldBase<C, String>> C later(C field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        return field;
    }

    private Input date(String label, boolean required) {
        TextField field = later(new TextField());
        field.setHelperText(translate("register.date.help"));
        return one(field, label, required, text -> text.isBlank() ? null : text.strip(), Inputs::text);
    }

    private Input number(String label, boolean required) {
        TextField field = later(new TextField());
        field.getElement().setAttribute("inputmode", "decimal");
        return one(field, label, required, this::plain, this::written);
    }

    /** What isn't a number stays as it was typed, so that it can be told what is wrong with it. */
    private @Nullable Object plain(String typed) {
        NumberFormat format = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ','
                ? NumberFormat.COMMA
                : NumberFormat.POINT;
        return switch (TypedNumber.of(typed, format)) {
            case TypedNumber.Read(BigDecimal value, boolean _) -> value.toPlainString();
            case TypedNumber.Unreadable _ -> typed;
            case TypedNumber.Nothing() -> null;
        };
    }

    private String written(@Nullable Object part) {
        try {
            return part == null ? "" : new NumberText(locale).full(new BigDecimal(part.toString()));
        } catch (NumberFormatException e) {
            return part.toString();
        }
    }

    private Input box(String label) {
        return one(
                new Checkbox(),
                label,
                false,
                on -> Boolean.toString(on),
                part -> text(part).equals("true"));
    }

    private Input yesOrNo(String label) {
        return select(
                label,
                List.of("true", "false"),
                false,
                code -> translate(code.equals("true") ? "register.yes" : "register.no"));
    }

    private Input choice(String label, Class<? extends Enum<?>> of, boolean required) {
        Map<String, String> named = named(of);
        return select(label, List.copyOf(named.keySet()), required, code -> named.getOrDefault(code, code));
    }

    private Map<String, String> named(Class<? extends Enum<?>> of) {
        Map<String, String> named = new LinkedHashMap<>();
        Arrays.stream(of.getEnumConstants()).forEach(each -> named.put(Printed.code(each), labels.choice(each)));
        return named;
    }

    private Input select(String label, List<String> codes, boolean required, Function<String, String> name) {
        Select<String> field = new Select<>();
        field.setItems(codes);
        field.setItemLabelGenerator(code -> code == null ? "" : name.apply(code));
        field.setEmptySelectionAllowed(!required);
        // The button of a select may not bear aria-required, which its own indicator would set.
        field.setClassName("asked", required);
        return one(field, label, false, code -> code, part -> codes.contains(text(part)) ? text(part) : none());
    }

    @SuppressWarnings("NullAway")
    private static <T> T none() {
        return null;
    }

    private Input choices(String label, Class<? extends Enum<?>> of) {
        Map<String, String> named = named(of);
        MultiSelectComboBox<String> field = new MultiSelectComboBox<>();
        field.setAutoExpand(AutoExpandMode.VERTICAL);
        field.setItems(named.keySet());
        field.setItemLabelGenerator(code -> named.getOrDefault(code, code));
        return one(field, label, false, Inputs::several, part -> {
            Set<String> there = new LinkedHashSet<>(texts(part));
            there.retainAll(named.keySet());
            return there;
        });
    }

    private static @Nullable Object several(Set<String> codes) {
        return codes.isEmpty() ? null : List.copyOf(codes);
    }

    private static List<String> texts(@Nullable Object part) {
        return part == null
                ? List.of()
                : Printed.several(part).stream().map(Object::toString).toList();
    }

    private Input reference(String label, Shape to, boolean required) {
        ComboBox<Choice> field = new ComboBox<>();
        field.setItems(fetch(to));
        field.setItemLabelGenerator(each -> label(to, each));
        field.setClearButtonVisible(!required);
        return one(
                field,
                label,
                required,
                each -> each == null ? null : each.code(),
                part -> text(part).isEmpty() ? none() : called(to, text(part)));
    }

    private Input references(String label, Shape to) {
        MultiSelectComboBox<Choice> field = new MultiSelectComboBox<>();
        field.setAutoExpand(AutoExpandMode.VERTICAL);
        field.setItems(fetch(to));
        field.setItemLabelGenerator(each -> label(to, each));
        field.setClearButtonVisible(true);
        return one(
                field,
                label,
                false,
                chosen -> several(chosen.stream().map(Choice::code).collect(LinkedHashSet::new, Set::add, Set::addAll)),
                part -> texts(part).stream()
                        .map(code -> called(to, code))
                        .collect(LinkedHashSet::new, Set::add, Set::addAll));
    }

    private FetchCallback<Choice, String> fetch(Shape to) {
        return query -> found(to, query);
    }

    private Stream<Choice> found(Shape to, Query<Choice, String> query) {
        String words = query.getFilter().orElse("");
        int offset = query.getOffset();
        int limit = query.getLimit();
        return switch (to) {
            case Shape.Entry(Kind of) -> choices.list(of, words, locale, offset, limit).stream();
            case Shape.Code(CatalogueList of) -> choices.list(of, words, locale, offset, limit).stream();
            case Shape.Line _,
                    Shape.Words _,
                    Shape.Choice _,
                    Shape.Date _,
                    Shape.Whole _,
                    Shape.Decimal _,
                    Shape.YesOrNo _,
                    Shape.Many _,
                    Shape.Rows _ -> throw new IllegalArgumentException(to + " names nothing");
        };
    }

    private Choice called(Shape to, String code) {
        return new Choice(
                code,
                switch (to) {
                    case Shape.Entry(Kind of) -> names.entry(of, code);
                    case Shape.Code(CatalogueList of) -> Walk.name(of, code, names);
                    case Shape.Line _,
                            Shape.Words _,
                            Shape.Choice _,
                            Shape.Date _,
                            Shape.Whole _,
                            Shape.Decimal _,
                            Shape.YesOrNo _,
                            Shape.Many _,
                            Shape.Rows _ -> throw new IllegalArgumentException(to + " names nothing");
                });
    }

    /** Indicators and programmes are known by their codes as well. */
    private String label(Shape to, Choice choice) {
        String name = choice.name().in(locale);
        boolean coded = to instanceof Shape.Code(CatalogueList of)
                && (of == CatalogueList.INDICATOR || of == CatalogueList.PROGRAMME)
                && !name.equals(choice.code());
        return coded ? choice.code() + " · " + name : name;
    }

    private Input lines(String label) {
        TextArea field = later(new TextArea());
        field.setHelperText(translate("register.lines.help"));
        return one(
                field,
                label,
                false,
                text -> {
                    List<String> lines = text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
                    return lines.isEmpty() ? null : lines;
                },
                part -> String.join("\n", texts(part)));
    }

    private <C extends AbstractField<C, V> & HasValidation & HasLabel, V> Input one(
            C field,
            String label,
            boolean required,
            Function<V, @Nullable Object> read,
            Function<@Nullable Object, V> write) {
        field.setLabel(label);
        field.setRequiredIndicatorVisible(required);
        field.addValueChangeListener(change -> onChange.run());
        return new One<>(field, read, write);
    }
}
