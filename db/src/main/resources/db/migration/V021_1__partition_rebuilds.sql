-- A rebuild of everything is computed part by part into working tables of its own, each part in a transaction, and shown
-- to readers in one. What is refreshed meanwhile is noted, and computed again when they switch.
alter table rebuild_request
    add column planned_at timestamptz,
    add column dropped    text check (dropped in ('cancelled', 'superseded'));
comment on column rebuild_request.planned_at is 'since when its parts are computed; null before, and where it has none';
comment on column rebuild_request.dropped is
    'why no run will answer it: an operator wanted it no more, or a later one for everything came meanwhile';
drop index rebuild_request_open;
create index rebuild_request_open on rebuild_request (id) where run_id is null and dropped is null;

create table rebuild_part (
    request_id bigint not null references rebuild_request,
    part       int    not null,
    due        bigint not null,
    done_at    timestamptz,
    primary key (request_id, part)
);
comment on column rebuild_part.due is 'how many periods of indicators are computed in it';

create table rebuild_slice (
    request_id   bigint   not null references rebuild_request,
    part         int      not null,
    indicator_id int      not null,
    year         smallint not null,
    primary key (request_id, indicator_id, year)
);

create table rebuild_again (
    request_id    bigint   not null references rebuild_request,
    indicator_id  int      not null,
    period_start  date     not null,
    period_months smallint not null
);
create index rebuild_again_request on rebuild_again (request_id);
