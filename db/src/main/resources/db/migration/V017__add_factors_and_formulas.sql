-- A number that makes one quantity of another: an emission factor, a net calorific value, a density, a global warming
-- potential. Its versions say what it is worth where, from when, and since when that is known.
create table factor (
    id        int generated always as identity primary key,
    code      text     not null unique check (code ~ '^[A-Z][A-Z0-9]*([-_][A-Z0-9]+)*$'),
    kind      text     not null check (kind in ('emission', 'calorific', 'density', 'gwp', 'other')),
    category  text     not null check (category in ('fuel', 'electricity', 'process', 'waste', 'goods', 'general')),
    scope     smallint check (scope between 1 and 3),
    gas       text,
    biogenic  boolean  not null default false,
    unit      text     not null,
    dimension text references dimension,
    name_es   text     not null,
    name_en   text     not null,
    name_de   text     not null,
    sort      smallint not null,
    check (kind <> 'gwp' or (gas is not null and dimension is null))
);
comment on column factor.scope is 'of the Greenhouse Gas Protocol; null where the use decides';
comment on column factor.dimension is 'the dimension whose codes tell its variants apart; null where it has one value';

create table factor_version (
    id           int generated always as identity primary key,
    factor_id    int         not null references factor,
    country      char(2) references country,
    variant      text        not null default '',
    valid_from   date        not null,
    valid_until  date        not null default 'infinity',
    version      int         not null check (version > 0),
    value        numeric     not null,
    lower        numeric check (lower <= value),
    upper        numeric check (upper >= value),
    source_title text        not null check (source_title <> ''),
    source_url   text,
    note_es      text        not null default '',
    note_en      text        not null default '',
    note_de      text        not null default '',
    illustrative boolean     not null default false,
    reason       text        not null default '',
    author       text        not null default '',
    known_from   timestamptz not null references knowledge,
    known_until  timestamptz not null default 'infinity',
    check (valid_from < valid_until),
    check (known_from < known_until),
    check ((lower is null) = (upper is null)),
    unique nulls not distinct (factor_id, country, variant, valid_from, version)
);
comment on column factor_version.country is 'null: everywhere where there is none of a country''s own';
comment on column factor_version.variant is
    'a code of the factor''s dimension, or the set (AR5, AR6) of a global warming potential; else empty';
comment on column factor_version.valid_until is
    'the first day that it was not made for; where no later one is known it goes on being used, and that is said';
comment on column factor_version.lower is 'lower end of the 95 % range; null with the upper one where none is stated';
comment on column factor_version.reason is 'why this version took the place of the one before';
create unique index factor_version_current on factor_version (factor_id, country, variant, valid_from)
    nulls not distinct where known_until = 'infinity';

-- The version of a factor that holds in a country on a day, as known at a moment: the country's own latest one that has
-- begun, else that for everywhere. "Carried" says that it was made for an earlier time only.
create function factor_at(of_factor int, in_country char(2), of_variant text, on_day date,
                          moment timestamptz default 'infinity')
    returns table (version_id int, value numeric, lower numeric, upper numeric, carried boolean)
    language sql stable parallel safe as
$$
select v.id, v.value, v.lower, v.upper, v.valid_until <= on_day
from factor_version v
where v.factor_id = of_factor and v.variant = of_variant and (v.country is null or v.country = in_country)
  and v.valid_from <= on_day and is_known(v.known_from, v.known_until, moment)
order by v.country nulls last, v.valid_from desc
limit 1
$$;

-- How a calculated indicator follows from others: from a day on until the next formula of the same indicator.
create table formula (
    id           int generated always as identity primary key,
    indicator_id int         not null references indicator,
    valid_from   date        not null,
    version      int         not null check (version > 0),
    expression   text        not null check (expression <> ''),
    reason       text        not null default '',
    author       text        not null default '',
    known_from   timestamptz not null references knowledge,
    known_until  timestamptz not null default 'infinity',
    check (known_from < known_until),
    unique (indicator_id, valid_from, version)
);
create unique index formula_current on formula (indicator_id, valid_from) where known_until = 'infinity';

-- What a formula reads; a change of it reaches the formula's indicator.
create table formula_input (
    formula_id   int      not null references formula,
    indicator_id int      not null references indicator,
    periods_back smallint not null default 0,
    primary key (formula_id, indicator_id, periods_back)
);
create index formula_input_indicator on formula_input (indicator_id);
create table formula_factor (
    formula_id int not null references formula,
    factor_id  int not null references factor,
    primary key (formula_id, factor_id)
);
create index formula_factor_factor on formula_factor (factor_id);

alter table indicator_version add column uncertainty_percent numeric check (uncertainty_percent >= 0);
comment on column indicator_version.uncertainty_percent is
    'half-width of the 95 % interval of a reported value, in % of it; null where nothing is known of it';

-- What a formula made of an institution's values: read by aggregation as observations are. Rows are only added and closed.
create table calculated (
    institution_id    int         not null,
    indicator_id      int         not null,
    disaggregation_id int         not null,
    period_start      date        not null,
    period_months     smallint    not null,
    gwp_set           text        not null default '' check (gwp_set in ('', 'AR5', 'AR6')),
    status            text        not null check (status in ('', 'P', 'E', 'B')),
    carried           boolean     not null,
    formula_id        int         not null,
    run_id            bigint      not null,
    known_from        timestamptz not null,
    known_until       timestamptz not null default 'infinity',
    value             numeric     not null,
    variance          numeric,
    factor_versions   int[]       not null default '{}',
    half_widths       numeric[]   not null default '{}',
    check (known_from < known_until),
    check (cardinality(factor_versions) = cardinality(half_widths))
);
comment on column calculated.gwp_set is 'by which global warming potentials; empty where the formula has none';
comment on column calculated.carried is 'whether a factor was used that was made for an earlier time';
comment on column calculated.variance is
    'square of the half-width of the 95 % interval that the reported values'' uncertainty makes; null where unknown';
comment on column calculated.half_widths is
    'signed, for each of factor_versions: what its uncertainty makes of the value; added up before they are squared';
create unique index calculated_current on calculated
    (indicator_id, period_start, period_months, institution_id, disaggregation_id, gwp_set)
    where known_until = 'infinity';
create index calculated_closed on calculated
    (indicator_id, period_start, period_months, institution_id, disaggregation_id, gwp_set)
    where known_until <> 'infinity';
