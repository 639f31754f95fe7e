package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.scpmonitor.catalogue.CatalogueChange.Kind;

/** Brings a table's rows to what a document says: adds the new, changes those that differ, leaves the others alone. */
final class Merge {
    /** Rows a statement; wide tables stay far below PostgreSQL's 65,535 parameters. */
    private static final int CHUNK = 1_000;

    private static final Field<Boolean> IS_NEW = field("xmax = 0", Boolean.class);

    private Merge() {}

    /** The rows of a document's list, each made of an item and its place from 1. */
    static <T, R extends TableRecord<R>> List<CatalogueChange> into(
            DSLContext sql, String part, List<? extends Field<?>> key, List<T> items, BiFunction<T, Short, R> row) {
        return into(sql, part, key, rows(items, row));
    }

    static <T, R> List<R> rows(List<T> items, BiFunction<T, Short, R> row) {
        List<R> rows = new ArrayList<>();
        for (T item : items) {
            rows.add(row.apply(item, (short) (rows.size() + 1)));
        }
        return rows;
    }

    /**
     * @param part under which name changes are told
     * @param key unique columns by which rows are recognised
     * @param records all with the same columns set, those of the key among them
     */
    static <R extends TableRecord<R>> List<CatalogueChange> into(
            DSLContext sql, String part, List<? extends Field<?>> key, List<R> records) {
        List<CatalogueChange> changes = new ArrayList<>();
        for (int from = 0; from < records.size(); from += CHUNK) {
            List<R> chunk = records.subList(from, Math.min(from + CHUNK, records.size()));
            merge(sql, key, chunk)
                    .fetch()
                    .forEach(row -> changes.add(new CatalogueChange(
                            part,
                            key.stream()
                                    .map(column -> String.valueOf(row.get(column)))
                                    .collect(Collectors.joining(" ")),
                            row.get(IS_NEW) ? Kind.ADDED : Kind.CHANGED,
                            1)));
        }
        return changes;
    }

    private static <R extends TableRecord<R>> ResultQuery<? extends Record> merge(
            DSLContext sql, List<? extends Field<?>> key, List<R> records) {
        Table<R> table = records.getFirst().getTable();
        List<Field<?>> columns = Arrays.stream(table.fields())
                .filter(column -> records.getFirst().touched(column))
                .toList();
        List<Field<?>> values =
                columns.stream().filter(column -> !key.contains(column)).toList();
        var insert = sql.insertInto(table).columns(columns);
        for (R record : records) {
            insert = insert.values(columns.stream().map(record::get).toArray());
        }
        List<Field<?>> told = new ArrayList<>(key);
        told.add(IS_NEW);
        if (values.isEmpty()) {
            return insert.onConflict(key).doNothing().returningResult(told);
        }
        return insert.onConflict(key)
                .doUpdate()
                .setNonConflictingKeyToExcluded()
                .where(row(values)
                        .isDistinctFrom(row(values.stream()
                                .map(column -> (Field<?>) excluded(column))
                                .toList())))
                .returningResult(told);
    }
}
