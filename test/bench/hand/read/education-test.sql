create table education_test_line (
  partner varchar, file varchar, enrollment varchar, person varchar, tested_on date, track varchar, subject varchar,
  point varchar, level integer, edition varchar);

-- Oakrow Adult Learning
insert into education_test_line by name
select 'oakrow-learning' as partner, file,
  "Inscripción" as enrollment, "Clave" as person, a_day("Fecha", '%d/%m/%Y') as tested_on,
  case lower("Vía") when 'básica' then 'abe' when 'inglés' then 'esl' else "Vía" end as track,
  case lower("Materia") when 'lectura' then 'reading' when 'matemáticas' then 'mathematics'
    when 'lenguaje' then 'language' when 'comprensión auditiva' then 'listening' else "Materia" end as subject,
  case lower("Momento") when 'antes' then 'pre' when 'después' then 'post' else "Momento" end as point,
  a_whole_number("Nivel") as level, "Prueba" as edition
from lines('utf-8/oakrow-learning/examenes.csv', ';', 'utf-8',
  {'Inscripción': 'VARCHAR', 'Clave': 'VARCHAR', 'Fecha': 'VARCHAR', 'Vía': 'VARCHAR', 'Materia': 'VARCHAR',
  'Momento': 'VARCHAR', 'Nivel': 'VARCHAR', 'Prueba': 'VARCHAR'});
