-- Care plan: adults by entry, 90 days later.
insert into counted
select 'care-plan', program, entered_on,
  unnest(['entered', case when exists (from plan as p where p.partner = e.partner and p.enrollment = e.enrollment
    and p.set_on between e.entered_on and e.entered_on + 90) then 'planned' else 'not_planned' end])
from episode as e, run_day
where assessable and entered_on + 90 <= as_of and partner in (from partners_that_send(['goal']));

