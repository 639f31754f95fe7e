package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.field;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.schema.Routines;

/** The knowledge moment of one import: taken when the first version opens, so that an import without any takes none. */
final class Moment {
    /** The end of what is known until further notice. */
    static final Field<Instant> FOR_EVER = field("timestamptz 'infinity'", Instant.class);

    private static final String REHEARSED = """
            insert into knowledge (moment, cause)
            select greatest(clock_timestamp(), max(moment) + interval '1 microsecond'), 'rehearsal' from knowledge
            returning moment
            """;

    private final DSLContext sql;
    private final @Nullable Instant requested;
    private final boolean rehearsed;
    private @Nullable Instant first;
    private @Nullable Instant current;

    /** @param requested the moment a replay asks for; null for now */
    Moment(DSLContext sql, @Nullable Instant requested) {
        this(sql, requested, false);
    }

    /** @param rehearsed for a transaction that is rolled back: nobody is kept waiting for what will never be known */
    Moment(DSLContext sql, @Nullable Instant requested, boolean rehearsed) {
        this.sql = sql;
        this.requested = requested;
        this.rehearsed = rehearsed;
    }

    Instant current() {
        return current == null ? later() : current;
    }

    /** The next moment, for a version that follows one of this same import. */
    Instant later() {
        Instant asked = current == null || requested == null ? requested : current.plus(1, ChronoUnit.MICROS);
        current = rehearsed
                ? sql.fetchSingle(REHEARSED).get(0, Instant.class)
                : sql.select(Routines.advanceKnowledge("catalogue", asked))
                        .fetchSingle()
                        .value1();
        first = first == null ? current : first;
        return current;
    }

    /** The first of the moments that were taken. */
    Optional<Instant> first() {
        return Optional.ofNullable(first);
    }

    Optional<Instant> taken() {
        return Optional.ofNullable(current);
    }
}
