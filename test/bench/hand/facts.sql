-- Episodes that began by the as-of date.
create table episode as
select e.partner, e.program, g.tier, e.enrollment, e.person, e.entered_on,
  case when e.exited_on <= (select as_of from run_day) then e.exited_on end as exited_on, e.exit_reason,
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

-- Jobs as they are known on the as-of date: the last day they are known to have lasted, and whether they ended then.
create table held as
select partner, person, enrollment, job, started_on, coalesce(ended_on <= as_of, false) as over,
  least(as_of, greatest(started_on, coalesce(ended_on, last_verified_on, started_on))) as seen_on
from job, run_day
where started_on <= as_of;

-- A spell begins on a day that no earlier job comes within 14 days of, and has the jobs up to the next such day.
create table spell as
with beginning as (
  select partner, person, started_on, arg_min_null(enrollment, job) as enrollment
  from held as h
  where not exists (from held as earlier where earlier.partner = h.partner and earlier.person = h.person
    and earlier.started_on < h.started_on and h.started_on <= earlier.seen_on + 15)
  group by partner, person, started_on)
select b.partner, b.person, b.started_on, any_value(b.enrollment) as enrollment, max(h.seen_on) as seen_on,
  bool_and(h.over) and max(h.seen_on) + 14 < (select as_of from run_day) as ended
from held as h
asof join beginning as b on b.partner = h.partner and b.person = h.person and b.started_on <= h.started_on
group by b.partner, b.person, b.started_on;

-- Every adult's episode that ended, but for those who left for an institution or died.
create table leaver as
with before as (
  select e.partner, e.enrollment
  from episode as e join spell as s on s.partner = e.partner and s.person = e.person and s.started_on < e.entered_on
  group by e.partner, e.enrollment, e.entered_on
  having not bool_and(s.ended) or max(s.seen_on) >= e.entered_on)
select e.*, b.enrollment is not null as came_with_job,
  (date_trunc('quarter', e.exited_on) + interval 3 month)::date as first_quarter_on
from episode as e left join before as b using (partner, enrollment)
where e.assessable and e.exited_on is not null
  and e.exit_reason is distinct from 'institutionalized' and e.exit_reason is distinct from 'deceased';

-- The first spell from entry to 90 days after exit among those that belong to an adult's episode.
create table placement as
with belonging as (
  select s.*, s.enrollment as of_episode from spell as s where s.enrollment is not null
  union all
  select s.*, e.enrollment
  from (from spell where enrollment is null) as s
  asof join episode as e on e.partner = s.partner and e.person = s.person and e.entered_on <= s.started_on)
select e.partner, e.program, e.enrollment, min(s.started_on) as placed_on,
  arg_min(s.seen_on - s.started_on, s.started_on) as lasted, arg_min(s.ended, s.started_on) as ended
from belonging as s
join episode as e on e.partner = s.partner and e.person = s.person and e.enrollment = s.of_episode
where e.assessable and s.started_on between e.entered_on and coalesce(e.exited_on + 90, s.started_on)
group by e.partner, e.program, e.enrollment;

-- Goals by episode. A goal that names none, or none known, is of the latest begun, else of the next.
create table plan as
select g.partner, coalesce(named.enrollment, latest.enrollment, next.enrollment) as enrollment, g.set_on
from (select goal.* from goal, run_day where set_on <= as_of) as g
left join episode as named
  on named.partner = g.partner and named.person = g.person and named.enrollment = g.enrollment
asof left join episode as latest
  on latest.partner = g.partner and latest.person = g.person and latest.entered_on <= g.set_on
asof left join episode as next
  on next.partner = g.partner and next.person = g.person and next.entered_on > g.set_on;
