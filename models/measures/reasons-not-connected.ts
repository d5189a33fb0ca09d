import { type Kysely, sql } from "kysely";
import { referral } from "../contract/referral.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Measure, Part, Rate } from "./measure.ts";
import { referralsUnserved } from "./population.ts";

/** Days after sending within which a referral ended without the service. */
const HORIZON_DAYS = 90;

const UNSERVED = "people referred whose referral ended without the service";

/** What was said of the people by each reason of the contract. */
const dids: Readonly<Record<keyof typeof referral.fields.not_connected_reason.codes, string>> = {
  no_capacity: "found no free place",
  not_reached: "could not be reached",
  not_eligible: "were not eligible",
  declined: "were no longer interested",
  other: "had another reason",
  unknown: "had no known reason",
};

const titles: Readonly<Record<string, string>> = referral.fields.not_connected_reason.codes;
const reasons = Object.entries(dids).map(([id, did]) => ({ id, did, title: titles[id]! }));

const parts = reasons.map(
  ({ id, title }): Part => ({
    id,
    title,
    means: `Why no service followed: ${title.toLowerCase()}.`,
    when: `reason = '${id}'`,
    printed: true,
  }),
);

const rates = reasons.map(
  ({ id, title, did }): Rate => ({
    id,
    title,
    numerator: id,
    denominator: "unserved",
    did,
    among: UNSERVED,
    of: did,
  }),
);

export const reasonsNotConnected: Measure = {
  id: "reasons-not-connected",
  version: 1,
  title: "Why referrals end without the service",
  question: "Where no service follows a referral, why not?",
  numerator: "Referrals by the reason their sender gave; without one it is not known.",
  denominator: "Referrals sent at least 90 days ago that ended without the service within 90 days.",
  exclusions: [
    "Referrals that are still open, on a waiting list among them.",
    "Referrals entered in error, or withdrawn by their sender.",
    "Referrals reported by anybody but their sender, who would count them twice.",
    "Referrals of people who were never enrolled at the sender.",
  ],
  source: "Reasons after findhelp's list, as the sender reports them; the rule is the project's own.",
  unit: "people (referrals)",
  direction: "neither",
  quadrant: "how well",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: "people referred", quarter: "quarter of the referral" },
  parameters: {
    horizon: `${HORIZON_DAYS} days from the day it was sent`,
    reason: "the one the sender gave; one for each referral",
    "counted for": "the partner that sent it",
    "counted people":
      "a person counts once for each referral; a count rests on as many people as the threshold asks for",
  },
  requires: ["person", "enrollment", "referral"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All referrals" }],
  kind: {
    kind: "share",
    base: "unserved",
    parts: [
      {
        id: "unserved",
        title: `Ended without the service within ${HORIZON_DAYS} days`,
        means: "Rejected, or closed and the service not received.",
        when: "true",
        printed: true,
        population: referralsUnserved,
      },
      ...parts,
    ],
    identities: [{ total: "unserved", of: parts.map(({ id }) => id) }],
    rates,
  },
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per referral that ended without the service soon enough. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("sent_referral as s")
    .where(sql<boolean>`s.unserved_on <= s.sent_on + ${sql.lit(HORIZON_DAYS)}`)
    .select([
      "s.referral_key as unit_id",
      "s.person_key",
      "s.partner_id",
      "s.program_id",
      "s.sent_on as anchored_on",
      sql<string>`'all'`.as("series"),
      "s.reason",
    ]);
}
