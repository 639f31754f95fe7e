-- Bearer tokens with which an account's own programs call the API. Only the hash is kept.
create table api_token (
    id         int generated always as identity primary key,
    user_id    int         not null references app_user,
    name       text        not null,
    sha256     bytea       not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check (created_at < expires_at)
);
create index api_token_user on api_token (user_id);
