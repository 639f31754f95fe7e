package org.scpmonitor.listing;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectConditionStep;

/**
 * A list of rows in a fixed order, read by page or as a stream that never lies in memory as a whole.
 *
 * @param <R> the row as SQL gives it
 * @param <T> the item that is made of it
 */
public final class Listing<R extends Record, T> {

    private static final int ROWS_AT_A_TIME = 2_000;

    private final DSLContext sql;
    private final Supplier<SelectConditionStep<R>> rows;
    private final List<OrderField<?>> order;
    private final RecordMapper<R, T> item;

    /**
     * @param rows builds the query; called for each reading
     * @param order has to end in a key, so that no row is on two pages
     */
    public Listing(
            DSLContext sql, Supplier<SelectConditionStep<R>> rows, List<OrderField<?>> order, RecordMapper<R, T> item) {
        this.sql = sql;
        this.rows = rows;
        this.order = List.copyOf(order);
        this.item = item;
    }

    /** @param page from 0 */
    public Page<T> page(int page, int size) {
        int total = sql.fetchCount(rows.get());
        List<T> items =
                rows.get().orderBy(order).limit(size).offset((long) page * size).fetch(item);
        return new Page<>(items, page, size, total);
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
