import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { HORIZONS, type Horizon, REFERRED, referralOutcomeKind } from "./referral-outcome-kind.ts";

const LAST = Math.max(...HORIZONS);

export const referralOutcomes: Measure = {
  id: "referral-outcomes",
  version: 1,
  title: "What becomes of referrals",
  question:
    "Are the referrals that partners send answered and accepted, and do they lead to the service they were for?",
  numerator:
    "Referrals answered, accepted, closed or followed by the service within 14, 30 and 90 days of the day they were sent; warm hand-offs.",
  denominator:
    "Referrals sent at least 90 days ago; for acceptance also those the receiver accepted or rejected within 90 days.",
  exclusions: [
    "Referrals entered in error, or withdrawn by their sender.",
    "Referrals reported by anybody but their sender, who would count them twice.",
    "Referrals of people who were never enrolled at the sender.",
    "What has no day has not happened; a waiting list is no answer; a hand-off without the mark is not warm.",
  ],
  source:
    "No single standard was found and vendors differ, so the rules are the project's own; statuses after HL7 SDOH Clinical Care (Gravity) and findhelp.",
  unit: "people (referrals)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: LAST,
  maturesAfterDays: LAST,
  cohort: { people: REFERRED, quarter: "quarter of the referral" },
  parameters: {
    horizons: `${HORIZONS.join(", ")} days from the day it was sent, on one cohort`,
    "loop closed": "rejected, service received, or service not received; not a waiting list",
    "last word": "a rejection undoes an acceptance; whoever was served was accepted",
    "counted for": "the partner that sent it",
    "counted people":
      "a person counts once for each referral; a count rests on as many people as the threshold asks for",
  },
  requires: ["person", "enrollment", "referral"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All referrals" }],
  kind: referralOutcomeKind,
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per referral, with its state on each of the days. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("sent_referral as s")
    .select([
      "s.referral_key as unit_id",
      "s.person_key",
      "s.partner_id",
      "s.program_id",
      "s.sent_on as anchored_on",
      sql<string>`'all'`.as("series"),
      "s.warm",
      "s.rejected",
    ])
    .select(HORIZONS.map((days) => stateAfter(days).as(`state_${days}`)));
}

function stateAfter(days: Horizon) {
  const by = sql`s.sent_on + ${sql.lit(days)}`;
  return sql<string>`case when s.connected_on <= ${by} then 'connected'
    when s.unserved_on <= ${by} then case when s.accepted_on is null then 'refused' else 'failed' end
    when s.accepted_on <= ${by} then 'open' else 'waiting' end`;
}
