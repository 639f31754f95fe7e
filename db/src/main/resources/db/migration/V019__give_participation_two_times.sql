-- Who takes part has two times as well: the days that it is valid for, and when the system knew it. What was told before
-- that was kept has been known since anything was.
alter table participation rename to participation_version;
alter table participation_version add column known_from timestamptz references knowledge;
update participation_version set known_from = (select min(moment) from knowledge);
alter table participation_version
    alter column known_from set not null,
    add column known_until timestamptz not null default 'infinity',
    add check (known_from < known_until),
    drop constraint participation_pkey,
    add primary key (programme_id, institution_id, valid_from, known_from);
create unique index participation_current on participation_version (programme_id, institution_id, valid_from)
    where known_until = 'infinity';

create view participation as
select programme_id, institution_id, valid_from, valid_until
from participation_version
where known_until = 'infinity';
