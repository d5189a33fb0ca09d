import { type Kysely, sql } from "kysely";
import { MAX_GAP_DAYS } from "../facts/employment-spell.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Measure } from "./measure.ts";
import { adultsByPlacement, RETENTION_DAYS, retainedAfter, stoppedBefore } from "./population.ts";
import { survivalKind } from "./survival-kind.ts";

const LAST = Math.max(...RETENTION_DAYS);

export const timeToJobLoss: Measure = {
  id: "time-to-job-loss",
  version: 1,
  title: "Time until a job is lost",
  question: "How long do people placed in a job stay employed?",
  numerator: "Placements known to have ended before each day of the grid, the first day of work being day 0.",
  denominator: "Placements that began at least 365 days ago, each for as long as it was heard of.",
  exclusions: [
    "Placements less than 365 days ago.",
    "Jobs begun before entry or more than 90 days after exit.",
    "Children who came with a family.",
  ],
  source:
    "Kaplan–Meier estimate with Greenwood's variance and log–log intervals, placements censored when last heard of; from counts on a fixed grid of days. Clock, gap and matured cohort have no published rule and are the project's own.",
  unit: "people (placements)",
  direction: "lower is better",
  quadrant: "better off",
  settlesAfterDays: LAST,
  maturesAfterDays: LAST,
  cohort: { people: "people placed in a job", quarter: "quarter of the first day of work" },
  parameters: {
    clock: "from the first day of the first job (day 0); nobody enters late",
    grid: `counted before day ${RETENTION_DAYS.join(", ")}`,
    "same employer": "not required: a better job is no loss",
    "allowed gap between jobs": `${MAX_GAP_DAYS} days`,
    verification: "any, the person's own word among them",
    "last heard of": "followed to that day, and then censored",
  },
  requires: ["person", "enrollment", "job", "job.started_on"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: survivalKind({
    days: RETENTION_DAYS,
    followedFor: 0,
    started: { title: "Placed", means: "Placements that began at least 365 days ago." },
    event: { title: "No longer employed", did: "had stopped working" },
    without: "Still employed",
    populations: {
      started: { population: adultsByPlacement },
      ...Object.fromEntries(RETENTION_DAYS.map((days) => [`by_${days}`, { population: stoppedBefore[days] }])),
      ...Object.fromEntries(RETENTION_DAYS.map((days) => [`at_risk_${days}`, { population: retainedAfter[days] }])),
    },
  }),
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per placement: until the day after the last one of work, else to the day it was last heard of. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("placement as p")
    .select([
      "p.enrollment_key as unit_id",
      "p.person_key",
      "p.partner_id",
      "p.program_id",
      "p.placed_on as anchored_on",
    ])
    .select([
      sql<string>`'all'`.as("series"),
      sql<number>`p.observed_to - p.placed_on + case when p.ended then 1 else 0 end`.as("days"),
      "p.ended",
    ]);
}
