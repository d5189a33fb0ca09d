import { type Kysely, sql } from "kysely";
import { MAX_GAP_DAYS } from "../facts/employment-spell.ts";
import { PLACEMENT_WINDOW_DAYS } from "../facts/placement.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { adultsByExit } from "./population.ts";
import { shareKind } from "./share-kind.ts";

export const jobPlacement: Measure = {
  id: "job-placement",
  version: 1,
  title: "Placed in a job",
  question: "Of the people who came without a job, how many begin one while they are with a partner or soon after?",
  numerator: "Episodes in which the person began a job from entry to 90 days after exit.",
  denominator: "Episodes of adults and unaccompanied youth that ended at least 90 days ago.",
  exclusions: [
    "People employed on entry, or whose job from before was not known to have ended by then.",
    "People who left for an institution or died.",
    "Children who came with a family.",
    "Episodes that have not ended, or ended less than 90 days ago.",
  ],
  source:
    "Window of 90 days after exit as in 101 CMR 425.02, Massachusetts' Young Parents Program, which counts a job begun while active or up to 90 days after; exits left out as in RSA-TAC-19-01, element 923, codes 01 and 03; the denominator, with everybody in it who came without a job, is the project's own.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: PLACEMENT_WINDOW_DAYS,
  maturesAfterDays: PLACEMENT_WINDOW_DAYS,
  cohort: { people: "people who left", quarter: "quarter of exit" },
  parameters: {
    window: `from entry to ${PLACEMENT_WINDOW_DAYS} days after exit`,
    "allowed gap between jobs": `${MAX_GAP_DAYS} days`,
    verification: "any, the person's own word among them",
    cohort: "people by the day on which their episode ended",
  },
  requires: ["person", "enrollment", "job", "job.started_on"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: shareKind({
    base: {
      id: "left",
      title: "Left without a job on entry",
      means: "Episodes ended, of people not employed on entry.",
      within: adultsByExit,
    },
    met: { id: "placed", title: "Placed in a job", means: "Began a job from entry to 90 days after exit." },
    unmet: { id: "not_placed", title: "No job on record", means: "No job on record that began in that time." },
    did: "began a job",
    among: "people who came without a job",
    of: "began a job between entry and 90 days after they left",
  }),
  standardised: {
    rate: "placed",
    by: "age_band",
    title: "People who began a job, to those expected from their ages",
    means:
      "1.0 means as many people began a job as expected from the ages of the people the partner serves. Above 1.0 means more, below 1.0 fewer. Expected are as many as if people of each age had fared as they did in the whole network.",
  },
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
    { slice: "program", periods: ["all"] },
    ...byGroup,
  ],
  query,
};

/** One row per ended episode of somebody not employed on entry. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("exiter as x")
    .leftJoin("placement as p", "p.enrollment_key", "x.enrollment_key")
    .where(sql<boolean>`not x.excluded and not x.employed_at_entry`)
    .select([
      "x.enrollment_key as unit_id",
      "x.person_key",
      "x.partner_id",
      "x.program_id",
      "x.exited_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<boolean>`p.enrollment_key is not null`.as("met"),
    ]);
}
