-- The indicator that counts a country's inhabitants: what adds up may be told per inhabitant by it.
alter table indicator_version add column population boolean not null default false;

create or replace view current_indicator as
select i.code, i.sort, v.*
from indicator i
join indicator_version v on v.indicator_id = i.id and v.known_until = 'infinity';
