package org.scpmonitor.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.listing.SafeText;
import org.scpmonitor.text.Text;

/**
 * The columns of a list as CSV.
 *
 * @param <T> the item of a row
 */
final class Columns<T> {

    private record Column<T>(String name, Function<T, @Nullable Object> cell) {}

    private final List<Column<T>> columns = new ArrayList<>();

    /** A column; what is null is empty in it. */
    Columns<T> add(String name, Function<T, @Nullable Object> cell) {
        columns.add(new Column<>(name, cell));
        return this;
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    List<String> row(T item, Locale locale) {
        return columns.stream()
                .map(column -> print(column.cell().apply(item), locale))
                .toList();
    }

    private static String print(@Nullable Object value, Locale locale) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> number.toString();
            case Text text -> SafeText.cell(text.in(locale));
            default -> SafeText.cell(value.toString());
        };
    }
}
