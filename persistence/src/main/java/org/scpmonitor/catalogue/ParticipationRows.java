package org.scpmonitor.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The rows of participations with their two times: what differs closes the current row and opens another one. */
record ParticipationRows(DSLContext sql) {

    record Changed(int added, int changed) {}

    private static final String WANTED = """
            with wanted as (
                select p.id as programme_id, i.id as institution_id, ?::date as valid_from, ?::date as valid_until
                from programme p
                join institution i on i.code = any(?::text[])
                where p.code = ?
            )
            """;

    private static final String SAME_KEY = """
            m.known_until = 'infinity'
            and (m.programme_id, m.institution_id, m.valid_from) = (w.programme_id, w.institution_id, w.valid_from)
            """;

    private static final String COUNT = WANTED + """
            select count(*) filter (where m.programme_id is null)::int,
                   count(*) filter (where m.valid_until <> w.valid_until)::int
            from wanted w
            left join participation_version m on
            """ + SAME_KEY;

    private static final String CLOSE = WANTED + """
            update participation_version m
            set known_until = ?::timestamptz
            from wanted w
            where m.valid_until <> w.valid_until and
            """ + SAME_KEY;

    private static final String OPEN = WANTED + """
            insert into participation_version (programme_id, institution_id, valid_from, valid_until, known_from)
            select w.*, ?::timestamptz
            from wanted w
            where not exists (select from participation_version m where
            """ + SAME_KEY + ")";

    /**
     * Brings the participation of these institutions in a programme to what is wanted, as part of the caller's transaction.
     *
     * @param until first day on which they no longer take part; null where there is no end
     * @param moment from which it is known; asked for only where something changes
     */
    Changed put(
            String programme,
            String[] institutions,
            LocalDate from,
            @Nullable LocalDate until,
            Supplier<Instant> moment) {
        Object[] wanted = {from, until == null ? "infinity" : until, institutions, programme};
        Record counts = sql.fetchSingle(COUNT, wanted);
        var changed = new Changed(counts.get(0, Integer.class), counts.get(1, Integer.class));
        if (changed.added() + changed.changed() > 0) {
            Object[] dated =
                    Stream.concat(Stream.of(wanted), Stream.of(moment.get())).toArray();
            sql.execute(CLOSE, dated);
            sql.execute(OPEN, dated);
        }
        return changed;
    }
}
