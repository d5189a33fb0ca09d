create table referral_line (
  partner varchar, file varchar, referral varchar, person varchar, sent_by varchar, sent_to varchar, sent_on date,
  need varchar, status varchar, accepted_on date, closed_on date, not_connected_reason varchar, warm_handoff varchar);

-- Brightwater Outreach
insert into referral_line by name
select 'brightwater-outreach' as partner, file,
  referral, person, 'brightwater-outreach' as sent_by, sent_to, a_day(sent_on, '%Y-%m-%d') as sent_on,
  lower(need) as need, lower(status) as status, a_day(accepted_on, '%Y-%m-%d') as accepted_on,
  a_day(closed_on, '%Y-%m-%d') as closed_on, lower(reason) as not_connected_reason,
  yes_or_no(warm) as warm_handoff
from lines('brightwater-outreach/referrals.csv', ';', 'utf-8',
  {'referral': 'VARCHAR', 'person': 'VARCHAR', 'sent_to': 'VARCHAR', 'sent_on': 'VARCHAR', 'need': 'VARCHAR',
  'status': 'VARCHAR', 'accepted_on': 'VARCHAR', 'closed_on': 'VARCHAR', 'reason': 'VARCHAR', 'warm': 'VARCHAR'});

-- Lanternway 2-1-1 Line
insert into referral_line by name
select 'lanternway-line' as partner, file,
  referral, caller as person, 'lanternway-line' as sent_by, agency as sent_to,
  a_day(sent, '%m/%d/%Y') as sent_on,
  case lower(taxonomy) when 'bh - housing' then 'housing' when 'bd - food' then 'food'
    when 'nd - employment' then 'employment' when 'hd - education' then 'education'
    when 'ph - child care' then 'childcare' when 'ln - health' then 'health'
    when 'bt - transportation' then 'transportation' when 'ft - legal' then 'legal'
    when 'bv - utilities' then 'utilities' when 'yz - other' then 'other' else taxonomy end as need,
  case lower("follow-up") when 'not called back' then 'sent' when 'agency has it' then 'received'
    when 'agency said yes' then 'accepted' when 'agency said no' then 'rejected'
    when 'waiting list' then 'waitlisted' when 'under way' then 'in_progress'
    when 'helped' then 'service_received' when 'not helped' then 'not_received'
    when 'withdrawn' then 'cancelled' when 'no answer' then 'unknown' else "follow-up" end as status,
  a_day(accepted, '%m/%d/%Y') as accepted_on, a_day(closed, '%m/%d/%Y') as closed_on,
  case lower(barrier) when 'full' then 'no_capacity' when 'not eligible' then 'not_eligible'
    when 'not reached' then 'not_reached' when 'changed mind' then 'declined' when 'other' then 'other'
    when 'not known' then 'unknown' else barrier end as not_connected_reason,
  yes_or_no("three-way call") as warm_handoff
from lines('lanternway-line/referrals-*.csv', ',', 'utf-8',
  {'referral': 'VARCHAR', 'caller': 'VARCHAR', 'agency': 'VARCHAR', 'sent': 'VARCHAR', 'taxonomy': 'VARCHAR',
  'follow-up': 'VARCHAR', 'accepted': 'VARCHAR', 'closed': 'VARCHAR', 'barrier': 'VARCHAR',
  'three-way call': 'VARCHAR'});

-- Northgate Neighborhood Hub
insert into referral_line by name
select 'northgate-hub' as partner, file,
  "Referral Token" as referral, "Client Token" as person, 'northgate-hub' as sent_by,
  "Referred To" as sent_to, a_day("Referral Date", '%m/%d/%Y') as sent_on,
  case lower("Need") when 'housing' then 'housing' when 'food' then 'food' when 'job' then 'employment'
    when 'school or training' then 'education' when 'child care' then 'childcare' when 'medical' then 'health'
    when 'transportation' then 'transportation' when 'legal' then 'legal' when 'utilities' then 'utilities'
    when 'other' then 'other' else "Need" end as need,
  case lower("Outcome") when 'not updated' then 'sent' when 'needs client action' then 'received'
    when 'eligible' then 'accepted' when 'declined by agency' then 'rejected'
    when 'on waiting list' then 'waitlisted' when 'pending' then 'in_progress'
    when 'got help' then 'service_received' when 'couldn''t get help' then 'not_received'
    when 'withdrawn' then 'cancelled' when 'no answer from agency' then 'unknown' else "Outcome" end as status,
  a_day("Accepted Date", '%m/%d/%Y') as accepted_on, a_day("Closed Date", '%m/%d/%Y') as closed_on,
  case lower("Why Not") when 'no capacity' then 'no_capacity' when 'not eligible' then 'not_eligible'
    when 'couldn''t contact' then 'not_reached' when 'no longer interested' then 'declined'
    when 'other' then 'other' when 'not known' then 'unknown' else "Why Not" end as not_connected_reason,
  yes_or_no("Warm Hand-off") as warm_handoff
from lines('northgate-hub/Referrals.csv', ';', 'utf-8',
  {'Referral Token': 'VARCHAR', 'Sent On From': 'VARCHAR', 'Client Token': 'VARCHAR', 'Referred To': 'VARCHAR',
  'Referral Date': 'VARCHAR', 'Need': 'VARCHAR', 'Outcome': 'VARCHAR', 'Accepted Date': 'VARCHAR',
  'Closed Date': 'VARCHAR', 'Why Not': 'VARCHAR', 'Warm Hand-off': 'VARCHAR'});

-- Riverbend Family Hub
insert into referral_line by name
select 'riverbend-hub' as partner, file,
  referral_key as referral, participant_key as person, 'riverbend-hub' as sent_by,
  case lower(sent_to) when 'northgate hub' then 'northgate-hub' when 'southfield hub' then 'southfield-hub'
    when 'riverbend hub' then 'riverbend-hub' when 'lanternway 2-1-1' then 'lanternway-line'
    when 'millrace workforce' then 'millrace-workforce' when 'oakrow learning' then 'oakrow-learning'
    when 'stonebridge housing' then 'stonebridge-housing' when 'fernhill center' then 'fernhill-family-center'
    when 'plainview legal' then 'plainview-legal-aid' when 'harvest lane' then 'harvest-lane-pantry'
    when 'cedar court' then 'cedar-court-clinic' when 'openroad' then 'openroad-transit'
    when 'brightwater' then 'brightwater-outreach' when 'keystone' then 'keystone-benefits'
    else sent_to end as sent_to,
  a_day(sent_on, '%Y-%m-%d') as sent_on,
  case lower(need) when 'housing' then 'housing' when 'food' then 'food' when 'employment' then 'employment'
    when 'education' then 'education' when 'child care' then 'childcare' when 'health' then 'health'
    when 'transportation' then 'transportation' when 'legal' then 'legal' when 'utilities' then 'utilities'
    when 'other' then 'other' else need end as need,
  case lower(status) when 'sent' then 'sent' when 'received' then 'received' when 'accepted' then 'accepted'
    when 'rejected' then 'rejected' when 'waitlisted' then 'waitlisted' when 'in progress' then 'in_progress'
    when 'service received' then 'service_received' when 'service not received' then 'not_received'
    when 'cancelled' then 'cancelled' when 'unknown' then 'unknown' else status end as status,
  a_day(accepted_on, '%Y-%m-%d') as accepted_on, a_day(closed_on, '%Y-%m-%d') as closed_on,
  case lower(reason) when 'no capacity' then 'no_capacity' when 'not eligible' then 'not_eligible'
    when 'could not reach' then 'not_reached' when 'no longer interested' then 'declined'
    when 'other' then 'other' when 'unknown' then 'unknown' else reason end as not_connected_reason,
  yes_or_no(warm_handoff) as warm_handoff
from lines('riverbend-hub/referrals.csv', ',', 'utf-8',
  {'referral_key': 'VARCHAR', 'follows_key': 'VARCHAR', 'participant_key': 'VARCHAR', 'sent_to': 'VARCHAR',
  'sent_on': 'VARCHAR', 'need': 'VARCHAR', 'status': 'VARCHAR', 'accepted_on': 'VARCHAR', 'closed_on': 'VARCHAR',
  'reason': 'VARCHAR', 'warm_handoff': 'VARCHAR'});

-- Southfield Community Hub
insert into referral_line by name
select 'southfield-hub' as partner, file,
  "ReferralRef" as referral, "PersonRef" as person, 'southfield-hub' as sent_by,
  "ReferredTo" as sent_to, a_day("Sent", '%d-%b-%Y') as sent_on, lower("Need") as need,
  lower("Status") as status, a_day("Accepted", '%d-%b-%Y') as accepted_on,
  a_day("Closed", '%d-%b-%Y') as closed_on, lower("Reason") as not_connected_reason,
  yes_or_no("WarmHandoff") as warm_handoff
from lines('utf-8/southfield-hub/referrals-*.csv', '|', 'utf-8',
  {'ReferralRef': 'VARCHAR', 'FollowsRef': 'VARCHAR', 'PersonRef': 'VARCHAR', 'ReferredTo': 'VARCHAR',
  'Sent': 'VARCHAR', 'Need': 'VARCHAR', 'Status': 'VARCHAR', 'Accepted': 'VARCHAR', 'Closed': 'VARCHAR',
  'Reason': 'VARCHAR', 'WarmHandoff': 'VARCHAR'});
