package org.scpmonitor.actual;

import org.jooq.DSLContext;

/**
 * Whose values count in which figures, and how many institutions are to report for them: a country, each of its regions
 * and sectors, and a programme while the institutions take part in it.
 */
final class Scopes {

    private Scopes() {}

    /** Makes the tables {@code scope}, {@code member} and {@code expected} for what is {@code due}. */
    static void make(DSLContext sql) {
        sql.execute(SCOPE);
        sql.execute(MEMBER);
        sql.execute("analyze scope");
        sql.execute("analyze member");
        sql.execute(DUTY);
        sql.execute("analyze duty");
        sql.execute(EXPECTED);
        sql.execute("analyze expected");
    }

    /**
     * A country's own figures take the warming potentials of the Fifth Assessment Report, as the Paris Agreement's rules of
     * reporting do (decision 18/CMA.1, annex, paragraph 37).
     */
    private static final String SCOPE = """
            create temporary table scope on commit drop as
            select (row_number() over ())::int as scope_id, s.*
            from (
                select null::int as programme_id, code as country, '' as part_of, '' as part, 'AR5' as gwp_set,
                       1::smallint as fiscal_start
                from country
                union all
                select id, country, '', '', gwp_set, fiscal_start from programme
                union all
                select distinct null::int, country, 'region', region, 'AR5', 1::smallint
                from institution where region <> ''
                union all
                select distinct null::int, country, 'sector', sector, 'AR5', 1::smallint
                from institution where sector <> ''
            ) s
            """;

    private static final String MEMBER = """
            create temporary table member on commit drop as
            select s.scope_id, i.id as institution_id, '-infinity'::date as valid_from, 'infinity'::date as valid_until
            from scope s
            join institution i on i.country = s.country
                and s.part = case s.part_of when 'region' then i.region when 'sector' then i.sector else '' end
            where s.programme_id is null
            union all
            select s.scope_id, m.institution_id, m.valid_from, m.valid_until
            from scope s
            join participation m on m.programme_id = s.programme_id
            """;

    /**
     * How many institutions are to report an indicator in a scope, by the spans in which they are to and belong to it. A
     * ratio is owed with its numerator, a calculated indicator with any of what its formulas read.
     */
    private static final String DUTY = """
            create temporary table duty on commit drop as
            with recursive source as (
                select distinct x.indicator_id, coalesce(x.numerator_id, x.indicator_id) as source_id
                from due d
                join rule x on x.indicator_id = d.indicator_id
                union
                select s.indicator_id, coalesce(x.numerator_id, x.indicator_id)
                from source s
                join formula f on f.indicator_id = s.source_id and f.known_until = 'infinity'
                join formula_input i on i.formula_id = f.id
                join rule x on x.indicator_id = i.indicator_id
            )
            select scope_id, indicator_id, spans, count(*) as institutions
            from (
                select m.scope_id, s.indicator_id, a.institution_id,
                       range_agg(daterange(a.valid_from, a.valid_until))
                           * range_agg(daterange(m.valid_from, m.valid_until)) as spans
                from source s
                join current_assignment a on a.indicator_id = s.source_id and a.disaggregation_id = 0
                join member m on m.institution_id = a.institution_id
                group by m.scope_id, s.indicator_id, a.institution_id
            ) each
            group by scope_id, indicator_id, spans
            """;

    private static final String EXPECTED = """
            create temporary table expected on commit drop as
            select y.scope_id, d.indicator_id, d.period_start, d.period_months,
                   sum(y.institutions) as institutions, sum(y.institutions * o.slots) as slots
            from due d
            join rule x on x.indicator_id = d.indicator_id
            join duty y on y.indicator_id = d.indicator_id
            cross join lateral (
                select sum(((extract(year from ends) - extract(year from starts))::int * 12
                            + (extract(month from ends) - extract(month from starts))::int) / x.period_months) as slots
                from (
                    select greatest(lower(u.span), d.period_start) as starts, least(upper(u.span), d.period_end) as ends
                    from unnest(y.spans) u(span)
                    where lower(u.span) < d.period_end and upper(u.span) > d.period_start) overlap) o
            where o.slots is not null
            group by y.scope_id, d.indicator_id, d.period_start, d.period_months
            """;
}
