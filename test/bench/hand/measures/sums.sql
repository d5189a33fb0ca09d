-- The figures of the measures in `counted`: their sums by program and quarter, and the sums of those in every unit.
create table part as
from (values ('care-plan', ['entered', 'planned', 'not_planned']), ('job-placement', ['left', 'placed', 'not_placed']),
    ('job-retention', ['placed']), ('employment-after-exit', ['left', 'followed_q4', 'same_employer', 'not_same_employer', 'changed_employer',
      'earnings_known', 'earnings_not_known']),
    ('any-certificate', ['left', 'in_program', 'within_year', 'after_exit', 'none']),
    ('recognized-credential', ['trained', 'credentialed', 'not_credentialed'])) as parts(measure, part),
  unnest(part) as named(part)
select measure, named.part
union all
select 'job-retention', status || '_' || day
from (values ('known'), ('retained'), ('not_retained'), ('lost'), ('possible')) as statuses(status),
  (values (30), (60), (90), (180), (365)) as horizon(day)
union all
select 'job-retention', became || '_' || step
from (values ('stopped'), ('last_heard')) as between_days(became),
  (values ('30_to_60'), ('60_to_90'), ('90_to_180'), ('180_to_365')) as steps(step)
union all
select 'employment-after-exit', status || '_' || quarter
from (values ('known'), ('employed'), ('not_employed'), ('unknown'), ('possible')) as statuses(status),
  (values ('q2'), ('q4')) as quarters(quarter)
union all
select 'employment-after-exit', was || '_q2_' || became || '_q4'
from (values ('employed'), ('not_employed'), ('unknown')) as before(was),
  (values ('employed'), ('not_employed'), ('unknown')) as after(became)
where not (was = 'unknown' and became = 'not_employed');

create table total as
with counts as (
  select measure, part, program, quarter_of(anchored_on) as quarter, year_of(anchored_on) as year, count(*) as value
  from counted group by all),
unfolded as (
  select measure, part, value,
    unnest([{slice: 'network', member: 'network'}, {slice: 'tier', member: tier}, {slice: 'partner', member: partner},
      {slice: 'program', member: program}]) as unit,
    [{kind: 'all', period: 'to-date'}, {kind: 'year', period: year}, {kind: 'quarter', period: quarter}] as times
  from counts join program using (program))
select measure, part, unit.slice, unit.member, time.kind as period_kind, time.period, sum(value) as value
from unfolded, unnest(times) as moment(time)
group by all;

insert into figure
with shape(measures, slice, period_kind) as (
  values (['care-plan', 'job-placement', 'others'], 'network', 'all'), (['care-plan', 'others'], 'network', 'year'),
    (['care-plan'], 'network', 'quarter'), (['care-plan', 'job-placement', 'others'], 'partner', 'all'),
    (['care-plan'], 'partner', 'year'), (['care-plan', 'job-placement'], 'program', 'all'))
select p.measure, 'all', slice, member, period_kind, period, p.part, coalesce(t.value, 0)
from shape join member using (slice) join period using (period_kind)
join part as p on case when p.measure in ('care-plan', 'job-placement') then p.measure else 'others' end = any(measures)
  and not (slice = 'partner' and p.part in ('followed_q4', 'same_employer', 'not_same_employer', 'changed_employer'))
left join total as t using (measure, part, slice, member, period_kind, period);
