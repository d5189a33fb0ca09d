create table income_line (
  partner varchar, file varchar, enrollment varchar, person varchar, reported_on date, stage varchar,
  any_income varchar, total_monthly decimal(12, 2), earned varchar, earned_monthly decimal(12, 2));

-- Keystone Benefits Office
insert into income_line by name
select 'keystone-benefits' as partner, file,
  "PARTICIPATION_TOKEN" as enrollment, "PERSON_TOKEN" as person,
  a_day("REPORT_DATE", '%Y%m%d') as reported_on,
  case lower("STAGE_CD") when 'b' then 'entry' when 'r' then 'annual' when 'u' then 'update'
    when 'e' then 'exit' when 'p' then 'post_exit' else "STAGE_CD" end as stage,
  yes_or_no("ANY_INCOME") as any_income, an_amount("TOTAL_AMT") as total_monthly,
  yes_or_no("EARNED_IND") as earned, an_amount("EARNED_AMT") as earned_monthly
from lines('keystone-benefits/INCOME.csv', ',', 'utf-8',
  {'PARTICIPATION_TOKEN': 'VARCHAR', 'PERSON_TOKEN': 'VARCHAR', 'REPORT_DATE': 'VARCHAR', 'STAGE_CD': 'VARCHAR',
  'ANY_INCOME': 'VARCHAR', 'TOTAL_AMT': 'VARCHAR', 'EARNED_IND': 'VARCHAR', 'EARNED_AMT': 'VARCHAR'});

-- Riverbend Family Hub
insert into income_line by name
select 'riverbend-hub' as partner, file,
  enrollment_key as enrollment, participant_key as person,
  a_day(reported_on, '%Y-%m-%d') as reported_on,
  case lower(stage) when 'entry' then 'entry' when 'annual' then 'annual' when 'update' then 'update'
    when 'exit' then 'exit' when 'after exit' then 'post_exit' else stage end as stage,
  yes_or_no(any_income) as any_income, an_amount(total_monthly) as total_monthly,
  yes_or_no(earned) as earned, an_amount(earned_monthly) as earned_monthly
from lines('riverbend-hub/incomes.csv', ',', 'utf-8',
  {'enrollment_key': 'VARCHAR', 'participant_key': 'VARCHAR', 'reported_on': 'VARCHAR', 'stage': 'VARCHAR',
  'any_income': 'VARCHAR', 'total_monthly': 'VARCHAR', 'earned': 'VARCHAR', 'earned_monthly': 'VARCHAR'});

-- Stonebridge Housing Agency
insert into income_line by name
select 'stonebridge-housing' as partner, file,
  "EnrollmentToken" as enrollment, "ClientToken" as person,
  a_day("InformationDate", '%m/%d/%Y') as reported_on,
  case lower("CollectionStage") when 'project entry' then 'entry' when 'update' then 'update'
    when 'project exit' then 'exit' when 'annual assessment' then 'annual' when 'post exit' then 'post_exit'
    else "CollectionStage" end as stage,
  yes_or_no("IncomeFromAnySource") as any_income, an_amount("TotalMonthlyIncome") as total_monthly,
  yes_or_no("Earned") as earned, an_amount("EarnedAmount") as earned_monthly
from lines('stonebridge-housing/Income.csv', ',', 'utf-8',
  {'EnrollmentToken': 'VARCHAR', 'ClientToken': 'VARCHAR', 'InformationDate': 'VARCHAR', 'CollectionStage': 'VARCHAR',
  'IncomeFromAnySource': 'VARCHAR', 'TotalMonthlyIncome': 'VARCHAR', 'Earned': 'VARCHAR', 'EarnedAmount': 'VARCHAR'});
