import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { adultsBenefited, adultsByEntry } from "./population.ts";
import { shareKind } from "./share-kind.ts";

/** Days from entry within which a month of a benefit begins. */
const HORIZON_DAYS = 90;

const ENTERED = "people who entered";

export const benefitsReceived: Measure = {
  id: "benefits-received",
  version: 1,
  title: "Benefits received",
  question: "Of the people who enter, how many receive a benefit in their first 90 days?",
  numerator: "Episodes of people with at least one month of a benefit on record at that partner in the time.",
  denominator: "Episodes of adults and unaccompanied youth that began at least 90 days ago.",
  exclusions: [
    "Benefits that the partner does not report: they are not seen, so that the share is rather too low.",
    "Months that begin more than 90 days after entry, or before the month of entry.",
    "Benefits on record for another member of the family only.",
    "Children who came with a family.",
  ],
  source: "Months of benefits as partners report them; no rule is published for it, so the rule is the project's own.",
  unit: "people (episodes)",
  direction: "neither",
  quadrant: "how much",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: ENTERED, quarter: "quarter of entry" },
  parameters: {
    horizon: `months from that of entry to ${HORIZON_DAYS} days after it`,
    benefits: "SNAP, TANF, housing subsidy, health coverage, child care subsidy, WIC and others, all together",
    cohort: "people by the day on which their episode began, once the horizon has passed",
  },
  requires: ["person", "enrollment", "benefit_month"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: shareKind({
    base: {
      id: "entered",
      title: "Entered",
      means: "Episodes of adults that began 90 days ago or more.",
      population: adultsByEntry,
    },
    met: {
      id: "benefited",
      title: "With a benefit",
      means: "At least one month of a benefit on record in the time.",
      population: adultsBenefited,
    },
    unmet: { id: "not_benefited", title: "Without a benefit", means: "No month of a benefit on record in the time." },
    did: "received a benefit in the first 90 days",
    among: ENTERED,
    of: "received at least one month of a benefit in the first 90 days",
  }),
  shape: [{ slice: "network", periods: ["all"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per episode of an adult. */
function query(db: Kysely<Warehouse>) {
  const first = sql`cast(date_trunc('month', cast(e.entered_on as timestamp)) as date)`;
  return db
    .selectFrom("episode as e")
    .where("e.assessable", "=", sql.lit(true))
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<boolean>`exists (select 1 from benefit_month as b where b.partner_id = e.partner_id and b.person_key = e.person_key
        and b.month between ${first} and e.entered_on + ${sql.lit(HORIZON_DAYS)})`.as("met"),
    ]);
}
