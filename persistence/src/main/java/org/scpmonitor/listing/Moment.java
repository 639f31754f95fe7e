package org.scpmonitor.listing;

import static org.jooq.impl.DSL.field;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.schema.Routines;

/** The knowledge moment of one change: taken when the first version opens, so that a change without any takes none. */
public final class Moment {
    /** The end of what is known until further notice. */
    public static final Field<Instant> FOR_EVER = field("timestamptz 'infinity'", Instant.class);

    private static final String REHEARSED = """
            insert into knowledge (moment, cause)
            select greatest(clock_timestamp(), max(moment) + interval '1 microsecond'), 'rehearsal' from knowledge
            returning moment
            """;

    private final DSLContext sql;
    private final String cause;
    private final @Nullable Instant requested;
    private final boolean rehearsed;
    private @Nullable Instant first;
    private @Nullable Instant current;

    private Moment(DSLContext sql, String cause, @Nullable Instant requested, boolean rehearsed) {
        this.sql = sql;
        this.cause = cause;
        this.requested = requested;
        this.rehearsed = rehearsed;
    }

    /**
     * @param cause as the database keeps it with the moment
     * @param requested the moment a replay asks for; null for now
     */
    public static Moment of(DSLContext sql, String cause, @Nullable Instant requested) {
        return new Moment(sql, cause, requested, false);
    }

    /** For a transaction that is rolled back: nobody is kept waiting for what will never be known. */
    public static Moment rehearsed(DSLContext sql, @Nullable Instant requested) {
        return new Moment(sql, "rehearsal", requested, true);
    }

    /**
     * Waits until nobody else has a moment under way, and keeps others from taking one until this transaction ends: for what
     * changes rows that theirs refer to before it takes its own, as else each could wait for the other.
     */
    public static void reserve(DSLContext sql) {
        sql.execute("select pg_advisory_xact_lock(7100)");
    }

    public Instant current() {
        return current == null ? later() : current;
    }

    /** The next moment, for a version that follows one of this same import. */
    public Instant later() {
        Instant asked = current == null || requested == null ? requested : current.plus(1, ChronoUnit.MICROS);
        current = rehearsed
                ? sql.fetchSingle(REHEARSED).get(0, Instant.class)
                : sql.select(Routines.advanceKnowledge(cause, asked))
                        .fetchSingle()
                        .value1();
        first = first == null ? current : first;
        return current;
    }

    /** The first of the moments that were taken. */
    public Optional<Instant> first() {
        return Optional.ofNullable(first);
    }

    public Optional<Instant> taken() {
        return Optional.ofNullable(current);
    }
}
