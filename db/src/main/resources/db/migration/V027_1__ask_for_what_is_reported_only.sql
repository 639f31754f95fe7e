-- The indicators that institutions are asked for, as it was known at a moment: active ones, in periods that begin before
-- the first day from which a formula calculates them.
create function asked(moment timestamptz default 'infinity')
    returns table (indicator_id int, calculated_from date)
    language sql stable parallel safe as
$$
select v.indicator_id,
       coalesce((select min(f.valid_from) from formula f
                 where f.indicator_id = v.indicator_id and is_known(f.known_from, f.known_until, moment)), 'infinity')
from indicator_version v
where v.state = 'active' and is_known(v.known_from, v.known_until, moment)
$$;

create or replace function due_slot(from_day date, until_day date, moment timestamptz default 'infinity')
    returns table (institution_id int, country char(2), indicator_id int, disaggregation_id int,
                   period_start date, period_months smallint, due_on date, closes_on date, extension_id bigint)
    language sql stable parallel safe as
$$
select a.institution_id, i.country, a.indicator_id, a.disaggregation_id, p.starts, a.period_months,
       d.due_on, d.closes_on, d.extension_id
from assignment a
join institution i on i.id = a.institution_id
join asked(moment) k on k.indicator_id = a.indicator_id
cross join lateral (select greatest(a.valid_from, from_day) as first,
                           least(a.valid_until, until_day) as ends) span
-- The first period that starts on that day or after it: months since the year 0, rounded up to whole periods.
cross join lateral (
    select (extract(year from span.first)::int * 12 + extract(month from span.first)::int - 1
            + case when extract(day from span.first) = 1 then 0 else 1 end + a.period_months - 1)
           / a.period_months * a.period_months as month) begins
cross join lateral (
    select make_date(m / 12, m % 12 + 1, 1) as starts
    from generate_series(begins.month,
                         extract(year from span.ends)::int * 12 + extract(month from span.ends)::int - 1
                             - a.period_months,
                         a.period_months) m) p
cross join lateral deadline(a.institution_id, i.country, a.indicator_id, p.starts, a.period_months, moment) d
where is_known(a.known_from, a.known_until, moment) and p.starts < k.calculated_from
$$;
