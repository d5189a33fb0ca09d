import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Measure } from "./measure.ts";
import { adultsByEntry, adultsPlanned } from "./population.ts";
import { survivalKind } from "./survival-kind.ts";

/** Days for which every episode is followed. */
const FOLLOWED_DAYS = 90;
const DAYS = [7, 14, 30, 60, FOLLOWED_DAYS, 180];

export const timeToFirstGoal: Measure = {
  id: "time-to-first-goal",
  version: 1,
  title: "Time until the first goal is set",
  question: "How long does it take from entry until a person sets a first goal?",
  numerator: "Episodes in which a first goal was set by each day of the grid.",
  denominator:
    "Episodes of adults and unaccompanied youth that began at least 90 days ago, each for as long as it could be followed.",
  exclusions: [
    "Children who came with a family.",
    "Episodes that began less than 90 days ago.",
    "A goal set before the day of entry is of another time.",
  ],
  source:
    "Goals as partners report them from care plans (Map of My Dreams). Kaplan–Meier estimate with Greenwood's variance and log–log intervals, from counts on a fixed grid of days. The rules are the project's own.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: FOLLOWED_DAYS,
  maturesAfterDays: FOLLOWED_DAYS,
  cohort: { people: "people who entered", quarter: "quarter of entry" },
  parameters: {
    clock: "from the day of entry (day 0)",
    grid: `counted up to day ${DAYS.join(", ")}`,
    open: "followed to the as-of date; everybody for 90 days",
    "left without a goal": "never set one, and followed like an open episode",
  },
  requires: ["person", "enrollment", "goal"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: survivalKind({
    days: DAYS,
    followedFor: FOLLOWED_DAYS,
    started: { title: "Entered", means: "Episodes of adults that began 90 days ago or more." },
    event: { title: "First goal set", did: "set a first goal" },
    without: "Without a goal",
    populations: {
      started: { population: adultsByEntry },
      [`by_${FOLLOWED_DAYS}`]: { population: adultsPlanned },
    },
  }),
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per episode of an adult: until the first goal set from the day of entry on, else to the as-of date. */
function query(db: Kysely<Warehouse>) {
  const first = db
    .selectFrom("care_plan_goal as g")
    .innerJoin("episode as e", "e.enrollment_key", "g.enrollment_key")
    .whereRef("g.set_on", ">=", "e.entered_on")
    .groupBy("g.enrollment_key")
    .select(["g.enrollment_key", sql<string>`min(g.set_on)`.as("set_on")]);
  return db
    .selectFrom("episode as e")
    .crossJoin("run_day as d")
    .leftJoin(first.as("f"), "f.enrollment_key", "e.enrollment_key")
    .where("e.assessable", "=", sql.lit(true))
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
    ])
    .select([
      sql<string>`'all'`.as("series"),
      sql<number>`coalesce(f.set_on, d.as_of) - e.entered_on`.as("days"),
      sql<boolean>`f.set_on is not null`.as("ended"),
    ]);
}
