import { rowFaults } from "../contract/reason.ts";
import type { Check } from "./check.ts";

export const knownPerson: Check = {
  id: "unknown_person",
  says: rowFaults.unknown_person!,
  column: "person_token",
  records: ["household_member", "enrollment", "job", "credential", "referral", "goal", "service", "benefit_month"],
  broken: () =>
    "not exists (select 1 from person as p where p.partner_id = r.partner_id and p.person_key = r.person_key)",
};
