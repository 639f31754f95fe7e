-- How an institution's own table is read: by name, in versions, of one institution, of a country or of all.
create table mapping (
    id             bigint generated always as identity primary key,
    name           text        not null check (name <> ''),
    country        char(2) references country,
    institution_id int references institution,
    version        int         not null check (version > 0),
    document       jsonb       not null,
    fingerprint    char(64)    not null,
    made_by        text        not null,
    known_from     timestamptz not null references knowledge,
    known_until    timestamptz not null default 'infinity',
    unique nulls not distinct (name, country, institution_id, version),
    check (known_from < known_until),
    check (country is null or institution_id is null)
);
comment on column mapping.fingerprint is 'SHA-256 of the names of the columns that it was made for, whatever their order';
create unique index mapping_current on mapping (name, country, institution_id) nulls not distinct
    where known_until = 'infinity';

-- A submission is read with one version of a mapping, now and in years.
drop index submission_same_bytes;
alter table submission drop column mapping;
alter table submission add column mapping_id bigint references mapping;
create unique index submission_same_bytes
    on submission (institution_id, sha256, coalesce(mapping_id, 0), coalesce(number_format, ''), dry_run)
    where state not in ('failed', 'cancelled', 'withdrawn');

-- How many values of the file one staged value sums; null for one.
alter table staged_value add column parts int;

-- The cells of a file that are summed to one observation, which itself stands at the first of them. Written when the
-- observation is.
create table summed_cell (
    submission_id  bigint   not null references submission,
    of_sheet       smallint not null,
    of_row         int      not null,
    of_column      smallint not null,
    sheet          smallint not null,
    row_number     int      not null,
    column_number  smallint not null,
    value          numeric  not null,
    reported_value numeric  not null,
    reported_unit  text     not null,
    text_read      text     not null,
    primary key (submission_id, of_sheet, of_row, of_column, sheet, row_number, column_number)
);
comment on column summed_cell.value is 'in the indicator''s unit; they add up to the observation''s value exactly';
