import { type Kysely, sql } from "kysely";
import { MAX_GAP_DAYS } from "../facts/employment-spell.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { RETENTION_DAYS } from "./population.ts";
import { PLACED, retentionKind } from "./retention-kind.ts";

const LAST = Math.max(...RETENTION_DAYS);

export const jobRetention: Measure = {
  id: "job-retention",
  version: 1,
  title: "Still employed after a placement",
  question: "Of the people placed in a job, how many are still employed 30, 60, 90, 180 and 365 days later?",
  numerator: "Placements after which the person was employed through the day, the first day of work being day 0.",
  denominator: "Placements that began at least 365 days ago, of people whose status on the day is known.",
  exclusions: [
    "Placements less than 365 days ago, so that every day rests on the same people and early losses do not weigh more.",
    "People last heard of before the day are shown apart as not known; the bounds say what they could change.",
    "Jobs begun before entry or more than 90 days after exit.",
    "Children who came with a family.",
  ],
  source:
    "Horizons as in pay-for-success and state contracts (Illinois pays at 90 days; the others from general knowledge, not checked against a source); clock, gap, matured cohort and bounds have no published rule and are the project's own.",
  unit: "people (placements)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: LAST,
  maturesAfterDays: LAST,
  cohort: { people: PLACED, quarter: "quarter of the first day of work" },
  parameters: {
    clock: "from the first day of the first job (day 0)",
    "same employer": "not required: a better job is no loss",
    "allowed gap between jobs": `${MAX_GAP_DAYS} days`,
    verification: "any, the person's own word among them",
    cohort: "placements by their first day, once 365 days have passed",
  },
  requires: ["person", "enrollment", "job", "job.started_on"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: retentionKind(RETENTION_DAYS),
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per placement: for how many days it is known to have lasted, and whether it is known to have ended then. */
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
    .select([sql<string>`'all'`.as("series"), sql<number>`p.observed_to - p.placed_on`.as("lasted_days"), "p.ended"]);
}
