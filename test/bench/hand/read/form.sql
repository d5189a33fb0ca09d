create table form_line (
  partner varchar, file varchar, enrollment varchar, person varchar, assessed_on date, stage varchar, housing tinyint,
  employment tinyint, income tinyint, food tinyint, childcare tinyint, child_education tinyint,
  adult_education tinyint, health_care tinyint, life_skills tinyint, family_relations tinyint, mobility tinyint,
  community tinyint, parenting tinyint, legal tinyint, mental_health tinyint, substance_abuse tinyint, safety tinyint,
  disabilities tinyint);

-- Fernhill Family Center
insert into form_line by name
select 'fernhill-family-center' as partner, file,
  "Place" as enrollment, "Person" as person, a_day("Day", '%d.%m.%Y') as assessed_on,
  case lower("Which") when 'first' then 'initial' when 'between' then 'interim' when 'last' then 'exit'
    else "Which" end as stage,
  level("Housing") as housing, level("Food") as food, level("Income") as income,
  level("Employment") as employment, level("Child care") as childcare,
  level("Children's education") as child_education, level("Parenting") as parenting,
  level("Adult education") as adult_education, level("Health care") as health_care,
  level("Mental health") as mental_health, level("Substance abuse") as substance_abuse,
  level("Family relations") as family_relations, level("Mobility") as mobility,
  level("Community") as community, level("Life skills") as life_skills, level("Legal") as legal,
  level("Safety") as safety, level("Disabilities") as disabilities
from lines('fernhill-family-center/matrix.csv', ';', 'latin-1',
  {'Place': 'VARCHAR', 'Person': 'VARCHAR', 'Day': 'VARCHAR', 'Which': 'VARCHAR', 'Housing': 'VARCHAR',
  'Food': 'VARCHAR', 'Income': 'VARCHAR', 'Employment': 'VARCHAR', 'Child care': 'VARCHAR',
  'Children''s education': 'VARCHAR', 'Parenting': 'VARCHAR', 'Adult education': 'VARCHAR', 'Health care': 'VARCHAR',
  'Mental health': 'VARCHAR', 'Substance abuse': 'VARCHAR', 'Family relations': 'VARCHAR', 'Mobility': 'VARCHAR',
  'Community': 'VARCHAR', 'Life skills': 'VARCHAR', 'Legal': 'VARCHAR', 'Safety': 'VARCHAR',
  'Disabilities': 'VARCHAR', 'Child care goal': 'VARCHAR', 'Children''s education goal': 'VARCHAR',
  'Parenting goal': 'VARCHAR'});

-- Millrace Workforce Board
insert into form_line by name
select 'millrace-workforce' as partner, file,
  "EPISODE_TOKEN" as enrollment, "PART_TOKEN" as person, a_day("ASSESS_DT", '%Y%m%d') as assessed_on,
  case lower("ASSESS_TYPE") when 'init' then 'initial' when 'intm' then 'interim' when 'exit' then 'exit'
    else "ASSESS_TYPE" end as stage,
  level("D01_INCOME") as income, level("D02_EMPLOYMENT") as employment, level("D03_SHELTER") as housing,
  level("D04_FOOD") as food, level("D05_CHILDCARE") as childcare,
  level("D06_CHILD_ED") as child_education, level("D07_ADULT_ED") as adult_education,
  level("D08_LEGAL") as legal, level("D09_HEALTH_CARE") as health_care,
  level("D10_LIFE_SKILLS") as life_skills, level("D11_MENTAL_HEALTH") as mental_health,
  level("D12_SUBSTANCE") as substance_abuse, level("D13_FAMILY") as family_relations,
  level("D14_MOBILITY") as mobility, level("D15_COMMUNITY") as community
from lines('millrace-workforce/SSM15.csv', chr(9), 'utf-8',
  {'EPISODE_TOKEN': 'VARCHAR', 'PART_TOKEN': 'VARCHAR', 'ASSESS_DT': 'VARCHAR', 'ASSESS_TYPE': 'VARCHAR',
  'D01_INCOME': 'VARCHAR', 'D02_EMPLOYMENT': 'VARCHAR', 'D03_SHELTER': 'VARCHAR', 'D04_FOOD': 'VARCHAR',
  'D05_CHILDCARE': 'VARCHAR', 'D06_CHILD_ED': 'VARCHAR', 'D07_ADULT_ED': 'VARCHAR', 'D08_LEGAL': 'VARCHAR',
  'D09_HEALTH_CARE': 'VARCHAR', 'D10_LIFE_SKILLS': 'VARCHAR', 'D11_MENTAL_HEALTH': 'VARCHAR',
  'D12_SUBSTANCE': 'VARCHAR', 'D13_FAMILY': 'VARCHAR', 'D14_MOBILITY': 'VARCHAR', 'D15_COMMUNITY': 'VARCHAR'});

-- Northgate Neighborhood Hub
insert into form_line by name
select 'northgate-hub' as partner, file,
  "Episode Token" as enrollment, "Client Token" as person,
  a_day("Date of Matrix", '%m/%d/%Y') as assessed_on,
  case lower("Collected") when 'at intake' then 'initial' when 'during program' then 'interim'
    when 'at exit' then 'exit' else "Collected" end as stage,
  level("Shelter/Housing") as housing, level("Employment") as employment, level("Income") as income,
  level("Food and Nutrition") as food, level("Child Care") as childcare,
  level("Children's Education") as child_education, level("Adult Education") as adult_education,
  level("Health Care Coverage") as health_care, level("Life Skills") as life_skills,
  level("Family/Social Relations") as family_relations, level("Transportation") as mobility,
  level("Community Involvement") as community, level("Parenting Skills") as parenting,
  level("Legal") as legal, level("Mental Health") as mental_health,
  level("Substance Abuse") as substance_abuse, level("Safety") as safety,
  level("Disabilities") as disabilities
from lines('northgate-hub/Self-Sufficiency *.csv', ';', 'utf-8',
  {'Episode Token': 'VARCHAR', 'Client Token': 'VARCHAR', 'Date of Matrix': 'VARCHAR', 'Collected': 'VARCHAR',
  'Shelter/Housing': 'VARCHAR', 'Employment': 'VARCHAR', 'Income': 'VARCHAR', 'Food and Nutrition': 'VARCHAR',
  'Child Care': 'VARCHAR', 'Children''s Education': 'VARCHAR', 'Adult Education': 'VARCHAR',
  'Health Care Coverage': 'VARCHAR', 'Life Skills': 'VARCHAR', 'Family/Social Relations': 'VARCHAR',
  'Transportation': 'VARCHAR', 'Community Involvement': 'VARCHAR', 'Parenting Skills': 'VARCHAR', 'Legal': 'VARCHAR',
  'Mental Health': 'VARCHAR', 'Substance Abuse': 'VARCHAR', 'Safety': 'VARCHAR', 'Disabilities': 'VARCHAR'});

-- Riverbend Family Hub
insert into form_line by name
select 'riverbend-hub' as partner, file,
  enrollment_key as enrollment, participant_key as person,
  a_day(assessment_date, '%Y-%m-%d') as assessed_on,
  case lower(type) when 'initial' then 'initial' when 'interim' then 'interim' when 'exit' then 'exit'
    else type end as stage,
  level(housing) as housing, level(employment) as employment, level(income) as income,
  level(food) as food, level(child_care) as childcare, level(childrens_education) as child_education,
  level(adult_education) as adult_education, level(health_care) as health_care,
  level(life_skills) as life_skills, level(family_relations) as family_relations,
  level(mobility) as mobility, level(community_involvement) as community, level(parenting) as parenting,
  level(legal) as legal, level(mental_health) as mental_health,
  level(substance_abuse) as substance_abuse, level(safety) as safety,
  level(disabilities) as disabilities
from lines('riverbend-hub/matrix-*.csv', ',', 'utf-8',
  {'enrollment_key': 'VARCHAR', 'participant_key': 'VARCHAR', 'assessment_date': 'VARCHAR', 'type': 'VARCHAR',
  'housing': 'VARCHAR', 'employment': 'VARCHAR', 'income': 'VARCHAR', 'food': 'VARCHAR', 'child_care': 'VARCHAR',
  'childrens_education': 'VARCHAR', 'adult_education': 'VARCHAR', 'health_care': 'VARCHAR', 'life_skills': 'VARCHAR',
  'family_relations': 'VARCHAR', 'mobility': 'VARCHAR', 'community_involvement': 'VARCHAR', 'parenting': 'VARCHAR',
  'legal': 'VARCHAR', 'mental_health': 'VARCHAR', 'substance_abuse': 'VARCHAR', 'safety': 'VARCHAR',
  'disabilities': 'VARCHAR', 'housing_goal': 'VARCHAR', 'employment_goal': 'VARCHAR', 'income_goal': 'VARCHAR',
  'food_goal': 'VARCHAR', 'child_care_goal': 'VARCHAR', 'childrens_education_goal': 'VARCHAR',
  'adult_education_goal': 'VARCHAR', 'health_care_goal': 'VARCHAR', 'life_skills_goal': 'VARCHAR',
  'family_relations_goal': 'VARCHAR', 'mobility_goal': 'VARCHAR', 'community_involvement_goal': 'VARCHAR'});

-- Southfield Community Hub
insert into form_line by name
select 'southfield-hub' as partner, file,
  "EnrolmentRef" as enrollment, "PersonRef" as person, a_day("Assessed", '%d-%b-%Y') as assessed_on,
  case lower("Stage") when 'baseline' then 'initial' when 'review' then 'interim' when 'closing' then 'exit'
    else "Stage" end as stage,
  level_in_words("Housing") as housing, level_in_words("Employment") as employment,
  level_in_words("Income") as income, level_in_words("Food") as food,
  level_in_words("Childcare") as childcare, level_in_words("Children’s Education") as child_education,
  level_in_words("Adult Education") as adult_education, level_in_words("Health Care") as health_care,
  level_in_words("Life Skills") as life_skills, level_in_words("Family Relations") as family_relations,
  level_in_words("Mobility") as mobility, level_in_words("Community Involvement") as community,
  level_in_words("Parenting Skills") as parenting, level_in_words("Legal") as legal,
  level_in_words("Mental Health") as mental_health,
  level_in_words("Substance Abuse") as substance_abuse, level_in_words("Safety") as safety,
  level_in_words("Disabilities") as disabilities
from lines('utf-8/southfield-hub/matrix.csv', '|', 'utf-8',
  {'EnrolmentRef': 'VARCHAR', 'PersonRef': 'VARCHAR', 'Assessed': 'VARCHAR', 'Stage': 'VARCHAR', 'Housing': 'VARCHAR',
  'Employment': 'VARCHAR', 'Income': 'VARCHAR', 'Food': 'VARCHAR', 'Childcare': 'VARCHAR',
  'Children’s Education': 'VARCHAR', 'Adult Education': 'VARCHAR', 'Health Care': 'VARCHAR', 'Life Skills': 'VARCHAR',
  'Family Relations': 'VARCHAR', 'Mobility': 'VARCHAR', 'Community Involvement': 'VARCHAR',
  'Parenting Skills': 'VARCHAR', 'Legal': 'VARCHAR', 'Mental Health': 'VARCHAR', 'Substance Abuse': 'VARCHAR',
  'Safety': 'VARCHAR', 'Disabilities': 'VARCHAR'});

-- Stonebridge Housing Agency
insert into form_line by name
select 'stonebridge-housing' as partner, file,
  "EnrollmentToken" as enrollment, "ClientToken" as person,
  a_day("AssessmentDate", '%m/%d/%Y') as assessed_on,
  case lower("AssessmentStage") when 'entry' then 'initial' when 'update' then 'interim'
    when 'exit' then 'exit' else "AssessmentStage" end as stage,
  level("Income") as income, level("Employment") as employment, level("Shelter") as housing,
  level("Food") as food, level("Childcare") as childcare,
  level("Childrens Education") as child_education, level("Adult Education") as adult_education,
  level("Legal") as legal, level("Health Care") as health_care, level("Life Skills") as life_skills,
  level("Mental Health") as mental_health, level("Substance Abuse") as substance_abuse,
  level("Family Relations") as family_relations, level("Mobility") as mobility,
  level("Community Involvement") as community
from lines('stonebridge-housing/Matrix.csv', ',', 'utf-8',
  {'EnrollmentToken': 'VARCHAR', 'ClientToken': 'VARCHAR', 'AssessmentDate': 'VARCHAR', 'AssessmentStage': 'VARCHAR',
  'Income': 'VARCHAR', 'Employment': 'VARCHAR', 'Shelter': 'VARCHAR', 'Food': 'VARCHAR', 'Childcare': 'VARCHAR',
  'Childrens Education': 'VARCHAR', 'Adult Education': 'VARCHAR', 'Legal': 'VARCHAR', 'Health Care': 'VARCHAR',
  'Life Skills': 'VARCHAR', 'Mental Health': 'VARCHAR', 'Substance Abuse': 'VARCHAR', 'Family Relations': 'VARCHAR',
  'Mobility': 'VARCHAR', 'Community Involvement': 'VARCHAR'});
