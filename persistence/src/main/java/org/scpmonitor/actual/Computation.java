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
        Calculation.store(sql, run, moment);
        compute(sql, "observation", "calculated");
        return store(sql, run, moment, due);
    }

    /** Closes and opens what differs between the tables {@code fresh} and {@code due} and what is stored; drops them all. */
    static Refreshed store(DSLContext sql, long run, Instant moment, int due) {
        sql.execute(STANDING);
        sql.execute("analyze standing");
        int closed = sql.execute(CLOSE, moment);
        int opened = sql.execute(OPEN, run, moment);
        sql.execute("drop table standing");
        sql.execute("drop table reached, formula_due");
        drop(sql);
        return new Refreshed(run, moment, due, closed, opened);
    }

    static void drop(DSLContext sql) {
        sql.execute("drop table rule, due, need, leaf, leaf_factor, scope, member, duty, expected, fresh");
    }

    /**
     * Makes the tables {@code rule}, {@code due} and {@code need} of {@code reached}, and tells how many figures' periods
     * are due.
     */
    static int plan(DSLContext sql) {
        int due = due(sql);
        need(sql);
        return due;
    }

    /** Makes the tables {@code rule} and {@code due} of {@code reached}, and tells how many figures' periods are due. */
    static int due(DSLContext sql) {
        rules(sql);
        Calculation.reach(sql);
        sql.execute(REACHED_FURTHER);
        int due = sql.execute(DUE);
        sql.execute("analyze due");
        return due;
    }

    /** Makes the table {@code rule}. */
    static void rules(DSLContext sql) {
        sql.execute(RULE);
        sql.execute("analyze rule");
    }

    /** Makes the table {@code need} of {@code due}. */
    static void need(DSLContext sql) {
        sql.execute(NEED);
        sql.execute("analyze need");
    }

    /**
     * Makes the table {@code fresh} of what is due.
     *
     * @param observations name of the table that reported values are read from, shaped as {@code observation}
     * @param calculated name of the table that calculated values are read from, shaped as {@code calculated}
     */
    static void compute(DSLContext sql, String observations, String calculated) {
        // Few periods, members and weights meet many values: to hash the few is right, to sort the many never is.
        sql.execute("set local enable_mergejoin = off");
        Leaves.make(sql, observations, calculated);
        Scopes.make(sql);
        Aggregates.make(sql, observations, calculated);
        Estimates.add(sql, observations);
        sql.execute("set local enable_mergejoin = on");
    }

    /** What an acceptance touched, of the indicators themselves and of the ratios and means that they enter. */
    static final String REACHED_BY_TOUCH =
            reachedBy("select indicator_id, period_start, period_months from touched where submission_id = ?");

    /** What values would touch that aren't accepted yet. */
    static String reachedByValues(String values) {
        return reachedBy("select distinct indicator_id, period_start, period_months from " + values);
    }

    /**
     * The periods of the indicators that count the register: from the first day that anything was ever counted on to the
     * one that is running, for what is counted goes on standing.
     */
    private static final String COUNTED = """

            select f.indicator_id, s.starts::date as period_start, x.period_months
            from formula f
            join current_indicator x on x.indicator_id = f.indicator_id
            cross join lateral (
                select min(c.day) as day
                from formula_tally t
                join entry_tally c on c.tally = t.tally
                where t.formula_id = f.id) first
            cross join lateral generate_series(
                make_date(extract(year from first.day)::int,
                          (extract(month from first.day)::int - 1) / x.period_months * x.period_months + 1,
                          1)::timestamp,
                (select max(moment) at time zone 'UTC' from knowledge),
                make_interval(months => x.period_months)) s(starts)
            where f.known_until = 'infinity'
            """;

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
                union
                select i.root, i.indicator_id <> i.root,
                       (c.period_start + make_interval(months => i.back))::date, c.period_months
                from input i
                join (""" + COUNTED + """
                ) c on c.indicator_id = i.indicator_id
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
        return "create temporary table reached on commit drop as " + direct;
    }

    static final String REACHED_IN_ALL =
            reachedBy("select distinct indicator_id, period_start, period_months from observation union" + COUNTED);

    /** The definitions in force, with what aggregation asks of them. */
    private static final String RULE = """
            create temporary table rule on commit drop as
            select x.*,
                   (x.uncertainty_percent / 100) * (x.uncertainty_percent / 100) as relative_variance,
                   f.calculated_from is not null as calculated, f.calculated_from
            from current_indicator x
            cross join lateral (select min(valid_from) as calculated_from from formula f
                                where f.indicator_id = x.indicator_id and f.known_until = 'infinity') f
            """;

    private static final String REACHED_FURTHER = """
            insert into reached
            with direct as (select distinct indicator_id, period_start, period_months from reached)
            select x.indicator_id, t.period_start, t.period_months
            from direct t
            join rule x on t.indicator_id in (x.numerator_id, x.denominator_id, x.weight_id)
            union
            -- The baseline period weighs the coverage of every other one.
            select a.indicator_id, a.period_start, a.period_months
            from direct t
            join programme_indicator i on i.indicator_id = t.indicator_id
            join baseline b on b.programme_indicator_id = i.id and b.known_until = 'infinity'
                and (b.period_start, b.period_months) = (t.period_start, t.period_months)
            join actual a on a.indicator_id = t.indicator_id and a.known_until = 'infinity'
            union
            """ + Estimates.REACHED;

    /** What was reached, and the longer periods that contain it: those of the calendar, and programmes' fiscal years. */
    private static final String DUE = """
            create temporary table due on commit drop as
            select distinct r.indicator_id, p.starts as period_start, m.months::smallint as period_months,
                   (p.starts + make_interval(months => m.months))::date as period_end
            from reached r
            join rule x on x.indicator_id = r.indicator_id
            cross join (
                values (1, 1), (3, 1), (6, 1), (12, 1)
                union
                select 12, fiscal_start from programme) m(months, begins)
            cross join lateral (
                select case when m.months = r.period_months then r.period_start
                            else (make_date(extract(year from r.period_start)::int,
                                      ((extract(month from r.period_start)::int - m.begins + 12) % 12)
                                      / m.months * m.months + 1, 1)
                                  + make_interval(months => m.begins - 1)
                                  - make_interval(years => case when extract(month from r.period_start) < m.begins
                                                                then 1 else 0 end))::date
                       end as starts) p
            where m.months >= r.period_months and (m.months = r.period_months or x.over_time <> 'none')
              and (m.begins - 1) % r.period_months = 0
            """;

    /** What is due, and the numerators, denominators and weights that it needs. */
    private static final String NEED = """
            create temporary table need on commit drop as
            select indicator_id, period_start, period_months, period_end from due
            union
            select n.indicator_id, d.period_start, d.period_months, d.period_end
            from due d
            join rule x on x.indicator_id = d.indicator_id
            cross join lateral (values (x.numerator_id), (x.denominator_id), (x.weight_id)) n(indicator_id)
            where n.indicator_id is not null
            """;

    /** What is stored of what is due, read through the index, for nothing may hang on how large all of it is. */
    private static final String STANDING = """
            create temporary table standing on commit drop as
            select a.*
            from due d
            cross join lateral (
                select * from figure a
                where a.indicator_id = d.indicator_id and a.period_months = d.period_months
                  and a.period_start = d.period_start and a.known_until = 'infinity'
                offset 0) a
            """;

    private static final String SAME = """
            coalesce(f.programme_id, 0) = coalesce(a.programme_id, 0) and f.country = a.country
            and (f.indicator_id, f.disaggregation_id, f.period_start, f.period_months, f.part_of, f.part,
                 f.value, f.status, f.observations, f.reported, f.expected, f.slots_reported, f.slots_expected,
                 f.carried, f.estimated)
              = (a.indicator_id, a.disaggregation_id, a.period_start, a.period_months, a.part_of, a.part,
                 a.value, a.status, a.observations, a.reported, a.expected, a.slots_reported, a.slots_expected,
                 a.carried, a.estimated)
            and (f.volume_share, f.uncertainty, f.gwp_set, f.estimation, f.estimated_value)
                is not distinct from
                (a.volume_share, a.uncertainty, a.gwp_set, a.estimation, a.estimated_value)
            """;

    private static final String CLOSE = """
            update figure
            set known_until = ?::timestamptz
            from standing a
            where figure.id = a.id and not exists (select from fresh f where
            """ + SAME + ")";

    private static final String COLUMNS = """
            programme_id, country, part_of, part, indicator_id, disaggregation_id, period_start, period_months, value,
            status, uncertainty, observations, reported, expected, slots_reported, slots_expected, volume_share, gwp_set,
            carried, estimation, estimated_value, estimated
            """;

    private static final String OPEN =
            "insert into figure (" + COLUMNS + ", run_id, known_from) select " + COLUMNS + """
            , ?, ?::timestamptz
            from fresh f
            where not exists (select from standing a where
            """ + SAME + ")";
}
