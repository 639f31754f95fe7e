package org.scpmonitor.assignment;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.schema.Routines;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/**
 * How much of what was to be reported has come, and how much of it in time; of any past moment τ. What counts, all as it
 * was known at τ:
 *
 * <ul>
 *   <li><b>Expected</b> is each slot (institution × indicator × disaggregation × period) that the assignments known at τ
 *       name, of periods that ended before the day of τ (in UTC). A total stands for all of its parts.
 *   <li><b>Approved</b> is a slot with an observation known at τ, also where it says that there is no value. It was
 *       received when the submission that brought its first observation was submitted: a correction doesn't make it
 *       late, and what was returned hadn't been received.
 *   <li><b>Received</b> is a slot that is approved, or that a submission reports which waits for a decision at τ: its
 *       last event at or before τ is <i>submitted</i>. It was received when it was submitted. What is kept of it until it
 *       is approved are its institutions with their periods, and its indicators: each of these counts for each of those.
 *   <li><b>On time</b> is what was received on the slot's last day or before it (in UTC), extensions counted; <b>late</b>
 *       is what came after it. A slot without a date is neither.
 *   <li><b>Overdue</b> is what hasn't been received though its last day has passed; <b>pending</b> is the rest.
 * </ul>
 */
@Repository
public class Completeness {

    private final DSLContext sql;
    private final Clock clock;

    Completeness(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a row of the matrix stands for. */
    public enum Rows {
        COUNTRY,
        INSTITUTION,
        INDICATOR,
        PROGRAMME
    }

    /**
     * What is counted; null leaves a filter out.
     *
     * @param months only assignments of this length, a column for each of their periods; null for all of them, each in
     *     the year that it starts in
     * @param text a part of the institution's code or name; empty for all
     * @param from periods start on this day or after it
     * @param before periods start before this day
     */
    public record Filter(
            @Nullable String country,
            @Nullable String programme,
            @Nullable String indicator,
            @Nullable String institution,
            @Nullable Integer months,
            String text,
            LocalDate from,
            LocalDate before,
            AsOf asOf) {}

    /** @param country of an institution or a programme; null for an indicator */
    public record Key(String code, Text name, @Nullable String country) {}

    /** @param cells those that anything was expected in, by period */
    public record Row(Key key, List<Cell> cells) {}

    public record Cell(ReportingPeriod period, Counts counts) {}

    /** @param total rows of the whole matrix */
    public record Matrix(List<Row> rows, int total) {}

    /** A cell of the matrix as an item of a list. */
    public record Item(Key key, ReportingPeriod period, Counts counts) {}

    /**
     * A slot with what came for it.
     *
     * @param disaggregation {@code DIMENSION=CODE} pairs joined by {@code ;}, empty for the total
     * @param dueOn the last day on which it is on time; null where none was set
     * @param closesOn the last day on which it is taken; null where the period never closes
     * @param receivedAt null where nothing has been received
     * @param approvedAt from when it is known; null where it isn't
     * @param submission that brought what is known, or waits for a decision; null where there is none
     */
    public record Slot(
            String institution,
            String institutionName,
            String country,
            String indicator,
            Text indicatorName,
            String disaggregation,
            ReportingPeriod period,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate closesOn,
            boolean extended,
            @Nullable Instant receivedAt,
            @Nullable Instant approvedAt,
            @Nullable Long submission,
            Standing standing) {}

    /** Where a slot stands. */
    public enum Standing {
        ON_TIME,
        LATE,
        /** Received where no date was set. */
        UNDATED,
        PENDING,
        OVERDUE
    }

    /** Some rows with all of their cells, in the order of countries and codes; one statement. */
    public Matrix matrix(Viewer viewer, Rows by, Filter filter, int offset, int limit) {
        Map<Key, List<Cell>> rows = new LinkedHashMap<>();
        int[] total = {0};
        sql.resultQuery(PAGE, counted(told(viewer, filter), by, filter), val(offset), val(limit))
                .forEach(row -> {
                    total[0] = row.get("rows", Integer.class);
                    rows.computeIfAbsent(key(row), key -> new ArrayList<>()).add(new Cell(period(row), counts(row)));
                });
        return new Matrix(
                rows.entrySet().stream()
                        .map(each -> new Row(each.getKey(), each.getValue()))
                        .toList(),
                total[0]);
    }

    /** The cells of all rows, row by row. */
    public Listing<?, Item> list(Viewer viewer, Rows by, Filter filter) {
        SQL cells = counted(told(viewer, filter), by, filter);
        return new Listing<>(
                sql,
                () -> sql.select(DSL.asterisk())
                        .from(table("({0})", cells).as("m"))
                        .where(DSL.trueCondition()),
                row -> new Item(key(row), period(row), counts(row)),
                column("sort", Integer.class),
                column("code", String.class),
                column("period_start", LocalDate.class));
    }

    /** The slots behind some cells, by institution, indicator and period. */
    public Listing<?, Slot> slots(Viewer viewer, Filter filter) {
        SQL slots = sql(SLOTS, told(viewer, filter));
        return new Listing<>(
                sql,
                () -> sql.select(DSL.asterisk())
                        .from(table("({0})", slots).as("m"))
                        .where(DSL.trueCondition()),
                Completeness::slot,
                column("institution", String.class),
                column("period_start", LocalDate.class),
                column("period_months", Integer.class),
                column("sort", Integer.class),
                column("indicator", String.class),
                column("disaggregation", String.class));
    }

    private static SQL counted(SQL told, Rows by, Filter filter) {
        Grouping grouping = Grouping.of(by);
        return sql(
                COUNTED,
                told,
                sql(grouping.key),
                sql(filter.months() == null ? "date_trunc('year', s.period_start)::date" : "s.period_start"),
                sql(filter.months() == null ? "12" : "s.period_months::int"),
                by != Rows.PROGRAMME
                        ? sql("")
                        : sql(
                                "join programme p on {0} and {1}",
                                condition(
                                        OF_PROGRAMME,
                                        field("s.indicator_id"),
                                        field("s.institution_id"),
                                        field("s.period_start"),
                                        field("s.period_months"),
                                        field("p.code")),
                                filter.programme() == null
                                        ? DSL.noCondition()
                                        : condition("p.code = {0}", val(filter.programme()))),
                sql(grouping.columns),
                sql(grouping.join));
    }

    /** How cells are put together to a row, and what the row is called. */
    private enum Grouping {
        COUNTRY(
                "s.country",
                "x.name_es, x.name_en, x.name_de, x.code::text as country, x.sort::int as sort",
                "join country x on x.code = c.id"),
        INSTITUTION(
                "s.institution_id",
                "x.name as name_es, x.name as name_en, x.name as name_de, x.country::text, y.sort::int as sort",
                "join institution x on x.id = c.id join country y on y.code = x.country"),
        INDICATOR(
                "s.indicator_id",
                "x.name_es, x.name_en, x.name_de, null::text as country, t.sort * 1000 + x.sort as sort",
                "join current_indicator x on x.indicator_id = c.id join theme t on t.code = x.theme"),
        PROGRAMME(
                "p.id",
                "x.name_es, x.name_en, x.name_de, x.country::text, x.sort::int as sort",
                "join programme x on x.id = c.id");

        private final String key;
        private final String columns;
        private final String join;

        Grouping(String key, String columns, String join) {
            this.key = key;
            this.columns = columns;
            this.join = join;
        }

        static Grouping of(Rows by) {
            return switch (by) {
                case COUNTRY -> COUNTRY;
                case INSTITUTION -> INSTITUTION;
                case INDICATOR -> INDICATOR;
                case PROGRAMME -> PROGRAMME;
            };
        }
    }

    /** What the filters of a screen can be set to. */
    public record Choices(List<Key> countries, List<Key> programmes, List<Key> indicators) {}

    /** All countries, programmes and indicators of the catalogue; one statement. */
    public Choices choices() {
        Map<String, List<Key>> all = new LinkedHashMap<>();
        sql.resultQuery(CHOICES)
                .forEach(row -> all.computeIfAbsent(row.get("kind", String.class), kind -> new ArrayList<>())
                        .add(key(row)));
        return new Choices(
                all.getOrDefault("country", List.of()),
                all.getOrDefault("programme", List.of()),
                all.getOrDefault("indicator", List.of()));
    }

    private SQL told(Viewer viewer, Filter filter) {
        Instant settled = settled(filter.asOf());
        LocalDate day = LocalDate.ofInstant(settled == null ? clock.instant() : settled, ZoneOffset.UTC);
        return sql(
                TOLD,
                val(filter.from()),
                val(filter.before()),
                settled == null ? sql("'infinity'::timestamptz") : val(settled),
                val(day),
                which(viewer, filter, "s"),
                which(viewer, filter, "o"));
    }

    private @Nullable Instant settled(AsOf asOf) {
        return asOf.moment() == null
                ? null
                : Objects.requireNonNull(sql.select(Routines.settleKnowledge(val(asOf.moment())))
                        .fetchSingle()
                        .value1());
    }

    private static Condition which(Viewer viewer, Filter filter, String alias) {
        Field<Integer> institution = field(name(alias, "institution_id"), Integer.class);
        Field<Integer> indicator = field(name(alias, "indicator_id"), Integer.class);
        Condition which = Visible.ofInstitution(viewer, institution);
        if (filter.country() != null) {
            which = which.and(condition(
                    "{0} in (select id from institution where country = {1})", institution, val(filter.country())));
        }
        if (filter.institution() != null) {
            which = which.and(condition(
                    "{0} = (select id from institution where code = {1})", institution, val(filter.institution())));
        }
        if (filter.indicator() != null) {
            which = which.and(
                    condition("{0} = (select id from indicator where code = {1})", indicator, val(filter.indicator())));
        }
        if (filter.programme() != null) {
            which = which.and(condition(
                    OF_PROGRAMME,
                    indicator,
                    institution,
                    field(name(alias, "period_start")),
                    field(name(alias, "period_months")),
                    val(filter.programme())));
        }
        if (filter.months() != null) {
            which = which.and(field(name(alias, "period_months"), Integer.class).eq(inline(filter.months())));
        }
        String text = filter.text().strip();
        return text.isEmpty()
                ? which
                : which.and(condition(
                        "{0} in (select id from institution where strpos(lower(code || ' ' || name), {1}) > 0)",
                        institution, val(text.toLowerCase(Locale.ROOT))));
    }

    private static Key key(Record row) {
        return new Key(
                row.get("code", String.class),
                new Text(
                        row.get("name_es", String.class),
                        row.get("name_en", String.class),
                        row.get("name_de", String.class)),
                row.get("country", String.class));
    }

    private static ReportingPeriod period(Record row) {
        return ReportingPeriod.of(row.get("period_start", LocalDate.class), row.get("period_months", Integer.class));
    }

    private static Counts counts(Record row) {
        return new Counts(
                row.get("expected", Integer.class),
                row.get("received", Integer.class),
                row.get("on_time", Integer.class),
                row.get("late", Integer.class),
                row.get("approved", Integer.class),
                row.get("overdue", Integer.class));
    }

    private static Slot slot(Record row) {
        return new Slot(
                row.get("institution", String.class),
                row.get("institution_name", String.class),
                row.get("country", String.class),
                row.get("indicator", String.class),
                new Text(
                        row.get("name_es", String.class),
                        row.get("name_en", String.class),
                        row.get("name_de", String.class)),
                row.get("disaggregation", String.class),
                period(row),
                row.get("due_on", LocalDate.class),
                row.get("closes_on", LocalDate.class),
                row.get("extended", Boolean.class),
                row.get("received_at", Instant.class),
                row.get("approved_at", Instant.class),
                row.get("submission_id", Long.class),
                Standing.valueOf(row.get("standing", String.class)));
    }

    private static <T> Field<T> column(String column, Class<T> type) {
        return field(name("m", column), type);
    }

    private static final String OF_PROGRAMME = """
            exists (select from programme q
                    join programme_indicator i on i.programme_id = q.id and i.indicator_id = {0}
                    join participation m on m.programme_id = q.id and m.institution_id = {1}
                        and m.valid_from < {2} + make_interval(months => {3}) and m.valid_until > {2}
                    where q.code = {4})
            """;

    /** Observations are read in one go and not slot by slot: most slots of most questions have one. */
    private static final String TOLD = """
            with slot as materialized (
                select s.*
                from due_slot({0}::date, {3}::date, {2}) s
                where s.period_start < {1}::date and {4}
            ), submitted as materialized (
                select e.submission_id, min(e.at) as at
                from submission_event e
                where e.state = 'submitted' and e.at <= {2}
                group by e.submission_id
            ), seen as (
                select o.institution_id, o.indicator_id, o.period_start, o.period_months,
                       min(coalesce(t.at, o.known_from)) as at, min(o.known_from) as known_from,
                       max(o.submission_id) filter (where is_known(o.known_from, o.known_until, {2})) as submission_id
                from observation o
                left join submitted t on t.submission_id = o.submission_id
                where o.period_start >= {0}::date and o.period_start < {1}::date and o.known_from <= {2} and {5}
                group by o.institution_id, o.indicator_id, o.period_start, o.period_months
            ), seen_part as (
                select o.institution_id, o.indicator_id, o.disaggregation_id, o.period_start, o.period_months,
                       min(coalesce(t.at, o.known_from)) as at, min(o.known_from) as known_from,
                       max(o.submission_id) filter (where is_known(o.known_from, o.known_until, {2})) as submission_id
                from observation o
                left join submitted t on t.submission_id = o.submission_id
                where o.indicator_id in (select indicator_id from slot where disaggregation_id <> 0)
                  and o.period_start >= {0}::date and o.period_start < {1}::date and o.known_from <= {2} and {5}
                group by o.institution_id, o.indicator_id, o.disaggregation_id, o.period_start, o.period_months
            ), latest as (
                select distinct on (e.submission_id) e.submission_id, e.state
                from submission_event e
                where e.at <= {2}
                order by e.submission_id, e.id desc
            ), waiting as (
                select p.institution_id, i.indicator_id, p.period_start, p.period_months,
                       min(t.at) as at, max(l.submission_id) as submission_id
                from latest l
                join submission u on u.id = l.submission_id and not u.dry_run
                join submitted t on t.submission_id = l.submission_id
                join submission_period p on p.submission_id = l.submission_id
                join submission_indicator i on i.submission_id = l.submission_id
                where l.state = 'submitted'
                group by p.institution_id, i.indicator_id, p.period_start, p.period_months
            ), met as (
                select s.*, a.at, a.known_from, a.submission_id
                from slot s
                left join seen a on a.institution_id = s.institution_id and a.indicator_id = s.indicator_id
                    and a.period_start = s.period_start and a.period_months = s.period_months
                where s.disaggregation_id = 0
                union all
                select s.*, a.at, a.known_from, a.submission_id
                from slot s
                left join seen_part a on a.institution_id = s.institution_id and a.indicator_id = s.indicator_id
                    and a.disaggregation_id = s.disaggregation_id and a.period_start = s.period_start
                    and a.period_months = s.period_months
                where s.disaggregation_id <> 0
            ), told as (
                select m.institution_id, m.country, m.indicator_id, m.disaggregation_id, m.period_start,
                       m.period_months, m.due_on, m.closes_on, m.extension_id is not null as extended,
                       r.at as received_at, m.known_from as approved_at,
                       coalesce(m.submission_id, w.submission_id) as submission_id,
                       case when r.at is null and m.due_on < {3} then 'OVERDUE'
                            when r.at is null then 'PENDING'
                            when m.due_on is null then 'UNDATED'
                            when (r.at at time zone 'UTC')::date <= m.due_on then 'ON_TIME'
                            else 'LATE' end as standing
                from met m
                left join waiting w on w.institution_id = m.institution_id and w.indicator_id = m.indicator_id
                    and w.period_start = m.period_start and w.period_months = m.period_months
                cross join lateral (select coalesce(m.at, w.at) as at) r
            )
            """;

    private static final String COUNTED = """
            {0}, counted as (
                select {1} as id, {2} as period_start, {3} as period_months,
                       count(*)::int as expected,
                       count(s.received_at)::int as received,
                       count(*) filter (where s.standing = 'ON_TIME')::int as on_time,
                       count(*) filter (where s.standing = 'LATE')::int as late,
                       count(s.approved_at)::int as approved,
                       count(*) filter (where s.standing = 'OVERDUE')::int as overdue
                from told s
                {4}
                group by 1, 2, 3
            )
            select c.period_start, c.period_months, c.expected, c.received, c.on_time, c.late, c.approved, c.overdue,
                   x.code, {5}
            from counted c
            {6}
            """;

    private static final String PAGE = """
            with m as (
                {0}
            ), placed as materialized (
                select m.*, dense_rank() over (order by m.sort, m.code)::int as place
                from m
            )
            select p.*, (select max(place) from placed)::int as rows
            from placed p
            where p.place > {1} and p.place <= {1} + {2}
            order by p.place, p.period_start
            """;

    private static final String CHOICES = """
            select 'country' as kind, code::text as code, name_es, name_en, name_de, code::text as country, sort::int
            from country
            union all
            select 'programme', code, name_es, name_en, name_de, country::text, sort::int from programme
            union all
            select 'indicator', code, name_es, name_en, name_de, null, sort::int from current_indicator
            order by kind, sort, code
            """;

    private static final String SLOTS = """
            {0}
            select i.code as institution, i.name as institution_name, s.country, x.code as indicator,
                   x.name_es, x.name_en, x.name_de, x.sort::int as sort, d.key as disaggregation,
                   s.period_start, s.period_months::int as period_months, s.due_on, s.closes_on, s.extended,
                   s.received_at, s.approved_at, s.submission_id, s.standing
            from told s
            join institution i on i.id = s.institution_id
            join current_indicator x on x.indicator_id = s.indicator_id
            join disaggregation d on d.id = s.disaggregation_id
            """;
}
