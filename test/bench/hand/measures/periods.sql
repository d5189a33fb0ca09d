-- Program years begin in July and are named for the calendar year in which they begin.
create macro quarter_of(day) as year(day) || '-Q' || quarter(day);
create macro year_of(day) as 'PY' || (year(day) - case when month(day) < 7 then 1 else 0 end);

create table period as
with quarters as (
  select unnest(generate_series(date_trunc('quarter', (select min(entered_on) from episode)),
    (select as_of from run_day)::timestamp, interval 3 month)) as first_day)
select 'all' as period_kind, 'to-date' as period
union all select distinct 'year', year_of(first_day) from quarters
union all select 'quarter', quarter_of(first_day) from quarters;

create table member as
select 'network' as slice, 'network' as member
union all select distinct 'tier', tier from program
union all select distinct 'partner', partner from program
union all select 'program', program from program
union all from (values ('followup', 'interim'), ('followup', 'exit'), ('followup', 'none'));

create table figure (measure varchar, series varchar, slice varchar, member varchar, period_kind varchar,
  period varchar, part varchar, value integer);

-- Whose records a measure rests on.
create macro partners_that_send(kinds) as table select partner from sends where list_has_all(records, kinds);

-- Every part an adult's episode or placement counts in, for the measures whose figures are sums of these.
create table counted (measure varchar, program varchar, anchored_on date, part varchar);
