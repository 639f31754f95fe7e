-- Values typed at a screen. An institution's period has one open draft, whoever types; a version tells who types in
-- several places at once. Once sent it stays beside its submission, and says of each value who typed it, when and how.
create table draft (
    id             bigint generated always as identity primary key,
    institution_id int         not null references institution,
    period_start   date        not null,
    period_months  smallint    not null check (period_months in (1, 3, 6, 12)),
    version        int         not null default 1 check (version > 0),
    started_by     int         not null references app_user,
    changed_by     int         not null references app_user,
    changed_at     timestamptz not null,
    mends          bigint references submission,
    submission_id  bigint references submission
);
comment on column draft.mends is 'the submission whose values it began with; null where it began empty';
comment on column draft.submission_id is 'what it was sent as; null while it is open';
create unique index draft_open on draft (institution_id, period_start, period_months) where submission_id is null;
create unique index draft_sent on draft (submission_id) where submission_id is not null;

create table draft_value (
    draft_id       bigint      not null references draft on delete cascade,
    indicator      text        not null,
    disaggregation text        not null,
    period_start   date        not null,
    period_months  smallint    not null check (period_months in (1, 3, 6, 12)),
    written        text        not null,
    value          numeric,
    unit           text        not null,
    status         text        not null check (status in ('', 'P', 'E', 'B', 'M', 'N', 'C')),
    comment        text        not null,
    typed_by       int         not null references app_user,
    typed_at       timestamptz not null,
    row_number     int,
    primary key (draft_id, indicator, disaggregation, period_start, period_months)
);
comment on column draft_value.written is 'as typed, in the number format of whoever typed it';
comment on column draft_value.value is 'the number that was understood; null where there is none';
comment on column draft_value.row_number is 'its row in the submission''s file; null until it is sent';
create unique index draft_value_sent on draft_value (draft_id, row_number) where row_number is not null;

-- Checks run on a draft as on a submission, in a transaction that is taken back. Its numbers are far from those of
-- submissions, which stay without gaps.
create sequence rehearsal_number as bigint start with 9000000000000000000;

-- Where a value is missing for a stated reason: few rows, looked for beside the figures that they are missing in.
create index observation_without_value on observation (indicator_id, period_start) where value is null;
