create table submission (
    id             bigint generated always as identity primary key,
    institution_id int         not null references institution,
    sent_by        int         not null references app_user,
    period_start   date,
    period_months  smallint,
    file_name      text        not null,
    file_size      bigint      not null check (file_size >= 0),
    sha256         char(64)    not null,
    number_format  text check (number_format in ('comma', 'point')),
    mapping        text,
    dry_run        boolean     not null default false,
    revision       int         not null default 1 check (revision > 0),
    revises        bigint references submission,
    state          text        not null check (state in
        ('received', 'validated', 'submitted', 'returned', 'approved', 'superseded', 'failed', 'cancelled', 'withdrawn')),
    received_at    timestamptz not null,
    rows_read      bigint,
    rows_accepted  bigint,
    rows_refused   bigint,
    rows_queried   bigint,
    rows_staged    bigint,
    accepted_at    timestamptz references knowledge,
    known_from     timestamptz,
    check ((period_start is null) = (period_months is null))
);
comment on column submission.rows_staged is 'how many values staging must hold; null until they have been staged';
comment on column submission.accepted_at is 'the moment from which its observations are known; null until then';
comment on column submission.known_from is 'a dated knowledge time asked for by a replay; null otherwise';

create unique index submission_same_bytes
    on submission (institution_id, sha256, coalesce(mapping, ''), coalesce(number_format, ''), dry_run)
    where state not in ('failed', 'cancelled', 'withdrawn');
create index submission_institution on submission (institution_id, id);
create index submission_state on submission (state, id) where state in ('received', 'validated', 'submitted', 'approved');

create table submission_file (
    submission_id bigint not null references submission,
    part          int    not null check (part >= 0),
    bytes         bytea  not null,
    primary key (submission_id, part)
);
alter table submission_file alter column bytes set storage external;

create table submission_sheet (
    submission_id bigint   not null references submission,
    sheet         smallint not null,
    name          text     not null,
    -- where its header has each column, from 1; null where it has none
    institution_column    smallint,
    indicator_column      smallint,
    disaggregation_column smallint,
    period_column         smallint,
    value_column          smallint,
    unit_column           smallint,
    primary key (submission_id, sheet)
);

create table submission_event (
    id            bigint generated always as identity primary key,
    submission_id bigint      not null references submission,
    at            timestamptz not null,
    actor         text        not null,
    state         text        not null,
    comment       text        not null default ''
);
create index submission_event_submission on submission_event (submission_id, id);
create trigger submission_event_only_grows
    before update or delete or truncate on submission_event
    execute function refuse_change();

create table finding (
    id            bigint generated always as identity primary key,
    submission_id bigint not null references submission,
    severity      text   not null check (severity in ('ERROR', 'QUERY')),
    code          text   not null,
    sheet         text   not null default '',
    row_number    int,
    column_number int,
    read          text   not null default '',
    arguments     text[] not null default '{}',
    explanation   text,
    explained_by  text,
    explained_at  timestamptz
);
create index finding_submission on finding (submission_id, severity, id);

-- How often each finding occurred; the findings themselves are kept up to a limit for each code.
create table finding_count (
    submission_id bigint not null references submission,
    severity      text   not null check (severity in ('ERROR', 'QUERY')),
    code          text   not null,
    occurrences   bigint not null check (occurrences > 0),
    primary key (submission_id, code)
);

-- How far the work on a submission has come, for those who watch; worth nothing after a crash.
create unlogged table submission_progress (
    submission_id bigint primary key,
    phase         text        not null,
    done          bigint      not null,
    total         bigint,
    updated_at    timestamptz not null
);

-- What each submission's staging looks like. The rows themselves live in unlogged tables of the same shape in the
-- schema "staging", one for each submission, so that they come by COPY and go by DROP.
create schema staging;

create table staged_row (
    sheet          smallint not null,
    row_number     int      not null,
    column_number  smallint not null,
    institution    text     not null,
    indicator      text     not null,
    disaggregation text     not null,
    period_text    text     not null,
    period_start   date,
    period_months  smallint,
    text_read      text     not null,
    value          numeric,
    unit           text     not null,
    status         text     not null,
    refused        boolean  not null,
    comment        text
);
comment on column staged_row.refused is 'reading found an error in the row, and told it';

create table staged_value (
    institution_id    int,
    indicator_id      int,
    disaggregation_id int,
    period_months     smallint,
    sheet             smallint not null,
    period_start      date,
    row_number        int      not null,
    column_number     smallint not null,
    defects           int      not null,
    status            text     not null,
    value             numeric,
    reported_value    numeric,
    reported_unit     text     not null,
    text_read         text     not null,
    comment           text
);
comment on column staged_value.defects is 'which checks failed, one bit each; 0 where the value can be accepted';
