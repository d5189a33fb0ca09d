create table enrollment_line (
  partner varchar, file varchar, enrollment varchar, person varchar, household varchar, program varchar,
  entered_on date, exited_on date, exit_reason varchar, exit_destination varchar, age_at_entry integer,
  "role" varchar, unaccompanied varchar);

-- Brightwater Outreach
insert into enrollment_line by name
select 'brightwater-outreach' as partner, file,
  enrollment, person, household,
  case lower(program) when 'street-outreach' then 'brightwater-street'
    when 'school-outreach' then 'brightwater-schools' else program end as program,
  a_day(start_date, '%Y-%m-%d') as entered_on, a_day(end_date, '%Y-%m-%d') as exited_on,
  case lower(end_reason) when 'handed over' then 'completed' when 'moved' then 'moved'
    when 'lost' then 'no_contact' when 'declined' then 'declined' when 'not eligible' then 'ineligible'
    when 'institution' then 'institutionalized' when 'died' then 'deceased' when 'other' then 'other'
    when 'unknown' then 'unknown' else end_reason end as exit_reason,
  a_whole_number(age) as age_at_entry, yes_or_no(alone) as unaccompanied
from lines('brightwater-outreach/enrollments-20*.csv', ';', 'utf-8',
  {'enrollment': 'VARCHAR', 'person': 'VARCHAR', 'household': 'VARCHAR', 'program': 'VARCHAR',
  'start_date': 'VARCHAR', 'end_date': 'VARCHAR', 'end_reason': 'VARCHAR', 'slept': 'VARCHAR', 'age': 'VARCHAR',
  'alone': 'VARCHAR'});

-- Cedar Court Clinic
insert into enrollment_line by name
select 'cedar-court-clinic' as partner, file,
  "EPISODE_TOKEN" as enrollment, "PATIENT_TOKEN" as person, "FAMILY_TOKEN" as household,
  case lower("CLINIC") when 'primary' then 'cedar-court-primary-care'
    when 'coverage' then 'cedar-court-coverage' else "CLINIC" end as program,
  a_day("START", '%Y%m%d') as entered_on, a_day("STOP", '%Y%m%d') as exited_on,
  case lower("STOP_REASON") when 'complete' then 'completed' when 'moved' then 'moved'
    when 'lost' then 'no_contact' when 'declined' then 'declined' when 'ineligible' then 'ineligible'
    when 'inpatient' then 'institutionalized' when 'deceased' then 'deceased' when 'other' then 'other'
    when 'unknown' then 'unknown' else "STOP_REASON" end as exit_reason,
  a_whole_number("AGE") as age_at_entry
from lines('cedar-court-clinic/EPISODES_*.csv', '|', 'latin-1',
  {'EPISODE_TOKEN': 'VARCHAR', 'PATIENT_TOKEN': 'VARCHAR', 'FAMILY_TOKEN': 'VARCHAR', 'CLINIC': 'VARCHAR',
  'START': 'VARCHAR', 'STOP': 'VARCHAR', 'STOP_REASON': 'VARCHAR', 'AGE': 'VARCHAR', 'VISIT_CLASS': 'VARCHAR'});

-- Fernhill Family Center
insert into enrollment_line by name
select 'fernhill-family-center' as partner, file,
  "Place" as enrollment, "Person" as person, "Family" as household,
  case lower("Group type") when 'crèche' then 'fernhill-child-care'
    when 'parents'' class' then 'fernhill-parenting' else "Group type" end as program,
  a_day("From", '%d.%m.%Y') as entered_on, a_day("Until", '%d.%m.%Y') as exited_on,
  case lower("Left because") when 'finished' then 'completed' when 'moved' then 'moved'
    when 'not seen again' then 'no_contact' when 'wished to leave' then 'declined'
    when 'not entitled' then 'ineligible' when 'institution' then 'institutionalized'
    when 'died' then 'deceased' when 'other' then 'other' when 'not known' then 'unknown'
    else "Left because" end as exit_reason,
  a_whole_number("Age") as age_at_entry,
  case lower("Place in family") when 'parent' then 'head' when 'second parent' then 'partner'
    when 'child' then 'child' when 'another adult' then 'other_adult' else "Place in family" end as "role",
  yes_or_no("Alone") as unaccompanied
from lines('fernhill-family-center/places-*.csv', ';', 'latin-1',
  {'Place': 'VARCHAR', 'Person': 'VARCHAR', 'Family': 'VARCHAR', 'Group type': 'VARCHAR', 'From': 'VARCHAR',
  'Until': 'VARCHAR', 'Left because': 'VARCHAR', 'Age': 'VARCHAR', 'Place in family': 'VARCHAR', 'Alone': 'VARCHAR',
  'Room': 'VARCHAR'});

-- Harvest Lane Pantry
insert into enrollment_line by name
select 'harvest-lane-pantry' as partner, file,
  "Card" as enrollment, "Guest" as person, "Family" as household,
  'harvest-lane-groceries' as program, a_day("Issued", '%Y-%m-%d') as entered_on,
  a_day("Lapsed", '%Y-%m-%d') as exited_on,
  case lower("Why") when 'no longer needed' then 'completed' when 'moved' then 'moved'
    when 'stopped coming' then 'no_contact' when 'own wish' then 'declined'
    when 'outside area' then 'ineligible' when 'institution' then 'institutionalized'
    when 'died' then 'deceased' when 'other' then 'other' when '?' then 'unknown' else "Why" end as exit_reason,
  a_whole_number("Age") as age_at_entry
from lines('utf-8/harvest-lane-pantry/cards.csv', ',', 'utf-8',
  {'Card': 'VARCHAR', 'Guest': 'VARCHAR', 'Family': 'VARCHAR', 'Issued': 'VARCHAR', 'Lapsed': 'VARCHAR',
  'Why': 'VARCHAR', 'Age': 'VARCHAR'});

-- Keystone Benefits Office
insert into enrollment_line by name
select 'keystone-benefits' as partner, file,
  "PARTICIPATION_TOKEN" as enrollment, "PERSON_TOKEN" as person, "CASE_TOKEN" as household,
  case lower("PROGRAM_CD") when 'fa' then 'keystone-food-assistance'
    when 'fam' then 'keystone-family-assistance' when '2gen' then 'keystone-two-generation'
    else "PROGRAM_CD" end as program,
  a_day("BEGIN_DATE", '%Y%m%d') as entered_on, a_day("END_DATE", '%Y%m%d') as exited_on,
  case lower("CLOSE_CD") when 'cp' then 'completed' when 'mv' then 'moved' when 'lc' then 'no_contact'
    when 'vw' then 'declined' when 'in' then 'ineligible' when 'is' then 'institutionalized'
    when 'dc' then 'deceased' when 'ot' then 'other' when 'un' then 'unknown' else "CLOSE_CD" end as exit_reason,
  a_whole_number("AGE_BEGIN") as age_at_entry,
  case lower("REL_CD") when '01' then 'head' when '02' then 'partner' when '03' then 'child'
    when '04' then 'other_adult' else "REL_CD" end as "role"
from lines('keystone-benefits/PARTICIPATION.csv', ',', 'utf-8',
  {'PARTICIPATION_TOKEN': 'VARCHAR', 'PERSON_TOKEN': 'VARCHAR', 'CASE_TOKEN': 'VARCHAR', 'PROGRAM_CD': 'VARCHAR',
  'BEGIN_DATE': 'VARCHAR', 'END_DATE': 'VARCHAR', 'CLOSE_CD': 'VARCHAR', 'AGE_BEGIN': 'VARCHAR', 'REL_CD': 'VARCHAR',
  'OFFICE_CD': 'VARCHAR'});

-- Lanternway 2-1-1 Line
insert into enrollment_line by name
select 'lanternway-line' as partner, file,
  contact as enrollment, caller as person, 'lanternway-calls' as program,
  a_day(opened, '%m/%d/%Y') as entered_on, a_day(closed, '%m/%d/%Y') as exited_on,
  case lower("closed because") when 'resolved' then 'completed' when 'moved' then 'moved'
    when 'no answer' then 'no_contact' when 'caller declined' then 'declined'
    when 'not eligible' then 'ineligible' when 'in an institution' then 'institutionalized'
    when 'died' then 'deceased' when 'other' then 'other' when 'not known' then 'unknown'
    else "closed because" end as exit_reason
from lines('lanternway-line/contacts-*.csv', ',', 'utf-8',
  {'contact': 'VARCHAR', 'caller': 'VARCHAR', 'opened': 'VARCHAR', 'closed': 'VARCHAR', 'closed because': 'VARCHAR'});

-- Millrace Workforce Board
insert into enrollment_line by name
select 'millrace-workforce' as partner, file,
  "EPISODE_TOKEN" as enrollment, "PART_TOKEN" as person,
  case lower("PGM_CD") when 'js' then 'millrace-job-search' when 'ot' then 'millrace-training'
    when 'ya' then 'millrace-youth' else "PGM_CD" end as program,
  a_day("ENTRY_DT", '%Y%m%d') as entered_on, a_day("EXIT_DT", '%Y%m%d') as exited_on,
  case lower("EXIT_RSN_CD") when '98' then 'unknown' when '01' then 'completed' when '02' then 'moved'
    when '03' then 'no_contact' when '04' then 'declined' when '05' then 'ineligible'
    when '06' then 'institutionalized' when '07' then 'deceased' when '08' then 'other'
    else "EXIT_RSN_CD" end as exit_reason,
  a_whole_number("AGE_AT_ENTRY") as age_at_entry,
  case lower("HH_ROLE") when 'h' then 'head' when 's' then 'partner' when 'a' then 'other_adult'
    when 'c' then 'child' else "HH_ROLE" end as "role"
from lines('millrace-workforce/EPISODE_*.csv', chr(9), 'utf-8',
  {'EPISODE_TOKEN': 'VARCHAR', 'PART_TOKEN': 'VARCHAR', 'PGM_CD': 'VARCHAR', 'ENTRY_DT': 'VARCHAR',
  'EXIT_DT': 'VARCHAR', 'EXIT_RSN_CD': 'VARCHAR', 'AGE_AT_ENTRY': 'VARCHAR', 'HH_ROLE': 'VARCHAR',
  'WIB_REGION': 'VARCHAR'});

-- Northgate Neighborhood Hub
insert into enrollment_line by name
select 'northgate-hub' as partner, file,
  "Episode Token" as enrollment, "Client Token" as person, "Household Token" as household,
  case lower("Program") when 'care coordination' then 'northgate-coordination'
    when 'family coaching' then 'northgate-family-coaching' else "Program" end as program,
  a_day("Start Date", '%m/%d/%Y') as entered_on, a_day("End Date", '%m/%d/%Y') as exited_on,
  case lower("Reason for Leaving") when 'goals met' then 'completed' when 'moved away' then 'moved'
    when 'lost contact' then 'no_contact' when 'left by choice' then 'declined'
    when 'no longer eligible' then 'ineligible' when 'hospital or jail' then 'institutionalized'
    when 'died' then 'deceased' when 'other' then 'other' when 'not known' then 'unknown'
    else "Reason for Leaving" end as exit_reason,
  lower("Destination") as exit_destination,
  a_whole_number("Age at Start") as age_at_entry,
  case lower("Relationship to Head") when 'self' then 'head' when 'spouse or partner' then 'partner'
    when 'son or daughter' then 'child' when 'other adult' then 'other_adult'
    else "Relationship to Head" end as "role",
  yes_or_no("Unaccompanied Youth") as unaccompanied
from lines('northgate-hub/Episodes.csv', ';', 'utf-8',
  {'Episode Token': 'VARCHAR', 'Client Token': 'VARCHAR', 'Household Token': 'VARCHAR', 'Program': 'VARCHAR',
  'Start Date': 'VARCHAR', 'End Date': 'VARCHAR', 'Reason for Leaving': 'VARCHAR', 'Destination': 'VARCHAR',
  'Night Before': 'VARCHAR', 'Age at Start': 'VARCHAR', 'Relationship to Head': 'VARCHAR',
  'Unaccompanied Youth': 'VARCHAR', 'Record Status': 'VARCHAR'});

-- Oakrow Adult Learning
insert into enrollment_line by name
select 'oakrow-learning' as partner, file,
  "Inscripción" as enrollment, "Clave" as person,
  case lower("Programa") when 'educación básica' then 'oakrow-basic-education'
    when 'inglés para adultos' then 'oakrow-english' when 'formación laboral' then 'oakrow-job-training'
    else "Programa" end as program,
  a_day("Inicio", '%d/%m/%Y') as entered_on, a_day("Fin", '%d/%m/%Y') as exited_on,
  case lower("Motivo") when 'terminó' then 'completed' when 'se mudó' then 'moved'
    when 'sin contacto' then 'no_contact' when 'decisión propia' then 'declined'
    when 'dejó de cumplir requisitos' then 'ineligible' when 'institución' then 'institutionalized'
    when 'falleció' then 'deceased' when 'otro' then 'other' when 'sin dato' then 'unknown'
    else "Motivo" end as exit_reason,
  a_whole_number("Edad") as age_at_entry
from lines('utf-8/oakrow-learning/inscripciones-*.csv', ';', 'utf-8',
  {'Inscripción': 'VARCHAR', 'Clave': 'VARCHAR', 'Programa': 'VARCHAR', 'Inicio': 'VARCHAR', 'Fin': 'VARCHAR',
  'Motivo': 'VARCHAR', 'Edad': 'VARCHAR'});

-- Openroad Transit
insert into enrollment_line by name
select 'openroad-transit' as partner, file,
  "Membership" as enrollment, "Rider" as person,
  case lower("Plan") when 'rides' then 'openroad-rides' when 'passes' then 'openroad-passes'
    else "Plan" end as program,
  a_day("Begins", '%d-%b-%Y') as entered_on, a_day("Ends", '%d-%b-%Y') as exited_on,
  case lower("Ended because") when 'no longer needed' then 'completed' when 'moved' then 'moved'
    when 'no reply' then 'no_contact' when 'cancelled by rider' then 'declined'
    when 'not eligible' then 'ineligible' when 'institution' then 'institutionalized'
    when 'deceased' then 'deceased' when 'other' then 'other' when 'no answer' then 'unknown'
    else "Ended because" end as exit_reason,
  a_whole_number("Age") as age_at_entry
from lines('openroad-transit/memberships.csv', chr(9), 'utf-8',
  {'Membership': 'VARCHAR', 'Rider': 'VARCHAR', 'Plan': 'VARCHAR', 'Begins': 'VARCHAR', 'Ends': 'VARCHAR',
  'Ended because': 'VARCHAR', 'Age': 'VARCHAR'});

-- Plainview Legal Aid
insert into enrollment_line by name
select 'plainview-legal-aid' as partner, file,
  matter as enrollment, client as person,
  case lower(unit) when 'housing, eviction' then 'plainview-housing-law'
    when 'family, benefits' then 'plainview-family-law' else unit end as program,
  a_day(opened, '%Y-%m-%d') as entered_on, a_day(closed, '%Y-%m-%d') as exited_on,
  case lower(result) when 'matter concluded' then 'completed' when 'client moved' then 'moved'
    when 'client not reached' then 'no_contact' when 'client withdrew' then 'declined'
    when 'conflict or means' then 'ineligible' when 'institution' then 'institutionalized'
    when 'client died' then 'deceased' when 'other' then 'other' when 'not recorded' then 'unknown'
    else result end as exit_reason,
  a_whole_number(age) as age_at_entry
from lines('utf-8/plainview-legal-aid/Matters.csv', ',', 'utf-8',
  {'matter': 'VARCHAR', 'client': 'VARCHAR', 'unit': 'VARCHAR', 'opened': 'VARCHAR', 'closed': 'VARCHAR',
  'result': 'VARCHAR', 'age': 'VARCHAR'});

-- Riverbend Family Hub
insert into enrollment_line by name
select 'riverbend-hub' as partner, file,
  enrollment_key as enrollment, participant_key as person, family_key as household,
  case lower(program) when 'family care coordination' then 'riverbend-coordination'
    when 'intensive care coordination' then 'riverbend-intensive'
    when 'core family services' then 'riverbend-core' else program end as program,
  a_day(entry_date, '%Y-%m-%d') as entered_on, a_day(exit_date, '%Y-%m-%d') as exited_on,
  case lower(exit_reason) when 'completed' then 'completed' when 'moved' then 'moved'
    when 'lost contact' then 'no_contact' when 'declined' then 'declined' when 'ineligible' then 'ineligible'
    when 'institution' then 'institutionalized' when 'deceased' then 'deceased' when 'other' then 'other'
    when 'unknown' then 'unknown' else exit_reason end as exit_reason,
  lower(destination) as exit_destination,
  a_whole_number(age_at_entry) as age_at_entry,
  case lower(relation) when 'self' then 'head' when 'spouse' then 'partner' when 'child' then 'child'
    when 'adult' then 'other_adult' else relation end as "role",
  yes_or_no(unaccompanied_youth) as unaccompanied
from lines('riverbend-hub/enrollments-*.csv', ',', 'utf-8',
  {'enrollment_key': 'VARCHAR', 'participant_key': 'VARCHAR', 'family_key': 'VARCHAR', 'program': 'VARCHAR',
  'entry_date': 'VARCHAR', 'exit_date': 'VARCHAR', 'exit_reason': 'VARCHAR', 'destination': 'VARCHAR',
  'prior_living': 'VARCHAR', 'age_at_entry': 'VARCHAR', 'relation': 'VARCHAR', 'unaccompanied_youth': 'VARCHAR'});

-- Southfield Community Hub
insert into enrollment_line by name
select 'southfield-hub' as partner, file,
  "EnrolmentRef" as enrollment, "PersonRef" as person, "HouseholdRef" as household,
  case lower("Programme") when 'care coordination – community' then 'southfield-coordination'
    when 'job pathways – community' then 'southfield-pathways' else "Programme" end as program,
  a_day("Entered", '%d-%b-%Y') as entered_on, a_day("Exited", '%d-%b-%Y') as exited_on,
  case lower("ExitReason") when 'graduated' then 'completed' when 'relocated' then 'moved'
    when 'unable to contact' then 'no_contact' when 'client’s choice' then 'declined'
    when 'over income' then 'ineligible' when 'institution' then 'institutionalized'
    when 'deceased' then 'deceased' when 'other' then 'other' when 'unknown' then 'unknown'
    else "ExitReason" end as exit_reason,
  lower("Destination") as exit_destination,
  a_whole_number("AgeAtEntry") as age_at_entry,
  case lower("Role") when 'head' then 'head' when 'partner' then 'partner' when 'child' then 'child'
    when 'adult member' then 'other_adult' else "Role" end as "role",
  yes_or_no("Unaccompanied") as unaccompanied
from lines('utf-8/southfield-hub/enrolments-*.csv', '|', 'utf-8',
  {'EnrolmentRef': 'VARCHAR', 'PersonRef': 'VARCHAR', 'HouseholdRef': 'VARCHAR', 'Programme': 'VARCHAR',
  'Entered': 'VARCHAR', 'Exited': 'VARCHAR', 'ExitReason': 'VARCHAR', 'Destination': 'VARCHAR',
  'NightBefore': 'VARCHAR', 'AgeAtEntry': 'VARCHAR', 'Role': 'VARCHAR', 'Unaccompanied': 'VARCHAR', 'Site': 'VARCHAR'});

-- Stonebridge Housing Agency
insert into enrollment_line by name
select 'stonebridge-housing' as partner, file,
  "EnrollmentToken" as enrollment, "ClientToken" as person, "HouseholdToken" as household,
  case lower("Project") when 'rapid re-housing' then 'stonebridge-rapid'
    when 'transitional housing' then 'stonebridge-transitional'
    when 'housing choice' then 'stonebridge-vouchers' else "Project" end as program,
  a_day("EntryDate", '%m/%d/%Y') as entered_on, a_day("ExitDate", '%m/%d/%Y') as exited_on,
  case lower("ReasonForLeaving") when 'completed program' then 'completed' when 'moved away' then 'moved'
    when 'disappeared' then 'no_contact' when 'left by choice' then 'declined'
    when 'criteria no longer met' then 'ineligible' when 'institution' then 'institutionalized'
    when 'death' then 'deceased' when 'other' then 'other' when 'data not collected' then 'unknown'
    else "ReasonForLeaving" end as exit_reason,
  case lower("Destination") when 'permanent situation' then 'permanent'
    when 'temporary situation' then 'temporary' when 'institutional situation' then 'institution'
    when 'homeless situation' then 'homeless' when 'other' then 'other' when 'no exit interview' then 'unknown'
    else "Destination" end as exit_destination,
  a_whole_number("AgeAtEntry") as age_at_entry,
  case lower("RelationshipToHoH") when 'self' then 'head' when 'spouse or partner' then 'partner'
    when 'child' then 'child' when 'other relative' then 'other_adult' else "RelationshipToHoH" end as "role",
  yes_or_no("UnaccompaniedYouth") as unaccompanied
from lines('stonebridge-housing/Enrollment.csv', ',', 'utf-8',
  {'EnrollmentToken': 'VARCHAR', 'ClientToken': 'VARCHAR', 'HouseholdToken': 'VARCHAR', 'Project': 'VARCHAR',
  'EntryDate': 'VARCHAR', 'ExitDate': 'VARCHAR', 'ReasonForLeaving': 'VARCHAR', 'Destination': 'VARCHAR',
  'PriorLivingSituation': 'VARCHAR', 'AgeAtEntry': 'VARCHAR', 'RelationshipToHoH': 'VARCHAR',
  'UnaccompaniedYouth': 'VARCHAR', 'Funding Stream': 'VARCHAR'});
