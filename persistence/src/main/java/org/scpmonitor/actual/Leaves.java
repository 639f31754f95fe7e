package org.scpmonitor.actual;

import org.jooq.DSLContext;

/**
 * One value for each institution and disaggregation within each period needed, of what was reported and of what formulas
 * made: period by period through the index, so that the cost follows what is due and hangs on no statistics.
 */
final class Leaves {

    private Leaves() {}

    /**
     * Makes the tables {@code leaf} and {@code leaf_factor} for what is in {@code need}.
     *
     * @param observations name of the table that reported values are read from, shaped as {@code observation}
     * @param calculated name of the table of calculated values, shaped as {@code calculated}
     */
    static void make(DSLContext sql, String observations, String calculated) {
        sql.execute(LEAF.replace(" observation o", " " + observations + " o")
                .replace(" calculated o", " " + calculated + " o"));
        sql.execute("analyze leaf");
        sql.execute(LEAF_FACTOR.replace(" calculated o", " " + calculated + " o"));
        sql.execute("analyze leaf_factor");
    }

    private static final String WITHIN = """
            o.indicator_id = n.indicator_id
                  and o.period_start >= n.period_start and o.period_start < n.period_end
                  and (o.period_months = 1
                       or (o.period_start + make_interval(months => o.period_months))::date <= n.period_end)
                  and o.known_until = 'infinity'
            """;

    /**
     * An observation that says why there is no value (not available, not applicable, confidential) counts as not reported:
     * the institution stays expected, so that the total is marked partial and tells that somebody is missing in it.
     */
    private static final String REPORTED = """
            count(*) as slots, max(o.period_start) as latest,
                       bit_or(case o.status when 'P' then 1 when 'E' then 2 when 'B' then 4 else 0 end) as flags
                from observation o
                where o.value is not null and
            """ + WITHIN + """
                group by o.institution_id, o.disaggregation_id) l
            """;

    private static final String CALCULATED = """
            count(*) as slots, max(o.period_start) as latest,
                       bit_or(case o.status when 'P' then 1 when 'E' then 2 when 'B' then 4 else 0 end) as flags,
                       bool_or(o.carried) as carried
                from calculated o
                where
            """ + WITHIN + """
                group by o.institution_id, o.disaggregation_id, o.gwp_set) l
            """;

    /** Once a formula holds in a period, what was reported before doesn't count in it, for the formula's values would be
     * added to it. */
    private static final String NOT_CALCULATED = """
            (x.calculated_from is null
                    or x.calculated_from > (n.period_end - make_interval(months => x.period_months))::date)
            """;

    /**
     * A month's value needs no adding up. The last of several values is looked for apart, for keeping them in
     * order costs more than all the rest.
     */
    private static final String LEAF = """
            create temporary table leaf on commit drop as
            select n.indicator_id, n.period_start, n.period_months, o.institution_id, o.disaggregation_id,
                   '' as gwp_set,
                   case when x.over_time = 'count' then 1 else o.value end as value,
                   case when x.over_time <> 'count' then x.relative_variance * o.value * o.value end as variance,
                   1::bigint as slots, o.period_start as latest,
                   case o.status when 'P' then 1 when 'E' then 2 when 'B' then 4 else 0 end as flags, false as carried
            from need n
            join rule x on x.indicator_id = n.indicator_id and n.period_months = 1
                and """ + NOT_CALCULATED + """
            join observation o on o.indicator_id = n.indicator_id and o.period_start = n.period_start
                and o.period_months = n.period_months and o.known_until = 'infinity' and o.value is not null
            union all
            select n.indicator_id, n.period_start, n.period_months, l.institution_id, l.disaggregation_id, '',
                   case x.over_time
                       when 'sum' then l.total
                       when 'mean' then quotient(l.total, l.slots)
                       when 'count' then l.slots
                   end,
                   case x.over_time
                       when 'sum' then x.relative_variance * l.squares
                       when 'mean' then quotient(x.relative_variance * l.squares, l.slots * l.slots)
                   end,
                   l.slots, l.latest, l.flags, false
            from need n
            join rule x on x.indicator_id = n.indicator_id and n.period_months > 1
                and x.over_time in ('sum', 'mean', 'count')
                and """ + NOT_CALCULATED + """
            cross join lateral (
                select o.institution_id, o.disaggregation_id, sum(o.value) as total,
                       sum(case when x.relative_variance is not null then o.value * o.value end) as squares,
            """ + REPORTED + """
            union all
            select n.indicator_id, n.period_start, n.period_months, l.institution_id, l.disaggregation_id, '',
                   l.value, x.relative_variance * l.value * l.value, l.slots, l.latest, l.flags, false
            from need n
            join rule x on x.indicator_id = n.indicator_id and n.period_months > 1
                and x.over_time not in ('sum', 'mean', 'count')
                and """
            + NOT_CALCULATED + """
            cross join lateral (
                select o.institution_id, o.disaggregation_id,
                       (array_agg(o.value order by o.period_start desc))[1] as value,
            """ + REPORTED + """
            union all
            select n.indicator_id, n.period_start, n.period_months, l.institution_id, l.disaggregation_id, l.gwp_set,
                   case x.over_time
                       when 'sum' then l.total
                       when 'mean' then quotient(l.total, l.slots)
                       when 'count' then l.slots
                   end,
                   case x.over_time
                       when 'sum' then l.variance
                       when 'mean' then quotient(l.variance, l.slots * l.slots)
                   end,
                   l.slots, l.latest, l.flags, l.carried
            from need n
            join rule x on x.indicator_id = n.indicator_id and x.calculated and x.over_time in ('sum', 'mean', 'count')
            cross join lateral (
                select o.institution_id, o.disaggregation_id, o.gwp_set, sum(o.value) as total,
                       sum(o.variance) as variance,
            """ + CALCULATED + """
            union all
            select n.indicator_id, n.period_start, n.period_months, l.institution_id, l.disaggregation_id, l.gwp_set,
                   l.value, l.variance, l.slots, l.latest, l.flags, l.carried
            from need n
            join rule x on x.indicator_id = n.indicator_id and x.calculated
                and x.over_time not in ('sum', 'mean', 'count')
            cross join lateral (
                select o.institution_id, o.disaggregation_id, o.gwp_set,
                       (array_agg(o.value order by o.period_start desc))[1] as value,
                       (array_agg(o.variance order by o.period_start desc))[1] as variance,
            """ + CALCULATED;

    /** What the uncertainty of each factor makes of a leaf, added up over time as the leaf's value is. */
    private static final String LEAF_FACTOR = """
            create temporary table leaf_factor on commit drop as
            select l.indicator_id, l.period_start, l.period_months, l.institution_id, l.disaggregation_id, l.gwp_set,
                   h.factor_version,
                   case x.over_time when 'mean' then quotient(sum(h.half_width), l.slots) else sum(h.half_width)
                   end as half_width
            from leaf l
            join need n on (n.indicator_id, n.period_start, n.period_months)
                         = (l.indicator_id, l.period_start, l.period_months)
            join rule x on x.indicator_id = l.indicator_id and x.calculated and x.over_time <> 'count'
            join calculated o on o.institution_id = l.institution_id and o.disaggregation_id = l.disaggregation_id
                and o.gwp_set = l.gwp_set and (x.over_time in ('sum', 'mean') or o.period_start = l.latest) and
            """ + WITHIN + """
            cross join lateral unnest(o.factor_versions, o.half_widths) h(factor_version, half_width)
            group by l.indicator_id, l.period_start, l.period_months, l.institution_id, l.disaggregation_id, l.gwp_set,
                     h.factor_version, x.over_time, l.slots
            """;
}
