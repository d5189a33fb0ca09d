-- Every record once, and only those whose person, program and enrollment are known.
create table person as
select * exclude (broken) from checked_person
where not broken and file not in (from stopped)
qualify row_number() over (partition by partner, person order by file desc) = 1;

create table enrollment as
select * exclude (broken) from checked_enrollment as e
where not broken and file not in (from stopped)
  and exists (from program as g where g.partner = e.partner and g.program = e.program)
  and exists (from person as p where p.partner = e.partner and p.person = e.person)
qualify row_number() over (partition by partner, enrollment order by file desc) = 1;

create table form as
select * exclude (broken, partly_broken) from checked_form as f
where not broken and file not in (from stopped)
  and exists (from enrollment as e where e.partner = f.partner and e.enrollment = f.enrollment and e.person = f.person)
qualify row_number() over (partition by partner, enrollment, person, assessed_on, stage order by file desc) = 1;

create table assessment_score as
select partner, enrollment, person, assessed_on, stage, domain, case when score between 1 and 5 then score end as score
from form unpivot include nulls (score for domain in (housing, employment, income, food, childcare, child_education,
  adult_education, health_care, life_skills, family_relations, mobility, community, parenting, legal, mental_health,
  substance_abuse, safety, disabilities))
semi join asked using (partner, domain);

create table job as
select * exclude (broken) from checked_job as j
where not broken and file not in (from stopped)
  and exists (from person as p where p.partner = j.partner and p.person = j.person)
qualify row_number() over (partition by partner, job order by file desc) = 1;

create table credential as
select * exclude (broken) from checked_credential as c
where not broken and file not in (from stopped)
  and exists (from person as p where p.partner = c.partner and p.person = c.person)
qualify row_number() over (partition by partner, person, type, earned_on order by file desc) = 1;

create table goal as
select * exclude (broken) from checked_goal as g
where not broken and file not in (from stopped)
  and exists (from person as p where p.partner = g.partner and p.person = g.person)
qualify row_number() over (partition by partner, goal order by file desc) = 1;

create table service as
select * exclude (broken) from checked_service as s
where not broken and file not in (from stopped)
  and exists (from program as g where g.partner = s.partner and g.program = s.program)
  and exists (from person as p where p.partner = s.partner and p.person = s.person)
qualify row_number() over (partition by partner, service order by file desc) = 1;

drop table checked_person;
drop table checked_enrollment;
drop table checked_form;
drop table checked_job;
drop table checked_credential;
drop table checked_goal;
drop table checked_service;
