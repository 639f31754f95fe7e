package org.scpmonitor.actual;

import org.jooq.DSLContext;

/**
 * What the institutions of a programme that are missing in a total would have reported, by the method that the programme
 * chose for the indicator. It stands beside the total and never in it. Only totals of what is added up over institutions
 * and over time are estimated.
 *
 * <ul>
 *   <li>{@code carried_forward}: the institution's latest of the {@value #REACH} periods before;
 *   <li>{@code interpolated}: on the straight line between its nearest of the {@value #REACH} periods before and after;
 *   <li>{@code baseline_share}: those who reported stood for a share s of the volume of the baseline period, so the others
 *       are estimated at (1 − s)/s of what was reported.
 * </ul>
 */
final class Estimates {

    /** How many periods away a value may be taken from. */
    static final int REACH = 3;

    private Estimates() {}

    /**
     * Adds the estimates to the table {@code fresh}.
     *
     * @param observations name of the table that reported values are read from, shaped as {@code observation}
     */
    static void add(DSLContext sql, String observations) {
        sql.execute(SHARE);
        int missing = sql.execute(MISSING.replace(" observation o", " " + observations + " o"));
        if (missing > 0) {
            sql.execute("analyze missing");
            sql.execute(NEAREST.replace(" observation o", " " + observations + " o"));
        }
        sql.execute("drop table missing");
    }

    /** The periods whose estimates a changed value may enter, beside those that it is in. */
    static final String REACHED = """
            select t.indicator_id, (t.period_start + make_interval(months => k * t.period_months))::date, t.period_months
            from direct t
            cross join generate_series(-%1$d, %1$d) k
            where exists (select from programme_indicator i
                          where i.indicator_id = t.indicator_id and i.estimation in ('carried_forward', 'interpolated'))
            """.formatted(REACH);

    private static final String CHOSEN = """
            join programme_indicator i on i.programme_id = f.programme_id and i.indicator_id = f.indicator_id
            join rule x on x.indicator_id = f.indicator_id and x.over_institutions = 'sum' and x.over_time = 'sum'
            """;

    private static final String SHARE = """
            update fresh g
            set estimation = 'baseline_share', estimated = f.expected - f.reported,
                estimated_value = quotient(f.value * (1 - f.volume_share), f.volume_share)
            from fresh f
            """ + CHOSEN + """
            where g.ctid = f.ctid and f.part_of = '' and f.disaggregation_id = 0
              and i.estimation = 'baseline_share' and f.volume_share > 0 and f.volume_share < 1
              and f.reported < f.expected
            """;

    /** The periods that an institution was to report within a figure's and did not. */
    private static final String MISSING = """
            create temporary table missing on commit drop as
            select distinct f.programme_id, f.indicator_id, f.period_start, f.period_months, i.estimation,
                   a.institution_id, p.starts::date as missing_start, x.period_months as months
            from fresh f
            """ + CHOSEN + """
            join participation m on m.programme_id = f.programme_id
            join current_assignment a on a.institution_id = m.institution_id and a.indicator_id = f.indicator_id
                and a.disaggregation_id = 0
            cross join lateral generate_series(
                f.period_start, f.period_start + make_interval(months => f.period_months - x.period_months),
                make_interval(months => x.period_months)) p(starts)
            where f.part_of = '' and f.disaggregation_id = 0 and f.slots_reported < f.slots_expected
              and i.estimation in ('carried_forward', 'interpolated')
              and a.valid_from <= p.starts and a.valid_until >= p.starts + make_interval(months => x.period_months)
              and m.valid_from < p.starts + make_interval(months => x.period_months) and m.valid_until > p.starts
              and not exists (
                  select from observation o
                  where (o.indicator_id, o.period_start, o.period_months, o.institution_id, o.disaggregation_id)
                      = (f.indicator_id, p.starts::date, x.period_months, a.institution_id, 0)
                    and o.known_until = 'infinity' and o.value is not null)
            """;

    private static final String NEAR = """
            (select o.value, k.k as distance
                 from generate_series(1, %d) k(k)
                 join observation o on o.indicator_id = m.indicator_id
                     and o.period_start = (m.missing_start %s make_interval(months => k.k * m.months))::date
                     and o.period_months = m.months and o.institution_id = m.institution_id
                     and o.disaggregation_id = 0 and o.known_until = 'infinity' and o.value is not null
                 order by k.k limit 1)""";

    private static final String NEAREST =
            """
            update fresh g
            set estimation = e.estimation, estimated = e.institutions, estimated_value = e.value
            from (
                select m.programme_id, m.indicator_id, m.period_start, m.period_months, m.estimation,
                       count(distinct m.institution_id) as institutions,
                       sum(case m.estimation
                               when 'carried_forward' then b.value
                               else b.value + quotient((n.value - b.value) * b.distance, b.distance + n.distance)
                           end) as value
                from missing m
                join lateral """ + NEAR.formatted(REACH, "-") + " b on true\n    left join lateral " + NEAR.formatted(REACH, "+") + """
             n on true
                where m.estimation = 'carried_forward' or n.value is not null
                group by m.programme_id, m.indicator_id, m.period_start, m.period_months, m.estimation
            ) e
            where g.part_of = '' and g.disaggregation_id = 0
              and (g.programme_id, g.indicator_id, g.period_start, g.period_months)
                = (e.programme_id, e.indicator_id, e.period_start, e.period_months)
            """;
}
