-- An indicator is a draft until it is complete enough to be active, and retired once nobody is to report it any more.
alter table indicator_version
    add column state  text not null default 'active' check (state in ('draft', 'active', 'retired')),
    add column author text not null default '',
    add column reason text not null default '';
comment on column indicator_version.author is 'user name of whoever made this version; empty where it came without one';
comment on column indicator_version.reason is 'why it took the place of the one before';

create or replace view current_indicator as
select i.code, i.sort, v.*
from indicator i
join indicator_version v on v.indicator_id = i.id and v.known_until = 'infinity';

-- What somebody has begun to change in the catalogue and not yet taken over; one open draft for each indicator or
-- programme, whoever writes in it.
create table catalogue_draft (
    part       text        not null check (part in ('indicators', 'programmes')),
    code       text        not null check (code <> ''),
    content    text        not null,
    based_on   timestamptz not null,
    author     text        not null,
    changed_at timestamptz not null,
    primary key (part, code)
);
comment on column catalogue_draft.content is 'the fields as typed, as JSON: it may be incomplete';
comment on column catalogue_draft.based_on is 'the moment whose catalogue it began with; a later change is told when it is taken over';
