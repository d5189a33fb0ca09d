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
