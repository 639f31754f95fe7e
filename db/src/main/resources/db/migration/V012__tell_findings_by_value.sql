-- Some series only grow: what has been saved, built or trained in all. A fall is a correction or a mistake.
alter table indicator_version add column cumulative boolean not null default false;
create or replace view current_indicator as
select i.code, i.sort, v.*
from indicator i
join indicator_version v on v.indicator_id = i.id and v.known_until = 'infinity';

-- The value that a finding speaks of, as far as its references are known: an explanation stays with it, whichever file
-- brings it again.
alter table finding
    add column institution_id    int,
    add column indicator_id      int,
    add column disaggregation_id int,
    add column period_start      date,
    add column period_months     smallint,
    add column value             numeric;
create index finding_explained on finding (indicator_id, institution_id, disaggregation_id, period_start, period_months)
    where explanation is not null;

-- A reporting period's canonical text.
create function period_text(start date, months int) returns text
    language sql immutable strict parallel safe as
$$
select case months
           when 1 then to_char(start, 'YYYY-MM')
           when 3 then to_char(start, 'YYYY"-Q"Q')
           when 6 then to_char(start, 'YYYY"-H"') || case when extract(month from start) = 1 then '1' else '2' end
           else case when extract(month from start) = 1 then to_char(start, 'YYYY') else to_char(start, '"FY"YYYY-MM') end
       end
$$;

-- How far x lies from earlier values, in units of their usual distance from their median: 0.6745 |x - median| / MAD,
-- or |x - median| / (1.2533 MeanAD) where half of them or more are equal; MeanAD is the mean distance from the median.
-- Null where all of them are equal: they don't say how far is usual. Iglewicz and Hoaglin, How to Detect and Handle
-- Outliers, 1993.
create function modified_z(x double precision, median double precision, mad double precision, mean_ad double precision)
    returns double precision
    language sql immutable strict parallel safe as
$$
select case
           when mad > 0 then 0.6745 * abs(x - median) / mad
           when mean_ad > 0 then abs(x - median) / (1.2533 * mean_ad)
       end
$$;
