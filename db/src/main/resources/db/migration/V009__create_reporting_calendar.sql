-- Who was to report what has two times as well: the days that an assignment is valid for, and when the system knew it.
-- What was assigned before that was kept has been known since anything was.
alter table assignment add column known_from timestamptz references knowledge;
update assignment set known_from = (select min(moment) from knowledge);
alter table assignment
    alter column known_from set not null,
    add column known_until timestamptz not null default 'infinity',
    add check (known_from < known_until),
    drop constraint assignment_pkey,
    add primary key (indicator_id, institution_id, disaggregation_id, valid_from, known_from);
create unique index assignment_current on assignment (indicator_id, institution_id, disaggregation_id, valid_from)
    where known_until = 'infinity';

create view current_assignment as
select institution_id, indicator_id, disaggregation_id, period_months, valid_from, valid_until
from assignment
where known_until = 'infinity';

-- How many days after the end of a period a report is on time, and how many after it the period takes none any more.
-- A rule for a country goes before one for all; of several, the one with the latest beginning that the period reaches.
create table calendar_rule (
    id           bigint generated always as identity primary key,
    indicator_id int         not null references indicator,
    country      char(2) references country,
    valid_from   date        not null default '0001-01-01',
    timely_days  int         not null check (timely_days between 0 and 36500),
    closed_days  int check (closed_days between timely_days and 36500),
    known_from   timestamptz not null references knowledge,
    known_until  timestamptz not null default 'infinity',
    check (known_from < known_until)
);
comment on column calendar_rule.country is 'null: in all countries that have no rule of their own';
comment on column calendar_rule.valid_from is 'the first day of the first period that the rule is for';
comment on column calendar_rule.timely_days is 'days after the last day of the period until which a report is on time';
comment on column calendar_rule.closed_days is 'days after it until which reports are taken; null: the period never closes';
create unique index calendar_rule_current on calendar_rule (indicator_id, country, valid_from)
    nulls not distinct where known_until = 'infinity';
create index calendar_rule_indicator on calendar_rule (indicator_id);

-- Other dates for one institution and period, for one indicator or for all of them.
create table extension (
    id             bigint generated always as identity primary key,
    institution_id int         not null references institution,
    indicator_id   int references indicator,
    period_start   date        not null,
    period_months  smallint    not null check (period_months in (1, 3, 6, 12)),
    due_on         date        not null,
    closes_on      date check (closes_on >= due_on),
    reason         text        not null check (reason <> ''),
    granted_by     text        not null,
    granted_at     timestamptz not null,
    known_from     timestamptz not null references knowledge,
    known_until    timestamptz not null default 'infinity',
    check (known_from < known_until)
);
comment on column extension.indicator_id is 'null: for every indicator of the institution that has none of its own';
comment on column extension.due_on is 'the last day on which a report is on time';
comment on column extension.closes_on is 'the last day on which reports are taken; null: the period never closes';
create unique index extension_current on extension (institution_id, period_start, period_months, indicator_id)
    nulls not distinct where known_until = 'infinity';
create index extension_period on extension (institution_id, period_start, period_months);

-- Whether a row's times hold a moment; the moment 'infinity' asks for what is known at present.
create function is_known(known_from timestamptz, known_until timestamptz, moment timestamptz) returns boolean
    language sql immutable parallel safe as
$$
select known_from <= moment and (known_until > moment or known_until = 'infinity')
$$;

-- Until when a report is on time and taken (both days included), by the calendar and by extensions as they were known
-- at a moment; null: no date was set.
create function deadline(of_institution int, in_country char(2), of_indicator int, starts date, months smallint,
                         moment timestamptz default 'infinity')
    returns table (due_on date, closes_on date, extension_id bigint)
    language sql stable parallel safe as
$$
select case when e.id is null then day.last + r.timely_days else e.due_on end,
       case when e.id is null then day.last + r.closed_days else e.closes_on end,
       e.id
from (select (starts + make_interval(months => months::int))::date - 1 as last) day
left join lateral (
    select c.timely_days, c.closed_days
    from calendar_rule c
    where c.indicator_id = of_indicator and (c.country is null or c.country = in_country) and c.valid_from <= starts
      and is_known(c.known_from, c.known_until, moment)
    order by c.country nulls last, c.valid_from desc
    limit 1) r on true
left join lateral (
    select x.id, x.due_on, x.closes_on
    from extension x
    where x.institution_id = of_institution and x.period_start = starts and x.period_months = months
      and (x.indicator_id is null or x.indicator_id = of_indicator)
      and is_known(x.known_from, x.known_until, moment)
    order by x.indicator_id nulls last
    limit 1) e on true
$$;

-- What institutions are to report of periods that lie within [from_day, until_day), as it was known at a moment: each
-- whole period of each assignment. Conditions on its columns reach the tables, as those on a view do.
create function due_slot(from_day date, until_day date, moment timestamptz default 'infinity')
    returns table (institution_id int, country char(2), indicator_id int, disaggregation_id int,
                   period_start date, period_months smallint, due_on date, closes_on date, extension_id bigint)
    language sql stable parallel safe as
$$
select a.institution_id, i.country, a.indicator_id, a.disaggregation_id, p.starts, a.period_months,
       d.due_on, d.closes_on, d.extension_id
from assignment a
join institution i on i.id = a.institution_id
cross join lateral (select greatest(a.valid_from, from_day) as first, least(a.valid_until, until_day) as ends) span
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
where is_known(a.known_from, a.known_until, moment)
$$;
