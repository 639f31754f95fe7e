-- Where somebody is written to, and what of it is wanted. What is legally due comes whatever is wanted.
alter table app_user
    add column email          text check (email ~ '^[^@\s]+@[^@\s]+$'),
    add column mail_reminders boolean not null default true,
    add column mail_notices   boolean not null default true;
comment on column app_user.email is 'null: nothing is sent to this account';
comment on column app_user.mail_reminders is 'reminders before the on-time date; late and closing ones come anyway';
comment on column app_user.mail_notices is 'what others did with submissions that concern the account';

-- Mails in the order in which they were written, sent or still to be sent: nothing is lost with the process.
create table mail (
    id              bigint generated always as identity primary key,
    user_id         int         not null references app_user,
    kind            text        not null check (kind in ('reminder', 'overdue', 'notice')),
    dedupe_key      text        not null unique,
    address         text        not null,
    language        text        not null check (language in ('es', 'en', 'de')),
    subject         text        not null,
    body_text       text        not null,
    body_html       text        not null,
    unsubscribe_url text,
    created_at      timestamptz not null,
    next_attempt_at timestamptz,
    attempts        int         not null default 0,
    sent_at         timestamptz,
    last_error      text,
    check (sent_at is null or next_attempt_at is null)
);
comment on column mail.dedupe_key is 'what the mail is about: a second one of the same key is not written';
comment on column mail.unsubscribe_url is 'for one click; null where what is sent is legally due';
comment on column mail.next_attempt_at is 'null: sent, or given up until somebody asks for it again';
create index mail_waiting on mail (next_attempt_at, id) where next_attempt_at is not null;
create index mail_user on mail (user_id);

-- What somebody was reminded of, so that nobody is reminded twice; other dates are another reminder.
create table reminder (
    user_id        int      not null references app_user,
    institution_id int      not null references institution,
    period_start   date     not null,
    period_months  smallint not null,
    due_on         date     not null,
    stage          text     not null,
    mail_id        bigint   not null references mail,
    primary key (user_id, institution_id, period_start, period_months, due_on, stage)
);
create index reminder_mail on reminder (mail_id);

-- What links in mails are signed with; made once for each database.
create table signing_key (
    purpose text primary key,
    secret  text not null
);
insert into signing_key (purpose, secret)
values ('unsubscribe', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

insert into shedlock (name, lock_until, locked_at, locked_by)
values ('notices', timestamp '2000-01-01', timestamp '2000-01-01', ''),
       ('post', timestamp '2000-01-01', timestamp '2000-01-01', ''),
       ('remind', timestamp '2000-01-01', timestamp '2000-01-01', '');
