-- What network.yaml and the partners' YAML say.
create table run_day as select date '2026-06-30' as as_of;

create table program (partner varchar, program varchar, tier varchar);
insert into program values
  ('brightwater-outreach', 'brightwater-street', 'outreach'),
  ('brightwater-outreach', 'brightwater-schools', 'outreach'),
  ('cedar-court-clinic', 'cedar-court-primary-care', 'tier-2'),
  ('cedar-court-clinic', 'cedar-court-coverage', 'tier-2'),
  ('fernhill-family-center', 'fernhill-child-care', 'tier-2'),
  ('fernhill-family-center', 'fernhill-parenting', 'tier-2'),
  ('harvest-lane-pantry', 'harvest-lane-groceries', 'outreach'),
  ('keystone-benefits', 'keystone-food-assistance', 'outreach'),
  ('keystone-benefits', 'keystone-family-assistance', 'outreach'),
  ('keystone-benefits', 'keystone-two-generation', 'tier-2'),
  ('lanternway-line', 'lanternway-calls', 'referral'),
  ('millrace-workforce', 'millrace-job-search', 'tier-2'),
  ('millrace-workforce', 'millrace-training', 'tier-2'),
  ('millrace-workforce', 'millrace-youth', 'tier-2'),
  ('northgate-hub', 'northgate-coordination', 'tier-1'),
  ('northgate-hub', 'northgate-family-coaching', 'tier-1'),
  ('oakrow-learning', 'oakrow-basic-education', 'tier-2'),
  ('oakrow-learning', 'oakrow-english', 'tier-2'),
  ('oakrow-learning', 'oakrow-job-training', 'tier-2'),
  ('openroad-transit', 'openroad-rides', 'outreach'),
  ('openroad-transit', 'openroad-passes', 'outreach'),
  ('plainview-legal-aid', 'plainview-housing-law', 'tier-2'),
  ('plainview-legal-aid', 'plainview-family-law', 'tier-2'),
  ('riverbend-hub', 'riverbend-coordination', 'tier-1'),
  ('riverbend-hub', 'riverbend-intensive', 'tier-1'),
  ('riverbend-hub', 'riverbend-core', 'tier-2'),
  ('southfield-hub', 'southfield-coordination', 'tier-1'),
  ('southfield-hub', 'southfield-pathways', 'tier-1'),
  ('stonebridge-housing', 'stonebridge-rapid', 'tier-2'),
  ('stonebridge-housing', 'stonebridge-transitional', 'tier-2'),
  ('stonebridge-housing', 'stonebridge-vouchers', 'tier-2');

-- The domains a partner's form asks about: the form of 2006 has no parenting, safety or disabilities.
create table asked as
select partner, domain
from (values ('riverbend-hub', 18), ('northgate-hub', 18), ('southfield-hub', 18), ('fernhill-family-center', 18),
  ('millrace-workforce', 15), ('stonebridge-housing', 15)) as form(partner, domains),
  (values ('housing', 15), ('employment', 15), ('income', 15), ('food', 15), ('childcare', 15), ('child_education', 15),
    ('adult_education', 15), ('health_care', 15), ('life_skills', 15), ('family_relations', 15), ('mobility', 15),
    ('community', 15), ('parenting', 18), ('legal', 15), ('mental_health', 15), ('substance_abuse', 15),
    ('safety', 18), ('disabilities', 18)) as asks(domain, since)
where since <= domains;

-- What those partners send that not all of them do; a measure is about the partners that send all it needs.
create table sends as
from (values ('riverbend-hub', ['goal', 'job', 'service']), ('northgate-hub', ['goal', 'job', 'service', 'credential']),
  ('southfield-hub', ['goal', 'job']), ('millrace-workforce', ['job', 'service', 'credential']),
  ('oakrow-learning', ['credential'])) as sent(partner, records);
