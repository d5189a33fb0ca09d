create table person_line (
  partner varchar, file varchar, person varchar, linkage varchar, gender varchar, race_ethnicity varchar,
  language varchar, county varchar, veteran varchar, age integer, age_on date);

-- Brightwater Outreach
insert into person_line by name
select 'brightwater-outreach' as partner, file,
  person, network_person as linkage,
  case lower(gender) when 'woman' then 'woman' when 'man' then 'man' when 'other' then 'nonbinary'
    when 'unknown' then 'unknown' else gender end as gender,
  case lower(language) when 'english' then 'english' when 'spanish' then 'spanish' when 'arabic' then 'arabic'
    when 'vietnamese' then 'vietnamese' when 'other' then 'other' when 'unknown' then 'unknown'
    else language end as language,
  county
from lines('brightwater-outreach/people.csv', ';', 'utf-8',
  {'person': 'VARCHAR', 'network_person': 'VARCHAR', 'gender': 'VARCHAR', 'language': 'VARCHAR',
  'county': 'VARCHAR'});

-- Cedar Court Clinic
insert into person_line by name
select 'cedar-court-clinic' as partner, file,
  "PATIENT_TOKEN" as person, "LINK_TOKEN" as linkage,
  case lower("GENDER") when 'female' then 'woman' when 'male' then 'man' when 'nonbinary' then 'nonbinary'
    when 'unknown' then 'unknown' else "GENDER" end as gender,
  case lower("RACE_ETHNICITY") when '1002-5' then 'american_indian' when '2028-9' then 'asian'
    when '2054-5' then 'black' when '2135-2' then 'hispanic' when '2076-8' then 'native_hawaiian'
    when '2106-3' then 'white' when 'multi' then 'multiple' when 'unk' then 'unknown'
    else "RACE_ETHNICITY" end as race_ethnicity,
  case lower("LANGUAGE") when 'en' then 'english' when 'es' then 'spanish' when 'ar' then 'arabic'
    when 'vi' then 'vietnamese' when 'other' then 'other' when 'unk' then 'unknown'
    else "LANGUAGE" end as language,
  "COUNTY" as county, yes_or_no("VETERAN") as veteran
from lines('cedar-court-clinic/PATIENTS.csv', '|', 'latin-1',
  {'PATIENT_TOKEN': 'VARCHAR', 'LINK_TOKEN': 'VARCHAR', 'GENDER': 'VARCHAR', 'RACE_ETHNICITY': 'VARCHAR',
  'LANGUAGE': 'VARCHAR', 'COUNTY': 'VARCHAR', 'VETERAN': 'VARCHAR', 'DISAB': 'VARCHAR'});

-- Fernhill Family Center
insert into person_line by name
select 'fernhill-family-center' as partner, file,
  "Person" as person, "Network person" as linkage,
  case lower("Gender") when 'girl or woman' then 'woman' when 'boy or man' then 'man'
    when 'other' then 'nonbinary' when 'not given' then 'unknown' else "Gender" end as gender,
  case lower("Group") when 'american indian' then 'american_indian' when 'asian' then 'asian'
    when 'black' then 'black' when 'hispanic' then 'hispanic' when 'pacific' then 'native_hawaiian'
    when 'white' then 'white' when 'mixed' then 'multiple' when 'not given' then 'unknown'
    else "Group" end as race_ethnicity,
  case lower("Language at home") when 'english' then 'english' when 'español' then 'spanish'
    when 'arabic' then 'arabic' when 'vietnamese' then 'vietnamese' when 'other' then 'other'
    when 'not given' then 'unknown' else "Language at home" end as language,
  "County" as county
from lines('fernhill-family-center/people.csv', ';', 'latin-1',
  {'Person': 'VARCHAR', 'Network person': 'VARCHAR', 'Gender': 'VARCHAR', 'Group': 'VARCHAR',
  'Language at home': 'VARCHAR', 'County': 'VARCHAR'});

-- Harvest Lane Pantry
insert into person_line by name
select 'harvest-lane-pantry' as partner, file,
  "Guest" as person,
  case lower("Sex") when 'f' then 'woman' when 'fem' then 'woman' when 'female' then 'woman'
    when 'm' then 'man' when 'male' then 'man' when 'nb' then 'nonbinary' when '-' then 'unknown'
    else "Sex" end as gender,
  case lower("Speaks") when 'english' then 'english' when 'eng' then 'english' when 'spanish' then 'spanish'
    when 'span' then 'spanish' when 'arabic' then 'arabic' when 'vietnamese' then 'vietnamese'
    when 'other' then 'other' when '-' then 'unknown' else "Speaks" end as language
from lines('utf-8/harvest-lane-pantry/guests.csv', ',', 'utf-8',
  {'Guest': 'VARCHAR', 'Sex': 'VARCHAR', 'Speaks': 'VARCHAR'});

-- Keystone Benefits Office
insert into person_line by name
select 'keystone-benefits' as partner, file,
  "PERSON_TOKEN" as person, "NETWORK_TOKEN" as linkage,
  case lower("GENDER") when 'f' then 'woman' when 'm' then 'man' when 'x' then 'nonbinary'
    when 'u' then 'unknown' else "GENDER" end as gender,
  case lower("RACE_ETH") when 'n' then 'american_indian' when 'a' then 'asian' when 'b' then 'black'
    when 'h' then 'hispanic' when 'p' then 'native_hawaiian' when 'w' then 'white' when 'm' then 'multiple'
    when 'u' then 'unknown' else "RACE_ETH" end as race_ethnicity,
  case lower("LANG") when 'en' then 'english' when 'sp' then 'spanish' when 'ar' then 'arabic'
    when 'vn' then 'vietnamese' when 'ot' then 'other' when 'un' then 'unknown' else "LANG" end as language,
  "COUNTY" as county, yes_or_no("VETERAN") as veteran, a_whole_number("AGE") as age,
  a_day("AGE_DATE", '%Y%m%d') as age_on
from lines('keystone-benefits/PERSON.csv', ',', 'utf-8',
  {'PERSON_TOKEN': 'VARCHAR', 'NETWORK_TOKEN': 'VARCHAR', 'GENDER': 'VARCHAR', 'RACE_ETH': 'VARCHAR',
  'LANG': 'VARCHAR', 'COUNTY': 'VARCHAR', 'VETERAN': 'VARCHAR', 'AGE': 'VARCHAR', 'AGE_DATE': 'VARCHAR'});

-- Lanternway 2-1-1 Line
insert into person_line by name
select 'lanternway-line' as partner, file,
  caller as person,
  case lower(sex) when 'female' then 'woman' when 'male' then 'man' when 'other' then 'nonbinary'
    when 'not asked' then 'unknown' else sex end as gender,
  case lower("call language") when 'english' then 'english' when 'spanish' then 'spanish'
    when 'arabic' then 'arabic' when 'vietnamese' then 'vietnamese' when 'interpreter' then 'other'
    when 'not noted' then 'unknown' else "call language" end as language,
  county
from lines('lanternway-line/callers.csv', ',', 'utf-8',
  {'caller': 'VARCHAR', 'sex': 'VARCHAR', 'call language': 'VARCHAR', 'county': 'VARCHAR', 'queue': 'VARCHAR'});

-- Millrace Workforce Board
insert into person_line by name
select 'millrace-workforce' as partner, file,
  "PART_TOKEN" as person, "NET_TOKEN" as linkage,
  case lower("SEX_CD") when '1' then 'man' when '2' then 'woman' when '3' then 'nonbinary'
    when '9' then 'unknown' else "SEX_CD" end as gender,
  case lower("RACE_ETH_CD") when '99' then 'unknown' when 'ai' then 'american_indian' when 'as' then 'asian'
    when 'bl' then 'black' when 'hi' then 'hispanic' when 'pi' then 'native_hawaiian' when 'wh' then 'white'
    when 'mu' then 'multiple' else "RACE_ETH_CD" end as race_ethnicity,
  case lower("LANG_CD") when 'eng' then 'english' when 'spa' then 'spanish' when 'ara' then 'arabic'
    when 'vie' then 'vietnamese' when 'oth' then 'other' when 'unk' then 'unknown'
    else "LANG_CD" end as language,
  "CNTY_FIPS" as county, yes_or_no("VET_IND") as veteran, a_whole_number("AGE") as age,
  a_day("AGE_DT", '%Y%m%d') as age_on
from lines('millrace-workforce/PARTICIPANT.csv', chr(9), 'utf-8',
  {'PART_TOKEN': 'VARCHAR', 'NET_TOKEN': 'VARCHAR', 'SEX_CD': 'VARCHAR', 'RACE_ETH_CD': 'VARCHAR',
  'LANG_CD': 'VARCHAR', 'CNTY_FIPS': 'VARCHAR', 'VET_IND': 'VARCHAR', 'DISAB_IND': 'VARCHAR', 'AGE': 'VARCHAR', 'AGE_DT': 'VARCHAR',
  'WIB_REGION': 'VARCHAR'});

-- Northgate Neighborhood Hub
insert into person_line by name
select 'northgate-hub' as partner, file,
  "Client Token" as person, "Network Token" as linkage,
  case lower("Gender") when 'female' then 'woman' when 'f' then 'woman' when 'male' then 'man'
    when 'm' then 'man' when 'non-binary' then 'nonbinary' when 'not asked' then 'unknown'
    else "Gender" end as gender,
  case lower("Race and Ethnicity") when 'american indian or alaska native' then 'american_indian'
    when 'asian' then 'asian' when 'black or african american' then 'black'
    when 'hispanic or latino' then 'hispanic' when 'native hawaiian or pacific islander' then 'native_hawaiian'
    when 'white' then 'white' when 'two or more' then 'multiple' when 'prefer not to say' then 'unknown'
    else "Race and Ethnicity" end as race_ethnicity,
  case lower("Language") when 'english' then 'english' when 'spanish' then 'spanish'
    when 'arabic' then 'arabic' when 'vietnamese' then 'vietnamese' when 'other' then 'other'
    when '?' then 'unknown' else "Language" end as language,
  "County" as county, yes_or_no("Veteran") as veteran
from lines('northgate-hub/Clients.csv', ';', 'utf-8',
  {'Client Token': 'VARCHAR', 'Network Token': 'VARCHAR', 'Gender': 'VARCHAR', 'Race and Ethnicity': 'VARCHAR',
  'Language': 'VARCHAR', 'County': 'VARCHAR', 'Veteran': 'VARCHAR', 'Disability': 'VARCHAR', 'Record Status': 'VARCHAR'});

-- Oakrow Adult Learning
insert into person_line by name
select 'oakrow-learning' as partner, file,
  "Clave" as person, "Clave de red" as linkage,
  case lower("Género") when 'mujer' then 'woman' when 'hombre' then 'man' when 'otro' then 'nonbinary'
    when 'sin dato' then 'unknown' else "Género" end as gender,
  case lower("Raza o etnia") when 'indígena americana' then 'american_indian' when 'asiática' then 'asian'
    when 'negra' then 'black' when 'latina' then 'hispanic' when 'isleña del pacífico' then 'native_hawaiian'
    when 'blanca' then 'white' when 'más de una' then 'multiple' when 'sin dato' then 'unknown'
    else "Raza o etnia" end as race_ethnicity,
  case lower("Idioma") when 'inglés' then 'english' when 'español' then 'spanish' when 'árabe' then 'arabic'
    when 'vietnamita' then 'vietnamese' when 'otro' then 'other' when 'sin dato' then 'unknown'
    else "Idioma" end as language,
  "Condado" as county
from lines('utf-8/oakrow-learning/estudiantes.csv', ';', 'utf-8',
  {'Clave': 'VARCHAR', 'Clave de red': 'VARCHAR', 'Género': 'VARCHAR', 'Raza o etnia': 'VARCHAR', 'Idioma': 'VARCHAR',
  'Condado': 'VARCHAR', 'Salón': 'VARCHAR'});

-- Openroad Transit
insert into person_line by name
select 'openroad-transit' as partner, file,
  "Rider" as person,
  case lower("Gender") when 'woman' then 'woman' when 'man' then 'man' when 'other' then 'nonbinary'
    when 'no answer' then 'unknown' else "Gender" end as gender,
  "County" as county
from lines('openroad-transit/riders.csv', chr(9), 'utf-8',
  {'Rider': 'VARCHAR', 'Gender': 'VARCHAR', 'County': 'VARCHAR'});

-- Plainview Legal Aid
insert into person_line by name
select 'plainview-legal-aid' as partner, file,
  client as person,
  case lower(gender) when 'female' then 'woman' when 'male' then 'man' when 'non-binary' then 'nonbinary'
    when 'unstated' then 'unknown' else gender end as gender,
  county
from lines('utf-8/plainview-legal-aid/Clients.csv', ',', 'utf-8',
  {'client': 'VARCHAR', 'gender': 'VARCHAR', 'county': 'VARCHAR'});

-- Riverbend Family Hub
insert into person_line by name
select 'riverbend-hub' as partner, file,
  participant_key as person, link_key as linkage,
  case lower(gender) when 'f' then 'woman' when 'm' then 'man' when 'x' then 'nonbinary'
    when 'u' then 'unknown' else gender end as gender,
  case lower(race_ethnicity) when 'aian' then 'american_indian' when 'asian' then 'asian'
    when 'black' then 'black' when 'hispanic' then 'hispanic' when 'nhpi' then 'native_hawaiian'
    when 'white' then 'white' when 'multi' then 'multiple' when 'unknown' then 'unknown'
    else race_ethnicity end as race_ethnicity,
  case lower(language) when 'en' then 'english' when 'es' then 'spanish' when 'ar' then 'arabic'
    when 'vi' then 'vietnamese' when 'other' then 'other' when 'unknown' then 'unknown'
    else language end as language,
  county_fips as county, yes_or_no(veteran) as veteran, a_whole_number(age) as age,
  a_day(age_on, '%Y-%m-%d') as age_on
from lines('riverbend-hub/participants.csv', ',', 'utf-8',
  {'participant_key': 'VARCHAR', 'link_key': 'VARCHAR', 'gender': 'VARCHAR', 'race_ethnicity': 'VARCHAR',
  'language': 'VARCHAR', 'county_fips': 'VARCHAR', 'veteran': 'VARCHAR', 'disability': 'VARCHAR', 'age': 'VARCHAR', 'age_on': 'VARCHAR',
  'export_batch': 'VARCHAR'});

-- Southfield Community Hub
insert into person_line by name
select 'southfield-hub' as partner, file,
  "PersonRef" as person, "NetworkRef" as linkage,
  case lower("Gender") when 'woman' then 'woman' when 'man' then 'man' when 'another gender' then 'nonbinary'
    when 'not stated' then 'unknown' else "Gender" end as gender,
  case lower("Ethnicity") when 'native american' then 'american_indian' when 'asian' then 'asian'
    when 'black' then 'black' when 'latino/a' then 'hispanic' when 'pacific islander' then 'native_hawaiian'
    when 'white' then 'white' when 'multiracial' then 'multiple' when 'not stated' then 'unknown'
    else "Ethnicity" end as race_ethnicity,
  case lower("HomeLanguage") when 'english' then 'english' when 'español' then 'spanish'
    when 'arabic' then 'arabic' when 'vietnamese' then 'vietnamese' when 'other' then 'other'
    when 'not stated' then 'unknown' else "HomeLanguage" end as language,
  "County" as county, a_whole_number("Age") as age, a_day("AgeAsOf", '%d-%b-%Y') as age_on
from lines('utf-8/southfield-hub/people.csv', '|', 'utf-8',
  {'PersonRef': 'VARCHAR', 'NetworkRef': 'VARCHAR', 'Gender': 'VARCHAR', 'Ethnicity': 'VARCHAR',
  'HomeLanguage': 'VARCHAR', 'County': 'VARCHAR', 'Age': 'VARCHAR', 'AgeAsOf': 'VARCHAR', 'Site': 'VARCHAR'});

-- Stonebridge Housing Agency
insert into person_line by name
select 'stonebridge-housing' as partner, file,
  "ClientToken" as person, "NetworkToken" as linkage,
  case lower("Gender") when 'woman' then 'woman' when 'man' then 'man' when 'non-binary' then 'nonbinary'
    when 'data not collected' then 'unknown' else "Gender" end as gender,
  case lower("RaceEthnicity") when 'american indian, alaska native, or indigenous' then 'american_indian'
    when 'asian or asian american' then 'asian' when 'black, african american, or african' then 'black'
    when 'hispanic/latina/e/o' then 'hispanic' when 'native hawaiian or pacific islander' then 'native_hawaiian'
    when 'white' then 'white' when 'more than one' then 'multiple' when 'data not collected' then 'unknown'
    else "RaceEthnicity" end as race_ethnicity,
  case lower("PreferredLanguage") when 'english' then 'english' when 'spanish' then 'spanish'
    when 'arabic' then 'arabic' when 'vietnamese' then 'vietnamese' when 'different' then 'other'
    when 'data not collected' then 'unknown' else "PreferredLanguage" end as language,
  "County" as county, yes_or_no("VeteranStatus") as veteran, a_whole_number("Age") as age,
  a_day("AgeDate", '%m/%d/%Y') as age_on
from lines('stonebridge-housing/Client.csv', ',', 'utf-8',
  {'ClientToken': 'VARCHAR', 'NetworkToken': 'VARCHAR', 'Gender': 'VARCHAR', 'RaceEthnicity': 'VARCHAR',
  'PreferredLanguage': 'VARCHAR', 'County': 'VARCHAR', 'VeteranStatus': 'VARCHAR', 'DisablingCondition': 'VARCHAR', 'Age': 'VARCHAR',
  'AgeDate': 'VARCHAR'});
