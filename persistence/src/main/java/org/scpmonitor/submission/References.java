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

    /** Fills the table of values from the table of rows. Part of the caller's transaction. */
    public void resolve(long submission) {
        sql.execute("set local work_mem = '128MB'");
        String values = StagedValues.values(submission);
        sql.execute("drop table if exists " + values);
        sql.execute("create unlogged table " + values + " (like staged_value)");
        registerDisaggregations(submission);
        Conversions conversions = conversions(submission);
        sql.execute(
                RESOLVE.formatted(values, StagedValues.rows(submission)),
                submission,
                conversions.indicators(),
                conversions.units(),
                conversions.factors(),
                conversions.exact(),
                conversions.defects(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        sql.execute("analyze " + values);
        markDuplicates(values);
    }

    private static final String RESOLVE = """
            with sent as (
                select s.institution_id, i.code, s.sent_by, s.period_start, s.period_months
                from submission s
                join institution i on i.id = s.institution_id
                where s.id = ?
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
                select institution_id, indicator_id, range_agg(daterange(valid_from, valid_until)) as periods
                from assignment
                group by institution_id, indicator_id
            ), reporting as materialized (
                select i.id, i.code,
                       exists (select from user_grant g
                               where g.user_id = sent.sent_by and g.role in ('reporter', 'coordinator')
                                 and coalesce(g.country = i.country, true)
                                 and coalesce(g.institution_id = i.id, true)) as in_scope
                from institution i
                cross join sent
            )
            insert into %s (institution_id, indicator_id, disaggregation_id, period_months, sheet, period_start,
                            row_number, column_number, defects, status, value, reported_value, reported_unit,
                            text_read, comment)
            select i.id, x.indicator_id, d.id, r.period_months, r.sheet, r.period_start, r.row_number, r.column_number,
                   case when r.refused then 1 << 0 else 0 end
                   | case when i.id is null then 1 << 1 else 0 end
                   | case when not i.in_scope then 1 << 2 else 0 end
                   | case when x.indicator_id is null then 1 << 3 else 0 end
                   | case when x.indicator_id is not null and d.id is null then 1 << 4 else 0 end
                   | case when p.ends > ? then 1 << 5 else 0 end
                   | case when r.period_months <> x.period_months then 1 << 6 else 0 end
                   | case when r.period_start < sent.period_start
                            or p.ends > (sent.period_start + make_interval(months => sent.period_months))::date
                          then 1 << 7 else 0 end
                   | case when i.id is not null and x.indicator_id is not null and p.ends is not null
                           and (a.periods && daterange(r.period_start, p.ends)) is not true
                          then 1 << 8 else 0 end
                   | case when r.value is null then 0 else coalesce(c.defect, 0) end
                   | case when v.value < 0 and x.minimum = 0 then 1 << 11
                          when v.value < x.minimum or v.value > x.maximum then 1 << 12
                          else 0 end,
                   r.status, v.value, r.value, r.unit, r.text_read, r.comment
            from %s r
            cross join sent
            cross join lateral (
                select (r.period_start + make_interval(months => r.period_months))::date as ends) p
            left join reporting i on i.code = case r.institution when '' then sent.code else upper(r.institution) end
            left join current_indicator x on x.code = upper(r.indicator)
            left join allowed d on d.indicator_id = x.indicator_id and d.key = r.disaggregation
            left join assigned a on a.institution_id = i.id and a.indicator_id = x.indicator_id
            left join conversion c on c.indicator_id = x.indicator_id and c.unit = r.unit
            cross join lateral (
                select case when c.exact then r.value * c.factor else round_significant(r.value * c.factor) end
                    as value) v
            """;

    private void markDuplicates(String values) {
        boolean twice = sql.fetchSingle("select exists (select from " + values
                        + " group by indicator_id, period_start, period_months, institution_id, disaggregation_id"
                        + " having count(*) > 1 and indicator_id is not null and institution_id is not null"
                        + " and period_start is not null and disaggregation_id is not null)")
                .get(0, Boolean.class);
        if (twice) {
            sql.execute("""
                    update %1$s v
                    set defects = v.defects | ?
                    from (select sheet, row_number, column_number,
                                 row_number() over (partition by indicator_id, period_start, period_months,
                                     institution_id, disaggregation_id order by sheet, row_number, column_number) as nth
                          from %1$s
                          where indicator_id is not null and institution_id is not null
                            and period_start is not null and disaggregation_id is not null) n
                    where n.nth > 1
                      and (v.sheet, v.row_number, v.column_number) = (n.sheet, n.row_number, n.column_number)
                    """.formatted(values), Defect.DUPLICATE_KEY.bit());
        }
    }

    /** Combinations of codes that exist but have never been reported together. */
    private void registerDisaggregations(long submission) {
        List<String> unknown = sql.fetch("select distinct disaggregation from " + StagedValues.rows(submission)
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
    private Conversions conversions(long submission) {
        var conversions = new Conversions(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        sql.fetch("select distinct x.indicator_id, x.unit, r.unit from " + StagedValues.rows(submission)
                        + " r join current_indicator x on x.code = upper(r.indicator)")
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
