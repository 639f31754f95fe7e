create table programme (
    id                 int generated always as identity primary key,
    code               text     not null unique,
    country            char(2)  not null references country,
    name_es            text     not null,
    name_en            text     not null,
    name_de            text     not null,
    description_es     text     not null,
    description_en     text     not null,
    description_de     text     not null,
    legal_basis        text     not null,
    starts_on          date     not null,
    ends_on            date,
    baseline_year      smallint not null,
    coverage_threshold numeric  not null default 0 check (coverage_threshold between 0 and 1),
    default_method     text     not null default 'linear' check (default_method in ('linear', 'growth', 'un')),
    gwp_set            text     not null check (gwp_set in ('AR5', 'AR6')),
    sort               smallint not null
);

create table participation (
    programme_id   int  not null references programme,
    institution_id int  not null references institution,
    valid_from     date not null,
    valid_until    date not null default 'infinity',
    primary key (programme_id, institution_id, valid_from),
    check (valid_from < valid_until)
);

create table programme_indicator (
    id                         int generated always as identity primary key,
    programme_id               int      not null references programme,
    indicator_id               int      not null references indicator,
    headline                   boolean  not null default false,
    responsible_institution_id int references institution,
    sort                       smallint not null,
    unique (programme_id, indicator_id)
);
create unique index programme_headline on programme_indicator (programme_id) where headline;

-- Where a programme starts from. Without a value of its own it is the programme's actual of that period.
create table baseline (
    programme_indicator_id int         not null references programme_indicator,
    version                int         not null check (version > 0),
    period_start           date        not null,
    period_months          smallint    not null check (period_months in (1, 3, 6, 12)),
    value                  numeric,
    note_es                text        not null,
    note_en                text        not null,
    note_de                text        not null,
    known_from             timestamptz not null references knowledge,
    known_until            timestamptz not null default 'infinity',
    primary key (programme_indicator_id, version),
    check (known_from < known_until)
);
create unique index baseline_current on baseline (programme_indicator_id) where known_until = 'infinity';

create table milestone (
    programme_indicator_id int         not null references programme_indicator,
    period_start           date        not null,
    period_months          smallint    not null check (period_months in (1, 3, 6, 12)),
    version                int         not null check (version > 0),
    value                  numeric     not null,
    source_url             text,
    illustrative           boolean     not null default false,
    known_from             timestamptz not null references knowledge,
    known_until            timestamptz not null default 'infinity',
    primary key (programme_indicator_id, period_start, period_months, version),
    check (known_from < known_until)
);
create unique index milestone_current on milestone (programme_indicator_id, period_start, period_months)
    where known_until = 'infinity';

-- A target and its successive versions: one line of versions for each programme's indicator, period and condition.
create table target (
    id                     int generated always as identity primary key,
    code                   text        not null,
    version                int         not null check (version > 0),
    programme_indicator_id int         not null references programme_indicator,
    period_start           date        not null,
    period_months          smallint    not null check (period_months in (1, 3, 6, 12)),
    value                  numeric     not null,
    conditional            boolean     not null default false,
    illustrative           boolean     not null default false,
    statement_es           text        not null,
    statement_en           text        not null,
    statement_de           text        not null,
    derivation             text,
    definition_note_es     text,
    definition_note_en     text,
    definition_note_de     text,
    source_title           text        not null,
    source_url             text,
    decided_on             date        not null,
    known_from             timestamptz not null references knowledge,
    known_until            timestamptz not null default 'infinity',
    unique (code, version),
    check (known_from < known_until),
    check (illustrative or source_url is not null)
);
create unique index target_current on target (programme_indicator_id, period_start, period_months, conditional)
    where known_until = 'infinity';
