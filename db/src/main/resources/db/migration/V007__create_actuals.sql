-- One run of the aggregation: what caused it and the moment from which its figures are known.
create table refresh_run (
    id            bigint generated always as identity primary key,
    cause         text        not null,
    submission_id bigint references submission,
    moment        timestamptz not null references knowledge,
    known_from    timestamptz,
    assessed      boolean     not null default false,
    recorded_at   timestamptz not null default clock_timestamp()
);
comment on column refresh_run.known_from is 'a dated knowledge time asked for by a replay; null otherwise';
create index refresh_run_submission on refresh_run (submission_id);
create index refresh_run_unassessed on refresh_run (id) where not assessed;

-- A change of the catalogue after which every actual has to be computed anew.
create table rebuild_request (
    id         bigint generated always as identity primary key,
    cause      text   not null,
    known_from timestamptz,
    run_id     bigint references refresh_run
);
comment on column rebuild_request.known_from is 'a dated knowledge time asked for by a replay; null otherwise';
comment on column rebuild_request.run_id is 'the run that answered it; null until then';
create index rebuild_request_open on rebuild_request (id) where run_id is null;

-- An aggregated figure: of a programme, or of a whole country where programme_id is null.
create table actual (
    id                bigint generated always as identity primary key,
    programme_id      int references programme,
    country           char(2)     not null references country,
    indicator_id      int         not null references indicator,
    disaggregation_id int         not null references disaggregation,
    period_start      date        not null,
    period_months     smallint    not null,
    value             numeric     not null,
    status            text        not null check (status in ('', 'P', 'E', 'B')),
    uncertainty       numeric,
    observations      bigint      not null,
    reported          int         not null,
    expected          int         not null,
    slots_reported    int         not null,
    slots_expected    int         not null,
    volume_share      numeric,
    partial           boolean     not null generated always as (slots_reported < slots_expected) stored,
    run_id            bigint      not null references refresh_run,
    known_from        timestamptz not null references knowledge,
    known_until       timestamptz not null default 'infinity',
    check (known_from < known_until)
);
comment on column actual.reported is 'institutions that reported anything for the period';
comment on column actual.expected is 'institutions that were to report for the period';
comment on column actual.slots_reported is 'institution-periods reported, of slots_expected, where the period spans several';

create unique index actual_current on actual
    (indicator_id, country, programme_id, disaggregation_id, period_months, period_start)
    nulls not distinct where known_until = 'infinity';
create index actual_closed on actual
    (indicator_id, country, programme_id, disaggregation_id, period_months, period_start)
    where known_until <> 'infinity';

create index actual_run on actual (run_id);
create index actual_known_until on actual (known_until) where known_until <> 'infinity';

-- A programme's progress by one method, with everything that went into it.
create table assessment (
    id                     bigint generated always as identity primary key,
    programme_indicator_id int         not null references programme_indicator,
    period_start           date        not null,
    period_months          smallint    not null,
    method                 text        not null check (method in ('linear', 'growth', 'un')),
    baseline_start         date,
    baseline_months        smallint,
    baseline_value         numeric,
    actual_id              bigint references actual,
    target_id              int references target,
    expected               numeric,
    score                  numeric,
    status                 text        not null check (status in
        ('ACHIEVED', 'ON_TRACK', 'ACCELERATION_NEEDED', 'LIMITED_PROGRESS', 'DETERIORATION', 'UNABLE_TO_ASSESS')),
    reason                 text,
    note                   text,
    known_from             timestamptz not null references knowledge,
    known_until            timestamptz not null default 'infinity',
    check (known_from < known_until),
    check ((status = 'UNABLE_TO_ASSESS') = (reason is not null))
);
create unique index assessment_current on assessment (programme_indicator_id, method, period_months, period_start)
    where known_until = 'infinity';
create index assessment_closed on assessment (programme_indicator_id, method, period_months, period_start)
    where known_until <> 'infinity';
