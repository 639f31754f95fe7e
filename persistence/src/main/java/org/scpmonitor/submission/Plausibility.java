package org.scpmonitor.submission;

import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Asks about values that can be right but rarely are, set by set over all staged values and what is known now.
 *
 * <ul>
 *   <li>A jump is a change beyond what the indicator allows, in either direction, against the same series a year
 *       earlier: in the same file, else as known now. From zero there is no percentage; it is asked about unless the
 *       indicator allows a hundredfold change, which says that its series start and stop. A value that is said to begin
 *       a new series isn't compared.
 *   <li>An outlier has a modified z above 3.5 among the institution's earlier values of the series: those known now, for
 *       periods before the first one that the file has of the series, so that a file's own values don't vouch for each
 *       other. Parts of a year are compared with the same part of earlier years where there are ten of them, and else
 *       with all earlier ones, whose spread then holds the season. With fewer than ten, or where all are equal, only the
 *       jump is asked about. Judged in double precision.
 *   <li>Parts of one dimension exceed their total beyond what rounding explains: by more than a thousandth of the total,
 *       and by more than half a unit of the last decimal for each part and the total. Only of indicators that add up
 *       over institutions: shares and means of parts don't add up to their total's.
 *   <li>A cumulative series falls below the value of the period before it that is in the file or known.
 * </ul>
 */
@Repository
public class Plausibility {

    private static final int MOST_PER_CODE = 100_000;

    /** Marks the value whose parts exceed it; the bits of {@link Defect} grow from the other end. */
    private static final int EXCEEDED = 1 << 30;

    private final DSLContext sql;
    private final Findings findings;

    Plausibility(DSLContext sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    /**
     * Keeps the findings. Part of the caller's transaction, after {@link References#resolve} and before explanations are
     * looked for.
     *
     * @return number of values that can't be accepted for what was found here
     */
    public long check(long submission) {
        String values = StagedValues.values(submission);
        sql.execute(SENT.formatted(values));
        sql.execute("analyze sent");
        sql.execute(PERIODS.formatted(values));
        sql.execute(
                "create temporary table doubt (code text not null, sheet smallint not null, row_number int not null,"
                        + " column_number smallint not null, arguments text[] not null) on commit drop");
        sql.execute(JUMPS.formatted(values));
        if (sql.fetchSingle("select exists (select from known_period)").get(0, Boolean.class)) {
            sql.execute(OUTLIERS.formatted(values));
        }
        if (sql.fetchSingle("select exists (select from sent join indicator_dimension using (indicator_id))")
                .get(0, Boolean.class)) {
            sql.execute(EXCEEDED_TOTALS.formatted(values));
        }
        if (sql.fetchSingle("select exists (select from sent join current_indicator using (indicator_id)"
                        + " where cumulative)")
                .get(0, Boolean.class)) {
            sql.execute(FALLS.formatted(values));
        }
        long refused = tell(submission, values);
        sql.execute("drop table sent, sent_period, known_period, doubt");
        return refused;
    }

    private long tell(long submission, String values) {
        Map<FindingCode, Long> occurrences = new EnumMap<>(FindingCode.class);
        sql.fetch("select code, count(*) from doubt group by code")
                .forEach(row -> occurrences.put(FindingCode.valueOf(row.get(0, String.class)), row.get(1, Long.class)));
        occurrences
                .keySet()
                .forEach(code -> sql.execute(
                        TELL.formatted(values),
                        submission,
                        code.severity().name(),
                        code.name(),
                        MOST_PER_CODE,
                        submission));
        findings.count(submission, occurrences);
        return sql.execute(
                "update " + values
                        + " v set defects = v.defects | ? from doubt d where d.code = ? and d.sheet = v.sheet"
                        + " and d.row_number = v.row_number and d.column_number = v.column_number",
                EXCEEDED,
                FindingCode.PARTS_EXCEED_TOTAL.name());
    }

    /** The series that the file reports, each with the first and last period for which it does. */
    private static final String SENT = """
            create temporary table sent on commit drop as
            select indicator_id, institution_id, disaggregation_id, period_months,
                   min(period_start) as first, max(period_start) as last
            from %s
            where defects = 0 and value is not null
            group by indicator_id, institution_id, disaggregation_id, period_months
            """;

    /** The periods in the file, and those before for which anything is known; each few, however many values. */
    private static final String PERIODS = """
            create temporary table sent_period on commit drop as
            select indicator_id, period_months, period_start from %s
            where defects = 0 and value is not null
            group by indicator_id, period_months, period_start;
            create temporary table known_period on commit drop as
            with recursive reported as (
                select indicator_id, max(last) as last from sent group by indicator_id
            ), step as (
                select r.indicator_id, r.last,
                       (select min(o.period_start) from observation o
                        where o.indicator_id = r.indicator_id and o.known_until = 'infinity') as period_start
                from reported r
                union all
                select s.indicator_id, s.last,
                       (select min(o.period_start) from observation o
                        where o.indicator_id = s.indicator_id and o.period_start > s.period_start
                          and o.known_until = 'infinity')
                from step s
                where s.period_start < s.last
            )
            select indicator_id, period_start from step where period_start < last;
            analyze sent_period;
            analyze known_period
            """;

    private static final String JUMPS = """
            insert into doubt
            select case when before = 0 then 'JUMP_FROM_ZERO' else 'YEAR_ON_YEAR_JUMP' end,
                   sheet, row_number, column_number,
                   case when before = 0 then array[period_text(year_before, period_months)]
                        else array[trim_scale(round((value - before) * 100 / abs(before), 1))::text,
                                   trim_scale(before)::text, period_text(year_before, period_months), unit]
                   end
            from (
                select v.sheet, v.row_number, v.column_number, v.value, v.period_months, y.year_before,
                       coalesce(f.value, o.value) as before, x.allowed_jump_percent, x.unit
                from %1$s v
                cross join lateral (select (v.period_start - interval '1 year')::date as year_before) y
                join current_indicator x on x.indicator_id = v.indicator_id
                left join %1$s f on f.indicator_id = v.indicator_id and f.period_start = y.year_before
                    and f.period_months = v.period_months and f.institution_id = v.institution_id
                    and f.disaggregation_id = v.disaggregation_id and f.defects = 0
                left join observation o on o.indicator_id = v.indicator_id and o.period_start = y.year_before
                    and o.period_months = v.period_months and o.institution_id = v.institution_id
                    and o.disaggregation_id = v.disaggregation_id and o.known_until = 'infinity'
                    and f.indicator_id is null
                where v.defects = 0 and v.value is not null and v.status <> 'B'
                  and (v.indicator_id, y.year_before, v.period_months) in (
                      select indicator_id, period_start, period_months from sent_period
                      union all
                      select k.indicator_id, k.period_start, m.months from known_period k
                      cross join (values (1), (3), (6), (12)) m (months))
            ) compared
            where case when before = 0 then value <> 0 and allowed_jump_percent < 10000
                       else abs(value - before) * 100 > allowed_jump_percent * abs(before) end
            """;

    private static final String OUTLIERS = """
            insert into doubt
            with enough as (
                select indicator_id from known_period group by indicator_id having count(*) >= 10
            ), earlier as (
                select s.indicator_id, s.institution_id, s.disaggregation_id, s.period_months,
                       case when g.seasonal then extract(month from o.period_start)::int end as season,
                       o.value::double precision as value
                from sent s
                join enough e on e.indicator_id = s.indicator_id
                join known_period k on k.indicator_id = s.indicator_id and k.period_start < s.first
                join observation o on o.indicator_id = s.indicator_id and o.period_start = k.period_start
                    and o.period_months = s.period_months and o.institution_id = s.institution_id
                    and o.disaggregation_id = s.disaggregation_id and o.known_until = 'infinity'
                    and o.value is not null
                cross join (values (false), (true)) g (seasonal)
                where not g.seasonal or s.period_months < 12
            ), middle as (
                select indicator_id, institution_id, disaggregation_id, period_months, season,
                       percentile_cont(0.5) within group (order by value) as median
                from earlier
                group by indicator_id, institution_id, disaggregation_id, period_months, season
                having count(*) >= 10
            ), spread as (
                select m.indicator_id, m.institution_id, m.disaggregation_id, m.period_months, m.season, m.median,
                       percentile_cont(0.5) within group (order by abs(e.value - m.median)) as mad,
                       avg(abs(e.value - m.median)) as mean_ad
                from middle m
                join earlier e on e.indicator_id = m.indicator_id and e.institution_id = m.institution_id
                    and e.disaggregation_id = m.disaggregation_id and e.period_months = m.period_months
                    and e.season is not distinct from m.season
                group by m.indicator_id, m.institution_id, m.disaggregation_id, m.period_months, m.season, m.median
            )
            select 'OUTLIER', v.sheet, v.row_number, v.column_number,
                   array[trim_scale(round(z.z::numeric, 1))::text, trim_scale(w.median::numeric)::text, x.unit]
            from %1$s v
            join current_indicator x on x.indicator_id = v.indicator_id
            left join spread t on t.indicator_id = v.indicator_id and t.institution_id = v.institution_id
                and t.disaggregation_id = v.disaggregation_id and t.period_months = v.period_months
                and t.season = extract(month from v.period_start)
            join spread a on a.indicator_id = v.indicator_id and a.institution_id = v.institution_id
                and a.disaggregation_id = v.disaggregation_id and a.period_months = v.period_months
                and a.season is null
            cross join lateral (
                select case when t.season is null then a.median else t.median end as median,
                       case when t.season is null then a.mad else t.mad end as mad,
                       case when t.season is null then a.mean_ad else t.mean_ad end as mean_ad) w
            cross join lateral (select modified_z(v.value::double precision, w.median, w.mad, w.mean_ad) as z) z
            where v.defects = 0 and v.status <> 'B' and z.z > 3.5
            """;

    private static final String EXCEEDED_TOTALS = """
            insert into doubt
            with parted as materialized (
                select x.indicator_id, x.unit
                from current_indicator x
                where x.over_institutions = 'sum'
                  and exists (select from indicator_dimension d where d.indicator_id = x.indicator_id)
            ), whole as materialized (
                select v.indicator_id, v.institution_id, v.period_start, v.period_months
                from %1$s v
                join parted on parted.indicator_id = v.indicator_id
                where v.defects = 0 and v.value is not null
                group by v.indicator_id, v.institution_id, v.period_start, v.period_months
            ), portion as materialized (
                select d.id, coalesce(min(p.dimension), '') as dimension
                from disaggregation d
                left join disaggregation_part p on p.disaggregation_id = d.id
                group by d.id
                having count(p.dimension) <= 1
            ), told as (
                select v.indicator_id, v.institution_id, v.period_start, v.period_months, v.disaggregation_id,
                       v.value, v.reported_value, array[v.sheet, v.row_number, v.column_number] as place
                from %1$s v
                join parted on parted.indicator_id = v.indicator_id
                where v.defects = 0
                union all
                select o.indicator_id, o.institution_id, o.period_start, o.period_months, o.disaggregation_id,
                       o.value, o.reported_value, null
                from whole w
                join observation o using (indicator_id, institution_id, period_start, period_months)
                where o.known_until = 'infinity'
            ), figure as (
                select indicator_id, institution_id, period_start, period_months, disaggregation_id,
                       max(place) as place,
                       case when max(place) is null then max(value)
                            else max(value) filter (where place is not null) end as value,
                       case when max(place) is null then max(reported_value)
                            else max(reported_value) filter (where place is not null) end as reported_value
                from told
                group by indicator_id, institution_id, period_start, period_months, disaggregation_id
            ), added as (
                select f.indicator_id, f.institution_id, f.period_start, f.period_months, p.dimension,
                       sum(f.value) as value, count(*) as number, max(scale(f.reported_value)) as decimals,
                       max(case when f.value = f.reported_value or f.reported_value = 0 then 1
                                else abs(f.value / f.reported_value) end) as factor,
                       min(f.place) as place
                from figure f
                join portion p on p.id = f.disaggregation_id
                where f.value is not null
                group by f.indicator_id, f.institution_id, f.period_start, f.period_months, p.dimension
            ), compared as (
                select a.indicator_id, a.dimension, a.value as parts,
                       max(a.value) filter (where a.dimension = '') over w as total,
                       coalesce(min(a.place) filter (where a.dimension = '') over w, a.place) as place,
                       (a.number + 1) * 0.5 * a.factor * power(10::numeric, -max(a.decimals) over w) as rounding
                from added a
                window w as (partition by a.indicator_id, a.institution_id, a.period_start, a.period_months)
            )
            select distinct on (c.place)
                   'PARTS_EXCEED_TOTAL', c.place[1], c.place[2], c.place[3],
                   array[trim_scale(c.parts)::text, trim_scale(c.total)::text, parted.unit]
            from compared c
            join parted on parted.indicator_id = c.indicator_id
            where c.dimension <> '' and c.place is not null
              and c.parts > c.total + greatest(abs(c.total) / 1000, c.rounding)
            order by c.place, c.parts desc
            """;

    private static final String FALLS = """
            insert into doubt
            with series as (
                select s.* from sent s join current_indicator x on x.indicator_id = s.indicator_id and x.cumulative
            ), told as (
                select v.indicator_id, v.institution_id, v.disaggregation_id, v.period_months, v.period_start, v.value,
                       v.status, array[v.sheet, v.row_number, v.column_number] as place
                from %1$s v
                join series using (indicator_id, institution_id, disaggregation_id, period_months)
                where v.defects = 0
                union all
                select o.indicator_id, o.institution_id, o.disaggregation_id, o.period_months, o.period_start, o.value,
                       o.status, null
                from series s
                join known_period k on k.indicator_id = s.indicator_id
                join observation o on o.indicator_id = s.indicator_id and o.period_start = k.period_start
                    and o.period_months = s.period_months and o.institution_id = s.institution_id
                    and o.disaggregation_id = s.disaggregation_id and o.known_until = 'infinity'
            ), point as (
                select indicator_id, institution_id, disaggregation_id, period_months, period_start,
                       max(place) as place, max(status) filter (where place is not null) as status,
                       case when max(place) is null then max(value)
                            else max(value) filter (where place is not null) end as value
                from told
                group by indicator_id, institution_id, disaggregation_id, period_months, period_start
            ), followed as (
                select p.*, lag(value) over w as before, lag(period_start) over w as period_before
                from point p
                where value is not null
                window w as (partition by indicator_id, institution_id, disaggregation_id, period_months
                             order by period_start)
            )
            select 'CUMULATIVE_FALL', f.place[1], f.place[2], f.place[3],
                   array[trim_scale(f.before)::text, period_text(f.period_before, f.period_months), x.unit]
            from followed f
            join current_indicator x on x.indicator_id = f.indicator_id
            where f.place is not null and f.status <> 'B' and f.value < f.before
            """;

    private static final String TELL = """
            insert into finding (submission_id, severity, code, sheet, row_number, column_number, read, arguments)
            select ?, ?, d.code, coalesce(s.name, ''), d.row_number, d.column_number,
                   case when length(v.text_read) > 200 then left(v.text_read, 199) || '…' else v.text_read end,
                   d.arguments
            from (
                select * from doubt where code = ? order by sheet, row_number, column_number limit ?) d
            join %s v on v.sheet = d.sheet and v.row_number = d.row_number and v.column_number = d.column_number
            left join submission_sheet s on s.submission_id = ? and s.sheet = d.sheet
            order by d.sheet, d.row_number, d.column_number
            """;
}
