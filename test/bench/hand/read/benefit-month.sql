create table benefit_month_line (
  partner varchar, file varchar, person varchar, benefit varchar, month date, amount decimal(12, 2));

-- Cedar Court Clinic
insert into benefit_month_line by name
select 'cedar-court-clinic' as partner, file,
  "PATIENT_TOKEN" as person,
  case lower("PROGRAM") when 'medicaid' then 'health' when 'wic' then 'wic' else "PROGRAM" end as benefit,
  a_day("MONTH" || '-01', '%Y-%m-%d') as month, an_amount("AMOUNT") as amount
from lines('cedar-court-clinic/COVERAGE.csv', '|', 'latin-1',
  {'PATIENT_TOKEN': 'VARCHAR', 'PROGRAM': 'VARCHAR', 'MONTH': 'VARCHAR', 'AMOUNT': 'VARCHAR'});

-- Fernhill Family Center
insert into benefit_month_line by name
select 'fernhill-family-center' as partner, file,
  "Person" as person, 'childcare' as benefit, a_day("Month" || '-01', '%Y-%m-%d') as month,
  an_amount("Paid") as amount
from lines('fernhill-family-center/subsidies.csv', ';', 'latin-1',
  {'Person': 'VARCHAR', 'Month': 'VARCHAR', 'Paid': 'VARCHAR'});

-- Keystone Benefits Office
insert into benefit_month_line by name
select 'keystone-benefits' as partner, file,
  "PERSON_TOKEN" as person,
  case lower("BENEFIT_CD") when 'sn' then 'snap' when 'ta' then 'tanf' else "BENEFIT_CD" end as benefit,
  a_day("BENEFIT_MONTH" || '-01', '%Y-%m-%d') as month, an_amount("BENEFIT_AMOUNT") as amount
from lines('keystone-benefits/PAYMENT.csv', ',', 'utf-8',
  {'PERSON_TOKEN': 'VARCHAR', 'BENEFIT_CD': 'VARCHAR', 'BENEFIT_MONTH': 'VARCHAR', 'BENEFIT_AMOUNT': 'VARCHAR',
  'CHILDHOOD_CD': 'VARCHAR'});

-- Riverbend Family Hub
insert into benefit_month_line by name
select 'riverbend-hub' as partner, file,
  participant_key as person, lower(benefit) as benefit, a_day(month || '-01', '%Y-%m-%d') as month,
  an_amount(amount) as amount
from lines('riverbend-hub/benefits.csv', ',', 'utf-8',
  {'participant_key': 'VARCHAR', 'benefit': 'VARCHAR', 'month': 'VARCHAR', 'amount': 'VARCHAR',
  'in_childhood': 'VARCHAR'});

-- Southfield Community Hub
insert into benefit_month_line by name
select 'southfield-hub' as partner, file,
  "PersonRef" as person, lower("Benefit") as benefit, a_day("Month" || '-01', '%Y-%m-%d') as month,
  an_amount("Amount") as amount
from lines('southfield-hub/benefits.csv', '|', 'utf-8',
  {'PersonRef': 'VARCHAR', 'Benefit': 'VARCHAR', 'Month': 'VARCHAR', 'Amount': 'VARCHAR'});

-- Stonebridge Housing Agency
insert into benefit_month_line by name
select 'stonebridge-housing' as partner, file,
  "ClientToken" as person, 'housing' as benefit, a_day("Month" || '-01', '%Y-%m-%d') as month,
  an_amount("Amount") as amount
from lines('stonebridge-housing/Subsidy.csv', ',', 'utf-8',
  {'ClientToken': 'VARCHAR', 'Month': 'VARCHAR', 'Amount': 'VARCHAR', 'HousingSubsidyInChildhood': 'VARCHAR'});
