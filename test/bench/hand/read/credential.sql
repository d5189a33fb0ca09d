create table credential_line (
  partner varchar, file varchar, person varchar, enrollment varchar, type varchar, earned_on date);

-- Millrace Workforce Board
insert into credential_line by name
select 'millrace-workforce' as partner, file,
  "PART_TOKEN" as person, "EPISODE_TOKEN" as enrollment,
  case lower("CRED_TYPE") when '1' then 'diploma' when '2' then 'associate' when '3' then 'bachelor'
    when '4' then 'license' when '5' then 'certificate' when '6' then 'certification' when '7' then 'other'
    when 'wr' then 'work_readiness' else "CRED_TYPE" end as type,
  a_day("EARNED_DT", '%Y%m%d') as earned_on
from lines('millrace-workforce/CREDENTIAL.csv', chr(9), 'utf-8',
  {'PART_TOKEN': 'VARCHAR', 'EPISODE_TOKEN': 'VARCHAR', 'CRED_TYPE': 'VARCHAR', 'EARNED_DT': 'VARCHAR'});

-- Northgate Neighborhood Hub
insert into credential_line by name
select 'northgate-hub' as partner, file,
  "Client Token" as person,
  case lower("Credential") when 'associate degree' then 'associate' when 'license' then 'license'
    when 'occupational certificate' then 'certificate' when 'industry certification' then 'certification'
    when 'work readiness' then 'work_readiness' else "Credential" end as type,
  a_day("Date Earned", '%m/%d/%Y') as earned_on
from lines('northgate-hub/Credentials.csv', ';', 'utf-8',
  {'Client Token': 'VARCHAR', 'Credential': 'VARCHAR', 'Date Earned': 'VARCHAR'});

-- Oakrow Adult Learning
insert into credential_line by name
select 'oakrow-learning' as partner, file,
  "Clave" as person, "Inscripción" as enrollment,
  case lower("Certificado") when 'diploma' then 'diploma'
    when 'preparación para el trabajo' then 'work_readiness' when 'certificado de oficio' then 'certificate'
    else "Certificado" end as type,
  a_day("Fecha", '%d/%m/%Y') as earned_on
from lines('utf-8/oakrow-learning/certificados.csv', ';', 'utf-8',
  {'Clave': 'VARCHAR', 'Inscripción': 'VARCHAR', 'Certificado': 'VARCHAR', 'Fecha': 'VARCHAR', 'Salón': 'VARCHAR'});
