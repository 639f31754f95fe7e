package org.scpmonitor.entry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * A component of an entry's record, or of one of its rows.
 *
 * @param name as files and calls write it
 * @param required whether it has to be filled in
 */
public record Field(String name, Shape shape, boolean required, RecordComponent component) {
    private static final Map<Class<?>, List<Field>> KNOWN = new ConcurrentHashMap<>();
    private static final BigDecimal ANY = new BigDecimal("1e15");

    /** The fields of a record, in its components' order. */
    static List<Field> of(Class<?> row) {
        List<Field> known = KNOWN.get(row);
        if (known != null) {
            return known;
        }
        List<Field> fields =
                Arrays.stream(row.getRecordComponents()).map(Field::of).toList();
        KNOWN.put(row, fields);
        return fields;
    }

    private static Field of(RecordComponent component) {
        boolean list = component.getType() == List.class;
        boolean required = !list && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (!list) {
            return new Field(component.getName(), shape(component, component.getType()), required, component);
        }
        Class<?> of = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        Shape shape = of.isRecord() && of != PartialDate.class && of != Text.class
                ? new Shape.Rows(of.asSubclass(Record.class), of(of))
                : new Shape.Many(shape(component, of));
        return new Field(component.getName(), shape, required, component);
    }

    private static Shape shape(RecordComponent component, Class<?> type) {
        boolean prose = component.isAnnotationPresent(Prose.class);
        Between between = component.getAnnotation(Between.class);
        if (type == Text.class) {
            return new Shape.Words(prose ? Shape.PROSE : Shape.LINE);
        }
        if (type == PartialDate.class) {
            return new Shape.Date();
        }
        if (type == Integer.class || type == int.class) {
            return between == null ? new Shape.Whole(0, 1_000_000) : new Shape.Whole(between.least(), between.most());
        }
        if (type == BigDecimal.class) {
            return between == null
                    ? new Shape.Decimal(ANY.negate(), ANY)
                    : new Shape.Decimal(BigDecimal.valueOf(between.least()), BigDecimal.valueOf(between.most()));
        }
        if (type == Boolean.class || type == boolean.class) {
            return new Shape.YesOrNo();
        }
        if (type.isEnum()) {
            @SuppressWarnings("unchecked")
            Class<? extends Enum<?>> choice = (Class<? extends Enum<?>>) type;
            return new Shape.Choice(choice);
        }
        if (type != String.class) {
            throw new IllegalArgumentException("No field can hold " + component);
        }
        Of of = component.getAnnotation(Of.class);
        From from = component.getAnnotation(From.class);
        if (of != null) {
            return new Shape.Entry(of.value());
        }
        return from != null ? new Shape.Code(from.value()) : new Shape.Line(prose ? Shape.PROSE : Shape.LINE);
    }

    /** What a record has in this field. */
    @Nullable
    Object in(Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }
}
