package org.scpmonitor.assignment;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.PARTICIPATION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.assignment.DueLine.Last;
import org.scpmonitor.assignment.DueLine.Latest;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** What the institutions that a viewer sends for owe today, of periods that have ended. */
@Repository
public class DueList {

    /** More pairs of dates than a period has. */
    private static final int MOST_DATES = 100;

    private final DSLContext sql;
    private final Clock clock;

    DueList(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A page, and how many lines there are in all. */
    public record Board(DueCounts counts, List<DueLine> lines) {}

    /** A page, the most urgent first, and how many lines there are whatever state and, for the years, year is asked for. */
    public Board board(Viewer viewer, DueFilter filter, int offset, int limit) {
        Result<Record> rows = sql.resultQuery(
                        LINES + PAGE,
                        slots(viewer, filter),
                        val(today()),
                        sent(viewer),
                        chosen(filter).and(ofYear(filter)),
                        val(offset),
                        val(limit),
                        ofYear(filter))
                .fetch();
        return new Board(rows.isEmpty() ? counts(viewer, filter) : counts(rows.getFirst()), rows.map(DueList::line));
    }

    /** Where the page is empty and so can't carry them. */
    private DueCounts counts(Viewer viewer, DueFilter filter) {
        return counts(sql.resultQuery(LINES + COUNTS, slots(viewer, filter), val(today()), sent(viewer), ofYear(filter))
                .fetchSingle());
    }

    private static DueCounts counts(Record row) {
        Map<DueState, Integer> byState = new EnumMap<>(DueState.class);
        for (String each : row.get("lines", String[].class)) {
            int blank = each.indexOf(' ');
            byState.put(DueState.valueOf(each.substring(0, blank)), Integer.valueOf(each.substring(blank + 1)));
        }
        return new DueCounts(byState, List.of(row.get("years", Integer[].class)));
    }

    /** What is due of one institution's period, by its dates; none where nothing is missing. */
    public List<DueLine> find(Viewer viewer, int institution, ReportingPeriod period) {
        return sql.resultQuery(
                        LINES + PAGE,
                        slots(viewer, DueFilter.ALL)
                                .and(field("s.institution_id", Integer.class).eq(institution))
                                .and(field("s.period_start", LocalDate.class).eq(period.start()))
                                .and(field("s.period_months", Integer.class).eq(period.months())),
                        val(today()),
                        sent(viewer)
                                .and(field("p.institution_id", Integer.class).eq(institution))
                                .and(field("p.period_start", LocalDate.class).eq(period.start()))
                                .and(field("p.period_months", Integer.class).eq(period.months())),
                        noCondition(),
                        val(0),
                        val(MOST_DATES),
                        noCondition())
                .fetch(DueList::line);
    }

    /** Codes of the programmes that the institutions take part in. */
    public List<String> programmes(Viewer viewer) {
        return sql.selectDistinct(PROGRAMME.CODE, PROGRAMME.SORT)
                .from(PROGRAMME)
                .join(PARTICIPATION)
                .on(PARTICIPATION.PROGRAMME_ID.eq(PROGRAMME.ID))
                .where(Visible.ofInstitution(viewer.asSender(), PARTICIPATION.INSTITUTION_ID))
                .orderBy(PROGRAMME.SORT)
                .fetch(PROGRAMME.CODE);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Condition slots(Viewer viewer, DueFilter filter) {
        Condition slots = Visible.ofInstitution(viewer.asSender(), field("s.institution_id", Integer.class));
        if (filter.programme() != null) {
            slots = slots.and(condition(OF_PROGRAMME, val(filter.programme())));
        }
        String text = filter.text().strip();
        return text.isEmpty()
                ? slots
                : slots.and(condition(
                        "s.institution_id in (select id from institution where strpos(lower(code || ' ' || name), {0}) > 0)",
                        val(text.toLowerCase(Locale.ROOT))));
    }

    private static Condition sent(Viewer viewer) {
        return Visible.ofInstitution(viewer.asSender(), field("p.institution_id", Integer.class));
    }

    private static Condition chosen(DueFilter filter) {
        DueState state = filter.state();
        return state == null
                ? field("state", String.class).ne(inline(DueState.CLOSED.name()))
                : field("state", String.class).eq(val(state.name()));
    }

    private static Condition ofYear(DueFilter filter) {
        Integer year = filter.year();
        return year == null
                ? noCondition()
                : field("extract(year from l.period_start)::int", Integer.class).eq(val(year));
    }

    private static DueLine line(Record row) {
        int months = row.get("period_months", Integer.class);
        return new DueLine(
                new Place(
                        row.get("institution_id", Integer.class),
                        row.get("institution_code", String.class),
                        row.get("institution_name", String.class),
                        row.get("country", String.class)),
                ReportingPeriod.of(row.get("period_start", LocalDate.class), months),
                DueState.valueOf(row.get("state", String.class)),
                row.get("due_on", LocalDate.class),
                row.get("closes_on", LocalDate.class),
                row.get("extended", Boolean.class),
                row.get("expected", Integer.class),
                row.get("received", Integer.class),
                themes(row),
                List.of(row.get("codes", String[].class)),
                latest(row),
                last(row, months));
    }

    private static List<Text> themes(Record row) {
        String[] es = row.get("themes_es", String[].class);
        String[] en = row.get("themes_en", String[].class);
        String[] de = row.get("themes_de", String[].class);
        return IntStream.range(0, es.length)
                .mapToObj(i -> new Text(es[i], en[i], de[i]))
                .toList();
    }

    private static @Nullable Latest latest(Record row) {
        Long submission = row.get("submission_id", Long.class);
        return submission == null
                ? null
                : new Latest(
                        submission,
                        SubmissionState.ofCode(row.get("submission_state", String.class)),
                        row.get("revision", Integer.class),
                        row.get("errors", Long.class),
                        row.get("open", Long.class));
    }

    private static @Nullable Last last(Record row, int months) {
        LocalDate start = row.get("last_start", LocalDate.class);
        return start == null
                ? null
                : new Last(
                        row.get("last_value", BigDecimal.class),
                        row.get("last_unit", String.class),
                        ReportingPeriod.of(start, months));
    }

    private static final String OF_PROGRAMME = """
            exists (select from programme p
                    join programme_indicator i on i.programme_id = p.id and i.indicator_id = s.indicator_id
                    join participation m on m.programme_id = p.id and m.institution_id = s.institution_id
                    where p.code = {0})
            """;

    /** Observations are looked for one by one through the index, so that the cost follows what is due. */
    private static final String LINES = """
            with slot as (
                select s.institution_id, s.country, s.indicator_id, s.period_start, s.period_months, s.due_on,
                       s.closes_on, s.extension_id, o.reported
                from due_slot('0001-01-01', {1}::date) s
                left join lateral (
                    select true as reported
                    from observation o
                    where o.indicator_id = s.indicator_id and o.period_start = s.period_start
                      and o.period_months = s.period_months and o.institution_id = s.institution_id
                      and (s.disaggregation_id = 0 or o.disaggregation_id = s.disaggregation_id)
                      and o.known_until = 'infinity'
                    limit 1) o on true
                where {0}
            ), grouped as (
                select institution_id, country, period_start, period_months, due_on, closes_on,
                       bool_or(extension_id is not null) as extended,
                       count(*)::int as expected, count(reported)::int as received,
                       array_agg(distinct indicator_id) as indicators,
                       array_agg(distinct indicator_id) filter (where reported is null) as missing
                from slot
                group by institution_id, country, period_start, period_months, due_on, closes_on
            ), reporting as (
                select submission_id, array_agg(indicator_id) as indicators
                from submission_indicator
                group by submission_id
            ), sent as materialized (
                select p.institution_id, p.period_start, p.period_months, u.id, u.state, u.revision, r.indicators
                from submission_period p
                join submission u on u.id = p.submission_id
                    and not u.dry_run and u.state not in ('failed', 'cancelled', 'withdrawn')
                join reporting r on r.submission_id = u.id
                where {2}
            ), latest as (
                select distinct on (g.institution_id, g.period_start, g.period_months, g.due_on, g.closes_on)
                       g.*, u.id as submission_id, u.state as submission_state, u.revision
                from grouped g
                left join sent u on u.institution_id = g.institution_id and u.period_start = g.period_start
                    and u.period_months = g.period_months and u.indicators && g.indicators
                order by g.institution_id, g.period_start, g.period_months, g.due_on, g.closes_on, u.id desc
            ), l as (
                select latest.*,
                       case when submission_state = 'returned' then 'RETURNED'
                            when submission_state in ('received', 'validated') then 'IN_WORK'
                            when submission_state = 'submitted' then 'SUBMITTED'
                            when missing is null then null
                            when closes_on < {1}::date then 'CLOSED'
                            when due_on < {1}::date then 'LATE'
                            else 'DUE' end as state
                from latest
            )
            """;

    private static final String COUNTS = """
            select array(select state || ' ' || count(*) from l where state is not null and {3} group by state) as lines,
                   array(select distinct extract(year from period_start)::int from l
                         where state is not null order by 1 desc) as years
            """;

    private static final String PAGE = """
            , page as (
                select l.*, i.code as institution_code, i.name as institution_name,
                       row_number() over (
                           order by array_position(array['RETURNED', 'IN_WORK', 'LATE', 'DUE', 'SUBMITTED', 'CLOSED'],
                                                   l.state),
                               case l.state when 'LATE' then l.closes_on end nulls last,
                               case when l.state in ('LATE', 'CLOSED') then l.due_on end desc nulls last,
                               l.due_on nulls last, l.period_start desc, l.period_months, i.code) as place
                from l
                join institution i on i.id = l.institution_id
                where l.state is not null and {3}
                order by place
                offset {4} limit {5}
            )
            select page.*, told.*, themes.*, counted.*, last.*, board.*
            from page
            cross join lateral (
                select array_agg(distinct x.code) as codes
                from indicator x
                where x.id = any(coalesce(page.missing, page.indicators))) told
            cross join lateral (
                select array_agg(t.name_es order by t.sort) as themes_es,
                       array_agg(t.name_en order by t.sort) as themes_en,
                       array_agg(t.name_de order by t.sort) as themes_de
                from theme t
                where t.code in (select x.theme from current_indicator x
                                 where x.indicator_id = any(coalesce(page.missing, page.indicators)))) themes
            cross join lateral (
                select coalesce((select sum(c.occurrences) from finding_count c
                                 where c.submission_id = page.submission_id and c.severity = 'ERROR'), 0) as errors,
                       (select count(*) from finding f
                        where f.submission_id = page.submission_id and f.severity = 'QUERY'
                          and f.explanation is null) as open) counted
            left join lateral (
                select trim_scale(o.value) as last_value, x.unit as last_unit, o.period_start as last_start
                from current_indicator x
                cross join generate_series(1, 24) back
                join observation o on o.indicator_id = x.indicator_id
                    and o.period_start = (page.period_start - make_interval(months => page.period_months * back))::date
                    and o.period_months = page.period_months and o.institution_id = page.institution_id
                    and o.disaggregation_id = 0 and o.known_until = 'infinity' and o.value is not null
                where page.expected = 1 and x.indicator_id = page.indicators[1]
                order by back
                limit 1) last on true
            cross join (
                select array(select state || ' ' || count(*) from l
                             where state is not null and {6} group by state) as lines,
                       array(select distinct extract(year from period_start)::int from l
                             where state is not null order by 1 desc) as years) board
            order by page.place
            """;
}
