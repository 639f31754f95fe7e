-- What was known at a past moment is read among all versions of a figure: an index of the past ones alone can't serve it.
drop index figure_closed;
create index figure_history on figure (indicator_id, period_months, period_start, country);
drop index assessment_closed;
create index assessment_history on assessment (programme_indicator_id, period_months, period_start);
