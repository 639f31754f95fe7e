-- What formulas count of the register; a change of its entries reaches the formula's indicator.
create table formula_tally (
    formula_id int  not null references formula,
    tally      text not null check (tally ~ '^[a-z_]+$'),
    primary key (formula_id, tally)
);
create index formula_tally_tally on formula_tally (tally);

-- What the entries that stand add to counted results.
create view current_tally as
select t.tally, t.institution_id, t.day, t.amount
from entry_tally t
join entry_version v on v.id = t.version_id and v.known_until = 'infinity' and not v.withdrawn;

insert into shedlock (name, lock_until, locked_at, locked_by)
values ('count', timestamp '2000-01-01', timestamp '2000-01-01', '');
