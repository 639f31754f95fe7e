package org.scpmonitor.actual;

import static org.scpmonitor.schema.Tables.REBUILD_REQUEST;
import static org.scpmonitor.schema.Tables.REFRESH_RUN;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.TOUCHED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Computes actuals from observations: over time within each institution, then over institutions within each programme
 * and country, with coverage. Its cost follows what was touched; {@link #rebuild} computes everything by the same
 * statements and comes to the same rows. Methods: section 3 of the methods, told on the help page of each figure.
 */
@Repository
public class Refresh {

    private final DSLContext sql;

    public Refresh(DSLContext sql) {
        this.sql = sql;
    }

    /** What a refresh did. */
    public record Refreshed(long run, Instant moment, int due, int closed, int opened) {}

    /** Recomputes what the acceptance of a submission touched. Needs a transaction. */
    public Refreshed refresh(long submission) {
        Instant moment = sql.fetchSingle(
                        "select advance_knowledge('refresh after submission ' || id, known_from + interval '1 ms')"
                                + " from submission where id = ?",
                        submission)
                .get(0, Instant.class);
        sql.execute(REACHED_BY_TOUCH, submission);
        Refreshed refreshed = compute(run("submission", submission, moment, knownFrom(submission)), moment);
        sql.deleteFrom(TOUCHED).where(TOUCHED.SUBMISSION_ID.eq(submission)).execute();
        return refreshed;
    }

    /** Asks for every actual to be computed anew. Part of the caller's transaction. */
    public long request(String cause, @Nullable Instant knownFrom) {
        return sql.insertInto(REBUILD_REQUEST)
                .set(REBUILD_REQUEST.CAUSE, cause)
                .set(REBUILD_REQUEST.KNOWN_FROM, knownFrom)
                .returningResult(REBUILD_REQUEST.ID)
                .fetchSingle()
                .value1();
    }

    /** The requests that no run has answered. */
    public List<Long> openRequests() {
        return sql.select(REBUILD_REQUEST.ID)
                .from(REBUILD_REQUEST)
                .where(REBUILD_REQUEST.RUN_ID.isNull())
                .orderBy(REBUILD_REQUEST.ID)
                .fetch(REBUILD_REQUEST.ID);
    }

    /**
     * Recomputes every actual, unless the request has been answered. Needs a transaction; readers go on reading the old
     * figures until it commits.
     */
    public Optional<Refreshed> rebuild(long request) {
        Instant moment = sql.fetchSingle(
                        "select advance_knowledge('rebuild ' || id, known_from + interval '1 ms')"
                                + " from rebuild_request where id = ?",
                        request)
                .get(0, Instant.class);
        if (!openRequests().contains(request)) {
            return Optional.empty();
        }
        sql.execute(REACHED_IN_ALL);
        Refreshed rebuilt = compute(run("rebuild", null, moment, dated(request)), moment);
        sql.update(REBUILD_REQUEST)
                .set(REBUILD_REQUEST.RUN_ID, rebuilt.run())
                .where(REBUILD_REQUEST.ID.eq(request))
                .execute();
        return Optional.of(rebuilt);
    }

    /** The submission whose acceptance caused a run; empty for a rebuild. */
    public Optional<Long> findSubmission(long run) {
        return sql.select(REFRESH_RUN.SUBMISSION_ID)
                .from(REFRESH_RUN)
                .where(REFRESH_RUN.ID.eq(run))
                .fetchOptional(REFRESH_RUN.SUBMISSION_ID);
    }

    /** The runs whose effect on progress has not been assessed, oldest first. */
    public List<Long> unassessedRuns() {
        return sql.select(REFRESH_RUN.ID)
                .from(REFRESH_RUN)
                .where(REFRESH_RUN.ASSESSED.isFalse())
                .orderBy(REFRESH_RUN.ID)
                .fetch(REFRESH_RUN.ID);
    }

    /**
     * Has progress judged anew though no figure changes: targets have. Part of the caller's transaction.
     *
     * @param moment from which the change is known
     * @param knownFrom the same where it is a dated one, for a replay
     */
    public long targetsChanged(Instant moment, @Nullable Instant knownFrom) {
        return run("targets", null, moment, knownFrom);
    }

    private @Nullable Instant knownFrom(long submission) {
        return sql.select(SUBMISSION.KNOWN_FROM)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
    }

    private @Nullable Instant dated(long request) {
        return sql.select(REBUILD_REQUEST.KNOWN_FROM)
                .from(REBUILD_REQUEST)
                .where(REBUILD_REQUEST.ID.eq(request))
                .fetchSingle()
                .value1();
    }

    private long run(String cause, @Nullable Long submission, Instant moment, @Nullable Instant knownFrom) {
        return sql.insertInto(REFRESH_RUN)
                .set(REFRESH_RUN.CAUSE, cause)
                .set(REFRESH_RUN.SUBMISSION_ID, submission)
                .set(REFRESH_RUN.MOMENT, moment)
                .set(REFRESH_RUN.KNOWN_FROM, knownFrom)
                .returningResult(REFRESH_RUN.ID)
                .fetchSingle()
                .value1();
    }

    private Refreshed compute(long run, Instant moment) {
        sql.execute("set local work_mem = '128MB'");
        int due = sql.execute(DUE);
        sql.execute("analyze due");
        sql.execute(NEED);
        sql.execute(LEAF);
        sql.execute("analyze leaf");
        sql.execute(SCOPE);
        sql.execute(EXPECTED);
        sql.execute(FRESH);
        int closed = sql.execute(CLOSE, moment);
        int opened = sql.execute(OPEN, run, moment);
        sql.execute("drop table reached, due, need, leaf, member, expected, fresh");
        return new Refreshed(run, moment, due, closed, opened);
    }

    /** What an acceptance touched, of the indicators themselves and of the ratios and means that they enter. */
    private static final String REACHED_BY_TOUCH = """
            create temporary table reached on commit drop as
            with direct as (
                select indicator_id, period_start, period_months from touched where submission_id = ?
            )
            select * from direct
            union
            select x.indicator_id, t.period_start, t.period_months
            from direct t
            join current_indicator x on t.indicator_id in (x.numerator_id, x.denominator_id, x.weight_id)
            union
            -- The baseline period weighs the coverage of every other one.
            select a.indicator_id, a.period_start, a.period_months
            from direct t
            join programme_indicator i on i.indicator_id = t.indicator_id
            join baseline b on b.programme_indicator_id = i.id and b.known_until = 'infinity'
                and (b.period_start, b.period_months) = (t.period_start, t.period_months)
            join actual a on a.indicator_id = t.indicator_id and a.known_until = 'infinity'
            """;

    private static final String REACHED_IN_ALL = """
            create temporary table reached on commit drop as
            with direct as (
                select distinct indicator_id, period_start, period_months from observation
            )
            select * from direct
            union
            select x.indicator_id, t.period_start, t.period_months
            from direct t
            join current_indicator x on t.indicator_id in (x.numerator_id, x.denominator_id, x.weight_id)
            """;

    /** What was reached, and the longer periods that contain it. */
    private static final String DUE = """
            create temporary table due on commit drop as
            select distinct r.indicator_id, p.starts as period_start, m.months::smallint as period_months,
                   (p.starts + make_interval(months => m.months))::date as period_end
            from reached r
            join current_indicator x on x.indicator_id = r.indicator_id
            cross join (values (1), (3), (6), (12)) m(months)
            cross join lateral (
                select case when m.months = r.period_months then r.period_start
                            else make_date(extract(year from r.period_start)::int,
                                     (extract(month from r.period_start)::int - 1) / m.months * m.months + 1, 1)
                       end as starts) p
            where m.months >= r.period_months and (m.months = r.period_months or x.over_time <> 'none')
            """;

    /** What is due, and the numerators, denominators and weights that it needs. */
    private static final String NEED = """
            create temporary table need on commit drop as
            select indicator_id, period_start, period_months, period_end from due
            union
            select n.indicator_id, d.period_start, d.period_months, d.period_end
            from due d
            join current_indicator x on x.indicator_id = d.indicator_id
            cross join lateral (values (x.numerator_id), (x.denominator_id), (x.weight_id)) n(indicator_id)
            where n.indicator_id is not null
            """;

    /** One value for each institution and disaggregation within each period needed. */
    private static final String LEAF = """
            create temporary table leaf on commit drop as
            select n.indicator_id, n.period_start, n.period_months, o.institution_id, o.disaggregation_id,
                   case x.over_time
                       when 'sum' then sum(o.value)
                       when 'mean' then quotient(sum(o.value), count(*))
                       when 'count' then count(*)
                       else (array_agg(o.value order by o.period_start desc))[1]
                   end as value,
                   count(*) as slots,
                   max(o.period_start) as latest,
                   bool_or(o.status = 'P') as provisional,
                   bool_or(o.status = 'E') as estimated,
                   bool_or(o.status = 'B') as breaks
            from need n
            join current_indicator x on x.indicator_id = n.indicator_id
            join observation o on o.indicator_id = n.indicator_id
                and o.period_start >= n.period_start and o.period_start < n.period_end
                and (o.period_start + make_interval(months => o.period_months))::date <= n.period_end
                and o.known_until = 'infinity' and o.value is not null
            group by n.indicator_id, n.period_start, n.period_months, o.institution_id, o.disaggregation_id, x.over_time
            """;

    /** Whose figures count where: institutions in their country, and in the programmes while they take part. */
    private static final String SCOPE = """
            create temporary table member on commit drop as
            select null::int as programme_id, country, id as institution_id,
                   '-infinity'::date as valid_from, 'infinity'::date as valid_until
            from institution
            union all
            select p.id, p.country, m.institution_id, m.valid_from, m.valid_until
            from participation m
            join programme p on p.id = m.programme_id
            """;

    private static final String EXPECTED = """
            create temporary table expected on commit drop as
            select s.programme_id, s.country, d.indicator_id, d.period_start, d.period_months,
                   count(distinct a.institution_id) as institutions,
                   sum(overlap.months / x.period_months) as slots
            from due d
            join current_indicator x on x.indicator_id = d.indicator_id
            join assignment a on a.indicator_id = coalesce(x.numerator_id, x.indicator_id) and a.disaggregation_id = 0
                and a.valid_from < d.period_end and a.valid_until > d.period_start
            join member s on s.institution_id = a.institution_id
                and s.valid_from < d.period_end and s.valid_until > d.period_start
            cross join lateral (
                select greatest(a.valid_from, d.period_start) as starts,
                       least(a.valid_until, d.period_end) as ends) o
            cross join lateral (
                select (extract(year from o.ends) - extract(year from o.starts))::int * 12
                     + (extract(month from o.ends) - extract(month from o.starts))::int as months) overlap
            group by s.programme_id, s.country, d.indicator_id, d.period_start, d.period_months
            """;

    private static final String FRESH = """
            create temporary table fresh on commit drop as
            with base as (
                select i.programme_id, i.indicator_id, o.institution_id, o.value
                from programme_indicator i
                join baseline b on b.programme_indicator_id = i.id and b.known_until = 'infinity'
                join current_indicator x on x.indicator_id = i.indicator_id and x.over_institutions = 'sum'
                join observation o on o.indicator_id = i.indicator_id and o.period_start = b.period_start
                    and o.period_months = b.period_months and o.disaggregation_id = 0
                    and o.known_until = 'infinity' and o.value is not null
                where i.indicator_id in (select indicator_id from due)
                  and exists (select from participation m
                              where m.programme_id = i.programme_id and m.institution_id = o.institution_id)
            ), base_total as (
                select programme_id, indicator_id, sum(value) as value from base group by programme_id, indicator_id
            ), plain as (
                select s.programme_id, s.country, l.indicator_id, l.disaggregation_id, l.period_start, l.period_months,
                       case x.over_institutions
                           when 'sum' then sum(l.value)
                           when 'count' then count(*)
                           when 'mean' then quotient(sum(l.value), count(*))
                           when 'weighted_mean' then quotient(sum(l.value * w.value), sum(w.value))
                           when 'last' then (array_agg(l.value order by l.latest desc, l.institution_id))[1]
                           when 'none' then case when count(*) = 1 then min(l.value) end
                       end as value,
                       bool_or(l.provisional) as provisional, bool_or(l.estimated) as estimated,
                       bool_or(l.breaks) as breaks,
                       sum(l.slots) as observations, count(*) as reported, sum(l.slots) as slots,
                       sum(b.value) as base
                from due d
                join current_indicator x on x.indicator_id = d.indicator_id and x.over_institutions <> 'ratio'
                join leaf l on l.indicator_id = d.indicator_id
                    and (l.period_start, l.period_months) = (d.period_start, d.period_months)
                join member s on s.institution_id = l.institution_id
                    and s.valid_from < d.period_end and s.valid_until > d.period_start
                left join leaf w on w.indicator_id = x.weight_id and w.institution_id = l.institution_id
                    and w.disaggregation_id = 0
                    and (w.period_start, w.period_months) = (l.period_start, l.period_months)
                left join base b on b.programme_id = s.programme_id and b.indicator_id = l.indicator_id
                    and b.institution_id = l.institution_id
                group by s.programme_id, s.country, l.indicator_id, l.disaggregation_id, l.period_start,
                         l.period_months, x.over_institutions
            ), ratio as (
                select s.programme_id, s.country, x.indicator_id, n.disaggregation_id, n.period_start, n.period_months,
                       quotient(sum(n.value) * x.ratio_factor, sum(q.value)) as value,
                       bool_or(n.provisional or q.provisional) as provisional,
                       bool_or(n.estimated or q.estimated) as estimated,
                       bool_or(n.breaks or q.breaks) as breaks,
                       sum(n.slots + q.slots) as observations, count(*) as reported, sum(n.slots) as slots,
                       null::numeric as base
                from due d
                join current_indicator x on x.indicator_id = d.indicator_id and x.over_institutions = 'ratio'
                join leaf n on n.indicator_id = x.numerator_id
                    and (n.period_start, n.period_months) = (d.period_start, d.period_months)
                join leaf q on q.indicator_id = x.denominator_id and q.institution_id = n.institution_id
                    and q.disaggregation_id = 0
                    and (q.period_start, q.period_months) = (d.period_start, d.period_months)
                join member s on s.institution_id = n.institution_id
                    and s.valid_from < d.period_end and s.valid_until > d.period_start
                group by s.programme_id, s.country, x.indicator_id, x.ratio_factor, n.disaggregation_id,
                         n.period_start, n.period_months
            )
            select f.programme_id, f.country, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months,
                   f.value,
                   case when f.provisional then 'P' when f.estimated then 'E' when f.breaks then 'B' else '' end
                       as status,
                   f.observations::bigint as observations,
                   f.reported::int as reported,
                   greatest(f.reported, coalesce(e.institutions, 0))::int as expected,
                   f.slots::int as slots_reported,
                   greatest(f.slots, coalesce(e.slots, 0))::int as slots_expected,
                   quotient(f.base, t.value) as volume_share
            from (select * from plain union all select * from ratio) f
            left join expected e on coalesce(e.programme_id, 0) = coalesce(f.programme_id, 0) and e.country = f.country
                and (e.indicator_id, e.period_start, e.period_months)
                  = (f.indicator_id, f.period_start, f.period_months)
            left join base_total t on t.programme_id = f.programme_id and t.indicator_id = f.indicator_id
            where f.value is not null
            """;

    private static final String SAME_KEY = """
            coalesce(f.programme_id, 0) = coalesce(a.programme_id, 0) and f.country = a.country
            and (f.indicator_id, f.disaggregation_id, f.period_start, f.period_months)
              = (a.indicator_id, a.disaggregation_id, a.period_start, a.period_months)
            """;

    private static final String CLOSE = """
            update actual a
            set known_until = ?::timestamptz
            from due d
            where a.known_until = 'infinity' and a.indicator_id = d.indicator_id
              and (a.period_start, a.period_months) = (d.period_start, d.period_months)
              and not exists (
                  select from fresh f
                  where (f.value, f.status, f.observations, f.reported, f.expected, f.slots_reported, f.slots_expected)
                      = (a.value, a.status, a.observations, a.reported, a.expected, a.slots_reported, a.slots_expected)
                    and f.volume_share is not distinct from a.volume_share and """ + " " + SAME_KEY + ")";

    private static final String OPEN = """
            insert into actual (programme_id, country, indicator_id, disaggregation_id, period_start, period_months,
                                value, status, observations, reported, expected, slots_reported, slots_expected,
                                volume_share, run_id, known_from)
            select f.programme_id, f.country, f.indicator_id, f.disaggregation_id, f.period_start, f.period_months,
                   f.value, f.status, f.observations, f.reported, f.expected, f.slots_reported, f.slots_expected,
                   f.volume_share, ?, ?::timestamptz
            from fresh f
            where not exists (select from actual a where a.known_until = 'infinity' and """ + " " + SAME_KEY + ")";
}
