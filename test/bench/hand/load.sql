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

drop table checked_person;
drop table checked_enrollment;
drop table checked_form;
