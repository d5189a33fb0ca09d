import { rowFaults } from "../contract/reason.ts";
import type { Check } from "./check.ts";

export const toAnotherPartner: Check = {
  id: "referral_to_itself",
  says: rowFaults.referral_to_itself!,
  column: "sent_to",
  records: ["referral"],
  broken: () => "r.sent_by = r.sent_to",
};
