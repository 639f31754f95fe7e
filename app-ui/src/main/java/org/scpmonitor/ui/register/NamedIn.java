package org.scpmonitor.ui.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.CatalogueList;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Shape;
import org.scpmonitor.entry.Walk.Named;

/** The codes that stand in a tree, which may be incomplete. */
final class NamedIn {
    private NamedIn() {}

    static List<Named> tree(List<Field> fields, Map<?, ?> tree) {
        return row(fields, tree).toList();
    }

    private static Stream<Named> row(List<Field> fields, Map<?, ?> tree) {
        return fields.stream().flatMap(field -> part(field.name(), field.shape(), tree.get(field.name())));
    }

    private static Stream<Named> part(String path, Shape shape, @Nullable Object part) {
        if (part == null) {
            return Stream.empty();
        }
        return switch (shape) {
            case Shape.Entry(Kind of) -> Stream.of(new Named.Entry(path, of, part.toString()));
            case Shape.Code(CatalogueList of) -> Stream.of(new Named.Catalogue(path, of, part.toString()));
            case Shape.Many(Shape of) -> Printed.several(part).stream().flatMap(each -> part(path, of, each));
            case Shape.Rows(Class<? extends Record> _, List<Field> fields) ->
                Printed.several(part).stream()
                        .flatMap(each -> each instanceof Map<?, ?> tree ? row(fields, tree) : Stream.empty());
            case Shape.Line _,
                    Shape.Words _,
                    Shape.Choice _,
                    Shape.Date _,
                    Shape.Whole _,
                    Shape.Decimal _,
                    Shape.YesOrNo _ -> Stream.empty();
        };
    }
}
