package org.scpmonitor.submission;

import static org.scpmonitor.schema.Tables.DIMENSION_CODE;
import static org.scpmonitor.schema.Tables.DISAGGREGATION;
import static org.scpmonitor.schema.Tables.DISAGGREGATION_PART;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;
import org.springframework.stereotype.Repository;

/**
 * Looks up what the rows of a submission refer to, converts their values to the indicators' units and marks every
 * {@link Defect}: one statement for all rows.
 */
@Repository
public class References {

    private final DSLContext sql;
    private final Clock clock;

    References(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Fills the table of values from the table of rows, in the order in which observations are looked for. Part of the
     * caller's transaction.
     */
    public void resolve(long submission) {
        keep(submission, lookUp(submission));
    }

    /** That the values of a submission were looked up in the catalogue as of this change. Part of the caller's transaction. */
    public void keep(long submission, long change) {
        sql.execute("update submission set catalogue_seen = ? where id = ?", change, submission);
    }

    /**
     * {@link #resolve}, yet leaves the submission's own row to others, who may step in meanwhile; {@link #keep} is left to
     * the caller.
     *
     * @return the catalogue's newest change beforehand
     */
    public long lookUp(long submission) {
        long newest = sql.fetchSingle(NEWEST_CHANGE).get(0, Long.class);
        sql.execute("set local work_mem = '192MB'");
        String rows = StagedValues.rows(submission);
        String values = StagedValues.values(submission);
        sql.execute("drop table if exists " + values);
        sql.execute("create unlogged table " + values + " (like staged_value)");
        sql.execute(WRITTEN.formatted(rows));
        registerDisaggregations();
        Conversions conversions = conversions();
        sql.execute(
                MEANT,
                submission,
                conversions.indicators(),
                conversions.units(),
                conversions.factors(),
                conversions.exact(),
                conversions.defects());
        sql.execute(SPAN.formatted(rows), submission, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        sql.execute("analyze meant");
        sql.execute("analyze span");
        sql.execute(SHUT, submission);
        sql.execute("analyze shut");
        // Both are small beside the rows: whatever is estimated, they are to be hashed, and the rows sorted but once.
        sql.execute("set local enable_nestloop = off");
        sql.execute("set local enable_mergejoin = off");
        if (isSummed(submission)) {
            String parts = StagedValues.parts(submission);
            sql.execute("drop table if exists " + parts);
            sql.execute("create unlogged table " + parts + " (like staged_value)");
            sql.execute(RESOLVE.formatted(parts, rows, "0", "defects"));
            sql.execute("analyze " + parts);
            sql.execute(SUM.formatted(values, parts));
        } else {
            sql.execute(RESOLVE.formatted(values, rows, RANGE, DUPLICATE));
        }
        sql.execute("set local enable_nestloop = on");
        sql.execute("set local enable_mergejoin = on");
        sql.execute("drop table written, meant, span, shut");
        sql.execute("analyze " + values);
        note(submission, values);
        return newest;
    }

    /** Taken before anything is looked up: a change that comes between is noticed rather than missed. */
    private static final String NEWEST_CHANGE =
            "select coalesce(max(id), 0) from rebuild_request where cause = 'catalogue' or cause like 'formula of %'";

    /** Whether the catalogue has changed since the values of a submission were looked up. */
    public boolean areOutdated(long submission) {
        return sql.fetchSingle(
                        "select catalogue_seen < (" + NEWEST_CHANGE + ") from submission where id = ?", submission)
                .get(0, Boolean.class);
    }

    /** Keeps what the submission reports, for those who look for what is due. */
    private void note(long submission, String values) {
        sql.execute(REPORTED.formatted(values));
        sql.execute("delete from submission_period where submission_id = ?", submission);
        sql.execute("delete from submission_indicator where submission_id = ?", submission);
        sql.execute(
                "insert into submission_period select ?, institution_id, period_start, period_months from reported"
                        + " where institution_id is not null",
                submission);
        sql.execute(
                "insert into submission_indicator select ?, indicator_id from reported where indicator_id is not null",
                submission);
        sql.execute("drop table reported");
    }

    private static final String REPORTED = """
            create temporary table reported on commit drop as
            select institution_id, period_start, period_months, indicator_id
            from %s
            where institution_id is not null and indicator_id is not null and period_start is not null
            group by grouping sets ((institution_id, period_start, period_months), (indicator_id))
            """;

    /** Whether several values of one key are parts of one value, as the submission's mapping says. */
    private boolean isSummed(long submission) {
        return sql.fetchSingle(
                        "select coalesce(m.document ->> 'duplicates', '') = 'SUM' from submission s"
                                + " left join mapping m on m.id = s.mapping_id where s.id = ?",
                        submission)
                .get(0, Boolean.class);
    }

    /** What stands in the file besides periods and values: few texts, however many rows. */
    private static final String WRITTEN = """
            create temporary table written on commit drop as
            select institution, indicator, unit, disaggregation
            from %s
            group by institution, indicator, unit, disaggregation
            """;

    /** What each combination of texts stands for, and which checks it fails whatever the period and value. */
    private static final String MEANT = """
            create temporary table meant on commit drop as
            with sent as (
                select i.code, s.sent_by from submission s join institution i on i.id = s.institution_id where s.id = ?
            ), conversion as (
                select * from unnest(?::int[], ?::text[], ?::numeric[], ?::boolean[], ?::int[])
                    as c(indicator_id, unit, factor, exact, defect)
            ), allowed as materialized (
                select x.indicator_id, g.id, g.key
                from current_indicator x
                cross join disaggregation g
                where not exists (
                    select from disaggregation_part p
                    where p.disaggregation_id = g.id
                      and not exists (select from indicator_dimension k
                                      where k.indicator_id = x.indicator_id and k.dimension = p.dimension))
            ), assigned as materialized (
                select institution_id, indicator_id, min(valid_from) as assigned_from, max(valid_until) as assigned_until,
                       case when count(*) > 1 then range_agg(daterange(valid_from, valid_until)) end as periods
                from current_assignment
                where disaggregation_id = 0
                group by institution_id, indicator_id
            ), assigned_part as materialized (
                select k.institution_id, k.indicator_id, k.disaggregation_id, min(a.valid_from) as assigned_from,
                       max(a.valid_until) as assigned_until,
                       case when count(*) > 1 then range_agg(daterange(a.valid_from, a.valid_until)) end as periods
                from (select distinct institution_id, indicator_id, disaggregation_id
                      from current_assignment where disaggregation_id <> 0) k
                join current_assignment a on a.institution_id = k.institution_id and a.indicator_id = k.indicator_id
                    and a.disaggregation_id in (0, k.disaggregation_id)
                group by k.institution_id, k.indicator_id, k.disaggregation_id
            ), calculated as materialized (
                select indicator_id, min(valid_from) as calculated_from
                from formula where known_until = 'infinity' group by indicator_id
            ), reporting as materialized (
                select i.id, i.code,
                       exists (select from user_grant g
                               where g.user_id = sent.sent_by and g.role in ('reporter', 'coordinator')
                                 and coalesce(g.country = i.country, true)
                                 and coalesce(g.institution_id = i.id, true)) as in_scope
                from institution i
                cross join sent
            )
            select w.institution, w.indicator, w.unit, w.disaggregation,
                   i.id as institution_id, x.indicator_id, d.id as disaggregation_id,
                   x.period_months, x.minimum, x.maximum,
                   c.factor, c.exact, c.defect as unit_defect, f.calculated_from,
                   case when b.institution_id is null then a.assigned_from else b.assigned_from end as assigned_from,
                   case when b.institution_id is null then a.assigned_until else b.assigned_until end as assigned_until,
                   case when b.institution_id is null then a.periods else b.periods end as periods,
                   case when i.id is null then 1 << 1 else 0 end
                   | case when not i.in_scope then 1 << 2 else 0 end
                   | case when x.indicator_id is null and w.indicator <> '' then 1 << 3 else 0 end
                   | case when x.indicator_id is not null and d.id is null
                               and (w.disaggregation = '' or w.disaggregation like '%=%') then 1 << 4 else 0 end as defects
            from written w
            cross join sent
            left join reporting i on i.code = case w.institution when '' then sent.code else upper(w.institution) end
            left join current_indicator x on x.code = upper(w.indicator)
            left join allowed d on d.indicator_id = x.indicator_id and d.key = w.disaggregation
            left join assigned a on a.institution_id = i.id and a.indicator_id = x.indicator_id
            left join assigned_part b on b.institution_id = i.id and b.indicator_id = x.indicator_id
                and b.disaggregation_id = d.id
            left join conversion c on c.indicator_id = x.indicator_id and c.unit = w.unit
            left join calculated f on f.indicator_id = x.indicator_id
            """;

    /** The periods in the file, and which checks they fail whatever is reported. */
    private static final String SPAN = """
            create temporary table span on commit drop as
            with period as (
                select period_start, period_months,
                       (period_start + make_interval(months => period_months))::date as ends
                from %s
                where period_start is not null
                group by period_start, period_months
            )
            select p.*,
                   case when p.period_start < s.period_start
                          or p.ends > (s.period_start + make_interval(months => s.period_months))::date
                        then 1 << 7 else 0 end
                   | case when p.ends > today then 1 << 5 else 0 end as defects
            from period p
            join submission s on s.id = ?
            cross join (select ?::date as today) t
            """;

    /**
     * The periods that were closed when the file was received. The calendar is asked once for each indicator, country and
     * period, and institution by institution only where it closes one or something was extended.
     */
    private static final String SHUT = """
            create temporary table shut on commit drop as
            with sent as (
                select (received_at at time zone 'UTC')::date as on_day from submission where id = ?
            ), duty as materialized (
                select distinct m.institution_id, i.country, m.indicator_id
                from meant m
                join institution i on i.id = m.institution_id
                where m.indicator_id is not null
            ), closed as (
                select x.indicator_id, x.country, p.period_start, p.period_months
                from (select distinct indicator_id, country from duty) x
                cross join span p
                cross join sent
                cross join lateral deadline(null, x.country, x.indicator_id, p.period_start, p.period_months) d
                where d.closes_on < sent.on_day
            ), doubtful as (
                select d.*, c.period_start, c.period_months
                from duty d
                join closed c using (indicator_id, country)
                union
                select d.*, p.period_start, p.period_months
                from extension e
                join span p on p.period_start = e.period_start and p.period_months = e.period_months
                join duty d on d.institution_id = e.institution_id
                where e.known_until = 'infinity'
            )
            select q.institution_id, q.indicator_id, q.period_start, q.period_months
            from doubtful q
            cross join sent
            cross join lateral deadline(q.institution_id, q.country, q.indicator_id, q.period_start, q.period_months) d
            where d.closes_on < sent.on_day
            """;

    private static final String RANGE = """
            case when v.value < 0 and m.minimum = 0 then 1 << 11
                                      when v.value < m.minimum or v.value > m.maximum then 1 << 12
                                      else 0 end""";

    private static final String DUPLICATE = """
            case when nth = 1 or institution_id is null or indicator_id is null or disaggregation_id is null
                          or period_start is null then defects
                        else defects | 1 << 13 end""";

    /**
     * Sums what stands for the same key to one value at its first cell, in the order of {@link #RESOLVE}. A row that
     * says that there is no value can't be summed with one that has one. Only the sum has to keep to the range.
     */
    private static final String SUM = """
            insert into %1$s (institution_id, indicator_id, disaggregation_id, period_months, sheet, period_start,
                              row_number, column_number, defects, status, value, reported_value, reported_unit,
                              text_read, comment, parts)
            with keyed as (
                select p.*, count(p.value) over same_key as valued,
                       row_number() over (same_key order by sheet, row_number, column_number) as nth
                from %2$s p
                where defects = 0
                window same_key as (partition by indicator_id, period_start, period_months, institution_id,
                                        disaggregation_id)
            ), summed as (
                select institution_id, indicator_id, disaggregation_id, period_months, period_start,
                       count(*) as parts,
                       min(array[sheet, row_number, column_number]) as cell,
                       case when count(distinct status) = 1 then min(status)
                            when bool_or(status = 'E') then 'E'
                            when bool_or(status = 'P') then 'P'
                            else 'B' end as status,
                       sum(value) as value,
                       case when count(distinct reported_unit) = 1 then sum(reported_value) end as reported_value,
                       case when count(distinct reported_unit) = 1 then min(reported_unit) end as reported_unit,
                       string_agg(text_read, ' + ' order by nth) filter (where nth <= 5)
                           || case when count(*) > 5 then ' + …' else '' end as text_read,
                       left(string_agg(distinct comment, '; '), 2000) as comment
                from keyed
                where value is not null
                group by institution_id, indicator_id, disaggregation_id, period_months, period_start
            ), told as (
                select institution_id, indicator_id, disaggregation_id, period_months, sheet, period_start, row_number,
                       column_number, defects, status, value, reported_value, reported_unit, text_read, comment,
                       1 as parts
                from %2$s
                where defects <> 0
                union all
                select institution_id, indicator_id, disaggregation_id, period_months, sheet, period_start, row_number,
                       column_number, case when valued > 0 or nth > 1 then 1 << 13 else 0 end, status, value,
                       reported_value, reported_unit, text_read, comment, 1
                from keyed
                where value is null
                union all
                select s.institution_id, s.indicator_id, s.disaggregation_id, s.period_months, s.cell[1],
                       s.period_start, s.cell[2], s.cell[3],
                       case when s.value < 0 and x.minimum = 0 then 1 << 11
                            when s.value < x.minimum or s.value > x.maximum then 1 << 12
                            else 0 end,
                       s.status, s.value, coalesce(s.reported_value, s.value), coalesce(s.reported_unit, x.unit),
                       s.text_read, s.comment, s.parts
                from summed s
                join current_indicator x on x.indicator_id = s.indicator_id
            )
            select * from told
            order by indicator_id, period_start, period_months, institution_id, disaggregation_id
            """;

    /** The sort that finds duplicates also leaves the values in the order in which observations are looked for. */
    private static final String RESOLVE = """
            insert into %1$s (institution_id, indicator_id, disaggregation_id, period_months, sheet, period_start,
                            row_number, column_number, defects, status, value, reported_value, reported_unit,
                            text_read, comment)
            select institution_id, indicator_id, disaggregation_id, period_months, sheet, period_start, row_number,
                   column_number,
                   %4$s,
                   status, value, reported_value, unit, text_read, comment
            from (
                select m.institution_id, m.indicator_id, m.disaggregation_id, r.period_months, r.sheet, r.period_start,
                       r.row_number, r.column_number,
                       m.defects | coalesce(p.defects, 0)
                       | case when r.refused then 1 << 0 else 0 end
                       | case when r.period_months <> m.period_months then 1 << 6 else 0 end
                       | case when m.institution_id is null or m.indicator_id is null or p.ends is null then 0
                              when r.period_start >= m.calculated_from then 1 << 15
                              when r.period_start < m.assigned_until and p.ends > m.assigned_from
                               and (m.periods is null or m.periods && daterange(r.period_start, p.ends)) then 0
                              else 1 << 8 end
                       | case when k.institution_id is not null then 1 << 14 else 0 end
                       | case when r.value is null then 0 else coalesce(m.unit_defect, 0) end
                       | %3$s as defects,
                       r.status, v.value, r.value as reported_value, r.unit, r.text_read, r.comment,
                       row_number() over (
                           partition by m.indicator_id, r.period_start, r.period_months, m.institution_id,
                               m.disaggregation_id
                           order by r.sheet, r.row_number, r.column_number) as nth
                from %2$s r
                join meant m using (institution, indicator, unit, disaggregation)
                left join span p on p.period_start = r.period_start and p.period_months = r.period_months
                left join shut k on k.institution_id = m.institution_id and k.indicator_id = m.indicator_id
                    and k.period_start = r.period_start and k.period_months = r.period_months
                cross join lateral (
                    select case when m.factor = 1 then r.value
                                when m.exact then r.value * m.factor
                                else round_significant(r.value * m.factor)
                           end as value) v
            ) checked
            order by indicator_id, period_start, period_months, institution_id, disaggregation_id
            """;

    /** Combinations of codes that exist but have never been reported together. */
    private void registerDisaggregations() {
        List<String> unknown = sql.fetch("select distinct disaggregation from written"
                        + " where disaggregation not in (select key from disaggregation) limit 10000")
                .map(row -> row.get(0, String.class));
        if (unknown.isEmpty()) {
            return;
        }
        Set<String> codes = sql.selectFrom(DIMENSION_CODE).stream()
                .map(code -> code.getDimension() + "=" + code.getCode())
                .collect(Collectors.toSet());
        for (String key : unknown) {
            List<String> pairs = List.of(key.split(";"));
            if (codes.containsAll(pairs)) {
                int id = sql.insertInto(DISAGGREGATION)
                        .set(DISAGGREGATION.KEY, key)
                        .onConflict(DISAGGREGATION.KEY)
                        .doUpdate()
                        .set(DISAGGREGATION.KEY, key)
                        .returningResult(DISAGGREGATION.ID)
                        .fetchSingle()
                        .value1();
                pairs.forEach(pair -> sql.insertInto(DISAGGREGATION_PART)
                        .values(id, pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1))
                        .onConflictDoNothing()
                        .execute());
            }
        }
    }

    /** How each unit in the file becomes its indicator's; the judgement is made once for each pair of them. */
    private Conversions conversions() {
        var conversions = new Conversions(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        sql.fetch("select distinct x.indicator_id, x.unit, w.unit"
                        + " from written w join current_indicator x on x.code = upper(w.indicator)")
                .forEach(row -> conversions.add(
                        row.get(0, Integer.class), Units.of(row.get(1, String.class)), row.get(2, String.class)));
        return conversions;
    }

    private record Conversions(
            List<Integer> indicatorList,
            List<String> unitList,
            List<@Nullable BigDecimal> factorList,
            List<Boolean> exactList,
            List<Integer> defectList) {

        void add(int indicator, Unit canonical, String written) {
            Optional<Unit> unit = Units.find(written);
            Optional<BigDecimal> factor = unit.flatMap(found -> Units.factor(found, canonical));
            indicatorList.add(indicator);
            unitList.add(written);
            factorList.add(factor.orElse(null));
            exactList.add(factor.map(found -> found.precision() < 20).orElse(true));
            defectList.add(
                    unit.isEmpty() ? Defect.UNKNOWN_UNIT.bit() : factor.isEmpty() ? Defect.WRONG_DIMENSION.bit() : 0);
        }

        Integer[] indicators() {
            return indicatorList.toArray(Integer[]::new);
        }

        String[] units() {
            return unitList.toArray(String[]::new);
        }

        @Nullable
        BigDecimal[] factors() {
            return factorList.toArray(BigDecimal[]::new);
        }

        Boolean[] exact() {
            return exactList.toArray(Boolean[]::new);
        }

        Integer[] defects() {
            return defectList.toArray(Integer[]::new);
        }
    }
}
