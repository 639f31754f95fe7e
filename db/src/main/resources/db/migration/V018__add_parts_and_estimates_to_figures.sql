-- Figures of regions and sectors beside those of countries and programmes; what is estimated for institutions that are
-- missing stands beside the total of those that reported, never in it.
alter table institution add column sector text;

alter table actual rename to figure;
alter table figure
    add column part_of text not null default '' check (part_of in ('', 'region', 'sector')),
    add column part text not null default '',
    add column gwp_set text check (gwp_set in ('AR5', 'AR6')),
    add column carried boolean not null default false,
    add column estimation text check (estimation in ('carried_forward', 'interpolated', 'baseline_share')),
    add column estimated_value numeric,
    add column estimated int not null default 0,
    add check ((part_of = '') = (part = '')),
    add check ((estimation is null) = (estimated_value is null));
comment on column figure.part is 'the region or sector of the country that it is of; empty for all of it';
comment on column figure.gwp_set is 'the global warming potentials it was calculated with; null where none enter';
comment on column figure.carried is 'whether a factor that was made for an earlier time enters';
comment on column figure.estimated_value is 'what the missing institutions are estimated at together, by the method named';
comment on column figure.estimated is 'how many institutions are estimated';
comment on column figure.uncertainty is 'half-width of the 95 % interval in % of the value; null where nothing is known of it';

drop index actual_current;
drop index actual_closed;
create unique index figure_current on figure
    (indicator_id, country, programme_id, disaggregation_id, period_months, period_start, part_of, part)
    nulls not distinct where known_until = 'infinity';
create index figure_closed on figure
    (indicator_id, country, programme_id, disaggregation_id, period_months, period_start, part_of, part)
    where known_until <> 'infinity';
alter index actual_run rename to figure_run;
alter index actual_known_until rename to figure_known_until;

-- The figures of whole countries and programmes.
create view actual as
select id, programme_id, country, indicator_id, disaggregation_id, period_start, period_months, value, status, uncertainty,
       observations, reported, expected, slots_reported, slots_expected, volume_share, partial, gwp_set, carried,
       estimation, estimated_value, estimated, run_id, known_from, known_until
from figure
where part_of = '';

alter table programme
    add column fiscal_start smallint not null default 1 check (fiscal_start between 1 and 12);
comment on column programme.fiscal_start is 'the month in which its fiscal year begins; 1: it is the calendar year';

alter table programme_indicator
    add column estimation text check (estimation in ('carried_forward', 'interpolated', 'baseline_share'));
comment on column programme_indicator.estimation is
    'how missing institutions are estimated beside the total; null: not at all';
