package org.scpmonitor.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * Reads an entry from what was typed, sent or found in a workbook: a tree of texts, in which a text of three languages
 * is a map by {@code es}, {@code en}, {@code de}, a row a map by its fields' names, and several are a list. Everything
 * that is wrong is told at once.
 */
public final class Reading {

    /** What came of it. */
    public sealed interface Outcome {
        record Whole(Content content) implements Outcome {}

        /** @param flaws at least one */
        record Flawed(List<Flaw> flaws) implements Outcome {}
    }

    private static final Set<String> LANGUAGES = Set.of("es", "en", "de");

    private final List<Flaw> flaws = new ArrayList<>();

    private Reading() {}

    /** @param tree by the names of the kind's fields; what is blank or null isn't there */
    public static Outcome read(Kind kind, Map<String, ?> tree) {
        var reading = new Reading();
        Object row = reading.row(kind.content(), kind.fields(), tree, "");
        if (row instanceof Content content) {
            List<Flaw> between = content.flaws();
            return between.isEmpty() ? new Outcome.Whole(content) : new Outcome.Flawed(between);
        }
        return new Outcome.Flawed(List.copyOf(reading.flaws));
    }

    /** Null where something is wrong. */
    private @Nullable Object row(Class<?> type, List<Field> fields, Map<String, ?> tree, String path) {
        int before = flaws.size();
        Object[] values = fields.stream()
                .map(field ->
                        value(field, tree.get(field.name()), path.isEmpty() ? field.name() : path + "." + field.name()))
                .toArray();
        Set<String> unknown = new HashSet<>(tree.keySet());
        fields.forEach(field -> unknown.remove(field.name()));
        unknown.stream()
                .sorted()
                .forEach(name -> flaw(path.isEmpty() ? name : path + "." + name, Flaw.Code.UNKNOWN_FIELD, name));
        return flaws.size() == before ? make(type, values) : null;
    }

    private @Nullable Object value(Field field, @Nullable Object read, String path) {
        if (field.shape() instanceof Shape.Rows(Class<? extends Record> row, List<Field> fields)) {
            return rows(row, fields, read, path);
        }
        if (field.shape() instanceof Shape.Many(Shape of)) {
            return many(of, read, path);
        }
        if (read == null || isNothing(read)) {
            if (field.required()) {
                flaw(path, Flaw.Code.MISSING);
            }
            return null;
        }
        return one(field.shape(), read, path);
    }

    private @Nullable Object one(Shape shape, Object read, String path) {
        if (shape instanceof Shape.Words(int most)) {
            return words(read, most, path);
        }
        if (read instanceof Map || read instanceof List) {
            flaw(path, Flaw.Code.OTHER_FORM);
            return null;
        }
        String text = clean(read);
        return switch (shape) {
            case Shape.Line(int most) -> line(text, most, path);
            case Shape.Choice(Class<? extends Enum<?>> of) -> choice(of, text, path);
            case Shape.Date() -> PartialDate.parse(text).orElseGet(() -> wrong(path, Flaw.Code.NOT_A_DATE, text));
            case Shape.Whole(long least, long most) -> whole(text, least, most, path);
            case Shape.Decimal(BigDecimal least, BigDecimal most) -> decimal(text, least, most, path);
            case Shape.YesOrNo() ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> wrong(path, Flaw.Code.NOT_YES_OR_NO, text);
                };
            case Shape.Entry _, Shape.Code _ -> line(text, Shape.LINE, path);
            case Shape.Words _, Shape.Many _, Shape.Rows _ ->
                throw new IllegalStateException(path + " is no single value");
        };
    }

    private @Nullable Object rows(Class<? extends Record> row, List<Field> fields, @Nullable Object read, String path) {
        List<Object> rows = new ArrayList<>();
        List<?> given = list(read, path);
        for (int i = 0; i < given.size(); i++) {
            String place = path + "[" + i + "]";
            if (given.get(i) instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked")
                var tree = (Map<String, ?>) map;
                Object made = row(row, fields, tree, place);
                if (made != null) {
                    rows.add(made);
                }
            } else {
                flaw(place, Flaw.Code.OTHER_FORM);
            }
        }
        return rows;
    }

    private List<Object> many(Shape of, @Nullable Object read, String path) {
        List<Object> all = new ArrayList<>();
        List<?> given = list(read, path);
        for (int i = 0; i < given.size(); i++) {
            Object one = given.get(i);
            String place = path + "[" + i + "]";
            if (!isNothing(one)) {
                Object made = one(of, one, place);
                if (made != null && all.contains(made)) {
                    flaw(place, Flaw.Code.TWICE, made.toString());
                } else if (made != null) {
                    all.add(made);
                }
            }
        }
        return all;
    }

    private List<?> list(@Nullable Object read, String path) {
        if (read == null || isNothing(read)) {
            return List.of();
        }
        if (read instanceof List<?> list) {
            return list;
        }
        flaw(path, Flaw.Code.OTHER_FORM);
        return List.of();
    }

    private @Nullable Text words(Object read, int most, String path) {
        if (read instanceof List) {
            flaw(path, Flaw.Code.OTHER_FORM);
            return null;
        }
        if (!(read instanceof Map<?, ?> map)) {
            String text = clean(read);
            return line(text, most, path) == null ? null : new Text(text, "", "");
        }
        int before = flaws.size();
        map.keySet().stream()
                .filter(name -> !LANGUAGES.contains(String.valueOf(name)))
                .forEach(name -> flaw(path + "." + name, Flaw.Code.UNKNOWN_FIELD, String.valueOf(name)));
        Text text = new Text(
                language(map, "es", most, path), language(map, "en", most, path), language(map, "de", most, path));
        return flaws.size() == before ? text : null;
    }

    private String language(Map<?, ?> map, String language, int most, String path) {
        Object read = map.get(language);
        if (read == null || isNothing(read)) {
            return "";
        }
        String text = line(clean(read), most, path + "." + language);
        return text == null ? "" : text;
    }

    private @Nullable String line(String text, int most, String path) {
        return text.codePointCount(0, text.length()) > most
                ? wrong(path, Flaw.Code.TOO_LONG, String.valueOf(most))
                : text;
    }

    private @Nullable Enum<?> choice(Class<? extends Enum<?>> of, String text, String path) {
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(each -> (Enum<?>) each)
                .orElseGet(() -> wrong(path, Flaw.Code.NOT_A_CHOICE, text, choices(of)));
    }

    private static String choices(Class<? extends Enum<?>> of) {
        return String.join(
                ", ",
                Arrays.stream(of.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private @Nullable Integer whole(String text, long least, long most, String path) {
        BigDecimal number = number(text, path);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return wrong(path, Flaw.Code.NOT_WHOLE, text);
        }
        return within(number, BigDecimal.valueOf(least), BigDecimal.valueOf(most), path)
                ? Integer.valueOf(number.intValueExact())
                : null;
    }

    private @Nullable BigDecimal decimal(String text, BigDecimal least, BigDecimal most, String path) {
        BigDecimal number = number(text, path);
        return number != null && within(number, least, most, path) ? number : null;
    }

    private boolean within(BigDecimal number, BigDecimal least, BigDecimal most, String path) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            flaw(path, Flaw.Code.OUT_OF_RANGE, number.toPlainString(), least.toPlainString(), most.toPlainString());
            return false;
        }
        return true;
    }

    private @Nullable BigDecimal number(String text, String path) {
        try {
            BigDecimal number = text.length() > 40 ? null : new BigDecimal(text);
            return number == null || Math.abs((long) number.scale()) > 30
                    ? wrong(path, Flaw.Code.NOT_A_NUMBER, text)
                    : number;
        } catch (NumberFormatException e) {
            return wrong(path, Flaw.Code.NOT_A_NUMBER, text);
        }
    }

    private static String clean(Object read) {
        return String.valueOf(read).strip().replace("\r\n", "\n").replace("\u0000", "");
    }

    private static boolean isNothing(@Nullable Object read) {
        return switch (read) {
            case null -> true;
            case Map<?, ?> map -> map.values().stream().allMatch(Reading::isNothing);
            case List<?> list -> list.isEmpty();
            default -> clean(read).isEmpty();
        };
    }

    private void flaw(String path, Flaw.Code code, String... arguments) {
        flaws.add(Flaw.at(path, code, arguments));
    }

    /** Notes a flaw; nothing comes of what is wrong. */
    private <T> @Nullable T wrong(String path, Flaw.Code code, String... arguments) {
        flaw(path, code, arguments);
        return null;
    }

    private static Object make(Class<?> type, @Nullable Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }
}
