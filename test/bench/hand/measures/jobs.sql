-- Job placement: adults who came without a job by exit, 90 days later.
insert into counted
select 'job-placement', x.program, x.exited_on,
  unnest(['left', case when placed_on is null then 'not_placed' else 'placed' end])
from leaver as x left join placement using (partner, enrollment), run_day
where not came_with_job and exited_on + 90 <= as_of and partner in (from partners_that_send(['job']));

-- Job retention: placements by their first day, 365 days later; what is known of each day, and what came between two.
insert into counted
with placed as (
  from placement, run_day where placed_on + 365 <= as_of and partner in (from partners_that_send(['job'])))
select 'job-retention', program, placed_on, 'placed' from placed
union all
select 'job-retention', program, placed_on, unnest(
  case when lasted >= day then ['known', 'retained', 'possible'] when ended then ['known', 'not_retained']
    else ['lost', 'possible'] end) || '_' || day
from placed, (values (30), (60), (90), (180), (365)) as horizon(day)
union all
select 'job-retention', program, placed_on,
  case when ended then 'stopped' else 'last_heard' end || '_' || earlier || '_to_' || later
from placed join (values (30, 60), (60, 90), (90, 180), (180, 365)) as step(earlier, later)
  on lasted >= earlier and lasted < later;

-- Employment after exit: leavers by exit, 456 days later. Not known is who was last heard of in a job that was open.
create table looked_at as
from leaver, run_day where exited_on + 456 <= as_of and partner in (from partners_that_send(['job']));

create table status_after_exit as
select x.partner, x.enrollment, x.program, x.exited_on, q.quarter,
  case when bool_or(h.seen_on >= q.starts) then 'employed'
    when bool_or(not h.over) then 'unknown' else 'not_employed' end as status
from (select *, unnest([{quarter: 'q2', starts: first_quarter_on + interval 3 month},
  {quarter: 'q4', starts: first_quarter_on + interval 9 month}]) as q from looked_at) as x
left join held as h on h.partner = x.partner and h.person = x.person and h.started_on < x.q.starts + interval 3 month
group by all;

insert into counted
select 'employment-after-exit', program, exited_on, 'left' from looked_at
union all
select 'employment-after-exit', program, exited_on, unnest(
  case status when 'employed' then ['known', 'employed', 'possible'] when 'unknown' then ['unknown', 'possible']
    else ['known', 'not_employed'] end) || '_' || quarter
from status_after_exit
union all
select 'employment-after-exit', program, exited_on, before.status || '_q2_' || later.status || '_q4'
from (from status_after_exit where quarter = 'q2') as before
join (select partner, enrollment, status from status_after_exit where quarter = 'q4') as later using (partner, enrollment);

-- Of those employed in the second quarter: who has one employer in both, and whose earnings are known.
insert into counted
with employed as (
  select x.*, later.status as later, first_quarter_on + interval 3 month as second, first_quarter_on + interval 9 month as fourth
  from looked_at as x
  join (from status_after_exit where quarter = 'q2' and status = 'employed') as before using (partner, enrollment)
  join (from status_after_exit where quarter = 'q4') as later using (partner, enrollment)),
beside as (
  select e.partner, e.enrollment, e.program, e.exited_on, e.later, j.employer, j.hourly_wage * j.hours_per_week as weekly,
    j.started_on < second + interval 3 month and coalesce(ended_on, last_verified_on, started_on) >= second as in_second,
    j.started_on < fourth + interval 3 month and coalesce(ended_on, last_verified_on, started_on) >= fourth as in_fourth
  from employed as e join job as j on j.partner = e.partner and j.person = e.person),
judged as (
  select partner, enrollment, program, exited_on, later,
    bool_and(weekly is not null) filter (in_second) and sum(weekly) filter (in_second) > 0 as is_paid,
    later = 'employed' and coalesce(list_has_any(list(employer) filter (in_second and employer is not null),
      list(employer) filter (in_fourth and employer is not null)), false) as is_kept
  from beside group by partner, enrollment, program, exited_on, later)
select 'employment-after-exit', program, exited_on, unnest(
  [case when is_paid then 'earnings_known' else 'earnings_not_known' end]
  || case when later = 'unknown' then [] when is_kept then ['followed_q4', 'same_employer']
    else ['followed_q4', 'not_same_employer'] end
  || case when later = 'employed' and not is_kept then ['changed_employer'] else [] end)
from judged;
