package org.scpmonitor.actual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the indicators that count the register computed anew: when its entries change, and when another period begins, in
 * which everything counted goes on standing.
 */
@Repository
public class Recount {

    private final DSLContext sql;

    public Recount(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Asks for what follows from the versions of entries that are known from a moment, in every period from the one that
     * the earliest changed day lies in to the running one. Part of the transaction that made them.
     *
     * @param cause as operators read it
     * @param knownFrom the same moment where it is a dated one, for a replay
     * @return the request; empty where nothing that an indicator counts has changed
     */
    public static OptionalLong touch(DSLContext tx, String cause, Instant moment, @Nullable Instant knownFrom) {
        List<Reach> reaches = tx.fetch(CHANGED, moment)
                .map(row -> new Reach(row.get("indicator_id", Integer.class), row.get("first", LocalDate.class), null));
        return reaches.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(new Refresh(tx).request(cause, knownFrom, reaches));
    }

    /**
     * Asks for the indicators whose running period began after they were computed last.
     *
     * @return the request; empty where nothing has begun
     */
    @Transactional
    public OptionalLong begin(LocalDate today) {
        List<Reach> reaches = sql.fetch(BEGUN, today, today)
                .map(row -> new Reach(row.get("indicator_id", Integer.class), row.get("first", LocalDate.class), null));
        return reaches.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(new Refresh(sql).request("another period of what is counted", null, reaches));
    }

    /**
     * From the period of the day, or from the latest that has values where that is earlier, so that no period stays
     * without one however long nothing changed; from the beginning where there is none yet.
     */
    private static final String CHANGED = """
            with changed as (
                select c.tally, c.day
                from entry_version o
                join entry_version v on v.entry_id = o.entry_id and (v.id = o.id or v.known_until = o.known_from)
                join entry_tally c on c.version_id = v.id
                where o.known_from = ?::timestamptz
                group by c.tally, c.day, c.institution_id, o.id
                having sum(case when v.id = o.id then c.amount else - c.amount end) <> 0
            ), counting as (
                select f.indicator_id, min(h.day) as day
                from changed h
                join formula_tally t on t.tally = h.tally
                join formula f on f.id = t.formula_id and f.known_until = 'infinity'
                group by f.indicator_id
            )
            select g.indicator_id,
                   least(make_date(extract(year from g.day)::int,
                             (extract(month from g.day)::int - 1) / x.period_months * x.period_months + 1, 1),
                         coalesce(l.latest, '0001-01-01')) as first
            from counting g
            join current_indicator x on x.indicator_id = g.indicator_id
            cross join lateral (select max(c.period_start) as latest from calculated c
                                where c.indicator_id = g.indicator_id and c.known_until = 'infinity') l
            """;

    /** Those of which no request for the running period was answered or waits since the period began. */
    private static final String BEGUN = """
            select x.indicator_id, coalesce(l.latest, '0001-01-01') as first
            from current_indicator x
            cross join lateral (
                select make_date(extract(year from ?::date)::int,
                           (extract(month from ?::date)::int - 1) / x.period_months * x.period_months + 1, 1) as starts) p
            cross join lateral (select max(c.period_start) as latest from calculated c
                                where c.indicator_id = x.indicator_id and c.known_until = 'infinity') l
            where (l.latest is null or l.latest < p.starts)
              and exists (
                  select from formula f
                  join formula_tally t on t.formula_id = f.id
                  join entry_tally c on c.tally = t.tally
                  where f.indicator_id = x.indicator_id and f.known_until = 'infinity'
                    and c.day < p.starts + make_interval(months => x.period_months))
              and not exists (
                  select from rebuild_reach h
                  join rebuild_request r on r.id = h.request_id and r.dropped is null
                  left join refresh_run u on u.id = r.run_id
                  where h.indicator_id = x.indicator_id and h.valid_from <= p.starts and h.valid_until > p.starts
                    and (r.run_id is null or u.moment >= p.starts))
            """;
}
