-- What a change of factors, formulas or definitions reaches; a request without any reaches everything.
create table rebuild_reach (
    request_id   bigint not null references rebuild_request,
    indicator_id int    not null references indicator,
    valid_from   date   not null default '-infinity',
    valid_until  date   not null default 'infinity',
    primary key (request_id, indicator_id, valid_from, valid_until),
    check (valid_from < valid_until)
);
