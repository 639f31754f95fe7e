package org.scpmonitor.actual;

import java.time.Instant;
import org.jooq.DSLContext;
import org.scpmonitor.actual.Refresh.Refreshed;

/**
 * The statements of a {@link Refresh}, each a table that the next one reads: what was reached, what is due, the values of
 * institutions in it, who was to report, the fresh figures; then the figures that have changed are closed and opened.
 */
final class Computation {

    private Computation() {}

    /**
     * Computes what the table {@code reached} names.
     *
     * @param run under which the figures are known from the moment
     */
    static Refreshed run(DSLContext sql, long run, Instant moment) {
        sql.execute("set local work_mem = '128MB'");
        int due = plan(sql);
        compute(sql, "observation");
        return store(sql, run, moment, due);
    }

    /** Closes and opens what differs between the tables {@code fresh} and {@code due} and what is stored; drops them all. */
    static Refreshed store(DSLContext sql, long run, Instant moment, int due) {
        int closed = sql.execute(CLOSE, moment);
        int opened = sql.execute(OPEN, run, moment);
        sql.execute("drop table reached");
        drop(sql);
        return new Refreshed(run, moment, due, closed, opened);
    }

    static void drop(DSLContext sql) {
        sql.execute("drop table due, need, leaf, member, duty, expected, fresh");
    }

    /** Makes the tables {@code due} and {@code need} of {@code reached}, and tells how many figures' periods are due. */
    static int plan(DSLContext sql) {
        int due = due(sql);
        need(sql);
        return due;
    }

    static int due(DSLContext sql) {
        int due = sql.execute(DUE);
        sql.execute("analyze due");
        return due;
    }

    static void need(DSLContext sql) {
        sql.execute(NEED);
        sql.execute("analyze need");
    }

    /**
     * Makes the table {@code fresh} of what is due.
     *
     * @param observations name of the table that the values are read from, shaped as {@code observation}
     */
    static void compute(DSLContext sql, String observations) {
        // Few periods, members and weights meet many values: to hash the few is right, to sort the many never is.
        sql.execute("set local enable_mergejoin = off");
        sql.execute(reading(LEAF, observations));
        sql.execute("analyze leaf");
        sql.execute(SCOPE);
        sql.execute("analyze member");
        sql.execute(DUTY);
        sql.execute(EXPECTED);
        sql.execute(reading(FRESH, observations));
        sql.execute("analyze fresh");
        sql.execute("set local enable_mergejoin = on");
    }

    private static String reading(String statement, String observations) {
        return statement.replace(" observation o", " " + observations + " o");
    }

    /** What an acceptance touched, of the indicators themselves and of the ratios and means that they enter. */
    static final String REACHED_BY_TOUCH =
            reachedBy("select indicator_id, period_start, period_months from touched where submission_id = ?");

    /** What values would touch that aren't accepted yet. */
    static String reachedByValues(String values) {
        return reachedBy("select distinct indicator_id, period_start, period_months from " + values);
    }

    private static final String NAMED = """

            with recursive wanted as (
                select indicator_id, valid_from, valid_until from rebuild_reach where %s
            ), input as (
                select w.indicator_id as root, w.indicator_id, 0 as back
                from (select distinct indicator_id from wanted) w
                union
                select i.root, n.indicator_id, i.back + n.periods_back * x.period_months
                from input i
                join formula f on f.indicator_id = i.indicator_id and f.known_until = 'infinity'
                join formula_input n on n.formula_id = f.id
                join current_indicator x on x.indicator_id = i.indicator_id
            ), period as (
                select distinct i.root, i.indicator_id <> i.root as derived,
                       (o.period_start + make_interval(months => i.back))::date as period_start, o.period_months
                from input i
                join observation o on o.indicator_id = i.indicator_id
            )
            select p.root as indicator_id, s.period_start, s.period_months
            from period p
            join current_indicator x on x.indicator_id = p.root
            cross join lateral (
                select case when p.derived and x.period_months > p.period_months
                            then make_date(extract(year from p.period_start)::int,
                                     (extract(month from p.period_start)::int - 1) / x.period_months * x.period_months
                                     + 1, 1)
                            else p.period_start
                       end as period_start,
                       case when p.derived then x.period_months else p.period_months end as period_months) s
            where exists (select from wanted w where w.indicator_id = p.root
                            and s.period_start >= w.valid_from and s.period_start < w.valid_until)
            union
            select v.indicator_id, v.period_start, v.period_months
            from wanted w
            cross join lateral (
                select indicator_id, period_start, period_months from calculated c
                where c.indicator_id = w.indicator_id and c.known_until = 'infinity'
                union
                select indicator_id, period_start, period_months from figure a
                where a.indicator_id = w.indicator_id and a.known_until = 'infinity') v
            where v.period_start >= w.valid_from and v.period_start < w.valid_until
            """;

    /**
     * What the reaches of requests name: where there are values or figures, and for a calculated indicator the periods that
     * its formula's inputs have values for, however many formulas lie between.
     *
     * @param which condition on {@code rebuild_reach}
     */
    static String reachedByRequests(String which) {
        return reachedBy(NAMED.formatted(which));
    }

    /** What waits to be refreshed, what was since the rebuild was planned, and what later requests reach. */
    static final String REACHED_MEANWHILE = reachedBy("""
            select indicator_id, period_start, period_months from touched
            union
            select indicator_id, period_start, period_months from rebuild_again where request_id = ?
            union
            (""" + NAMED.formatted("""
            request_id in (select id from rebuild_request where id > ? and run_id is null and dropped is null)
            """) + ")");

    private static String reachedBy(String direct) {
        return "create temporary table reached on commit drop as with direct as (" + direct + ")" + REACHED;
    }

    private static final String REACHED = """

            select * from direct
            union
            select x.indicator_id, t.period_start, t.period_months
            from direct t
            join current_indicator x on t.indicator_id in (x.numerator_id, x.denominator_id, x.weight_id)
            union
            -- The baseline period weighs the coverage of every other one.
            select a.indicator_id, a.period_start, a.period_months
            from direct t
            join programme_indicator i on i.indicator_id = t.indicator_id
            join baseline b on b.programme_indicator_id = i.id and b.known_until = 'infinity'
                and (b.period_start, b.period_months) = (t.period_start, t.period_months)
            join actual a on a.indicator_id = t.indicator_id and a.known_until = 'infinity'
            """;

    static final String REACHED_IN_ALL = """
            create temporary table reached on commit drop as
            with direct as (
                select distinct indicator_id, period_start, period_months from observation
            )
            select * from direct
            union
            select x.indicator_id, t.period_start, t.period_months
            from direct t
            join current_indicator x on t.indicator_id in (x.numerator_id, x.denominator_id, x.weight_id)
            """;

    /** What was reached, and the longer periods that contain it. */
    private static final String DUE = """
            create temporary table due on commit drop as
            select distinct r.indicator_id, p.starts as period_start, m.months::smallint as period_months,
                   (p.starts + make_interval(months => m.months))::date as period_end
            from reached r
            join current_indicator x on x.indicator_id = r.indicator_id
            cross join (values (1), (3), (6), (12)) m(months)
            cross join lateral (
                select case when m.months = r.period_months then r.period_start
                            else make_date(extract(year from r.period_start)::int,
                                     (extract(month from r.period_start)::int - 1) / m.months * m.months + 1, 1)
                       end as starts) p
            where m.months >= r.period_months and (m.months = r.period_months or x.over_time <> 'none')
            """;

    /** What is due, and the numerators, denominators and weights that it needs. */
    private static final String NEED = """
            create temporary table need on commit drop as
            select indicator_id, period_start, period_months, period_end from due
            union
            select n.indicator_id, d.period_start, d.period_months, d.period_end
            from due d
            join current_indicator x on x.indicator_id = d.indicator_id
            cross join lateral (values (x.numerator_id), (x.denominator_id), (x.weight_id)) n(indicator_id)
            where n.indicator_id is not null
            """;

    /**
     * An observation that says why there is no value (not available, not applicable, confidential) counts as not reported:
     * the institution stays expected, so that the total is marked partial and tells that somebody is missing in it.
     */
    private static final String REPORTED = """
            count(*) as slots, max(o.period_start) as latest,
                       bit_or(case o.status when 'P' then 1 when 'E' then 2 when 'B' then 4 else 0 end) as flags
                from observation o
                where o.indicator_id = n.indicator_id
                  and o.period_start >= n.period_start and o.period_start < n.period_end
                  and (o.period_months = 1
                       or (o.period_start + make_interval(months => o.period_months))::date <= n.period_end)
                  and o.known_until = 'infinity' and o.value is not null
                group by o.institution_id, o.disaggregation_id) l
            """;

    /**
     * One value for each institution and disaggregation within each period needed: period by period through the index,
     * so that the cost follows what is due and hangs on no statistics. The last of several values is looked for apart,
     * for keeping them in order costs more than all the rest.
     */
    private static final String LEAF = """
            create temporary table leaf on commit drop as
            select n.indicator_id, n.period_start, n.period_months, l.institution_id, l.disaggregation_id,
                   case x.over_time
                       when 'sum' then l.total
                       when 'mean' then quotient(l.total, l.slots)
                       when 'count' then l.slots
                   end as value,
                   l.slots, l.latest, l.flags
            from need n
            join current_indicator x on x.indicator_id = n.indicator_id and x.over_time in ('sum', 'mean', 'count')
            cross join lateral (
                select o.institution_id, o.disaggregation_id, sum(o.value) as total,
            """ + REPORTED + """
            union all
            select n.indicator_id, n.period_start, n.period_months, l.institution_id, l.disaggregation_id,
                   l.value, l.slots, l.latest, l.flags
            from need n
            join current_indicator x on x.indicator_id = n.indicator_id and x.over_time not in ('sum', 'mean', 'count')
            cross join lateral (
                select o.institution_id, o.disaggregation_id,
                       (array_agg(o.value order by o.period_start desc))[1] as value,
            """ + REPORTED;

    /** Whose figures count where: institutions in their country, and in the programmes while they take part. */
    private static final String SCOPE = """
            create temporary table member on commit drop as
            select null::int as programme_id, country, id as institution_id,
                   '-infinity'::date as valid_from, 'infinity'::date as valid_until
            from institution
            union all
            select p.id, p.country, m.institution_id, m.valid_from, m.valid_until
            from participation m
            join programme p on p.id = m.programme_id
            """;

    /** How many institutions are to report an indicator in a scope, by the spans in which they are to and belong to it. */
    private static final String DUTY = """
            create temporary table duty on commit drop as
            select programme_id, country, indicator_id, assigned, belongs, count(*) as institutions
            from (
                select s.programme_id, s.country, a.indicator_id, a.institution_id,
                       array_agg(daterange(a.valid_from, a.valid_until) order by a.valid_from, s.valid_from) as assigned,
                       array_agg(daterange(s.valid_from, s.valid_until) order by a.valid_from, s.valid_from) as belongs
                from current_assignment a
                join member s on s.institution_id = a.institution_id
                where a.disaggregation_id = 0
                  and a.indicator_id in (select coalesce(x.numerator_id, x.indicator_id)
                                         from due d join current_indicator x on x.indicator_id = d.indicator_id)
                group by s.programme_id, s.country, a.indicator_id, a.institution_id
            ) each
            group by programme_id, country, indicator_id, assigned, belongs
            """;

    private static final String EXPECTED = """
            create temporary table expected on commit drop as
            select y.programme_id, y.country, d.indicator_id, d.period_start, d.period_months,
                   sum(y.institutions) as institutions, sum(y.institutions * o.slots) as slots
            from due d
            join current_indicator x on x.indicator_id = d.indicator_id
            join duty y on y.indicator_id = coalesce(x.numerator_id, x.indicator_id)
            cross join lateral (
                select sum(((extract(year from ends) - extract(year from starts))::int * 12
                            + (extract(month from ends) - extract(month from starts))::int) / x.period_months) as slots
                from (
                    select greatest(lower(u.assigned), d.period_start) as starts,
                           least(upper(u.assigned), d.period_end) as ends
                    from unnest(y.assigned, y.belongs) u(assigned, belongs)
                    where lower(u.assigned) < d.period_end and upper(u.assigned) > d.period_start
                      and lower(u.belongs) < d.period_end and upper(u.belongs) > d.period_start) overlap) o
            where o.slots is not null
            group by y.programme_id, y.country, d.indicator_id, d.period_start, d.period_months
            """;

    private static final String FRESH = """
            create temporary table fresh on commit drop as
            with base as (
                select i.programme_id, i.indicator_id, o.institution_id, o.value
                from programme_indicator i
                join baseline b on b.programme_indicator_id = i.id and b.known_until = 'infinity'
                join current_indicator x on x.indicator_id = i.indicator_id and x.over_institutions = 'sum'
                join observation o on o.indicator_id = i.indicator_id and o.period_start = b.period_start
                    and o.period_months = b.period_months and o.disaggregation_id = 0
                    and o.known_until = 'infinity' and o.value is not null
                where i.indicator_id in (select indicator_id from due)
                  and exists (select from participation m
                              where m.programme_id = i.programme_id and m.institution_id = o.institution_id)
            ), base_total as (
                select programme_id, indicator_id, sum(value) as value from base group by programme_id, indicator_id
            ), weight as materialized (
                select * from leaf where disaggregation_id = 0
                  and indicator_id in (select weight_id from current_indicator)
            ), plain as (
                select s.programme_id, s.country, l.indicator_id, l.disaggregation_id, l.period_start, l.period_months,
                       case x.over_institutions
                           when 'sum' then sum(l.value)
                           when 'count' then count(*)
                           when 'mean' then quotient(sum(l.value), count(*))
                           when 'weighted_mean' then quotient(sum(l.value * w.value), sum(w.value))
                           when 'none' then case when count(*) = 1 then min(l.value) end
                       end as value,
                       bit_or(l.flags) as flags,
                       sum(l.slots) as observations, count(*) as reported, sum(l.slots) as slots,
                       sum(b.value) as base
                from due d
                join current_indicator x on x.indicator_id = d.indicator_id
                    and x.over_institutions not in ('ratio', 'last')
                join leaf l on l.indicator_id = d.indicator_id
                    and (l.period_start, l.period_months) = (d.period_start, d.period_months)
                join member s on s.institution_id = l.institution_id
                    and s.valid_from < d.period_end and s.valid_until > d.period_start
                left join weight w on w.indicator_id = x.weight_id and w.institution_id = l.institution_id
                    and (w.period_start, w.period_months) = (l.period_start, l.period_months)
                left join base b on b.programme_id = s.programme_id and b.indicator_id = l.indicator_id
                    and b.institution_id = l.institution_id
                group by s.programme_id, s.country, l.indicator_id, l.disaggregation_id, l.period_start,
                         l.period_months, x.over_institutions
            ), latest as (
                select s.programme_id, s.country, l.indicator_id, l.disaggregation_id, l.period_start, l.period_months,
                       (array_agg(l.value order by l.latest desc, l.institution_id))[1] as value,
                       bit_or(l.flags) as flags,
                       sum(l.slots) as observations, count(*) as reported, sum(l.slots) as slots,
                       null::numeric as base
                from due d
                join current_indicator x on x.indicator_id = d.indicator_id and x.over_institutions = 'last'
                join leaf l on l.indicator_id = d.indicator_id
                    and (l.period_start, l.period_months) = (d.period_start, d.period_months)
                join member s on s.institution_id = l.institution_id
                    and s.valid_from < d.period_end and s.valid_until > d.period_start
                group by s.programme_id, s.country, l.indicator_id, l.disaggregation_id, l.period_start,
                         l.period_months
            ), ratio as (
                select s.programme_id, s.country, x.indicator_id, n.disaggregation_id, n.period_start, n.period_months,
                       quotient(sum(n.value) * x.ratio_factor, sum(q.value)) as value,
                       bit_or(n.flags | q.flags) as flags,
                       sum(n.slots + q.slots) as observations, count(*) as reported, sum(n.slots) as slots,
                       null::numeric as base
                from due d
                join current_indicator x on x.indicator_id = d.indicator_id and x.over_institutions = 'ratio'
                join leaf n on n.indicator_id = x.numerator_id
                    and (n.period_start, n.period_months) = (d.period_start, d.period_months)
                join leaf q on q.indicator_id = x.denominator_id and q.institution_id = n.institution_id
                    and q.disaggregation_id = 0
                    and (q.period_start, q.period_months) = (d.period_start, d.period_months)
                join member s on s.institution_id = n.institution_id
                    and s.valid_from < d.period_end and s.valid_until > d.period_start
                group by s.programme_id, s.country, x.indicator_id, x.ratio_factor, n.disaggregation_id,
                         n.period_start, n.period_months
            )
            select f.programme_id, f.country, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months,
                   f.value,
                   case when f.flags & 1 > 0 then 'P' when f.flags & 2 > 0 then 'E' when f.flags & 4 > 0 then 'B' else ''
                   end as status,
                   f.observations::bigint as observations,
                   f.reported::int as reported,
                   greatest(f.reported, coalesce(e.institutions, 0))::int as expected,
                   f.slots::int as slots_reported,
                   greatest(f.slots, coalesce(e.slots, 0))::int as slots_expected,
                   quotient(f.base, t.value) as volume_share
            from (select * from plain union all select * from latest union all select * from ratio) f
            left join expected e on coalesce(e.programme_id, 0) = coalesce(f.programme_id, 0) and e.country = f.country
                and (e.indicator_id, e.period_start, e.period_months)
                  = (f.indicator_id, f.period_start, f.period_months)
            left join base_total t on t.programme_id = f.programme_id and t.indicator_id = f.indicator_id
            where f.value is not null
            """;

    private static final String SAME_KEY = """
            coalesce(f.programme_id, 0) = coalesce(a.programme_id, 0) and f.country = a.country
            and (f.indicator_id, f.disaggregation_id, f.period_start, f.period_months)
              = (a.indicator_id, a.disaggregation_id, a.period_start, a.period_months)
            """;

    private static final String CLOSE = """
            update actual a
            set known_until = ?::timestamptz
            from due d
            where a.known_until = 'infinity' and a.indicator_id = d.indicator_id
              and (a.period_start, a.period_months) = (d.period_start, d.period_months)
              and not exists (
                  select from fresh f
                  where (f.value, f.status, f.observations, f.reported, f.expected, f.slots_reported, f.slots_expected)
                      = (a.value, a.status, a.observations, a.reported, a.expected, a.slots_reported, a.slots_expected)
                    and f.volume_share is not distinct from a.volume_share and """ + " " + SAME_KEY + ")";

    private static final String OPEN = """
            insert into actual (programme_id, country, indicator_id, disaggregation_id, period_start, period_months,
                                value, status, observations, reported, expected, slots_reported, slots_expected,
                                volume_share, run_id, known_from)
            select f.programme_id, f.country, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months,
                   f.value, f.status, f.observations, f.reported, f.expected, f.slots_reported, f.slots_expected,
                   f.volume_share, ?, ?::timestamptz
            from fresh f
            where not exists (select from actual a where a.known_until = 'infinity' and """ + " " + SAME_KEY + ")";
}
