import { rowFaults } from "../contract/reason.ts";
import type { Check } from "./check.ts";

export const knownPartner: Check = {
  id: "unknown_partner",
  says: rowFaults.unknown_partner!,
  column: "sent_to",
  records: ["referral"],
  broken: () =>
    "not exists (select 1 from partner as a where a.partner_id = r.sent_to) or not exists (select 1 from partner as b where b.partner_id = r.sent_by)",
};
