create table service_line (
  partner varchar, file varchar, service varchar, person varchar, program varchar, provided_on date, type varchar,
  hours decimal(12, 2), cost decimal(12, 2));

-- Brightwater Outreach
insert into service_line by name
select 'brightwater-outreach' as partner, file,
  contact as service, person,
  case lower(program) when 'street-outreach' then 'brightwater-street'
    when 'school-outreach' then 'brightwater-schools' else program end as program,
  a_day(date, '%Y-%m-%d') as provided_on, 'navigation' as type
from lines('brightwater-outreach/contacts.csv', ';', 'utf-8',
  {'contact': 'VARCHAR', 'person': 'VARCHAR', 'program': 'VARCHAR', 'date': 'VARCHAR'});

-- Cedar Court Clinic
insert into service_line by name
select 'cedar-court-clinic' as partner, file,
  "VISIT_TOKEN" as service, "PATIENT_TOKEN" as person,
  case lower("CLINIC") when 'primary' then 'cedar-court-primary-care'
    when 'coverage' then 'cedar-court-coverage' else "CLINIC" end as program,
  a_day("VISIT_DATE", '%Y%m%d') as provided_on,
  case lower("VISIT_TYPE") when 'visit' then 'other' when 'navigator' then 'navigation'
    else "VISIT_TYPE" end as type
from lines('cedar-court-clinic/VISITS_*.csv', '|', 'latin-1',
  {'VISIT_TOKEN': 'VARCHAR', 'PATIENT_TOKEN': 'VARCHAR', 'CLINIC': 'VARCHAR', 'VISIT_DATE': 'VARCHAR',
  'VISIT_TYPE': 'VARCHAR', 'VISIT_CLASS': 'VARCHAR'});

-- Fernhill Family Center
insert into service_line by name
select 'fernhill-family-center' as partner, file,
  "Visit" as service, "Person" as person,
  case lower("Group type") when 'crèche' then 'fernhill-child-care'
    when 'parents'' class' then 'fernhill-parenting' else "Group type" end as program,
  a_day("Day", '%d.%m.%Y') as provided_on,
  case lower("What") when 'crèche day' then 'childcare' when 'class' then 'training' else "What" end as type,
  an_amount("Hours") as hours
from lines('fernhill-family-center/attendance-*.csv', ';', 'latin-1',
  {'Visit': 'VARCHAR', 'Person': 'VARCHAR', 'Group type': 'VARCHAR', 'Day': 'VARCHAR', 'What': 'VARCHAR',
  'Hours': 'VARCHAR', 'Room': 'VARCHAR'});

-- Harvest Lane Pantry
insert into service_line by name
select 'harvest-lane-pantry' as partner, file,
  "Visit" as service, "Guest" as person, 'harvest-lane-groceries' as program,
  a_day("Date", '%m/%d/%Y') as provided_on, 'other' as type
from lines('harvest-lane-pantry/visits-*.csv', ',', 'utf-8',
  {'Visit': 'VARCHAR', 'Guest': 'VARCHAR', 'Date': 'VARCHAR', 'Shelf': 'VARCHAR'});

-- Lanternway 2-1-1 Line
insert into service_line by name
select 'lanternway-line' as partner, file,
  call as service, caller as person, 'lanternway-calls' as program,
  a_day(date, '%m/%d/%Y') as provided_on, 'navigation' as type, an_amount(hours) as hours
from lines('lanternway-line/calls-*.csv', ',', 'utf-8',
  {'call': 'VARCHAR', 'caller': 'VARCHAR', 'date': 'VARCHAR', 'hours': 'VARCHAR', 'queue': 'VARCHAR'});

-- Millrace Workforce Board
insert into service_line by name
select 'millrace-workforce' as partner, file,
  "SVC_TOKEN" as service, "PART_TOKEN" as person,
  case lower("PGM_CD") when 'js' then 'millrace-job-search' when 'ot' then 'millrace-training'
    when 'ya' then 'millrace-youth' else "PGM_CD" end as program,
  a_day("SVC_DT", '%Y%m%d') as provided_on,
  case lower("SVC_TYPE") when 'trn' then 'training' when 'coa' then 'coaching'
    else "SVC_TYPE" end as type,
  an_amount("SVC_HRS") as hours, an_amount("SVC_COST") as cost
from lines('millrace-workforce/TRAINING.csv', chr(9), 'utf-8',
  {'SVC_TOKEN': 'VARCHAR', 'PART_TOKEN': 'VARCHAR', 'PGM_CD': 'VARCHAR', 'SVC_DT': 'VARCHAR', 'SVC_TYPE': 'VARCHAR',
  'SVC_HRS': 'VARCHAR', 'SVC_COST': 'VARCHAR'});

-- Northgate Neighborhood Hub
insert into service_line by name
select 'northgate-hub' as partner, file,
  "Service Token" as service, "Client Token" as person,
  case lower("Program") when 'care coordination' then 'northgate-coordination'
    when 'family coaching' then 'northgate-family-coaching' else "Program" end as program,
  a_day("Date of Service", '%m/%d/%Y') as provided_on,
  case lower("Service Type") when 'care coordination' then 'coordination' when 'workshop' then 'training'
    when 'emergency assistance' then 'financial' else "Service Type" end as type,
  an_amount("Hours") as hours, an_amount("Cost") as cost
from lines('northgate-hub/Services *.csv', ';', 'utf-8',
  {'Service Token': 'VARCHAR', 'Client Token': 'VARCHAR', 'Program': 'VARCHAR', 'Date of Service': 'VARCHAR',
  'Service Type': 'VARCHAR', 'Hours': 'VARCHAR', 'Cost': 'VARCHAR'});

-- Openroad Transit
insert into service_line by name
select 'openroad-transit' as partner, file,
  "Ride" as service, "Rider" as person,
  case lower("Plan") when 'rides' then 'openroad-rides' when 'passes' then 'openroad-passes'
    else "Plan" end as program,
  a_day("Date", '%d-%b-%Y') as provided_on, 'other' as type, an_amount("Fare") as cost
from lines('openroad-transit/rides-*.csv', chr(9), 'utf-8',
  {'Ride': 'VARCHAR', 'Rider': 'VARCHAR', 'Plan': 'VARCHAR', 'Date': 'VARCHAR', 'Fare': 'VARCHAR',
  'Vehicle': 'VARCHAR'});

-- Plainview Legal Aid
insert into service_line by name
select 'plainview-legal-aid' as partner, file,
  entry as service, client as person,
  case lower(unit) when 'housing, eviction' then 'plainview-housing-law'
    when 'family, benefits' then 'plainview-family-law' else unit end as program,
  a_day(day, '%Y-%m-%d') as provided_on, 'other' as type, an_amount(hours) as hours
from lines('utf-8/plainview-legal-aid/Advice.csv', ',', 'utf-8',
  {'entry': 'VARCHAR', 'client': 'VARCHAR', 'unit': 'VARCHAR', 'day': 'VARCHAR', 'hours': 'VARCHAR'});

-- Riverbend Family Hub
insert into service_line by name
select 'riverbend-hub' as partner, file,
  service_key as service, participant_key as person,
  case lower(program) when 'family care coordination' then 'riverbend-coordination'
    when 'intensive care coordination' then 'riverbend-intensive'
    when 'core family services' then 'riverbend-core' else program end as program,
  a_day(service_date, '%Y-%m-%d') as provided_on,
  case lower(service) when 'care coordination' then 'coordination' when 'coaching' then 'coaching'
    when 'direct assistance' then 'financial' else service end as type,
  an_amount(hours) as hours, an_amount(cost) as cost
from lines('riverbend-hub/services-*.csv', ',', 'utf-8',
  {'service_key': 'VARCHAR', 'participant_key': 'VARCHAR', 'program': 'VARCHAR', 'service_date': 'VARCHAR',
  'service': 'VARCHAR', 'hours': 'VARCHAR', 'cost': 'VARCHAR'});
