import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Measure } from "./measure.ts";
import { referralsBySending } from "./population.ts";
import { shareKind } from "./share-kind.ts";

/** Days from the first referral by which it is sent on, and by which the service is looked for. */
const HORIZON_DAYS = 90;

const SENT_ON = "people sent on to another partner";

export const referralChains: Measure = {
  id: "referral-chains",
  version: 1,
  title: "Service after being sent on",
  question: "Of the people who are sent on to another partner, how many get the service in the end?",
  numerator: "Chains in which a service was received from one of the later referrals within 90 days of the first.",
  denominator:
    "Referrals sent at least 90 days ago that another referral, to another partner, followed within 90 days, each chain once.",
  exclusions: [
    "Referrals that nothing followed: they are with what becomes of referrals.",
    "Later referrals of a chain by themselves: a chain counts once, on the day of its first.",
    "Referrals that do not name the one before, so that a chain may be longer than anybody can see.",
    "Referrals entered in error, or withdrawn by their sender.",
    "Referrals reported by anybody but their sender, who would count them twice.",
  ],
  source:
    "No standard was found: some vendors take a referral that was sent elsewhere as a success, and that is not done here. The rules are the project's own.",
  unit: "people (chains of referrals)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: SENT_ON, quarter: "quarter of the first referral" },
  parameters: {
    chain: "referrals by one sender of one person, each naming the one before and sent to another partner than it",
    horizon: `${HORIZON_DAYS} days from the day the first was sent`,
    success: "a service received from a later referral; being sent on is none",
    "counted for": "the partner that sent them",
    "counted people": "a person counts once for each chain; a count rests on as many people as the threshold asks for",
  },
  requires: ["person", "enrollment", "referral", "referral.parent_referral_token"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All chains" }],
  kind: shareKind({
    base: {
      id: "sent_on",
      title: "Sent on to another partner",
      means: "Referrals that another one, to another partner, followed within 90 days.",
      within: referralsBySending,
    },
    met: {
      id: "served",
      title: "Served in the end",
      means: "The service was received from a later referral within 90 days of the first.",
    },
    unmet: { id: "not_served", title: "Not served by then", means: "No later referral led to the service by then." },
    did: `got the service within ${HORIZON_DAYS} days of the first referral`,
    among: SENT_ON,
    of: `got the service within ${HORIZON_DAYS} days of the first referral`,
  }),
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per chain whose second referral was sent in time. */
function query(db: Kysely<Warehouse>) {
  const last = sql`c.sent_on + ${sql.lit(HORIZON_DAYS)}`;
  return db
    .selectFrom("referral_chain as c")
    .where(sql<boolean>`c.followed_on <= ${last}`)
    .select([
      "c.referral_key as unit_id",
      "c.person_key",
      "c.partner_id",
      "c.program_id",
      "c.sent_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<boolean>`coalesce(c.connected_on <= ${last}, false)`.as("met"),
    ]);
}
