package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueChange.Kind;
import org.scpmonitor.listing.Moment;

/**
 * A table of versions, each known from a moment until the next: what differs from the current version closes it and
 * opens another one.
 *
 * @param key columns that one line of versions shares
 */
record Versions<R extends TableRecord<R>>(
        List<TableField<R, ?>> key,
        TableField<R, Integer> version,
        TableField<R, Instant> knownFrom,
        TableField<R, Instant> knownUntil) {

    /** Those of the wanted contents that differ from the current ones. */
    List<R> changed(DSLContext sql, List<R> wanted) {
        Map<List<Object>, R> current = new HashMap<>();
        sql.select(readable(table(), knownUntil))
                .from(table())
                .where(knownUntil.eq(Moment.FOR_EVER))
                .fetchInto(table())
                .forEach(stored -> current.put(keyOf(stored), stored));
        return wanted.stream()
                .filter(content -> !sameContent(content, current.get(keyOf(content))))
                .toList();
    }

    /** Closes the current versions of these lines at the moment and opens these contents as the next ones. */
    List<CatalogueChange> open(
            DSLContext sql, List<R> contents, Instant moment, String part, Function<R, String> name) {
        List<CatalogueChange> changes = new ArrayList<>();
        if (contents.isEmpty()) {
            return changes;
        }
        List<RowN> keys = contents.stream().map(this::keyRow).toList();
        sql.update(table())
                .set(knownUntil, moment)
                .where(row(key).in(keys))
                .and(knownUntil.eq(Moment.FOR_EVER))
                .execute();
        Map<List<Object>, Integer> latest = new HashMap<>();
        List<Field<?>> keyAndLatest = new ArrayList<>(key);
        keyAndLatest.add(max(version));
        sql.select(keyAndLatest)
                .from(table())
                .where(row(key).in(keys))
                .groupBy(key)
                .forEach(stored -> latest.put(keyOf(stored), stored.get(max(version))));
        for (R content : contents) {
            int last = latest.getOrDefault(keyOf(content), 0);
            content.set(version, last + 1);
            content.set(knownFrom, moment);
            changes.add(new CatalogueChange(part, name.apply(content), last == 0 ? Kind.ADDED : Kind.CHANGED, 1));
        }
        sql.batchInsert(contents).execute();
        return changes;
    }

    /** All columns but the one that holds an infinity, which no Java type can. */
    static List<Field<?>> readable(Table<?> table, Field<?> knownUntil) {
        return Arrays.stream(table.fields())
                .filter(column -> !column.equals(knownUntil))
                .toList();
    }

    private Table<R> table() {
        return Objects.requireNonNull(version.getTable());
    }

    private List<Object> keyOf(Record stored) {
        return key.stream().map(column -> (Object) stored.get(column)).toList();
    }

    private RowN keyRow(R content) {
        return row(key.stream().map(content::get).toArray());
    }

    /** Whether the stored row holds everything that the content sets; numbers are compared by value. */
    static <R extends TableRecord<R>> boolean sameContent(R content, @Nullable R stored) {
        return stored != null
                && Arrays.stream(content.fields())
                        .filter((Predicate<Field<?>>) content::touched)
                        .allMatch(column -> same(content.get(column), stored.get(column)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal value
                ? number.compareTo(value) == 0
                : Objects.equals(one, other);
    }
}
