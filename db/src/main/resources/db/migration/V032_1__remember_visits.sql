-- When an account looked at a programme, so that it can be told what changed since. What is looked at within half an hour
-- is one visit.
create table visit (
    user_id      int         not null references app_user,
    programme_id int         not null references programme,
    latest       timestamptz not null,
    previous     timestamptz,
    primary key (user_id, programme_id)
);
comment on column visit.latest is 'when it was looked at last';
comment on column visit.previous is 'when the visit before this one ended; null where there was none';
