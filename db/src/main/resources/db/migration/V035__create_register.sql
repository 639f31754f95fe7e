-- The register of the cooperation itself: partners, contributions, surveys, products, criteria, agreements, practices,
-- events and what else its people keep. Every kind of entry has the same life (drafts, versions with the time that they
-- were known, files, search); what an entry of a kind says is JSON, whose shape the records of org.scpmonitor.entry give.
create extension if not exists unaccent;

create text search configuration words_es (copy = spanish);
alter text search configuration words_es
    alter mapping for hword, hword_part, word with unaccent, spanish_stem;
create text search configuration words_en (copy = english);
alter text search configuration words_en
    alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration words_de (copy = german);
alter text search configuration words_de
    alter mapping for hword, hword_part, word with unaccent, german_stem;

create table entry (
    id   int generated always as identity primary key,
    kind text not null check (kind ~ '^[a-z_]+$'),
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,59}$'),
    unique (kind, code)
);

create table entry_version (
    id           bigint generated always as identity primary key,
    entry_id     int         not null references entry,
    version      int         not null check (version > 0),
    withdrawn    boolean     not null default false,
    content      jsonb       not null,
    title_es     text        not null,
    title_en     text        not null,
    title_de     text        not null,
    keeper       char(2) references country,
    countries    text[]      not null,
    day          date,
    illustrative boolean     not null,
    source       text        not null,
    author       text        not null,
    reason       text        not null,
    words_es     text        not null,
    words_en     text        not null,
    words_de     text        not null,
    search_es    tsvector generated always as (to_tsvector('words_es', title_es || ' ' || words_es)) stored,
    search_en    tsvector generated always as (to_tsvector('words_en', title_en || ' ' || words_en)) stored,
    search_de    tsvector generated always as (to_tsvector('words_de', title_de || ' ' || words_de)) stored,
    known_from   timestamptz not null references knowledge,
    known_until  timestamptz not null default 'infinity',
    unique (entry_id, version),
    check (known_from < known_until)
);
comment on column entry_version.withdrawn is 'the entry was taken back by this version, whose content is that of the one before';
comment on column entry_version.keeper is 'the country whose coordinators may change it; null where only managers may';
comment on column entry_version.countries is 'every country that it speaks of';
comment on column entry_version.day is 'the day it is listed by; null where it has none';
comment on column entry_version.source is 'where it is taken from, as told to readers';
comment on column entry_version.author is 'user name';
comment on column entry_version.words_es is 'everything that it says, with names in place of codes, for the search';
create unique index entry_version_current on entry_version (entry_id) where known_until = 'infinity';
create index entry_version_known on entry_version (known_from);
create index entry_version_search_es on entry_version using gin (search_es) where known_until = 'infinity';
create index entry_version_search_en on entry_version using gin (search_en) where known_until = 'infinity';
create index entry_version_search_de on entry_version using gin (search_de) where known_until = 'infinity';
create trigger entry_version_is_kept
    before delete or truncate on entry_version
    execute function refuse_change();

-- Which entries a version names.
create table entry_reference (
    version_id bigint not null references entry_version,
    entry_id   int    not null references entry,
    primary key (version_id, entry_id)
);
create index entry_reference_entry on entry_reference (entry_id);

-- What a version adds to counted results: officials trained, agreements signed.
create table entry_tally (
    version_id     bigint  not null references entry_version,
    tally          text    not null check (tally ~ '^[a-z_]+$'),
    institution_id int     not null references institution,
    day            date    not null,
    amount         numeric not null,
    primary key (version_id, tally, institution_id, day)
);
comment on column entry_tally.day is 'when it happened: it counts from the period that this day lies in';
create index entry_tally_institution on entry_tally (tally, institution_id, day);

-- What somebody has begun to change; one open draft for each entry, whoever writes in it.
create table entry_draft (
    kind       text        not null,
    code       text        not null,
    content    jsonb       not null,
    based_on   int         not null,
    keeper     char(2) references country,
    author     text        not null,
    proposed   boolean     not null default false,
    changed_at timestamptz not null,
    primary key (kind, code)
);
comment on column entry_draft.content is 'as typed: it may be incomplete';
comment on column entry_draft.based_on is 'the number of the version that it began with; 0 for a new entry';
comment on column entry_draft.proposed is 'handed over to those who may publish it';

-- Files that go with an entry.
create table entry_file (
    id          bigint generated always as identity primary key,
    entry_id    int         not null references entry,
    name        text        not null,
    type        text        not null check (type in ('evidence', 'agreement', 'report', 'picture', 'other')),
    media_type  text        not null,
    size        int         not null check (size between 1 and 10485760),
    sha256      bytea       not null check (length(sha256) = 32),
    bytes       bytea       not null,
    open        boolean     not null,
    author      text        not null,
    known_from  timestamptz not null references knowledge,
    known_until timestamptz not null default 'infinity',
    check (known_from < known_until)
);
alter table entry_file alter column bytes set storage external;
comment on column entry_file.open is 'whether everyone may read it, or accounts only';
create index entry_file_entry on entry_file (entry_id);
create trigger entry_file_is_kept
    before delete or truncate on entry_file
    execute function refuse_change();

-- What stands of every entry.
create view current_entry as
select e.kind, e.code, v.*
from entry e
join entry_version v on v.entry_id = e.id and v.known_until = 'infinity' and not v.withdrawn;
