-- What a sender is given when a submission is submitted: the moment, and the list of its values just as they were then,
-- compressed CSV in parts of a megabyte. Staging goes and observations come; the receipt stays.
create table receipt (
    submission_id bigint primary key references submission,
    submitted_at  timestamptz not null,
    submitted_by  text        not null,
    value_count   bigint,
    periods       text[]      not null
);
comment on column receipt.value_count is 'null where no list could be kept: staging had been lost, or receipts were not yet kept';

insert into receipt (submission_id, submitted_at, submitted_by, periods)
select distinct on (submission_id) submission_id, at, actor, '{}'
from submission_event
where state = 'submitted'
order by submission_id, id;

create table receipt_part (
    submission_id bigint not null references receipt,
    part          int    not null check (part >= 0),
    bytes         bytea  not null,
    primary key (submission_id, part)
);
alter table receipt_part alter column bytes set storage external;

-- A file whose values another revision has superseded may be sent again: it is then the next revision.
drop index submission_same_bytes;
create unique index submission_same_bytes
    on submission (institution_id, sha256, coalesce(mapping_id, 0), coalesce(number_format, ''), dry_run)
    where state not in ('failed', 'cancelled', 'withdrawn', 'superseded');
