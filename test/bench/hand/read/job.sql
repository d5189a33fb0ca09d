create table job_line (
  partner varchar, file varchar, job varchar, person varchar, enrollment varchar, employer varchar, started_on date,
  ended_on date, last_verified_on date, verified_by varchar, hours_per_week decimal(12, 2),
  hourly_wage decimal(12, 2));

-- Millrace Workforce Board
insert into job_line by name
select 'millrace-workforce' as partner, file,
  "JOB_TOKEN" as job, "PART_TOKEN" as person, "EPISODE_TOKEN" as enrollment,
  "EMPLOYER_TOKEN" as employer, a_day("START_DT", '%Y%m%d') as started_on,
  a_day("END_DT", '%Y%m%d') as ended_on, a_day("VERIFIED_DT", '%Y%m%d') as last_verified_on,
  case lower("VERIFY_CD") when 'ui' then 'wage_record' when 'ps' then 'pay_stub' when 'er' then 'employer'
    when 'sr' then 'self_report' when 'nv' then 'unverified' else "VERIFY_CD" end as verified_by,
  an_amount("WKLY_HRS", 1) as hours_per_week, an_amount("HRLY_WAGE") as hourly_wage
from lines('millrace-workforce/EMPLOYMENT.csv', chr(9), 'utf-8',
  {'JOB_TOKEN': 'VARCHAR', 'PART_TOKEN': 'VARCHAR', 'EPISODE_TOKEN': 'VARCHAR', 'EMPLOYER_TOKEN': 'VARCHAR',
  'START_DT': 'VARCHAR', 'END_DT': 'VARCHAR', 'VERIFIED_DT': 'VARCHAR', 'VERIFY_CD': 'VARCHAR', 'WKLY_HRS': 'VARCHAR',
  'HRLY_WAGE': 'VARCHAR'});

-- Northgate Neighborhood Hub
insert into job_line by name
select 'northgate-hub' as partner, file,
  "Job Token" as job, "Client Token" as person, "Employer Token" as employer,
  a_day("Start Date", '%m/%d/%Y') as started_on, a_day("End Date", '%m/%d/%Y') as ended_on,
  a_day("Last Verified", '%m/%d/%Y') as last_verified_on,
  case lower("Verified By") when 'wage record' then 'wage_record' when 'pay stub' then 'pay_stub'
    when 'employer' then 'employer' when 'client' then 'self_report' when 'not verified' then 'unverified'
    else "Verified By" end as verified_by,
  an_amount("Weekly Hours", 1) as hours_per_week, an_amount("Hourly Wage") as hourly_wage
from lines('northgate-hub/Employment.csv', ';', 'utf-8',
  {'Job Token': 'VARCHAR', 'Client Token': 'VARCHAR', 'Employer Token': 'VARCHAR', 'Start Date': 'VARCHAR',
  'End Date': 'VARCHAR', 'Last Verified': 'VARCHAR', 'Verified By': 'VARCHAR', 'Weekly Hours': 'VARCHAR',
  'Hourly Wage': 'VARCHAR'});

-- Riverbend Family Hub
insert into job_line by name
select 'riverbend-hub' as partner, file,
  job_key as job, participant_key as person, enrollment_key as enrollment, employer_key as employer,
  a_day(started_on, '%Y-%m-%d') as started_on, a_day(ended_on, '%Y-%m-%d') as ended_on,
  a_day(last_verified_on, '%Y-%m-%d') as last_verified_on,
  case lower(verified_by) when 'wage record' then 'wage_record' when 'pay stub' then 'pay_stub'
    when 'employer' then 'employer' when 'participant' then 'self_report' when 'not verified' then 'unverified'
    else verified_by end as verified_by,
  an_amount(hours_per_week, 1) as hours_per_week, an_amount(hourly_wage) as hourly_wage
from lines('riverbend-hub/jobs.csv', ',', 'utf-8',
  {'job_key': 'VARCHAR', 'participant_key': 'VARCHAR', 'enrollment_key': 'VARCHAR', 'employer_key': 'VARCHAR',
  'started_on': 'VARCHAR', 'ended_on': 'VARCHAR', 'last_verified_on': 'VARCHAR', 'verified_by': 'VARCHAR',
  'hours_per_week': 'VARCHAR', 'hourly_wage': 'VARCHAR'});

-- Southfield Community Hub
insert into job_line by name
select 'southfield-hub' as partner, file,
  "JobRef" as job, "PersonRef" as person, "EnrolmentRef" as enrollment, "EmployerRef" as employer,
  a_day("FirstDay", '%d-%b-%Y') as started_on, a_day("LastDay", '%d-%b-%Y') as ended_on,
  a_day("LastCheck", '%d-%b-%Y') as last_verified_on,
  case lower("HowChecked") when 'wage record' then 'wage_record' when 'pay stub' then 'pay_stub'
    when 'employer’s word' then 'employer' when 'client’s word' then 'self_report'
    when 'not checked' then 'unverified' else "HowChecked" end as verified_by,
  an_amount("HoursPerWeek", 1) as hours_per_week, an_amount("HourlyWage") as hourly_wage
from lines('utf-8/southfield-hub/jobs.csv', '|', 'utf-8',
  {'JobRef': 'VARCHAR', 'PersonRef': 'VARCHAR', 'EnrolmentRef': 'VARCHAR', 'EmployerRef': 'VARCHAR',
  'FirstDay': 'VARCHAR', 'LastDay': 'VARCHAR', 'LastCheck': 'VARCHAR', 'HowChecked': 'VARCHAR',
  'HoursPerWeek': 'VARCHAR', 'HourlyWage': 'VARCHAR'});
