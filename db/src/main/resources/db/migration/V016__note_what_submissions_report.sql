-- What a submission reports, as its rows were understood when they were checked: for which institutions and periods,
-- and which indicators. Kept apart, for together they would be as many as the values.
create table submission_period (
    submission_id  bigint   not null references submission,
    institution_id int      not null references institution,
    period_start   date     not null,
    period_months  smallint not null,
    primary key (institution_id, period_start, period_months, submission_id)
);
create index submission_period_submission on submission_period (submission_id);

create table submission_indicator (
    submission_id bigint not null references submission,
    indicator_id  int    not null references indicator,
    primary key (submission_id, indicator_id)
);
