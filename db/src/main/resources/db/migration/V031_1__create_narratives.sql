-- What an institution has to say of a figure: a short text for one indicator of a programme and one period, in the
-- language in which it was written. A change is another version; an empty text takes the one before back.
create table narrative (
    programme_indicator_id int         not null references programme_indicator,
    period_start           date        not null,
    period_months          smallint    not null check (period_months in (1, 3, 6, 12)),
    version                int         not null check (version > 0),
    language               text        not null check (language in ('es', 'en', 'de')),
    text                   text        not null check (length(text) <= 1000),
    author                 text        not null,
    known_from             timestamptz not null references knowledge,
    known_until            timestamptz not null default 'infinity',
    primary key (programme_indicator_id, period_start, period_months, version),
    check (known_from < known_until)
);
comment on column narrative.author is 'user name';
create unique index narrative_current on narrative (programme_indicator_id, period_start, period_months)
    where known_until = 'infinity';
create trigger narrative_is_kept
    before delete or truncate on narrative
    execute function refuse_change();
