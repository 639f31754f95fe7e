-- An expert gives a programme's second approval and may do nothing else; so a role can hold in a programme.
alter table user_grant add column programme_id int references programme;
alter table user_grant drop constraint user_grant_role_check;
alter table user_grant add constraint user_grant_role_check
    check (role in ('reporter', 'coordinator', 'manager', 'reviewer', 'administrator', 'expert'));
alter table user_grant drop constraint user_grant_check;
alter table user_grant add constraint user_grant_one_scope
    check (num_nonnulls(country, institution_id, programme_id) <= 1);
alter table user_grant drop constraint user_grant_user_id_role_country_institution_id_key;
alter table user_grant add constraint user_grant_once
    unique nulls not distinct (user_id, role, country, institution_id, programme_id);

-- Whoever reviews an institution gives the first approval. A programme that says so wants a second one, by this role.
alter table programme add column second_approval text check (second_approval in ('coordinator', 'manager', 'expert'));

-- The programmes whose indicators a submission reports for institutions that take part in them, as of its check.
create table submission_programme (
    submission_id bigint not null references submission,
    programme_id  int    not null references programme,
    primary key (submission_id, programme_id)
);
create index submission_programme_programme on submission_programme (programme_id);

create table submission_approval (
    submission_id bigint      not null references submission,
    level         smallint    not null check (level in (1, 2)),
    account       text        not null,
    on_behalf_of  text,
    at            timestamptz not null,
    comment       text        not null default '',
    primary key (submission_id, level),
    check (account <> on_behalf_of)
);
create trigger submission_approval_only_grows
    before update or delete or truncate on submission_approval
    execute function refuse_change();

-- What a reviewer wrote to single values: why one is left out of the approval, or what to look at in it.
create table value_remark (
    id                bigint generated always as identity primary key,
    submission_id     bigint      not null references submission,
    kind              text        not null check (kind in ('left_out', 'comment')),
    sheet             smallint    not null,
    row_number        int         not null,
    column_number     smallint    not null,
    institution_id    int         not null,
    indicator_id      int         not null,
    disaggregation_id int         not null,
    period_start      date        not null,
    period_months     smallint    not null,
    text_read         text        not null,
    text              text        not null check (text <> ''),
    author            text        not null,
    on_behalf_of      text,
    at                timestamptz not null,
    unique (submission_id, kind, sheet, row_number, column_number)
);
create trigger value_remark_only_grows
    before update or delete or truncate on value_remark
    execute function refuse_change();

-- Who decides for whom from one day to another, both days included.
create table stand_in (
    id          bigint generated always as identity primary key,
    absent_id   int         not null references app_user,
    stand_in_id int         not null references app_user,
    first_day   date        not null,
    last_day    date        not null,
    named_by    text        not null,
    named_at    timestamptz not null,
    check (absent_id <> stand_in_id),
    check (first_day <= last_day)
);
create index stand_in_stand_in on stand_in (stand_in_id, last_day);
create index stand_in_absent on stand_in (absent_id, last_day);

-- Somebody wants an approved submission revised; answered as soon as a revision of it comes.
create table reopening (
    id            bigint generated always as identity primary key,
    submission_id bigint      not null references submission,
    asked_by      text        not null,
    at            timestamptz not null,
    reason        text        not null check (reason <> '')
);
create index reopening_submission on reopening (submission_id);

-- What somebody is told, written with the step that it tells of.
create table notification (
    id            bigint generated always as identity primary key,
    user_id       int         not null references app_user,
    kind          text        not null,
    submission_id bigint references submission,
    arguments     text[]      not null default '{}',
    at            timestamptz not null,
    read_at       timestamptz
);
create index notification_user on notification (user_id, id);
create index notification_unread on notification (user_id) where read_at is null;
create index notification_submission on notification (submission_id);

-- The notifications that are still to be sent on by mail; whoever has sent one deletes its row.
create table notification_outbox (
    notification_id bigint primary key references notification
);

-- What approving a waiting submission would do to the programmes' figures, as computed at a moment.
create table prospect (
    submission_id bigint primary key references submission,
    computed_at   timestamptz not null,
    knowledge     timestamptz not null,
    failure       text
);
comment on column prospect.knowledge is 'the latest moment that the computation knew; later ones may have changed its answer';

create table prospect_figure (
    submission_id     bigint   not null references submission,
    programme_id      int      not null references programme,
    indicator_id      int      not null references indicator,
    disaggregation_id int      not null references disaggregation,
    period_start      date     not null,
    period_months     smallint not null,
    old_value         numeric,
    new_value         numeric,
    primary key (submission_id, programme_id, indicator_id, disaggregation_id, period_start, period_months)
);

-- What was checked before there were paths is read again, so that its programmes become known.
update submission set rows_staged = null where state in ('validated', 'submitted');

alter table submission_event add column on_behalf_of text;
comment on column submission_event.on_behalf_of is 'whose place the actor took; null where nobody''s was taken';

alter table submission add column catalogue_seen bigint not null default 0;
comment on column submission.catalogue_seen is
    'the latest rebuild request that a change of the catalogue had made when the values were looked up';
