import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { adultsByEntry } from "./population.ts";
import { shareKind } from "./share-kind.ts";

/** Days after entry by which a second partner is looked for. */
const HORIZON_DAYS = 365;

const ENTERED = "people who entered";

const kind = shareKind({
  base: {
    id: "linked",
    title: "Entered, and can be counted once",
    means: "Episodes of adults with a linkage token that began a year ago or more.",
    within: adultsByEntry,
  },
  met: { id: "together", title: "Two or more partners", means: "Enrolled at another partner too." },
  unmet: { id: "alone", title: "One partner", means: "Not enrolled at another partner by a year after entry." },
  did: "were served by another partner too",
  among: `${ENTERED} and can be counted once across partners`,
  of: "were enrolled at another partner too by a year after they entered",
});

export const servedTogether: Measure = {
  id: "served-together",
  version: 1,
  title: "Served by two or more partners",
  question: "Of the people who enter at one partner, how many does another partner serve too?",
  numerator: "Episodes of people whom another partner had enrolled by 365 days after entry, be it before.",
  denominator:
    "Episodes of adults and unaccompanied youth that began at least 365 days ago, of people who can be counted once across partners.",
  exclusions: [
    "People without a linkage token: whether another partner serves them cannot be known.",
    "Enrollments at partners that send no linkage tokens: they are not seen, so the share is rather too low.",
    "Children who came with a family.",
  ],
  source: "Enrollments as partners report them; no rule is published for it, so the rule is the project's own.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: ENTERED, quarter: "quarter of entry" },
  parameters: {
    horizon: `${HORIZON_DAYS} days from entry; earlier enrollments count`,
    "told apart by": "linkage token; people without one are left out",
    counted: "each episode once, so that who is served by two partners counts at each of them",
    cohort: "people by the day on which their episode began, once the horizon has passed",
  },
  requires: ["person", "enrollment"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: { ...kind, parts: kind.parts.map((part) => ({ ...part, needsLinkage: true })) },
  shape: [{ slice: "network", periods: ["all"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per episode of an adult who can be counted once. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("episode as e")
    .where("e.assessable", "=", sql.lit(true))
    .where("e.linked", "=", sql.lit(true))
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<boolean>`exists (select 1 from episode as o where o.network_person_key = e.network_person_key
        and o.partner_id <> e.partner_id and o.entered_on <= e.entered_on + ${sql.lit(HORIZON_DAYS)})`.as("met"),
    ]);
}
