-- The half-width of the 95 % interval in % of a value, from the sum of the squares of its independent parts; nothing
-- where the parts are unknown or the value is zero. IPCC 2006 Guidelines, volume 1, chapter 3, approach 1.
create function relative_half_width(squares numeric, value numeric) returns numeric
    language sql immutable strict parallel safe as
$$
select round_significant(100 * sqrt(round(squares, 60)) / nullif(abs(value), 0))
$$;

create or replace view current_indicator as
select i.code, i.sort, v.*
from indicator i
join indicator_version v on v.indicator_id = i.id and v.known_until = 'infinity';
