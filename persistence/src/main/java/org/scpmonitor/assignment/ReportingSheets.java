package org.scpmonitor.assignment;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.upper;
import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.assignment.ReportingSheet.Goal;
import org.scpmonitor.assignment.ReportingSheet.Known;
import org.scpmonitor.assignment.ReportingSheet.Reporter;
import org.scpmonitor.assignment.ReportingSheet.Row;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads what an institution is to report for a period; three statements, however many rows. */
@Repository
public class ReportingSheets {

    /** How many periods back the value before is looked for. */
    private static final int DEEPEST = 24;

    private final DSLContext sql;

    ReportingSheets(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The sheet of an institution that the viewer may know of; without rows where nothing is assigned.
     *
     * @param institution its code, whatever its case
     * @param period assignments of a longer period are left out
     */
    public Optional<ReportingSheet> find(Viewer viewer, String institution, ReportingPeriod period) {
        return sql.select(INSTITUTION.ID, INSTITUTION.CODE, INSTITUTION.NAME, INSTITUTION.COUNTRY)
                .from(INSTITUTION)
                .where(upper(INSTITUTION.CODE).eq(institution.toUpperCase(Locale.ROOT)))
                .and(Visible.ofInstitution(viewer, INSTITUTION.ID))
                .fetchOptional(mapping(Reporter::new))
                .map(reporter -> new ReportingSheet(reporter, period, rows(reporter.id(), period)));
    }

    /** The sheet as the checks of a submission need it: of any institution. */
    public ReportingSheet get(int institution, ReportingPeriod period) {
        Reporter reporter = sql.select(INSTITUTION.ID, INSTITUTION.CODE, INSTITUTION.NAME, INSTITUTION.COUNTRY)
                .from(INSTITUTION)
                .where(INSTITUTION.ID.eq(institution))
                .fetchSingle(mapping(Reporter::new));
        return new ReportingSheet(reporter, period, rows(institution, period));
    }

    private List<Row> rows(int institution, ReportingPeriod period) {
        Map<Integer, List<Goal>> goals = goals(institution, period);
        Map<String, List<String>> units = new HashMap<>();
        return sql.fetch(
                        ROWS,
                        period.start(),
                        period.months(),
                        period.endExclusive(),
                        institution,
                        DEEPEST,
                        institution,
                        institution)
                .map(row -> row(row, goals, units));
    }

    private static Row row(Record row, Map<Integer, List<Goal>> goals, Map<String, List<String>> units) {
        String key = row.get("key", String.class);
        int months = row.get("period_months", Integer.class);
        return new Row(
                row.get("code", String.class),
                text(row, "name_"),
                text(row, "theme_"),
                key,
                text(row, "part_"),
                ReportingPeriod.of(row.get("period_start", LocalDate.class), months),
                row.get("unit", String.class),
                units.computeIfAbsent(row.get("unit", String.class), ReportingSheets::allowed),
                known(row, "before_", months),
                known(row, "stored_", months),
                key.isEmpty() ? goals.getOrDefault(row.get("indicator_id", Integer.class), List.of()) : List.of());
    }

    private static List<String> allowed(String canonical) {
        return Units.alike(Units.of(canonical)).stream().map(Unit::code).toList();
    }

    private static Text text(Record row, String prefix) {
        return new Text(
                row.get(prefix + "es", String.class),
                row.get(prefix + "en", String.class),
                row.get(prefix + "de", String.class));
    }

    private static @Nullable Known known(Record row, String prefix, int months) {
        @Nullable LocalDate start = row.get(prefix + "start", LocalDate.class);
        return start == null
                ? null
                : new Known(
                        ReportingPeriod.of(start, months),
                        row.get(prefix + "value", BigDecimal.class),
                        row.get(prefix + "reported", BigDecimal.class),
                        row.get(prefix + "unit", String.class),
                        row.get(prefix + "status", String.class),
                        row.get(prefix + "comment", String.class),
                        row.get(prefix + "submission", Long.class));
    }

    private Map<Integer, List<Goal>> goals(int institution, ReportingPeriod period) {
        Map<Integer, List<Goal>> goals = new HashMap<>();
        sql.fetch(GOALS, period.endExclusive(), institution, period.endExclusive(), period.start())
                .forEach(row -> goals.computeIfAbsent(row.get("indicator_id", Integer.class), id -> new ArrayList<>())
                        .add(new Goal(
                                row.get("code", String.class),
                                ReportingPeriod.of(
                                        row.get("period_start", LocalDate.class),
                                        row.get("period_months", Integer.class)),
                                row.get("value", BigDecimal.class),
                                row.get("conditional", Boolean.class))));
        return goals;
    }

    /** Earlier periods are looked up one by one through the index, which begins with indicator and period. */
    private static final String ROWS = """
            with asked as (
                select ?::date as starts, ?::int as months, ?::date as ends
            ), slot as (
                select distinct a.indicator_id, a.disaggregation_id, a.period_months, s::date as period_start
                from asked
                join current_assignment a on a.institution_id = ? and a.period_months <= asked.months
                    and (a.period_months = asked.months
                         or (extract(month from asked.starts)::int - 1) % a.period_months = 0)
                cross join lateral generate_series(asked.starts, asked.ends - 1, make_interval(months => a.period_months)) s
                join asked() k on k.indicator_id = a.indicator_id and k.calculated_from > s
                where a.valid_from < s + make_interval(months => a.period_months) and a.valid_until > s
            )
            select x.indicator_id, x.code, x.name_es, x.name_en, x.name_de, x.unit, d.key,
                   t.name_es as theme_es, t.name_en as theme_en, t.name_de as theme_de,
                   coalesce(n.es, '') as part_es, coalesce(n.en, '') as part_en, coalesce(n.de, '') as part_de,
                   slot.period_start, slot.period_months,
                   b.period_start as before_start, trim_scale(b.value) as before_value,
                   trim_scale(b.reported_value) as before_reported, b.reported_unit as before_unit,
                   b.status as before_status, coalesce(b.comment, '') as before_comment,
                   b.submission_id as before_submission,
                   o.period_start as stored_start, trim_scale(o.value) as stored_value,
                   trim_scale(o.reported_value) as stored_reported, o.reported_unit as stored_unit,
                   o.status as stored_status, coalesce(o.comment, '') as stored_comment,
                   o.submission_id as stored_submission
            from slot
            join current_indicator x on x.indicator_id = slot.indicator_id
            join theme t on t.code = x.theme
            join disaggregation d on d.id = slot.disaggregation_id
            left join lateral (
                select string_agg(c.name_es, ' · ' order by p.dimension) as es,
                       string_agg(c.name_en, ' · ' order by p.dimension) as en,
                       string_agg(c.name_de, ' · ' order by p.dimension) as de
                from disaggregation_part p
                join dimension_code c on c.dimension = p.dimension and c.code = p.code
                where p.disaggregation_id = d.id) n on true
            left join lateral (
                select e.*
                from generate_series(1, ?) back
                cross join lateral (
                    select f.*
                    from observation f
                    where f.indicator_id = slot.indicator_id
                      and f.period_start = (slot.period_start - make_interval(months => slot.period_months * back))::date
                      and f.period_months = slot.period_months and f.institution_id = ?
                      and f.disaggregation_id = slot.disaggregation_id and f.known_until = 'infinity'
                      and f.value is not null) e
                order by back
                limit 1) b on true
            left join observation o on o.indicator_id = slot.indicator_id and o.period_start = slot.period_start
                and o.period_months = slot.period_months and o.institution_id = ?
                and o.disaggregation_id = slot.disaggregation_id and o.known_until = 'infinity'
            order by t.sort, x.sort, x.code, slot.period_start, d.key
            """;

    private static final String GOALS = """
            select p.code, i.indicator_id, g.period_start, g.period_months, trim_scale(g.value) as value, g.conditional
            from programme p
            join programme_indicator i on i.programme_id = p.id
            cross join lateral (
                select t.*
                from target t
                where t.programme_indicator_id = i.id and t.known_until = 'infinity'
                  and t.period_start + make_interval(months => t.period_months) >= ?::date
                order by t.period_start, t.conditional
                limit 1) g
            where exists (
                select from participation m
                where m.programme_id = p.id and m.institution_id = ?
                  and m.valid_from < ?::date and m.valid_until > ?::date)
            order by p.sort
            """;
}
