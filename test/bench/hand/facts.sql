-- Episodes that began by the as-of date.
create table episode as
select e.partner, e.program, g.tier, e.enrollment, e.person, e.entered_on,
  coalesce(p.linkage, p.person) as network_person, p.linkage is not null as linked,
  case when e.unaccompanied = 'yes' then true
    when e.age_at_entry is not null then e.age_at_entry >= 18
    else coalesce(e.role in ('head', 'partner', 'other_adult'), false) end as assessable
from enrollment as e
join person as p using (partner, person)
join program as g using (partner, program)
where e.entered_on <= (select as_of from run_day);

-- Every adult's episode and domain: the levels at baseline and at the latest assessment after it, or why no pair.
create table matrix_pair as
with taken as (
  select partner, enrollment, assessed_on, stage, entered_on
  from form join episode using (partner, enrollment, person)
  where assessable and assessed_on <= (select as_of from run_day)),
first as (
  select partner, enrollment, min({later: stage <> 'initial', day: assessed_on, stage: stage}) as form from taken
  where stage = 'initial' or assessed_on between entered_on - 30 and entered_on + 30
  group by partner, enrollment),
last as (
  select t.partner, t.enrollment,
    max({day: t.assessed_on, rank: case t.stage when 'exit' then 2 when 'interim' then 1 else 0 end,
      stage: t.stage}) as form
  from taken as t
  join first as b on b.partner = t.partner and b.enrollment = t.enrollment and t.assessed_on > b.form.day
  group by t.partner, t.enrollment)
select e.partner, e.program, e.tier, e.enrollment, e.entered_on, a.domain,
  case when b.form is null then 'no_baseline'
    when s.score is null then 'na_baseline'
    when l.form is null then 'no_followup'
    when t.score is null then 'na_followup'
    else 'paired' end as pairing,
  s.score as from_level, t.score as to_level,
  case when l.form is null then 'none' when l.form.stage = 'exit' then 'exit' else 'interim' end as followup
from episode as e
join asked as a using (partner)
left join first as b using (partner, enrollment)
left join last as l using (partner, enrollment)
left join assessment_score as s on s.partner = e.partner and s.enrollment = e.enrollment and s.person = e.person
  and s.assessed_on = b.form.day and s.stage = b.form.stage and s.domain = a.domain
left join assessment_score as t on t.partner = e.partner and t.enrollment = e.enrollment and t.person = e.person
  and t.assessed_on = l.form.day and t.stage = l.form.stage and t.domain = a.domain
where e.assessable;
