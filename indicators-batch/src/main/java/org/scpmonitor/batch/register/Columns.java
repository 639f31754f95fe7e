package org.scpmonitor.batch.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Shape;

/**
 * The columns of a sheet: one for each field, three for a text of three languages ({@code title.es}). Several codes stand
 * in one cell with semicolons between; rows have a sheet of their own.
 */
record Columns(List<Column> all) {
    private static final List<String> LANGUAGES = List.of("es", "en", "de");

    /** @param language of a text in three; empty for other fields */
    record Column(Field field, String language) {
        String header() {
            return language.isEmpty() ? field.name() : field.name() + "." + language;
        }

        /** What the tree has for this column; empty where nothing. */
        String print(Map<String, ?> tree) {
            @Nullable Object value = tree.get(field.name());
            return switch (value) {
                case null -> "";
                case Map<?, ?> words -> Objects.requireNonNullElse((String) words.get(language), "");
                case List<?> several ->
                    String.join("; ", several.stream().map(Object::toString).toList());
                default -> value.toString();
            };
        }

        /** Puts a cell's text into the tree; an empty one takes away what is there. */
        void put(Map<String, Object> tree, String text) {
            if (field.shape() instanceof Shape.Many) {
                tree.put(
                        field.name(),
                        Arrays.stream(text.split(";"))
                                .map(String::strip)
                                .filter(each -> !each.isEmpty())
                                .toList());
            } else if (language.isEmpty()) {
                tree.put(field.name(), text);
            } else {
                Map<String, Object> words = new LinkedHashMap<>();
                if (tree.get(field.name()) instanceof Map<?, ?> before) {
                    before.forEach((key, value) -> words.put(String.valueOf(key), value));
                }
                words.put(language, text);
                tree.put(field.name(), words);
            }
        }
    }

    static Columns of(List<Field> fields) {
        List<Column> columns = new ArrayList<>();
        for (Field field : fields) {
            switch (field.shape()) {
                case Shape.Words _ -> LANGUAGES.forEach(language -> columns.add(new Column(field, language)));
                case Shape.Rows _ -> {}
                case Shape.Line _,
                        Shape.Choice _,
                        Shape.Date _,
                        Shape.Whole _,
                        Shape.Decimal _,
                        Shape.YesOrNo _,
                        Shape.Entry _,
                        Shape.Code _,
                        Shape.Many _ -> columns.add(new Column(field, ""));
            }
        }
        return new Columns(columns);
    }

    /** Null where no column has this header. */
    @Nullable
    Column find(String header) {
        return all.stream()
                .filter(column -> column.header().equalsIgnoreCase(header))
                .findFirst()
                .orElse(null);
    }
}
