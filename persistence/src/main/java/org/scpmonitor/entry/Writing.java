package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scpmonitor.text.Text;

/** Writes an entry as the tree of texts that {@link Reading} reads; what isn't there isn't written. */
public final class Writing {
    private Writing() {}

    public static Map<String, Object> tree(Content content) {
        return row(Kind.of(content.getClass()).fields(), content);
    }

    private static Map<String, Object> row(List<Field> fields, Object row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = field.in(row);
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                tree.put(field.name(), value(field.shape(), value));
            }
        }
        return tree;
    }

    private static Object value(Shape shape, Object value) {
        return switch (shape) {
            case Shape.Rows(Class<? extends Record> _, List<Field> fields) ->
                ((List<?>) value).stream().map(each -> row(fields, each)).toList();
            case Shape.Many(Shape of) ->
                ((List<?>) value).stream().map(each -> value(of, each)).toList();
            case Shape.Words _ -> words((Text) value);
            case Shape.Choice _ -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
            case Shape.Decimal _ -> ((BigDecimal) value).toPlainString();
            case Shape.Line _, Shape.Date _, Shape.Whole _, Shape.YesOrNo _, Shape.Entry _, Shape.Code _ ->
                value.toString();
        };
    }

    private static Map<String, String> words(Text text) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("es", text.es());
        words.put("en", text.en());
        words.put("de", text.de());
        words.values().removeIf(String::isBlank);
        return words;
    }
}
