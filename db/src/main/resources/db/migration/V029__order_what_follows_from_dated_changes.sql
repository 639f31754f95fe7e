-- When something becomes known that follows from a dated change: a moment after it, and after whatever else has become
-- known since, for several things may follow from one change. Null where the change is not dated.
create function follows(dated timestamptz, pause interval) returns timestamptz
    language sql stable as
$$
select case when dated is not null then
           greatest(dated + pause, (select max(moment) + interval '1 microsecond' from knowledge)) end
$$;
