package org.scpmonitor.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The rows of assignments with their two times: what differs closes the current row and opens another one. */
public record AssignmentRows(DSLContext sql) {

    /**
     * The same indicator and time for many institutions.
     *
     * @param disaggregation id; 0 stands for the total and all others
     * @param months length of the period: 1, 3, 6 or 12
     * @param from first day that a report is due for
     * @param until first day that no report is due for any more; null where there is no end
     */
    public record Wanted(
            Collection<String> institutions,
            String indicator,
            int disaggregation,
            int months,
            LocalDate from,
            @Nullable LocalDate until) {}

    public record Changed(int added, int changed) {}

    private static final String WANTED = """
            with wanted as (
                select i.id as institution_id, x.id as indicator_id, ?::int as disaggregation_id,
                       ?::smallint as period_months, ?::date as valid_from, ?::date as valid_until
                from indicator x
                join institution i on i.code = any(?::text[])
                where x.code = ?
            )
            """;

    private static final String SAME_KEY = """
            a.known_until = 'infinity'
            and (a.indicator_id, a.institution_id, a.disaggregation_id, a.valid_from)
              = (w.indicator_id, w.institution_id, w.disaggregation_id, w.valid_from)
            """;

    private static final String COUNT = WANTED + """
            select count(*) filter (where a.indicator_id is null)::int,
                   count(*) filter (where (a.period_months, a.valid_until) <> (w.period_months, w.valid_until))::int
            from wanted w
            left join assignment a on
            """ + SAME_KEY;

    private static final String CLOSE = WANTED + """
            update assignment a
            set known_until = ?::timestamptz
            from wanted w
            where (a.period_months, a.valid_until) <> (w.period_months, w.valid_until) and
            """ + SAME_KEY;

    private static final String OPEN = WANTED + """
            insert into assignment (institution_id, indicator_id, disaggregation_id, period_months, valid_from,
                                    valid_until, known_from)
            select w.*, ?::timestamptz
            from wanted w
            where not exists (select from assignment a where
            """ + SAME_KEY + ")";

    /**
     * Brings the assignments of these institutions to what is wanted, as part of the caller's transaction.
     *
     * @param moment from which it is known; asked for only where something changes
     */
    public Changed put(Wanted wanted, Supplier<Instant> moment) {
        Record counts = sql.fetchSingle(COUNT, binds(wanted));
        var changed = new Changed(counts.get(0, Integer.class), counts.get(1, Integer.class));
        if (changed.added() + changed.changed() > 0) {
            Object[] binds = binds(wanted, moment.get());
            sql.execute(CLOSE, binds);
            sql.execute(OPEN, binds);
        }
        return changed;
    }

    private static Object[] binds(Wanted wanted, Object... more) {
        return Stream.concat(
                        Stream.of(
                                wanted.disaggregation(),
                                wanted.months(),
                                wanted.from(),
                                wanted.until() == null ? "infinity" : wanted.until(),
                                wanted.institutions().toArray(String[]::new),
                                wanted.indicator()),
                        Stream.of(more))
                .toArray();
    }
}
