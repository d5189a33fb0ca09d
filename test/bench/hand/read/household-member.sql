create table household_member_line (
  partner varchar, file varchar, household varchar, person varchar, "role" varchar);

-- Fernhill Family Center
insert into household_member_line by name
select 'fernhill-family-center' as partner, file,
  "Family" as household, "Person" as person,
  case lower("Place in family") when 'parent' then 'head' when 'second parent' then 'partner'
    when 'child' then 'child' when 'another adult' then 'other_adult' else "Place in family" end as "role"
from lines('fernhill-family-center/families.csv', ';', 'latin-1',
  {'Family': 'VARCHAR', 'Person': 'VARCHAR', 'Place in family': 'VARCHAR'});

-- Keystone Benefits Office
insert into household_member_line by name
select 'keystone-benefits' as partner, file,
  "CASE_TOKEN" as household, "PERSON_TOKEN" as person,
  case lower("REL_CD") when '01' then 'head' when '02' then 'partner' when '03' then 'child'
    when '04' then 'other_adult' else "REL_CD" end as "role"
from lines('keystone-benefits/CASE_MEMBER.csv', ',', 'utf-8',
  {'CASE_TOKEN': 'VARCHAR', 'PERSON_TOKEN': 'VARCHAR', 'REL_CD': 'VARCHAR'});

-- Northgate Neighborhood Hub
insert into household_member_line by name
select 'northgate-hub' as partner, file,
  "Household Token" as household, "Client Token" as person,
  case lower("Relationship to Head") when 'self' then 'head' when 'spouse or partner' then 'partner'
    when 'son or daughter' then 'child' when 'other adult' then 'other_adult'
    else "Relationship to Head" end as "role"
from lines('northgate-hub/Households.csv', ';', 'utf-8',
  {'Household Token': 'VARCHAR', 'Client Token': 'VARCHAR', 'Relationship to Head': 'VARCHAR'});

-- Riverbend Family Hub
insert into household_member_line by name
select 'riverbend-hub' as partner, file,
  family_key as household, participant_key as person,
  case lower(relation) when 'self' then 'head' when 'spouse' then 'partner' when 'child' then 'child'
    when 'adult' then 'other_adult' else relation end as "role"
from lines('riverbend-hub/families.csv', ',', 'utf-8',
  {'family_key': 'VARCHAR', 'participant_key': 'VARCHAR', 'relation': 'VARCHAR'});

-- Stonebridge Housing Agency
insert into household_member_line by name
select 'stonebridge-housing' as partner, file,
  "HouseholdToken" as household, "ClientToken" as person,
  case lower("RelationshipToHoH") when 'self' then 'head' when 'spouse or partner' then 'partner'
    when 'child' then 'child' when 'other relative' then 'other_adult' else "RelationshipToHoH" end as "role"
from lines('stonebridge-housing/Household.csv', ',', 'utf-8',
  {'HouseholdToken': 'VARCHAR', 'ClientToken': 'VARCHAR', 'RelationshipToHoH': 'VARCHAR'});
