-- What counts nothing is no row: whether there is one tells from when an institution has a counted value.
alter table entry_tally add check (amount > 0);
