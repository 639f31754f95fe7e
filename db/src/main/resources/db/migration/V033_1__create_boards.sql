-- Charts that an account pinned to its board: the kind of chart and the query string that says what it shows.
create table pin (
    id         bigint generated always as identity primary key,
    user_id    int         not null references app_user,
    kind       text        not null check (kind in ('trajectory', 'overview', 'comparison', 'map')),
    query      text        not null check (length(query) <= 2000),
    name       text check (length(name) between 1 and 120),
    wide       boolean     not null default false,
    position   int         not null,
    pinned_at  timestamptz not null,
    removed_at timestamptz,
    unique (user_id, kind, query)
);
comment on column pin.name is 'what its owner calls it; null where it is called by what it shows';
comment on column pin.removed_at is 'kept for a while, so that removing can be undone; null while it is on the board';

-- Links that let a board be read by whoever holds the secret, of which only the hash is kept.
create table board_link (
    id          int generated always as identity primary key,
    user_id     int         not null references app_user,
    secret_hash bytea       not null unique,
    made_at     timestamptz not null,
    expires_at  timestamptz check (expires_at > made_at),
    revoked_at  timestamptz
);
create index board_link_of_user on board_link (user_id);
