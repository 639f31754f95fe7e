package org.scpmonitor.actual;

import org.jooq.DSLContext;

/**
 * The figures of the scopes, from the leaves of their members: value, coverage and uncertainty. Uncertainty by approach 1
 * of the IPCC 2006 Guidelines (volume 1, chapter 3), with what shares a factor added up before it is squared.
 */
final class Aggregates {

    private Aggregates() {}

    /**
     * Makes the table {@code fresh} of what is {@code due}.
     *
     * @param observations name of the table that baseline volumes are read from, shaped as {@code observation}
     * @param calculated the same for calculated values, shaped as {@code calculated}
     */
    static void make(DSLContext sql, String observations, String calculated) {
        // Guesses of how many rows these tables give are poor; what they join by is always equal.
        sql.execute("set local enable_nestloop = off");
        sql.execute(BASE.replace(" observation o", " " + observations + " o")
                .replace(" calculated o", " " + calculated + " o"));
        sql.execute(SUMMED);
        sql.execute("analyze summed");
        sql.execute(SPREAD);
        sql.execute("analyze spread");
        sql.execute(FRESH);
        sql.execute("drop table base, summed, spread");
        sql.execute("analyze fresh");
        sql.execute("set local enable_nestloop = on");
    }

    /** What each institution stood for in the period that a programme starts from. */
    private static final String BASE = """
            create temporary table base on commit drop as
            select s.scope_id, i.indicator_id, o.institution_id, o.value
            from programme_indicator i
            join scope s on s.programme_id = i.programme_id
            join baseline b on b.programme_indicator_id = i.id and b.known_until = 'infinity'
            join rule x on x.indicator_id = i.indicator_id and x.over_institutions = 'sum'
            join (
                select o.indicator_id, o.institution_id, o.period_start, o.period_months, '' as gwp_set, o.value
                from observation o
                where o.disaggregation_id = 0 and o.known_until = 'infinity' and o.value is not null
                union all
                select o.indicator_id, o.institution_id, o.period_start, o.period_months, o.gwp_set, o.value
                from calculated o
                where o.disaggregation_id = 0 and o.known_until = 'infinity'
            ) o on o.indicator_id = i.indicator_id and o.period_start = b.period_start
                and o.period_months = b.period_months and o.gwp_set in ('', s.gwp_set)
            where i.indicator_id in (select indicator_id from due)
              and exists (select from member m where m.scope_id = s.scope_id and m.institution_id = o.institution_id)
            """;

    /**
     * Twelve months that are put together of shorter periods are the scope's fiscal year, and the calendar year of all that
     * have no other.
     */
    private static final String MEMBERSHIP = """
            join member m on m.institution_id = l.institution_id
                    and m.valid_from < d.period_end and m.valid_until > d.period_start
                join scope s on s.scope_id = m.scope_id and l.gwp_set in ('', s.gwp_set)
                    and (d.period_months <> 12 or x.period_months = 12
                         or extract(month from d.period_start) = s.fiscal_start)
            """;

    private static final String LEAF_OF_DUE = """
            from due d
                join rule x on x.indicator_id = d.indicator_id
                join leaf l on l.indicator_id = d.indicator_id
                    and (l.period_start, l.period_months) = (d.period_start, d.period_months)
            """ + MEMBERSHIP;

    /** {@code divisor}: what the sum of half-widths is divided by; {@code chosen}: the one institution that counts. */
    private static final String SUMMED = """
            create temporary table summed on commit drop as
            with weight as materialized (
                select * from leaf where disaggregation_id = 0 and indicator_id in (select weight_id from rule)
            ), plain as (
                select s.scope_id, l.indicator_id, l.disaggregation_id, l.period_start, l.period_months,
                       case x.over_institutions
                           when 'sum' then sum(l.value)
                           when 'count' then count(*)
                           when 'mean' then quotient(sum(l.value), count(*))
                           when 'weighted_mean' then quotient(sum(l.value * w.value), sum(w.value))
                           when 'none' then case when count(*) = 1 then min(l.value) end
                       end as value,
                       case x.over_institutions
                           when 'sum' then sum(l.variance)
                           when 'mean' then quotient(sum(l.variance), count(*) * count(*))
                           when 'weighted_mean' then
                               quotient(sum(l.variance * w.value * w.value), sum(w.value) * sum(w.value))
                           when 'none' then min(l.variance)
                       end as variance,
                       case x.over_institutions
                           when 'mean' then count(*)
                           when 'weighted_mean' then sum(w.value)
                           else 1
                       end as divisor,
                       null::int as chosen, null::numeric as above, null::numeric as below,
                       bit_or(l.flags) as flags, bool_or(l.carried) as carried, max(l.gwp_set) as gwp_set,
                       sum(l.slots) as observations, count(*) as reported, sum(l.slots) as slots,
                       sum(b.value) as base
                """ + LEAF_OF_DUE + """
                left join weight w on w.indicator_id = x.weight_id and w.institution_id = l.institution_id
                    and (w.period_start, w.period_months) = (l.period_start, l.period_months)
                left join base b on b.scope_id = s.scope_id and b.indicator_id = l.indicator_id
                    and b.institution_id = l.institution_id
                where x.over_institutions not in ('ratio', 'last')
                group by s.scope_id, l.indicator_id, l.disaggregation_id, l.period_start, l.period_months,
                         x.over_institutions
            ), latest as (
                select s.scope_id, l.indicator_id, l.disaggregation_id, l.period_start, l.period_months,
                       (array_agg(l.value order by l.latest desc, l.institution_id))[1] as value,
                       (array_agg(l.variance order by l.latest desc, l.institution_id))[1] as variance,
                       1 as divisor, (array_agg(l.institution_id order by l.latest desc, l.institution_id))[1] as chosen,
                       null::numeric as above, null::numeric as below,
                       bit_or(l.flags) as flags, bool_or(l.carried) as carried, max(l.gwp_set) as gwp_set,
                       sum(l.slots) as observations, count(*) as reported, sum(l.slots) as slots,
                       null::numeric as base
                """ + LEAF_OF_DUE + """
                where x.over_institutions = 'last'
                group by s.scope_id, l.indicator_id, l.disaggregation_id, l.period_start, l.period_months
            ), pair as (
                select s.scope_id, x.indicator_id, l.disaggregation_id, l.period_start, l.period_months, x.ratio_factor,
                       sum(l.value) as above, sum(q.value) as below,
                       sum(l.variance) as variance_above, sum(q.variance) as variance_below,
                       bit_or(l.flags | q.flags) as flags, bool_or(l.carried or q.carried) as carried,
                       max(greatest(l.gwp_set, q.gwp_set)) as gwp_set,
                       sum(l.slots + q.slots) as observations, count(*) as reported, sum(l.slots) as slots
                from due d
                join rule x on x.indicator_id = d.indicator_id and x.over_institutions = 'ratio'
                join leaf l on l.indicator_id = x.numerator_id
                    and (l.period_start, l.period_months) = (d.period_start, d.period_months)
                """ + MEMBERSHIP + """
                join leaf q on q.indicator_id = x.denominator_id and q.institution_id = l.institution_id
                    and q.disaggregation_id = 0 and q.gwp_set in ('', s.gwp_set)
                    and (q.period_start, q.period_months) = (d.period_start, d.period_months)
                group by s.scope_id, x.indicator_id, x.ratio_factor, l.disaggregation_id, l.period_start,
                         l.period_months
            )
            select * from plain
            union all
            select * from latest
            union all
            select scope_id, indicator_id, disaggregation_id, period_start, period_months,
                   quotient(above * ratio_factor, below),
                   case when coalesce(variance_above, variance_below) is not null then
                       quotient(ratio_factor * ratio_factor * (coalesce(variance_above, 0) * below * below
                                                               + coalesce(variance_below, 0) * above * above),
                                below * below * below * below) end,
                   1, null, above * ratio_factor, below, flags, carried, gwp_set, observations, reported, slots, null
            from pair
            """;

    /** Per factor version the half-widths are added up, and squared then. */
    private static final String SPREAD = """
            create temporary table spread on commit drop as
            select scope_id, indicator_id, disaggregation_id, period_start, period_months,
                   sum(half_width * half_width) as squares
            from (
                select f.scope_id, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months,
                       h.factor_version, quotient(sum(h.half_width * coalesce(w.value, 1)), f.divisor) as half_width
                from summed f
                join rule x on x.indicator_id = f.indicator_id and x.calculated and x.over_institutions <> 'count'
                join scope s on s.scope_id = f.scope_id
                join leaf_factor h on h.indicator_id = f.indicator_id and h.disaggregation_id = f.disaggregation_id
                    and (h.period_start, h.period_months) = (f.period_start, f.period_months)
                    and h.gwp_set in ('', s.gwp_set) and h.institution_id = coalesce(f.chosen, h.institution_id)
                join member m on m.scope_id = f.scope_id and m.institution_id = h.institution_id
                    and m.valid_from < f.period_start + make_interval(months => f.period_months)
                    and m.valid_until > f.period_start
                left join leaf w on w.indicator_id = x.weight_id and w.institution_id = h.institution_id
                    and w.disaggregation_id = 0
                    and (w.period_start, w.period_months) = (f.period_start, f.period_months)
                where f.above is null and (x.weight_id is null or w.value is not null)
                group by f.scope_id, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months,
                         h.factor_version, f.divisor
                union all
                select f.scope_id, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months,
                       h.factor_version,
                       quotient(sum(case when h.indicator_id = x.numerator_id
                                         then h.half_width * x.ratio_factor * f.below
                                         else - h.half_width * f.above end), f.below * f.below)
                from summed f
                join rule x on x.indicator_id = f.indicator_id and x.over_institutions = 'ratio'
                join scope s on s.scope_id = f.scope_id
                join leaf_factor h
                    on (h.indicator_id, h.disaggregation_id) in ((x.numerator_id, f.disaggregation_id),
                                                                 (x.denominator_id, 0))
                    and (h.period_start, h.period_months) = (f.period_start, f.period_months)
                    and h.gwp_set in ('', s.gwp_set)
                join member m on m.scope_id = f.scope_id and m.institution_id = h.institution_id
                    and m.valid_from < f.period_start + make_interval(months => f.period_months)
                    and m.valid_until > f.period_start
                where exists (select from leaf l
                              where l.indicator_id = x.numerator_id and l.institution_id = h.institution_id
                                and l.disaggregation_id = f.disaggregation_id
                                and (l.period_start, l.period_months) = (f.period_start, f.period_months))
                  and exists (select from leaf l
                              where l.indicator_id = x.denominator_id and l.institution_id = h.institution_id
                                and l.disaggregation_id = 0
                                and (l.period_start, l.period_months) = (f.period_start, f.period_months))
                group by f.scope_id, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months,
                         h.factor_version, f.below
            ) each
            group by scope_id, indicator_id, disaggregation_id, period_start, period_months
            """;

    private static final String FRESH = """
            create temporary table fresh on commit drop as
            select s.programme_id, s.country, s.part_of, s.part, f.indicator_id, f.disaggregation_id, f.period_start,
                   f.period_months, f.value,
                   case when f.flags & 1 > 0 then 'P' when f.flags & 2 > 0 then 'E' when f.flags & 4 > 0 then 'B' else ''
                   end as status,
                   case when coalesce(f.variance, p.squares) is not null
                        then relative_half_width(coalesce(f.variance, 0) + coalesce(p.squares, 0), f.value)
                   end as uncertainty,
                   f.observations::bigint as observations,
                   f.reported::int as reported,
                   greatest(f.reported, coalesce(e.institutions, 0))::int as expected,
                   f.slots::int as slots_reported,
                   greatest(f.slots, coalesce(e.slots, 0))::int as slots_expected,
                   quotient(f.base, t.value) as volume_share,
                   nullif(f.gwp_set, '') as gwp_set, f.carried,
                   null::text as estimation, null::numeric as estimated_value, 0 as estimated
            from summed f
            join scope s on s.scope_id = f.scope_id
            left join spread p on p.scope_id = f.scope_id
                and (p.indicator_id, p.disaggregation_id, p.period_start, p.period_months)
                  = (f.indicator_id, f.disaggregation_id, f.period_start, f.period_months)
            left join expected e on e.scope_id = f.scope_id
                and (e.indicator_id, e.period_start, e.period_months)
                  = (f.indicator_id, f.period_start, f.period_months)
            left join (select scope_id, indicator_id, sum(value) as value from base group by scope_id, indicator_id) t
                on t.scope_id = f.scope_id and t.indicator_id = f.indicator_id
            where f.value is not null
            """;
}
