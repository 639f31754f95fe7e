package org.scpmonitor.batch.world;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** All that is stored, a line each, told without what differs from run to run. */
final class Everything {

    private static final String KNOWN = """
            select row('observation', i.code, o.institution_id, d.key, o.period_start, o.period_months,
                       o.sheet, o.row_number, o.column_number, '«' || o.status || '»',
                       (select count(*) from submission s where s.id <= o.submission_id),
                       o.known_until = 'infinity', trim_scale(o.value), o.reported_value, o.reported_unit,
                       o.text_read, o.comment)::text
            from observation o
            join indicator i on i.id = o.indicator_id
            join disaggregation d on d.id = o.disaggregation_id
            where %s
            union all
            select row('actual', coalesce(a.programme_id, 0), a.country, i.code, d.key, a.period_start,
                       a.period_months, a.known_until = 'infinity', trim_scale(a.value),
                       '«' || a.status || '»', a.observations, a.reported, a.expected, a.slots_reported,
                       a.slots_expected, trim_scale(a.volume_share))::text
            from actual a
            join indicator i on i.id = a.indicator_id
            join disaggregation d on d.id = a.disaggregation_id
            where %s
            union all
            select row('assessment', s.programme_indicator_id, s.period_start, s.period_months,
                       s.method, s.known_until = 'infinity', s.baseline_start, s.baseline_months,
                       trim_scale(s.baseline_value), trim_scale(a.value), t.code, t.version,
                       trim_scale(s.expected), trim_scale(s.score), s.status, s.reason, s.note)::text
            from assessment s
            left join actual a on a.id = s.actual_id
            left join target t on t.id = s.target_id
            where %s
            order by 1
            """;

    private Everything() {}

    static List<String> known(DSLContext sql) {
        return lines(sql, KNOWN.formatted("true", "true", "true"));
    }

    static List<String> knownAt(DSLContext sql, Instant moment) {
        // Whether a row has been closed since is no part of what was known then.
        String known = "%1$s.known_from <= '%2$s'::timestamptz and %1$s.known_until > '%2$s'::timestamptz";
        return lines(
                sql,
                KNOWN.formatted(
                                known.formatted("o", moment),
                                known.formatted("a", moment),
                                known.formatted("s", moment))
                        .replaceAll("[oas]\\.known_until = 'infinity'", "''"));
    }

    static List<String> submissions(DSLContext sql) {
        return lines(sql, """
                with numbered as (select s.*, row_number() over (order by id) as nth from submission s)
                select row('submission', nth, institution_id, file_name, file_size, revision, state,
                                 rows_read, rows_accepted, rows_refused, rows_queried, rows_staged,
                                 accepted_at is not null,
                                 (select encode(sha256(string_agg(bytes, '' order by part)), 'hex') = sha256
                                  from submission_file f where f.submission_id = s.id))::text
                from numbered s
                union all
                select row('event', nth, row_number() over (partition by nth order by e.id), e.actor, e.state,
                                 e.comment)::text
                from submission_event e
                join numbered s on s.id = e.submission_id
                union all
                select row('finding', nth, f.severity, f.code, f.sheet, f.row_number, f.column_number, f.read,
                                 f.arguments)::text
                from finding f
                join numbered s on s.id = f.submission_id
                union all
                select row('count', nth, c.severity, c.code, c.occurrences)::text
                from finding_count c
                join numbered s on s.id = c.submission_id
                union all
                select row('sheet', nth, h.sheet, h.name, h.institution_column, h.indicator_column,
                                 h.disaggregation_column, h.period_column, h.value_column, h.unit_column)::text
                from submission_sheet h
                join numbered s on s.id = h.submission_id
                order by 1
                """);
    }

    static List<String> openJobs(DSLContext sql) {
        return lines(sql, """
                select i.job_name || ' ' || i.job_instance_id || ' ' || coalesce(string_agg(e.status, ', '), 'never ran')
                from batch_job_instance i
                left join batch_job_execution e using (job_instance_id)
                group by i.job_instance_id
                having not coalesce(bool_or(e.status = 'COMPLETED'), false)
                    or bool_or(e.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN'))
                order by 1
                """);
    }

    static List<String> leftovers(DSLContext sql) {
        return lines(sql, """
                select schemaname || '.' || tablename from pg_tables where schemaname = 'staging'
                union all
                select 'progress of ' || submission_id from submission_progress
                union all
                select schemaname || '.' || tablename from pg_tables where tablename ~ '^rebuild_(due|fresh)_'
                union all
                select 'part of rebuild ' || request_id from rebuild_part
                order by 1
                """);
    }

    private static List<String> lines(DSLContext sql, String query) {
        return sql.fetch(query).map(row -> row.get(0, String.class));
    }
}
