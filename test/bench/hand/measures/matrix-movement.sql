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
    (domain, partner), (domain, program), (domain, followup), (domain, followup, year)))
from (unpivot counted on columns(* exclude (domain, slice, member, period_kind, period)) into name part value value);

insert into figure
with shape(slice, period_kind) as (
  values ('network', 'all'), ('network', 'year'), ('network', 'quarter'), ('tier', 'all'),
    ('partner', 'all'), ('program', 'all'), ('followup', 'all'), ('followup', 'year')),
part as (select distinct part, regexp_matches(part, '^(from|to)_[1-5]$|^t_[1-5]_[1-5]$') as detail,
  part in ('eligible', 'no_baseline', 'scored_once') as of_cohort from moved)
select 'matrix-movement', d.domain, s.slice, m.member, s.period_kind, t.period, p.part, coalesce(c.value, 0)
from shape as s join member as m using (slice) join period as t using (period_kind)
cross join (select distinct domain from asked) as d
join part as p on (not p.detail or (s.slice = 'network' and s.period_kind = 'all')) and (not p.of_cohort or s.slice <> 'followup')
left join moved as c on c.domain = d.domain and c.slice = s.slice and c.member = m.member
  and c.period_kind = s.period_kind and c.period = t.period and c.part = p.part;
