-- When the system knew what. Every row with two times takes known_from (and, when closed, known_until)
-- from a moment handed out here, so that moments are ordered as commits are.
create table knowledge (
    moment      timestamptz primary key,
    cause       text        not null,
    recorded_at timestamptz not null default clock_timestamp()
);

-- The next knowledge moment; later than every earlier one. The lock is held until the transaction ends, so that
-- no moment becomes visible after a later one. A dated moment (a replay) may be asked for as long as it is later.
create function advance_knowledge(cause text, requested timestamptz default null) returns timestamptz
    language plpgsql as
$$
declare
    latest timestamptz;
    moment timestamptz := requested;
begin
    perform pg_advisory_xact_lock(7100);
    select max(k.moment) into latest from knowledge k;
    if moment is null then
        moment := greatest(clock_timestamp(), latest + interval '1 microsecond');
    elsif moment <= latest then
        raise exception 'Nothing new can be known from %: knowledge already reaches %', moment, latest;
    elsif moment > clock_timestamp() then
        raise exception 'Nothing can be known from %, which is still to come', moment;
    end if;
    insert into knowledge (moment, cause) values (moment, cause);
    return moment;
end
$$;

-- The moment that an as-of question is answered for: the asked one, or now where that is earlier. Waits for
-- transactions that took a moment before it and have not committed, so that the same question asked again gets
-- the same answer.
create function settle_knowledge(asked timestamptz) returns timestamptz
    language plpgsql as
$$
begin
    if asked > (select coalesce(max(moment), '-infinity') from knowledge) then
        perform pg_advisory_xact_lock_shared(7100);
    end if;
    return least(asked, clock_timestamp());
end
$$;

-- Quotients, roots and inexact conversions are rounded here and nowhere else: to 20 significant digits, half to even.
create function round_significant(x numeric) returns numeric
    language plpgsql immutable strict parallel safe as
$$
declare
    places  int;
    rounded numeric;
begin
    if x = 0 then
        return 0;
    end if;
    places := 19 - floor(log(abs(x)))::int;
    -- log() itself is rounded: at a power of ten it may be one off.
    if abs(x) >= power(10::numeric, 20 - places) then
        places := places - 1;
    elsif abs(x) < power(10::numeric, 19 - places) then
        places := places + 1;
    end if;
    rounded := round(x, places);
    if abs(rounded - x) * 2 = power(10::numeric, -places) and mod(rounded * power(10::numeric, places), 2) <> 0 then
        rounded := rounded - sign(x) * power(10::numeric, -places);
    end if;
    return trim_scale(rounded);
end
$$;

-- A quotient, computed with 60 decimals before it is rounded.
create function quotient(dividend numeric, divisor numeric) returns numeric
    language sql immutable strict parallel safe as
$$
select round_significant(round(dividend, 60) / nullif(divisor, 0))
$$;
