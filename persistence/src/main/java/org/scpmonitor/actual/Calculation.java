package org.scpmonitor.actual;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.formula.Formula;
import org.scpmonitor.formula.FormulaSql;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.formula.Meanings;

/**
 * The values that formulas make of institutions' values, before these are aggregated: what is reached by way of formulas,
 * then the values, one statement for each formula, those that others read first.
 */
final class Calculation {

    private Calculation() {}

    /**
     * Adds to the table {@code reached} what formulas and their formulas make of it, and notes in the table {@code
     * formula_due} which of them have to be computed for which periods.
     */
    static void reach(DSLContext sql) {
        sql.execute(REACHED_BY_FORMULAS);
        sql.execute(DUE);
        sql.execute("analyze formula_due");
    }

    /** Closes and opens what differs between what formulas give and what is stored. */
    static void store(DSLContext sql, long run, Instant moment) {
        sql.execute(CLOSE_WITHOUT_FORMULA, moment);
        compute(sql, "observation", "calculated", formulas -> {
            sql.execute(STANDING, (Object) formulas);
            sql.execute("analyze standing");
            sql.execute(CLOSE, moment);
            sql.execute(OPEN, run, moment);
            sql.execute("drop table standing");
        });
    }

    /**
     * Makes the table {@code calculated_then}, shaped as {@code calculated}, of what formulas would give in the periods
     * due, and of what is stored of the others needed.
     *
     * @param observations name of the table that reported values are read from
     */
    static void foresee(DSLContext sql, String observations) {
        sql.execute(THEN);
        sql.execute("create index on calculated_then (indicator_id, period_start)");
        sql.execute("analyze calculated_then");
        compute(sql, observations, "calculated_then", formulas -> sql.execute(PUT));
    }

    private record Due(int formula, String indicator, String expression, Set<String> reads) {}

    private static void compute(DSLContext sql, String observations, String calculated, Consumer<Integer[]> publish) {
        List<Due> due = new ArrayList<>(sql.fetch(FORMULAS)
                .map(row -> new Due(
                        row.get("id", Integer.class),
                        row.get("code", String.class),
                        row.get("expression", String.class),
                        Set.of(row.get("reads", String[].class)))));
        if (due.isEmpty()) {
            return;
        }
        sql.execute(FACTORS);
        sql.execute("analyze factor_value");
        sql.execute("set local enable_mergejoin = off");
        var meanings = Meanings.read(sql);
        var formulas = new FormulaSql(meanings);
        var vocabulary = new Formulas(sql).vocabulary(AsOf.NOW);
        while (!due.isEmpty()) {
            Set<String> open = new HashSet<>();
            due.forEach(each -> open.add(each.indicator()));
            List<Due> ready = due.stream()
                    .filter(each -> each.reads().stream().noneMatch(open::contains))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Formulas that follow from each other: " + open);
            }
            sql.execute(FRESH);
            for (Due each : ready) {
                if (!(Formula.parse(each.expression(), vocabulary) instanceof Formula formula)) {
                    throw new IllegalStateException(
                            "The formula of " + each.indicator() + " can't be read: " + each.expression());
                }
                sql.execute("insert into calculated_fresh "
                        + formulas.of(each.formula(), each.indicator(), formula.expression())
                                .replace(" observation o", " " + observations + " o")
                                .replace(" calculated o", " " + calculated + " o"));
            }
            sql.execute("analyze calculated_fresh");
            publish.accept(ready.stream().map(Due::formula).toArray(Integer[]::new));
            sql.execute("drop table calculated_fresh");
            due.removeAll(ready);
        }
        sql.execute("drop table factor_value");
        sql.execute("set local enable_mergejoin = on");
    }

    /**
     * The period of a calculated indicator that something lies in, and as many later as the formula looks back. What other
     * acceptances touched enters as well, though their refresh is still to come: a figure that is computed now knows
     * their values, and so must what it is calculated from.
     */
    private static final String REACHED_BY_FORMULAS = """
            insert into reached
            with recursive further as (
                (select indicator_id, period_start, period_months from reached
                 union
                 select indicator_id, period_start, period_months from touched)
                union
                select f.indicator_id, p.period_start, x.period_months
                from further r
                join formula_input n on n.indicator_id = r.indicator_id
                join formula f on f.id = n.formula_id and f.known_until = 'infinity'
                join current_indicator x on x.indicator_id = f.indicator_id and x.period_months >= r.period_months
                cross join lateral (
                    select (make_date(extract(year from r.period_start)::int,
                                (extract(month from r.period_start)::int - 1) / x.period_months * x.period_months + 1, 1)
                            + make_interval(months => x.period_months * n.periods_back))::date as period_start) p
            )
            select * from further
            where indicator_id in (select indicator_id from formula where known_until = 'infinity')
            except
            select * from reached
            """;

    /** What was reached of calculated indicators, with the formula that holds in the period. */
    private static final String DUE = """
            create temporary table formula_due on commit drop as
            select distinct f.id as formula_id, f.indicator_id, r.period_start, r.period_months,
                   (r.period_start + make_interval(months => r.period_months))::date as period_end
            from reached r
            join current_indicator x on x.indicator_id = r.indicator_id and x.period_months = r.period_months
            join (select id, indicator_id, valid_from,
                         lead(valid_from, 1, 'infinity') over (partition by indicator_id order by valid_from) as valid_until
                  from formula where known_until = 'infinity') f
                on f.indicator_id = r.indicator_id and f.valid_from <= r.period_start and f.valid_until > r.period_start
            """;

    private static final String FORMULAS = """
            select f.id, i.code, f.expression,
                   array(select distinct g.code from formula_input n join indicator g on g.id = n.indicator_id
                         where n.formula_id = f.id) as reads
            from formula f
            join indicator i on i.id = f.indicator_id
            where f.id in (select formula_id from formula_due)
            order by f.id
            """;

    /** The factors that hold at the beginning of the periods due, in each country that has institutions. */
    private static final String FACTORS = """
            create temporary table factor_value on commit drop as
            select k.factor_id, c.country, k.period_start, v.variant, a.*
            from (select distinct n.factor_id, d.period_start
                  from formula_due d
                  join formula_factor n on n.formula_id = d.formula_id) k
            cross join (select distinct country from institution) c
            cross join lateral (select distinct variant from factor_version where factor_id = k.factor_id) v
            cross join lateral factor_at(k.factor_id, c.country, v.variant, k.period_start) a
            """;

    private static final String FRESH = """
            create temporary table calculated_fresh on commit drop as
            select institution_id, indicator_id, disaggregation_id, period_start, period_months, gwp_set, status, carried,
                   formula_id, value, variance, factor_versions, half_widths
            from calculated
            with no data
            """;

    private static final String CLOSE_WITHOUT_FORMULA = """
            update calculated c
            set known_until = ?::timestamptz
            from (select distinct indicator_id, period_start, period_months from reached
                  where indicator_id in (select indicator_id from formula)) r
            where c.known_until = 'infinity'
              and (c.indicator_id, c.period_start, c.period_months) = (r.indicator_id, r.period_start, r.period_months)
              and not exists (
                  select from formula_due d
                  where (d.indicator_id, d.period_start, d.period_months)
                      = (c.indicator_id, c.period_start, c.period_months))
            """;

    /** What is stored of what is due, read through the index, for nothing may hang on how large all of it is. */
    private static final String STANDING = """
            create temporary table standing on commit drop as
            select c.*
            from formula_due d
            cross join lateral (
                select c.ctid as place, c.* from calculated c
                where c.known_until = 'infinity' and c.indicator_id = d.indicator_id
                  and c.period_start = d.period_start and c.period_months = d.period_months
                offset 0) c
            where d.formula_id = any (?)
            """;

    private static final String SAME_KEY = """
            (f.indicator_id, f.period_start, f.period_months, f.institution_id, f.disaggregation_id, f.gwp_set)
            = (c.indicator_id, c.period_start, c.period_months, c.institution_id, c.disaggregation_id, c.gwp_set)
            """;

    /** A value that comes out just so again stays as it is, with the formula that made it first. */
    private static final String CLOSE = """
            update calculated
            set known_until = ?::timestamptz
            from standing c
            where calculated.ctid = c.place
              and not exists (
                  select from calculated_fresh f
                  where (f.value, f.status, f.carried, f.factor_versions, f.half_widths)
                      = (c.value, c.status, c.carried, c.factor_versions, c.half_widths)
                    and f.variance is not distinct from c.variance and """ + " " + SAME_KEY + ")";

    private static final String OPEN = """
            insert into calculated (institution_id, indicator_id, disaggregation_id, period_start, period_months, gwp_set,
                                    status, carried, formula_id, run_id, known_from, value, variance, factor_versions,
                                    half_widths)
            select f.institution_id, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months, f.gwp_set,
                   f.status, f.carried, f.formula_id, ?, ?::timestamptz, f.value, f.variance, f.factor_versions,
                   f.half_widths
            from calculated_fresh f
            where not exists (
                select from standing c
                where (f.value, f.status, f.carried, f.factor_versions, f.half_widths)
                    = (c.value, c.status, c.carried, c.factor_versions, c.half_widths)
                  and f.variance is not distinct from c.variance and """ + " " + SAME_KEY + ")";

    /** What is stored in the periods that figures and formulas need, but for those that are due. */
    private static final String THEN = """
            create temporary table calculated_then on commit drop as
            with wanted as (
                select indicator_id, period_start, period_end from need
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
            select c.*
            from span g
            cross join lateral unnest(g.spans) u(days)
            join calculated c on c.indicator_id = g.indicator_id
                and c.period_start >= lower(u.days) and c.period_start < upper(u.days) and c.known_until = 'infinity'
            where not exists (
                select from formula_due d
                where (d.indicator_id, d.period_start, d.period_months)
                    = (c.indicator_id, c.period_start, c.period_months))
            """;

    private static final String PUT = """
            insert into calculated_then (institution_id, indicator_id, disaggregation_id, period_start, period_months,
                                         gwp_set, status, carried, formula_id, run_id, known_from, known_until, value,
                                         variance, factor_versions, half_widths)
            select institution_id, indicator_id, disaggregation_id, period_start, period_months, gwp_set, status, carried,
                   formula_id, 0, 'epoch', 'infinity', value, variance, factor_versions, half_widths
            from calculated_fresh
            """;
}
