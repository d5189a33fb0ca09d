import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { adultsByEntry, adultsPlanned } from "./population.ts";
import { shareKind } from "./share-kind.ts";

/** Days from entry within which a plan is to be made. */
const HORIZON_DAYS = 90;

const ENTERED = "people who entered";

export const carePlan: Measure = {
  id: "care-plan",
  version: 1,
  title: "People with a care plan",
  question: "Of the people who enter, how many set a goal in a care plan within 90 days?",
  numerator: "Episodes in which at least one goal was set from the day of entry to 90 days after it.",
  denominator: "Episodes of adults and unaccompanied youth that began at least 90 days ago.",
  exclusions: ["Children who came with a family.", "Episodes that began less than 90 days ago."],
  source:
    "Goals as partners report them from care plans (Map of My Dreams); no rule is published for it, so the rule is the project's own.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: ENTERED, quarter: "quarter of entry" },
  parameters: {
    horizon: `${HORIZON_DAYS} days from entry`,
    cohort: "people by the day on which their episode began, once the horizon has passed",
  },
  requires: ["person", "enrollment", "goal"],
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
      id: "planned",
      title: "With a plan",
      means: "Set at least one goal within 90 days of entry.",
      population: adultsPlanned,
    },
    unmet: { id: "not_planned", title: "Without a plan", means: "Set no goal within 90 days of entry." },
    did: "set a care plan goal within 90 days",
    among: ENTERED,
    of: "set at least one goal in a care plan within 90 days of entry",
  }),
  shape: [
    { slice: "network", periods: ["all", "year", "quarter"] },
    { slice: "partner", periods: ["all", "year"] },
    { slice: "program", periods: ["all"] },
    ...byGroup,
  ],
  query,
};

/** One row per episode of an adult. */
function query(db: Kysely<Warehouse>) {
  const last = sql`e.entered_on + ${sql.lit(HORIZON_DAYS)}`;
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
      sql<boolean>`exists (select 1 from care_plan_goal as g where g.enrollment_key = e.enrollment_key and g.set_on between e.entered_on and ${last})`.as(
        "met",
      ),
    ]);
}
