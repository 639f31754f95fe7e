package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/** Goes through everything that an entry says. */
public final class Walk {
    private Walk() {}

    /** A code that an entry names. @param path where */
    public sealed interface Named {
        String path();

        String code();

        record Entry(String path, Kind kind, String code) implements Named {}

        record Catalogue(String path, CatalogueList list, String code) implements Named {}
    }

    @FunctionalInterface
    private interface Visit {
        void value(String path, Shape shape, Object value);
    }

    /** Every code that it names. */
    public static List<Named> named(Content content) {
        List<Named> named = new ArrayList<>();
        through(content, (path, shape, value) -> {
            switch (shape) {
                case Shape.Entry(Kind of) -> named.add(new Named.Entry(path, of, (String) value));
                case Shape.Code(CatalogueList of) -> named.add(new Named.Catalogue(path, of, (String) value));
                case Shape.Line _,
                        Shape.Words _,
                        Shape.Choice _,
                        Shape.Date _,
                        Shape.Whole _,
                        Shape.Decimal _,
                        Shape.YesOrNo _,
                        Shape.Many _,
                        Shape.Rows _ -> {}
            }
        });
        return named;
    }

    /** Everything as a reader of the locale would write it, one after the other, each once: what a search looks through. */
    public static String words(Content content, Names names, Locale locale) {
        Set<String> words = new LinkedHashSet<>();
        words.add(content.title(names).in(locale));
        through(content, (path, shape, value) -> words.add(word(shape, value, names, locale)));
        words.remove("");
        return String.join("\n", words);
    }

    private static String word(Shape shape, Object value, Names names, Locale locale) {
        return switch (shape) {
            case Shape.Words _ -> ((Text) value).in(locale);
            case Shape.Line _ -> value.toString();
            case Shape.Choice _ -> Labels.in(locale).choice((Enum<?>) value);
            case Shape.Date _ -> date((PartialDate) value, locale);
            case Shape.Decimal _ -> number((BigDecimal) value, locale);
            case Shape.Whole _ -> number(new BigDecimal(value.toString()), locale);
            case Shape.YesOrNo _ -> "";
            case Shape.Entry(Kind of) -> names.entry(of, (String) value).in(locale);
            case Shape.Code(CatalogueList of) ->
                value + " " + name(of, (String) value, names).in(locale);
            case Shape.Many _, Shape.Rows _ -> "";
        };
    }

    /** As screens write it, as ISO 8601 does, and with the month's whole name. */
    private static String date(PartialDate date, Locale locale) {
        String written = date.in(locale) + " " + date;
        return date.text().length() == 4
                ? written
                : written + " "
                        + DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(date.first());
    }

    /** What a code of the catalogue stands for. */
    public static Text name(CatalogueList list, String code, Names names) {
        return switch (list) {
            case COUNTRY -> names.country(code);
            case INSTITUTION -> names.institution(code);
            case INDICATOR -> names.indicator(code);
            case PROGRAMME -> names.programme(code);
        };
    }

    /** As people write it and without separators, for either is looked for. */
    private static String number(BigDecimal number, Locale locale) {
        String written = NumberFormat.getNumberInstance(locale).format(number);
        String plain = number.toPlainString();
        return written.equals(plain) ? plain : written + " " + plain;
    }

    private static void through(Content content, Visit visit) {
        row(Kind.of(content.getClass()).fields(), content, "", visit);
    }

    private static void row(List<Field> fields, Object row, String path, Visit visit) {
        fields.forEach(field ->
                value(path.isEmpty() ? field.name() : path + "." + field.name(), field.shape(), field.in(row), visit));
    }

    private static void value(String path, Shape shape, @Nullable Object value, Visit visit) {
        if (value == null) {
            return;
        }
        switch (shape) {
            case Shape.Rows(Class<? extends Record> _, List<Field> fields) ->
                each(value, path, (place, one) -> row(fields, one, place, visit));
            case Shape.Many(Shape of) -> each(value, path, (place, one) -> value(place, of, one, visit));
            case Shape.Line _,
                    Shape.Words _,
                    Shape.Choice _,
                    Shape.Date _,
                    Shape.Whole _,
                    Shape.Decimal _,
                    Shape.YesOrNo _,
                    Shape.Entry _,
                    Shape.Code _ -> visit.value(path, shape, value);
        }
    }

    private static void each(Object list, String path, BiConsumer<String, Object> one) {
        List<?> all = (List<?>) list;
        for (int i = 0; i < all.size(); i++) {
            one.accept(path + "[" + i + "]", all.get(i));
        }
    }
}
