package org.scpmonitor.actual;

import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.scpmonitor.actual.FigureChange.Foreseen;
import org.scpmonitor.calendar.ReportingPeriod;
import org.springframework.stereotype.Repository;

/**
 * What the programmes' figures would be if staged values were accepted: by the same statements as a {@link Refresh}, over
 * the current observations of the periods concerned with the staged values in their places. Nothing of it is stored, no
 * knowledge moment is taken and nobody is kept waiting. Its cost is that of the refresh, and that of copying those
 * observations: every value of the indicators and periods concerned, not only those of the submission.
 */
@Repository
public class Foresight {

    private final DSLContext sql;

    public Foresight(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Fills a table {@code foreseen} that lives until the caller's transaction ends: {@code programme_id, indicator_id,
     * disaggregation_id, period_start, period_months, old_value, new_value} of every programme's figure whose value would
     * change, come or go.
     *
     * @param values a query, in parentheses, for the staged values that would be accepted
     * @return the latest moment that is known
     */
    public Instant foresee(String values) {
        Instant known = sql.fetchSingle("select coalesce(max(moment), 'epoch') from knowledge")
                .get(0, Instant.class);
        sql.execute("set local work_mem = '128MB'");
        sql.execute("create temporary table sent on commit drop as select * from " + values + " v");
        sql.execute("analyze sent");
        sql.execute(Computation.reachedByValues("sent"));
        Computation.plan(sql);
        sql.execute(THEN);
        sql.execute("create index on observation_then (indicator_id, period_start)");
        sql.execute("analyze observation_then");
        Calculation.foresee(sql, "observation_then");
        Computation.compute(sql, "observation_then", "calculated_then");
        sql.execute(FORESEEN);
        return known;
    }

    /**
     * What answering a request for recomputation would change; for a transaction that makes a change, asks for what it
     * reaches and is then rolled back.
     *
     * @param limit how many figures are told of those that change
     */
    public Foreseen foreseeRequest(long request, int limit) {
        sql.execute("set local work_mem = '128MB'");
        sql.execute(Computation.reachedByRequests("request_id = ?"), request);
        Computation.plan(sql);
        Calculation.foresee(sql, "observation");
        Computation.compute(sql, "observation", "calculated_then");
        sql.execute(FORESEEN);
        List<FigureChange> most = sql.fetch(MOST_CHANGED, limit)
                .map(row -> new FigureChange(
                        row.get("programme", String.class),
                        row.get("indicator", String.class),
                        row.get("disaggregation", String.class),
                        ReportingPeriod.of(row.get("starts", LocalDate.class), row.get("months", Integer.class)),
                        row.get("unit", String.class),
                        row.get("old_value", BigDecimal.class),
                        row.get("new_value", BigDecimal.class)));
        return new Foreseen(sql.fetchCount(table("foreseen")), most);
    }

    private static final String MOST_CHANGED = """
            select p.code as programme, x.code as indicator, d.key as disaggregation, f.period_start as starts,
                   f.period_months as months, x.unit, trim_scale(f.old_value) as old_value,
                   trim_scale(f.new_value) as new_value
            from foreseen f
            join programme p on p.id = f.programme_id
            join current_indicator x on x.indicator_id = f.indicator_id
            join disaggregation d on d.id = f.disaggregation_id
            order by f.disaggregation_id <> 0, abs(f.new_value - f.old_value) / nullif(abs(f.old_value), 0) desc nulls first,
                     f.period_months desc, f.period_start desc, p.sort, x.sort, d.key
            limit ?
            """;

    /** The observations as they would be: in the periods needed, and in those that baselines weigh by. */
    private static final String THEN = """
            create temporary table observation_then on commit drop as
            with wanted as (
                select indicator_id, period_start, period_end from need
                union
                select i.indicator_id, b.period_start,
                       (b.period_start + make_interval(months => b.period_months))::date
                from programme_indicator i
                join baseline b on b.programme_indicator_id = i.id and b.known_until = 'infinity'
                where i.indicator_id in (select indicator_id from due)
                union
                select n.indicator_id, s.starts, s.ends
                from formula_due d
                join formula_input n on n.formula_id = d.formula_id
                cross join lateral (
                    select (d.period_start - make_interval(months => n.periods_back * d.period_months))::date as starts,
                           (d.period_end - make_interval(months => n.periods_back * d.period_months))::date as ends) s
            ), span as (
                select indicator_id, range_agg(daterange(period_start, period_end)) as spans
                from wanted group by indicator_id
            )
            select o.indicator_id, o.period_start, o.period_months, o.institution_id, o.disaggregation_id, o.status,
                   o.value, o.known_until
            from span g
            cross join lateral unnest(g.spans) u(days)
            join observation o on o.indicator_id = g.indicator_id
                and o.period_start >= lower(u.days) and o.period_start < upper(u.days) and o.known_until = 'infinity'
            where not exists (
                select from sent v
                where (v.indicator_id, v.period_start, v.period_months, v.institution_id, v.disaggregation_id)
                    = (o.indicator_id, o.period_start, o.period_months, o.institution_id, o.disaggregation_id))
            union all
            select indicator_id, period_start, period_months, institution_id, disaggregation_id, status, value,
                   'infinity'::timestamptz
            from sent
            """;

    private static final String FORESEEN = """
            create temporary table foreseen on commit drop as
            with "now" as (
                select a.* from actual a
                join due d on a.indicator_id = d.indicator_id
                    and (a.period_start, a.period_months) = (d.period_start, d.period_months)
                where a.known_until = 'infinity' and a.programme_id is not null
            ), "then" as (
                select * from fresh where programme_id is not null
            )
            select coalesce(t.programme_id, n.programme_id) as programme_id,
                   coalesce(t.indicator_id, n.indicator_id) as indicator_id,
                   coalesce(t.disaggregation_id, n.disaggregation_id) as disaggregation_id,
                   coalesce(t.period_start, n.period_start) as period_start,
                   coalesce(t.period_months, n.period_months) as period_months,
                   n.value as old_value, t.value as new_value
            from "now" n
            full join "then" t on t.programme_id = n.programme_id and t.indicator_id = n.indicator_id
                and t.disaggregation_id = n.disaggregation_id and t.period_start = n.period_start
                and t.period_months = n.period_months
            where n.value is distinct from t.value
            """;
}
