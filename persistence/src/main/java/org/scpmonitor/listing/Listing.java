package org.scpmonitor.listing;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

/**
 * A list of items in a fixed order, read by page or as a stream that never lies in memory as a whole.
 *
 * @param <R> the row that SQL gives
 * @param <T> the item that is made of it
 */
public final class Listing<R extends Record, T> {

    private static final int ROWS_AT_A_TIME = 2_000;

    private final DSLContext sql;
    private final Supplier<SelectConditionStep<R>> rows;
    private final Supplier<? extends Select<?>> counted;
    private final RecordMapper<R, T> item;
    private final OrderField<?>[] order;

    /**
     * @param rows builds the query; called for each reading
     * @param counted a cheaper query with as many rows
     * @param order has to end in a key, so that no row is on two pages
     */
    public Listing(
            DSLContext sql,
            Supplier<SelectConditionStep<R>> rows,
            Supplier<? extends Select<?>> counted,
            RecordMapper<R, T> item,
            OrderField<?>... order) {
        this.sql = sql;
        this.rows = rows;
        this.counted = counted;
        this.item = item;
        this.order = order.clone();
    }

    /** A list that is counted by the query that reads it. */
    public Listing(
            DSLContext sql, Supplier<SelectConditionStep<R>> rows, RecordMapper<R, T> item, OrderField<?>... order) {
        this(sql, rows, rows, item, order);
    }

    /** The same list with something else made of each item. */
    public <U> Listing<R, U> map(Function<T, U> other) {
        return new Listing<>(sql, rows, counted, row -> other.apply(Objects.requireNonNull(item.map(row))), order);
    }

    /**
     * Counts only where the page doesn't tell how many there are: a last one does.
     *
     * @param page from 0
     */
    public Page<T> page(int page, int size) {
        long before = (long) page * size;
        List<T> items = rows.get().orderBy(order).limit(size).offset(before).fetch(item);
        boolean last = items.size() < size && (page == 0 || !items.isEmpty());
        return new Page<>(items, page, size, last ? before + items.size() : sql.fetchCount(counted.get()));
    }

    /** Hands over every item in order, holding one connection and some two thousand rows. */
    public void forEach(Consumer<T> each) {
        sql.transaction(transaction -> {
            var query = rows.get();
            query.attach(transaction);
            try (Cursor<R> cursor =
                    query.orderBy(order).fetchSize(ROWS_AT_A_TIME).fetchLazy()) {
                for (R row : cursor) {
                    each.accept(item.map(row));
                }
            }
        });
    }
}
