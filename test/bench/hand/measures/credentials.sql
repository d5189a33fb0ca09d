-- Any certificate: leavers by exit, 366 days later.
insert into counted
with certified as (
  select x.program, x.enrollment, x.exited_on, bool_or(c.earned_on <= x.exited_on) as before,
    count(c.earned_on) > 0 as within_year
  from leaver as x cross join run_day
  left join credential as c on c.partner = x.partner and c.person = x.person
    and coalesce(c.enrollment, x.enrollment) = x.enrollment
    and c.earned_on between x.entered_on and x.exited_on + interval 1 year
  where x.exited_on + 366 <= as_of and x.partner in (from partners_that_send(['credential']))
  group by all)
select 'any-certificate', program, exited_on, unnest(
  case when before then ['left', 'within_year', 'in_program']
    when within_year then ['left', 'within_year', 'after_exit']
    else ['left', 'none'] end)
from certified;

-- Recognized credential: leavers by exit with a training in the program, 456 days later. A diploma needs a job after.
insert into counted
with trained as (
  from leaver as x cross join run_day
  semi join service as s on s.partner = x.partner and s.person = x.person and s.program = x.program
    and s.type = 'training' and s.provided_on between x.entered_on and x.exited_on
  where x.exited_on + 456 <= as_of and x.partner in (from partners_that_send(['service', 'credential', 'job']))),
employed as (
  from trained as x
  semi join held as h on h.partner = x.partner and h.person = x.person
    and h.started_on < x.first_quarter_on + interval 12 month and h.seen_on >= x.first_quarter_on),
credentialed as (
  select x.partner, x.enrollment
  from trained as x
  join credential as c on c.partner = x.partner and c.person = x.person
    and coalesce(c.enrollment, x.enrollment) = x.enrollment
    and c.earned_on between x.entered_on and x.exited_on + interval 1 year
  where c.type in ('associate', 'bachelor', 'graduate', 'license', 'certificate', 'certification')
    or c.type = 'diploma' and (x.partner, x.enrollment) in (select (partner, enrollment) from employed)
  group by all)
select 'recognized-credential', program, exited_on, unnest(
  ['trained', case when y.enrollment is null then 'not_credentialed' else 'credentialed' end])
from trained as x left join credentialed as y using (partner, enrollment);
