create table goal_line (
  partner varchar, file varchar, goal varchar, person varchar, enrollment varchar, domain varchar, set_on date,
  due_on date, reached_on date);

-- Northgate Neighborhood Hub
insert into goal_line by name
select 'northgate-hub' as partner, file,
  "Goal Token" as goal, "Client Token" as person,
  case lower("Area of Life") when 'housing' then 'housing' when 'work' then 'employment'
    when 'income' then 'income' when 'food' then 'food' when 'child care' then 'childcare'
    when 'school of the children' then 'child_education' when 'own education' then 'adult_education'
    when 'health coverage' then 'health_care' when 'life skills' then 'life_skills'
    when 'family and friends' then 'family_relations' when 'getting around' then 'mobility'
    when 'community' then 'community' when 'parenting' then 'parenting' when 'legal matters' then 'legal'
    when 'mental health' then 'mental_health' when 'substance use' then 'substance_abuse'
    when 'safety' then 'safety' when 'disability' then 'disabilities' else "Area of Life" end as domain,
  a_day("Date Set", '%m/%d/%Y') as set_on, a_day("Target Date", '%m/%d/%Y') as due_on,
  a_day("Date Reached", '%m/%d/%Y') as reached_on
from lines('northgate-hub/Dream Map.csv', ';', 'utf-8',
  {'Goal Token': 'VARCHAR', 'Client Token': 'VARCHAR', 'Area of Life': 'VARCHAR', 'Date Set': 'VARCHAR',
  'Target Date': 'VARCHAR', 'Date Reached': 'VARCHAR'});

-- Riverbend Family Hub
insert into goal_line by name
select 'riverbend-hub' as partner, file,
  goal_key as goal, participant_key as person, enrollment_key as enrollment, domain,
  a_day(set_on, '%Y-%m-%d') as set_on, a_day(due_on, '%Y-%m-%d') as due_on,
  a_day(reached_on, '%Y-%m-%d') as reached_on
from lines('riverbend-hub/map-of-my-dreams.csv', ',', 'utf-8',
  {'goal_key': 'VARCHAR', 'participant_key': 'VARCHAR', 'enrollment_key': 'VARCHAR', 'domain': 'VARCHAR',
  'set_on': 'VARCHAR', 'due_on': 'VARCHAR', 'reached_on': 'VARCHAR'});

-- Southfield Community Hub
insert into goal_line by name
select 'southfield-hub' as partner, file,
  "GoalRef" as goal, "PersonRef" as person, "EnrolmentRef" as enrollment, "Domain" as domain,
  a_day("Set", '%d-%b-%Y') as set_on, a_day("Due", '%d-%b-%Y') as due_on,
  a_day("Reached", '%d-%b-%Y') as reached_on
from lines('utf-8/southfield-hub/goals.csv', '|', 'utf-8',
  {'GoalRef': 'VARCHAR', 'PersonRef': 'VARCHAR', 'EnrolmentRef': 'VARCHAR', 'Domain': 'VARCHAR', 'Set': 'VARCHAR',
  'Due': 'VARCHAR', 'Reached': 'VARCHAR'});
