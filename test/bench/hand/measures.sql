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

-- People served: each person once in each slice, in the period of the first entry there.
create table served as
with entry as (
  select network_person, tier, partner, program, min(entered_on) as first_on, bool_or(linked) as linked,
    case when grouping(program) = 0 then 'program' when grouping(partner) = 0 then 'partner'
      when grouping(tier) = 0 then 'tier' else 'network' end as slice
  from episode
  group by grouping sets ((network_person), (network_person, tier), (network_person, partner),
    (network_person, program))),
dated as (
  select slice, coalesce(program, partner, tier, 'network') as member, linked,
    quarter_of(first_on) as quarter, year_of(first_on) as year
  from entry),
counted as (
  select slice, member, quarter, year,
    case when grouping(quarter) = 0 then 'quarter' when grouping(year) = 0 then 'year' else 'all' end as period_kind,
    count(*) as people, count(*) filter (linked) as linked, count(*) filter (not linked) as unlinked
  from dated group by grouping sets ((slice, member), (slice, member, year), (slice, member, quarter)))
select slice, member, period_kind, coalesce(quarter, year, 'to-date') as period, part, value
from (unpivot counted on people, linked, unlinked into name part value value);

insert into figure
select 'people-served', 'all', m.slice, m.member, t.period_kind, t.period, p.part, coalesce(s.value, 0)
from member as m cross join period as t cross join (values ('people'), ('linked'), ('unlinked')) as p(part)
left join served as s on s.slice = m.slice and s.member = m.member and s.period_kind = t.period_kind
  and s.period = t.period and s.part = p.part
where m.slice <> 'followup' and not (m.slice = 'program' and t.period_kind = 'quarter');

-- Movement on the matrix: every episode and domain, by the period in which the episode began.
create table moved as
with dated as (
  select *, quarter_of(entered_on) as quarter, year_of(entered_on) as year, pairing = 'paired' as paired
  from matrix_pair),
counted as (
  select domain,
    case when grouping(program) = 0 then 'program' when grouping(partner) = 0 then 'partner'
      when grouping(tier) = 0 then 'tier' when grouping(followup) = 0 then 'followup' else 'network' end as slice,
    case when grouping(program) = 0 then program when grouping(partner) = 0 then partner
      when grouping(tier) = 0 then tier when grouping(followup) = 0 then followup else 'network' end as member,
    case when grouping(quarter) = 0 then 'quarter' when grouping(year) = 0 then 'year' else 'all' end as period_kind,
    case when grouping(quarter) = 0 then quarter when grouping(year) = 0 then year else 'to-date' end as period,
    count(*) as eligible,
    count(*) filter (pairing = 'no_baseline') as no_baseline,
    count(*) filter (pairing not in ('no_baseline', 'paired')) as scored_once,
    count(*) filter (paired) as paired,
    count(*) filter (paired and to_level > from_level) as improved,
    count(*) filter (paired and to_level = from_level and from_level >= 3) as maintained_safe,
    count(*) filter (paired and to_level = from_level and from_level < 3) as maintained_below,
    count(*) filter (paired and to_level < from_level) as declined,
    count(*) filter (paired and from_level < 5) as can_improve,
    count(*) filter (paired and from_level = 5) as at_ceiling,
    count(*) filter (paired and from_level = 5 and to_level = 5) as safe_at_5,
    count(*) filter (paired and from_level = to_level and from_level in (3, 4)) as safe_below_5,
    count(*) filter (paired and from_level = 5 and to_level < 5) as declined_from_5,
    count(*) filter (paired and from_level < 5 and to_level < from_level) as declined_below_5,
    count(*) filter (paired and from_level = 1) as from_1,
    count(*) filter (paired and from_level = 2) as from_2,
    count(*) filter (paired and from_level = 3) as from_3,
    count(*) filter (paired and from_level = 4) as from_4,
    count(*) filter (paired and from_level = 5) as from_5,
    count(*) filter (paired and to_level = 1) as to_1,
    count(*) filter (paired and to_level = 2) as to_2,
    count(*) filter (paired and to_level = 3) as to_3,
    count(*) filter (paired and to_level = 4) as to_4,
    count(*) filter (paired and to_level = 5) as to_5,
    count(*) filter (paired and from_level = 1 and to_level = 1) as t_1_1,
    count(*) filter (paired and from_level = 1 and to_level = 2) as t_1_2,
    count(*) filter (paired and from_level = 1 and to_level = 3) as t_1_3,
    count(*) filter (paired and from_level = 1 and to_level = 4) as t_1_4,
    count(*) filter (paired and from_level = 1 and to_level = 5) as t_1_5,
    count(*) filter (paired and from_level = 2 and to_level = 1) as t_2_1,
    count(*) filter (paired and from_level = 2 and to_level = 2) as t_2_2,
    count(*) filter (paired and from_level = 2 and to_level = 3) as t_2_3,
    count(*) filter (paired and from_level = 2 and to_level = 4) as t_2_4,
    count(*) filter (paired and from_level = 2 and to_level = 5) as t_2_5,
    count(*) filter (paired and from_level = 3 and to_level = 1) as t_3_1,
    count(*) filter (paired and from_level = 3 and to_level = 2) as t_3_2,
    count(*) filter (paired and from_level = 3 and to_level = 3) as t_3_3,
    count(*) filter (paired and from_level = 3 and to_level = 4) as t_3_4,
    count(*) filter (paired and from_level = 3 and to_level = 5) as t_3_5,
    count(*) filter (paired and from_level = 4 and to_level = 1) as t_4_1,
    count(*) filter (paired and from_level = 4 and to_level = 2) as t_4_2,
    count(*) filter (paired and from_level = 4 and to_level = 3) as t_4_3,
    count(*) filter (paired and from_level = 4 and to_level = 4) as t_4_4,
    count(*) filter (paired and from_level = 4 and to_level = 5) as t_4_5,
    count(*) filter (paired and from_level = 5 and to_level = 1) as t_5_1,
    count(*) filter (paired and from_level = 5 and to_level = 2) as t_5_2,
    count(*) filter (paired and from_level = 5 and to_level = 3) as t_5_3,
    count(*) filter (paired and from_level = 5 and to_level = 4) as t_5_4,
    count(*) filter (paired and from_level = 5 and to_level = 5) as t_5_5
  from dated
  group by grouping sets ((domain), (domain, year), (domain, quarter), (domain, tier),
    (domain, partner), (domain, partner, year), (domain, program), (domain, followup), (domain, followup, year)))
from (unpivot counted on columns(* exclude (domain, slice, member, period_kind, period)) into name part value value);

insert into figure
with shape(slice, period_kind) as (
  values ('network', 'all'), ('network', 'year'), ('network', 'quarter'), ('tier', 'all'),
    ('partner', 'all'), ('partner', 'year'), ('program', 'all'), ('followup', 'all'), ('followup', 'year')),
part as (select distinct part, regexp_matches(part, '^(from|to)_[1-5]$|^t_[1-5]_[1-5]$') as detail,
  part in ('eligible', 'no_baseline', 'scored_once') as of_cohort from moved)
select 'matrix-movement', d.domain, s.slice, m.member, s.period_kind, t.period, p.part, coalesce(c.value, 0)
from shape as s join member as m using (slice) join period as t using (period_kind)
cross join (select distinct domain from asked) as d
join part as p on (not p.detail or (s.slice = 'network' and s.period_kind = 'all')) and (not p.of_cohort or s.slice <> 'followup')
left join moved as c on c.domain = d.domain and c.slice = s.slice and c.member = m.member
  and c.period_kind = s.period_kind and c.period = t.period and c.part = p.part;
