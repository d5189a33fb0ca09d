import type { RecordKindName } from "../contract/catalogue.ts";

const ENDED = "r.exited_on is not null";
const CLOSED = "r.status in ('rejected', 'service_received', 'not_received', 'cancelled')";

/**
 * Of which rows `r` an optional field is asked, where it is not asked of all; null where an empty cell is an answer of its own, such
 * as the last day of what still goes on, or where a rule of the contract already asks for it.
 */
export const askedOf: Readonly<Record<RecordKindName, Readonly<Record<string, string | null>>>> = {
  person: {
    linkage_token: "exists (select 1 from partner as p where p.partner_id = r.partner_id and p.links_people)",
    age_on: null,
  },
  enrollment: {
    exited_on: null,
    exit_reason: ENDED,
    exit_destination: ENDED,
    unaccompanied: "r.age_at_entry < 18",
    work_known_to: null,
  },
  assessment_score: { score: null, is_goal: null },
  job: { ended_on: null },
  referral: {
    parent_referral_token: null,
    accepted_on: "r.status in ('accepted', 'in_progress', 'service_received')",
    closed_on: CLOSED,
    not_connected_reason: "r.status in ('rejected', 'not_received')",
  },
  goal: { reached_on: null },
  income: { total_monthly: "r.any_income", earned: "r.any_income", earned_monthly: "r.earned" },
};
