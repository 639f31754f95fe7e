package org.scpmonitor.publication;

/** The statements behind {@link Publications}. */
final class PublicationSql {

    private PublicationSql() {}

    /** The figures of a scope (programme or null, first day, months) as known at a moment. */
    static final String FIGURES = """
            with scope as (
                select ?::int as programme_id, d.first_day,
                       (d.first_day + make_interval(months => ?))::date as end_day, ?::timestamptz as moment
                from (values (?::date)) d(first_day)
            )
            select a.id, p.code as programme, a.country, i.code as indicator, g.key as disaggregation, a.period_start,
                   a.period_months, a.value, x.unit, a.status, a.uncertainty, a.reported, a.expected, a.volume_share,
                   a.partial, a.gwp_set, a.carried, a.estimation, a.estimated_value, a.estimated, a.known_from
            from scope s
            join actual a on a.period_start >= s.first_day
                and (a.period_start + make_interval(months => a.period_months))::date <= s.end_day
                and a.known_from <= s.moment and a.known_until > s.moment
                and (s.programme_id is null or a.programme_id = s.programme_id)
            join indicator i on i.id = a.indicator_id
            join indicator_version x on x.indicator_id = a.indicator_id
                and x.known_from <= s.moment and x.known_until > s.moment
            join disaggregation g on g.id = a.disaggregation_id
            left join programme p on p.id = a.programme_id
            order by i.code, a.country, p.code nulls first, g.key, a.period_months, a.period_start
            """;

    static final String LIST = """
            select b.id, p.code as programme, b.period_start, b.period_months, b.as_of, b.published_by, b.note, b.figures,
                   b.partial, b.sha256,
                   (select count(*) from publication_figure f join figure a on a.id = f.figure_id
                    where f.publication_id = b.id and a.known_until <> 'infinity')::int as revised
            from publication b
            left join programme p on p.id = b.programme_id
            """;

    /**
     * What changed of the figures in a publication's scope after its moment: each moment at which a figure was replaced,
     * came or went.
     */
    static final String REVISIONS = """
            with scope as (
                select b.programme_id, b.period_start as first_day, b.as_of,
                       (b.period_start + make_interval(months => b.period_months))::date as end_day
                from publication b where b.id = ?
            ), mine as (
                select a.* from scope s
                join actual a on a.period_start >= s.first_day
                    and (a.period_start + make_interval(months => a.period_months))::date <= s.end_day
                    and (s.programme_id is null or a.programme_id = s.programme_id)
                    and (a.known_from > s.as_of or (a.known_until > s.as_of and a.known_until <> 'infinity'))
            ), change as (
                select coalesce(n.programme_id, o.programme_id) as programme_id, coalesce(n.country, o.country) as country,
                       coalesce(n.indicator_id, o.indicator_id) as indicator_id,
                       coalesce(n.disaggregation_id, o.disaggregation_id) as disaggregation_id,
                       coalesce(n.period_start, o.period_start) as period_start,
                       coalesce(n.period_months, o.period_months) as period_months,
                       coalesce(n.known_from, o.known_until) as moment, o.known_from as since,
                       o.id as old_id, o.value as old_value, o.status as old_status, o.reported as old_reported,
                       o.expected as old_expected, o.partial as old_partial,
                       n.id as new_id, n.value as new_value, n.status as new_status, n.reported as new_reported,
                       n.expected as new_expected, n.partial as new_partial
                from (select mine.* from mine, scope where known_from > as_of) n
                full join (select mine.* from mine, scope where known_until > as_of and known_until <> 'infinity') o
                    on o.known_until = n.known_from and o.country = n.country
                    and coalesce(o.programme_id, 0) = coalesce(n.programme_id, 0)
                    and (o.indicator_id, o.disaggregation_id, o.period_start, o.period_months)
                      = (n.indicator_id, n.disaggregation_id, n.period_start, n.period_months)
            )
            select c.*, p.code as programme, i.code as indicator, g.key as disaggregation, x.unit,
                   coalesce(s.file_name, q.cause, r.cause, '') as cause, r.submission_id,
                   case when r.submission_id is null then coalesce(made.reasons, '') else coalesce(said.comments, '') end
                       as reason
            from change c
            join indicator i on i.id = c.indicator_id
            join current_indicator x on x.indicator_id = c.indicator_id
            join disaggregation g on g.id = c.disaggregation_id
            left join programme p on p.id = c.programme_id
            left join refresh_run r on r.moment = c.moment
            left join submission s on s.id = r.submission_id
            left join rebuild_request q on q.run_id = r.id
            left join lateral (
                select string_agg(e.comment, ' · ' order by e.id) as comments
                from submission_event e
                where e.submission_id = r.submission_id and e.comment <> '' and e.state in ('submitted', 'approved')
            ) said on true
            left join lateral (
                with recursive reads as (
                    select c.indicator_id
                    union
                    select n.indicator_id from reads d
                    join formula f on f.indicator_id = d.indicator_id
                        and f.known_from <= c.moment and f.known_until > c.moment
                    join formula_input n on n.formula_id = f.id
                )
                select string_agg(distinct w.reason, ' · ') as reasons
                from (
                    select f.reason, f.known_from from formula f where f.indicator_id in (select indicator_id from reads)
                    union all
                    select v.reason, v.known_from
                    from formula f
                    join formula_factor t on t.formula_id = f.id
                    join factor_version v on v.factor_id = t.factor_id
                    where f.indicator_id in (select indicator_id from reads)
                      and f.known_from <= c.moment and f.known_until > c.moment
                    union all
                    select v.reason, v.known_from
                    from formula f
                    join formula_tally t on t.formula_id = f.id
                    join entry_tally n on n.tally = t.tally
                        and n.day < (c.period_start + make_interval(months => c.period_months))::date
                    join institution b on b.id = n.institution_id and b.country = c.country
                    join entry_version o on o.id = n.version_id
                    join entry_version v on v.entry_id = o.entry_id
                    where f.indicator_id in (select indicator_id from reads)
                      and f.known_from <= c.moment and f.known_until > c.moment
                ) w
                where w.reason <> '' and w.known_from <= c.moment and w.known_from > coalesce(c.since, '-infinity')
            ) made on true
            order by c.moment desc, i.code, c.country, p.code nulls first, g.key, c.period_months, c.period_start
            """;
}
