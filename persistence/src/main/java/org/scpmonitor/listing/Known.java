package org.scpmonitor.listing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.schema.Routines;

/**
 * What of the rows with two times is read: those known now, or those known at a moment that is settled, so that the same
 * question asked again gets the same answer.
 */
public final class Known {

    /** The end of what is known still. */
    private static final Field<Instant> OPEN = field("'infinity'::timestamptz", Instant.class);

    private final @Nullable Instant moment;

    private Known(@Nullable Instant moment) {
        this.moment = moment;
    }

    /** Settles a moment: waits until no transaction can make anything known before it any more. */
    public static Known at(DSLContext sql, AsOf asOf) {
        return asOf.moment() == null
                ? new Known(null)
                : new Known(Objects.requireNonNull(sql.select(Routines.settleKnowledge(val(asOf.moment())))
                        .fetchSingle()
                        .value1()));
    }

    /** Rows that are known, by their columns {@code known_from} and {@code known_until}. */
    public Condition holds(Field<Instant> knownFrom, Field<Instant> knownUntil) {
        return moment == null ? knownUntil.eq(OPEN) : knownFrom.le(moment).and(knownUntil.gt(moment));
    }

    /** Rows that are known or have been replaced, by their column {@code known_from}. */
    public Condition begun(Field<Instant> knownFrom) {
        return moment == null ? noCondition() : knownFrom.le(moment);
    }

    /** {@code known_until}, null where a row was known still at the moment: what came later is no part of the answer. */
    public Field<Instant> until(Field<Instant> knownUntil) {
        return moment == null ? end(knownUntil) : when(knownUntil.le(moment), knownUntil);
    }

    /** {@code known_until}, null while a row is known still. */
    public static Field<Instant> end(Field<Instant> knownUntil) {
        return nullif(knownUntil, OPEN);
    }
}
