package org.scpmonitor.provenance;

/**
 * The statements behind {@link ProvenanceQueries}. They read what the figure's run knew, at the run's own moment. Current
 * and closed observations are read apart, because each has an index of its own.
 */
final class FigureSql {
    private FigureSql() {}

    private static final String IN_SCOPE = """
             (case when f.programme_id is null
                   then exists (select from institution i
                                where i.id = o.institution_id and i.country = f.country
                                  and f.part = case f.part_of when 'region' then i.region when 'sector' then i.sector
                                                              else '' end)
                   else exists (select from participation_version m
                                where m.institution_id = o.institution_id and m.programme_id = f.programme_id
                                  and m.known_from <= f.moment and m.known_until > f.moment
                                  and m.valid_from < f.period_end and m.valid_until > f.period_start)
                   end)
            """;

    /** What a figure is of, for finding out what it was calculated from. */
    static final String HEAD = """
            select r.moment, a.period_start, (a.period_start + make_interval(months => a.period_months))::date as period_end,
                   a.country, a.programme_id, a.part_of, a.part, a.disaggregation_id, a.gwp_set,
                   exists (select from formula f
                           where f.indicator_id in (x.indicator_id, x.numerator_id, x.denominator_id, x.weight_id)
                             and f.known_from <= r.moment and f.known_until > r.moment) as calculated,
                   array(select i.code from indicator i
                         where i.id in (x.numerator_id, x.denominator_id, x.weight_id)
                            or i.id = a.indicator_id and x.over_institutions <> 'ratio') as indicators
            from figure a
            join refresh_run r on r.id = a.run_id
            join indicator_version x on x.indicator_id = a.indicator_id
                and x.known_from <= r.moment and x.known_until > r.moment
            where a.id = ?
            """;

    /** The figure, its definition, and what goes into it: the indicator itself, or numerator, denominator and weight. */
    private static final String SCOPE = """
            , the_figure as (
                select a.*, r.moment, r.cause, x.version, x.unit, x.over_institutions, x.over_time, x.ratio_factor,
                       x.numerator_id, x.denominator_id, x.weight_id, x.name_es, x.name_en, x.name_de,
                       (a.period_start + make_interval(months => a.period_months))::date as period_end
                from figure a
                join refresh_run r on r.id = a.run_id
                join indicator_version x on x.indicator_id = a.indicator_id
                    and x.known_from <= r.moment and x.known_until > r.moment
                where a.id = ?
            ), part as (
                select 'itself' as role, indicator_id, disaggregation_id from the_figure where over_institutions <> 'ratio'
                union all
                select 'numerator', numerator_id, disaggregation_id from the_figure where over_institutions = 'ratio'
                union all
                select 'denominator', denominator_id, 0 from the_figure where over_institutions = 'ratio'
                union all
                select 'weight', weight_id, 0 from the_figure where weight_id is not null
            ), used as (
                select p.role, o.*
                from the_figure f
                cross join part p
                cross join lateral (
                    select * from observation c
                    where c.known_until = 'infinity' and c.known_from <= f.moment
                      and c.indicator_id = p.indicator_id and c.disaggregation_id = p.disaggregation_id
                      and c.period_start >= f.period_start and c.period_start < f.period_end
                    union all
                    select * from observation c
                    where c.known_until <> 'infinity' and c.known_from <= f.moment and c.known_until > f.moment
                      and c.indicator_id = p.indicator_id and c.disaggregation_id = p.disaggregation_id
                      and c.period_start >= f.period_start and c.period_start < f.period_end
                ) o
                where (o.period_start + make_interval(months => o.period_months))::date <= f.period_end
                  and o.value is not null
                  and not o.indicator_id in (select indicator_id from formula_due)
                  and""" + IN_SCOPE + """
            ), leaf_disaggregation as (
                select s.indicator_id, s.summed, d.id
                from (select distinct indicator_id, summed from leaf_span) s
                cross join the_figure f
                cross join disaggregation d
                where not exists (select from disaggregation_part p
                                  where p.disaggregation_id = d.id
                                    and p.dimension <> all (string_to_array(s.summed, ','))
                                    and not exists (select from disaggregation_part q
                                                    where q.disaggregation_id = f.disaggregation_id
                                                      and (q.dimension, q.code) = (p.dimension, p.code)))
                  and not exists (select from disaggregation_part q
                                  join indicator_dimension x on x.indicator_id = s.indicator_id
                                      and x.dimension = q.dimension
                                  where q.disaggregation_id = f.disaggregation_id
                                    and q.dimension <> all (string_to_array(s.summed, ','))
                                    and not exists (select from disaggregation_part p
                                                    where p.disaggregation_id = d.id
                                                      and (q.dimension, q.code) = (p.dimension, p.code)))
                  and not exists (select from indicator_dimension x
                                  where x.indicator_id = s.indicator_id
                                    and x.dimension = any (string_to_array(s.summed, ','))
                                    and not exists (select from disaggregation_part p
                                                    where p.disaggregation_id = d.id and p.dimension = x.dimension))
            ), source as (
                select * from used
                union all
                select distinct i.code as role, o.*
                from the_figure f
                cross join leaf_span s
                join indicator i on i.id = s.indicator_id
                join leaf_disaggregation d on (d.indicator_id, d.summed) = (s.indicator_id, s.summed)
                cross join lateral (
                    select * from observation c
                    where c.known_until = 'infinity' and c.known_from <= f.moment
                      and c.indicator_id = s.indicator_id and c.disaggregation_id = d.id
                      and c.period_start >= s.starts and c.period_start < s.ends
                    union all
                    select * from observation c
                    where c.known_until <> 'infinity' and c.known_from <= f.moment and c.known_until > f.moment
                      and c.indicator_id = s.indicator_id and c.disaggregation_id = d.id
                      and c.period_start >= s.starts and c.period_start < s.ends
                ) o
                where (o.period_start + make_interval(months => o.period_months))::date <= s.ends
                  and o.value is not null
                  and not exists (select from used u
                                  where (u.institution_id, u.indicator_id, u.disaggregation_id, u.period_start)
                                        = (o.institution_id, o.indicator_id, o.disaggregation_id, o.period_start))
                  and""" + IN_SCOPE + """
            )
            """;

    static final String FIGURE = SCOPE + """
            , valued as (
                select role, institution_id, indicator_id, period_start, value from used
                union all
                select p.role, o.institution_id, o.indicator_id, o.period_start, o.value
                from the_figure f
                cross join part p
                join made o on o.indicator_id = p.indicator_id and o.disaggregation_id = p.disaggregation_id
                    and o.gwp_set in ('', f.gwp_set)
                    and o.period_start >= f.period_start and o.period_start < f.period_end
                where""" + IN_SCOPE + """
            ), leaf as (
                select u.role, u.institution_id, max(u.period_start) as latest,
                       case x.over_time
                           when 'sum' then sum(u.value)
                           when 'mean' then quotient(sum(u.value), count(*))
                           when 'count' then count(*)
                           else (array_agg(u.value order by u.period_start desc))[1]
                       end as value
                from valued u
                cross join the_figure f
                join indicator_version x on x.indicator_id = u.indicator_id
                    and x.known_from <= f.moment and x.known_until > f.moment
                group by u.role, u.institution_id, x.over_time
            ), institution_part as (
                select institution_id, max(latest) as latest,
                       max(value) filter (where role = 'itself') as itself,
                       max(value) filter (where role = 'weight') as weight,
                       max(value) filter (where role = 'numerator') as numerator,
                       max(value) filter (where role = 'denominator') as denominator
                from leaf
                group by institution_id
            ), again as (
                select case f.over_institutions
                           when 'sum' then (select sum(itself) from institution_part)
                           when 'count' then (select count(itself) from institution_part)
                           when 'mean' then (select quotient(sum(itself), count(itself)) from institution_part)
                           when 'last' then (select itself from institution_part where itself is not null
                                             order by latest desc, institution_id limit 1)
                           when 'none' then (select min(itself) from institution_part having count(itself) = 1)
                           when 'weighted_mean' then (
                               select quotient(sum(itself * weight), sum(weight)) from institution_part
                               where itself is not null)
                           when 'ratio' then (
                               select quotient(sum(numerator) * f.ratio_factor, sum(denominator)) from institution_part
                               where numerator is not null and denominator is not null)
                       end as value
                from the_figure f
            )
            select f.id, p.code as programme, f.country,
                   c.name_es as country_name_es, c.name_en as country_name_en, c.name_de as country_name_de,
                   i.code as indicator, f.name_es, f.name_en, f.name_de, f.unit, g.key as disaggregation, f.part_of, f.part,
                   f.period_start, f.period_months, f.value, again.value as recomputed, f.status,
                   f.observations, f.reported, f.expected, f.over_institutions, f.over_time, f.version,
                   f.run_id as run, f.cause, f.moment, nullif(f.known_until, 'infinity') as replaced
            from the_figure f
            cross join again
            join indicator i on i.id = f.indicator_id
            join country c on c.code = f.country
            join disaggregation g on g.id = f.disaggregation_id
            left join programme p on p.id = f.programme_id
            """;

    private static final String COLUMNS = """
            select i.code as institution_code, coalesce(i.acronym, i.code) as institution, i.name as institution_name, n.code as indicator,
                   o.period_start, o.period_months, o.value, x.unit, o.reported_value, o.reported_unit, o.status,
                   o.comment,
                   (select string_agg(distinct f.explanation, ' · ') from finding f
                    where f.submission_id = o.submission_id and f.explanation is not null
                      and f.indicator_id = o.indicator_id and f.institution_id = o.institution_id
                      and f.disaggregation_id = o.disaggregation_id and f.period_start = o.period_start
                      and f.period_months = o.period_months) as explanation,
                   o.known_from, earlier.known_from as replaces,
                   o.sheet as sheet_number, coalesce(h.name, '') as sheet, o.row_number, o.column_number, o.text_read,
                   s.id as submission, s.revision, s.file_name, s.sha256, s.number_format, s.rows_read,
                   sender.display_name as sent_by, approval.actor as approved_by, approval.at as approved_at,
                   typist.display_name as typed_by, typed.typed_at, typed.written,
                   (select count(*) from summed_cell c
                    where c.submission_id = o.submission_id and c.of_sheet = o.sheet and c.of_row = o.row_number
                      and c.of_column = o.column_number) as parts
            """;

    private static final String JOINS = """
            join institution i on i.id = o.institution_id
            join indicator n on n.id = o.indicator_id
            join current_indicator x on x.indicator_id = o.indicator_id
            join submission s on s.id = o.submission_id
            join app_user sender on sender.id = s.sent_by
            left join submission_sheet h on h.submission_id = o.submission_id and h.sheet = o.sheet
            left join lateral (
                select coalesce(
                           (select string_agg(coalesce(w.display_name, a.account)
                                              || coalesce(' (← ' || a.on_behalf_of || ')', ''), ', ' order by a.level)
                            from submission_approval a
                            left join app_user w on w.username = a.account
                            where a.submission_id = e.submission_id),
                           u.display_name, e.actor) as actor, e.at
                from submission_event e
                left join app_user u on u.username = e.actor
                where e.submission_id = o.submission_id and e.state = 'approved'
                order by e.id limit 1
            ) approval on true
            left join draft on draft.submission_id = o.submission_id
            left join draft_value typed on typed.draft_id = draft.id and typed.row_number = o.row_number
            left join app_user typist on typist.id = typed.typed_by
            left join lateral (
                select b.known_from from observation b
                where b.indicator_id = o.indicator_id and b.period_start = o.period_start
                  and b.period_months = o.period_months and b.institution_id = o.institution_id
                  and b.disaggregation_id = o.disaggregation_id and b.known_until = o.known_from
                  and b.known_until <> 'infinity'
                limit 1
            ) earlier on true
            """;

    static final String SOURCES = SCOPE + COLUMNS + """
            from (
                select * from source
                order by role desc, value desc, institution_id, period_start, period_months
                offset ? limit ?
            ) o
            """ + JOINS + """
            order by o.role desc, o.value desc, o.institution_id, o.period_start, o.period_months
            """;

    private static final String OF_INSTITUTION =
            " where institution_id = (select id from institution where code = ?)\n";

    static final String SOURCES_OF = SOURCES.replace("select * from source\n", "select * from source" + OF_INSTITUTION);

    static final String PARTS = """
            select c.sheet as sheet_number, coalesce(h.name, '') as sheet, c.row_number, c.column_number, c.text_read,
                   trim_scale(c.value) as value, c.reported_value, c.reported_unit
            from summed_cell c
            left join submission_sheet h on h.submission_id = c.submission_id and h.sheet = c.sheet
            where c.submission_id = ? and c.of_sheet = ? and c.of_row = ? and c.of_column = ?
            order by c.sheet, c.row_number, c.column_number
            offset ? limit ?
            """;

    static final String NUMBER_OF_PARTS = """
            select count(*) from summed_cell where submission_id = ? and of_sheet = ? and of_row = ? and of_column = ?
            """;

    /** The factor versions that formulas read, in the figure's country and for its warming potentials. */
    static final String FACTORS = SCOPE + """
            select distinct n.formula_id, f.code, f.unit, f.gas, v.country, v.variant, v.value, v.lower, v.upper, v.version,
                   v.valid_from, v.source_title, v.source_url, v.illustrative, a.carried
            from the_figure g
            join factor_value a on a.country = g.country
            join formula_factor n on n.factor_id = a.factor_id
                and n.formula_id in (select formula_id from formula_due)
            join factor f on f.id = a.factor_id and (f.kind <> 'gwp' or a.variant = g.gwp_set)
            join factor_version v on v.id = a.version_id
            order by n.formula_id, f.code, v.variant, v.valid_from
            """;

    static final String NUMBER_OF_SOURCES = SCOPE + "select count(*) from source";

    static final String NUMBER_OF_SOURCES_OF = NUMBER_OF_SOURCES + OF_INSTITUTION;

    private static final String ENTRY = SCOPE + """
            , counting as (
                select o.*
                from the_figure f
                cross join counted k
                join tally_then o on o.tally = k.tally and o.day < k.ends
                where""" + IN_SCOPE + """
            )
            """;

    /** What the register counts that a figure is made of, the latest first. */
    static final String ENTRIES = ENTRY + """
            select o.tally, e.kind, e.code, v.title_es, v.title_en, v.title_de, i.code as institution_code,
                   coalesce(i.acronym, i.code) as institution, i.name as institution_name, o.day, o.amount, v.version,
                   coalesce(u.display_name, v.author) as author, v.known_from, v.source, v.illustrative
            from counting o
            join entry_version v on v.id = o.version_id
            join entry e on e.id = v.entry_id
            join institution i on i.id = o.institution_id
            left join app_user u on u.username = v.author
            where ?::text is null or i.code = ?
            order by o.day desc, e.kind, e.code, o.tally, i.code
            offset ? limit ?
            """;

    static final String NUMBER_OF_ENTRIES = ENTRY + """
            select count(*)
            from counting o
            join institution i on i.id = o.institution_id
            where ?::text is null or i.code = ?
            """;

    static final String NEIGHBOURS = COLUMNS + """
            from observation o
            """ + JOINS + """
            where o.submission_id = ? and o.sheet = ? and o.row_number between ? and ?
            order by o.row_number, o.column_number
            """;
}
