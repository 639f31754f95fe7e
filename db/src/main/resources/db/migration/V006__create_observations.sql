-- An accepted value, with the two times: the period it speaks of, and when the system knew it. Rows are only added and
-- closed. There are no foreign keys: acceptance resolves every reference in one statement, and loading is several times
-- faster for it.
create table observation (
    institution_id    int         not null,
    indicator_id      int         not null,
    disaggregation_id int         not null,
    period_start      date        not null,
    period_months     smallint    not null,
    sheet             smallint    not null,
    row_number        int         not null,
    column_number     smallint    not null,
    status            text        not null check (status in ('', 'P', 'E', 'B', 'M', 'N', 'C')),
    submission_id     bigint      not null,
    known_from        timestamptz not null,
    known_until       timestamptz not null default 'infinity',
    value             numeric,
    reported_value    numeric,
    reported_unit     text        not null,
    text_read         text        not null,
    comment           text,
    check (known_from < known_until)
) partition by range (period_start);

create table observation_before_2010 partition of observation for values from (minvalue) to ('2010-01-01');
create table observation_2010 partition of observation for values from ('2010-01-01') to ('2015-01-01');
create table observation_2015 partition of observation for values from ('2015-01-01') to ('2020-01-01');
create table observation_2020 partition of observation for values from ('2020-01-01') to ('2025-01-01');
create table observation_2025 partition of observation for values from ('2025-01-01') to ('2030-01-01');
create table observation_2030 partition of observation for values from ('2030-01-01') to ('2035-01-01');
create table observation_from_2035 partition of observation for values from ('2035-01-01') to (maxvalue);

create unique index observation_current on observation
    (indicator_id, period_start, period_months, institution_id, disaggregation_id) where known_until = 'infinity';
create index observation_closed on observation
    (indicator_id, period_start, period_months, institution_id, disaggregation_id) where known_until <> 'infinity';
create index observation_submission on observation using brin (submission_id);

-- What acceptance touched and aggregation has still to refresh.
create table touched (
    submission_id bigint   not null references submission,
    indicator_id  int      not null references indicator,
    period_start  date     not null,
    period_months smallint not null,
    primary key (submission_id, indicator_id, period_start, period_months)
);
