-- What was published: the figures of a period as known at a moment, with the bytes of their file. Never changed; what is
-- corrected later shows beside it.
create table publication (
    id            int generated always as identity primary key,
    programme_id  int references programme,
    period_start  date        not null,
    period_months smallint    not null check (period_months in (1, 3, 6, 12)),
    as_of         timestamptz not null,
    published_by  text        not null,
    note          text        not null default '',
    figures       int         not null check (figures > 0),
    partial       int         not null,
    csv           bytea       not null,
    sha256        text        not null
);
comment on column publication.programme_id is 'null: of all programmes and countries';
comment on column publication.as_of is 'the moment whose knowledge it holds';
comment on column publication.partial is 'how many of the figures were marked partial';
create index publication_programme on publication (programme_id);
create trigger publication_only_grows
    before update or delete or truncate on publication
    execute function refuse_change();

create table publication_figure (
    publication_id int    not null references publication,
    figure_id      bigint not null references figure,
    primary key (publication_id, figure_id)
);
create index publication_figure_figure on publication_figure (figure_id);
create trigger publication_figure_only_grows
    before update or delete or truncate on publication_figure
    execute function refuse_change();

-- What the recomputation of all published figures from their leaves came to.
create table recomputation (
    id           int generated always as identity primary key,
    began_at     timestamptz not null,
    ended_at     timestamptz not null,
    figures      int         not null,
    publications int         not null
);
comment on column recomputation.publications is 'how many files were made again';
create table recomputation_difference (
    recomputation_id int not null references recomputation,
    publication_id   int references publication,
    figure_id        bigint references figure,
    stored           text not null,
    recomputed       text,
    check (num_nonnulls(publication_id, figure_id) = 1)
);
comment on column recomputation_difference.stored is 'a figure''s value, or the SHA-256 of a publication''s file';
create index recomputation_difference_recomputation on recomputation_difference (recomputation_id);

insert into shedlock (name, lock_until, locked_at, locked_by)
values ('recompute', timestamp '2000-01-01', timestamp '2000-01-01', '');
