create table app_user (
    id            int generated always as identity primary key,
    username      text        not null unique,
    password_hash text        not null,
    display_name  text        not null,
    language      text        not null default 'es' check (language in ('es', 'en', 'de')),
    enabled       boolean     not null default true,
    created_at    timestamptz not null default clock_timestamp()
);

-- A role in a scope: everything, a country, or an institution.
create table user_grant (
    id             int generated always as identity primary key,
    user_id        int  not null references app_user,
    role           text not null check (role in ('reporter', 'coordinator', 'manager', 'reviewer', 'administrator')),
    country        char(2) references country,
    institution_id int references institution,
    check (country is null or institution_id is null),
    unique nulls not distinct (user_id, role, country, institution_id)
);

create table audit_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    subject text        not null,
    detail  text        not null default ''
);
create index audit_event_at on audit_event (at);

create function refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% only grows: its rows are neither changed nor deleted', tg_table_name;
end
$$;

create trigger audit_event_only_grows
    before update or delete or truncate on audit_event
    execute function refuse_change();
