import { type Kysely, sql } from "kysely";
import { MAX_GAP_DAYS } from "../facts/employment-spell.ts";
import type { Warehouse } from "../warehouse.ts";
import { IN_A_JOB, JOINING_DAY, jobLossKind } from "./job-loss-kind.ts";
import type { Measure } from "./measure.ts";
import { RETENTION_DAYS } from "./population.ts";

const LAST = Math.max(...RETENTION_DAYS);

export const jobLoss: Measure = {
  id: "job-loss",
  version: 1,
  title: "Job loss, step by step",
  question: "Of the people in a job after so many days, how many stop working in the time that follows?",
  numerator: "Jobs known to have ended from one day of the grid to before the next, the first day of work being day 0.",
  denominator:
    "Jobs still held and followed on the first of the two days: of people placed in one, and from day 180 on also of people who held one when they entered.",
  exclusions: [
    "Placements and entries less than 365 days ago.",
    "Jobs held at entry for more than 180 days by then: their people came after the last step had begun.",
    "Jobs held at entry that had ended, or were last heard of, before day 180, from which they count.",
    "Children who came with a family.",
  ],
  source:
    "Kaplan–Meier estimate with delayed entry: nobody is at risk before the first day on which the partner could have seen the loss. Whoever entered with a job counts from day 180 in it, so that each step is a share of people followed at its beginning; the share still employed at a day is the product of the shares that came through each step before it. Clock, gap, grid and matured cohort have no published rule and are the project's own.",
  unit: "people (jobs)",
  direction: "lower is better",
  quadrant: "better off",
  settlesAfterDays: LAST,
  maturesAfterDays: LAST,
  cohort: { people: IN_A_JOB, quarter: "quarter of the first day of work, or of entry where that was later" },
  parameters: {
    clock: "from the first day of the job (day 0), be it before entry",
    "late entry": `jobs held at an entry by day ${JOINING_DAY} count from that day on`,
    "same employer": "not required: a better job is no loss",
    "allowed gap between jobs": `${MAX_GAP_DAYS} days`,
    verification: "any, the person's own word among them",
    "last heard of": "followed to that day, and counted in the step in which it lies",
  },
  requires: ["person", "enrollment", "job", "job.started_on"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: jobLossKind,
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per placement, and per job held at entry that counts: for how many days it is known to have lasted, and whether it is known to have ended then. */
function query(db: Kysely<Warehouse>) {
  const placements = db
    .selectFrom("placement as p")
    .select([
      "p.enrollment_key as unit_id",
      "p.person_key",
      "p.partner_id",
      "p.program_id",
      "p.placed_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<number>`p.observed_to - p.placed_on`.as("lasted_days"),
      "p.ended",
      sql<boolean>`false`.as("held"),
    ]);
  return db.selectFrom(placements.unionAll(heldJobs(db)).as("u")).selectAll("u");
}

/** Jobs held at an entry by the day from which they count, and not known to have ended or last heard of before it. */
function heldJobs(db: Kysely<Warehouse>) {
  const day = sql.lit(JOINING_DAY);
  return db
    .selectFrom("held_job as h")
    .where(sql<boolean>`h.entered_on - h.started_on <= ${day} and h.observed_to - h.started_on >= ${day}`)
    .select([
      sql<string>`'held ' || h.first_job_key`.as("unit_id"),
      "h.person_key",
      "h.partner_id",
      "h.program_id",
      "h.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<number>`h.observed_to - h.started_on`.as("lasted_days"),
      "h.ended",
      sql<boolean>`true`.as("held"),
    ]);
}
