-- What formulas need to carry what each factor does: lists put one behind the other, the last list of several, and a
-- list times a number.
create aggregate concatenated(anycompatiblearray) (
    sfunc = array_cat, stype = anycompatiblearray, initcond = '{}', parallel = safe);

create function later(earlier anyelement, later anyelement) returns anyelement
    language sql immutable parallel safe as
$$
select later
$$;
create aggregate last_of(anyelement) (sfunc = later, stype = anyelement, parallel = safe);

create function scaled(list numeric[], by numeric) returns numeric[]
    language sql immutable strict parallel safe as
$$
select coalesce(array_agg(u.each * by order by u.place), '{}') from unnest(list) with ordinality u(each, place)
$$;
