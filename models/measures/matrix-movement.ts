import { type Kysely, sql } from "kysely";
import { groupSlices } from "../figure-key.ts";
import { arizonaDomains } from "../instruments/arizona.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import { goalMovement } from "./goal-movement.ts";
import type { Measure, Part } from "./measure.ts";
import { movementKind } from "./movement-kind.ts";
import { safeMovement } from "./safe-movement.ts";

const movements = [movementKind, safeMovement, goalMovement];

/** What is counted by who people are, in every domain: who was scored twice, and how each of them moved. */
const BY_GROUP = ["paired", "improved", "maintained_safe", "maintained_below", "declined"];

const exceptByGroup = (part: Part): Part =>
  BY_GROUP.includes(part.id) ? part : { ...part, notFor: [...(part.notFor ?? []), ...groupSlices] };

export const matrixMovement: Measure = {
  id: "matrix-movement",
  version: 1,
  title: "Movement on the Self-Sufficiency Matrix",
  question: "Domain by domain, are people at a higher level at their latest assessment than at baseline?",
  numerator: "Pairs in which the latest level is above the baseline level.",
  denominator: "Pairs of one person's baseline and latest level in one domain of one episode, both scored 1 to 5.",
  exclusions: [
    "A domain marked not applicable (0, N/A) or left open at either time: no pair in that domain.",
    "Episodes without a baseline or without a later assessment: no pair in any domain; their number is shown.",
    "Children who came with a family.",
  ],
  source:
    "Arizona Statewide Program Evaluation Project (2006) for the matrix, its subjects and collection points; classes of movement by the project, shaped on question 19 of HUD's annual performance report.",
  unit: "people (episodes) in a domain",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: 180,
  cohort: { people: "people who entered", quarter: "quarter of entry" },
  parameters: {
    baseline: "earliest assessment of the initial stage, else the earliest within 30 days of entry",
    "follow-up": "latest assessment after the baseline",
    safe: "level 3 or above",
    goal: "a domain marked as the participant's goal on a form before the latest one",
    cohort: "people by the day on which their episode began",
  },
  requires: ["person", "enrollment", "assessment_score"],
  unduplicated: false,
  series: arizonaDomains.map(({ id, title }) => ({ id, title })),
  byDomain: true,
  kind: {
    ...movementKind,
    parts: movements.flatMap(({ parts }) => parts).map(exceptByGroup),
    identities: movements.flatMap(({ identities }) => identities),
    rates: movements.flatMap(({ rates }) => rates),
  },
  shape: [
    { slice: "network", periods: ["all"], detail: true },
    { slice: "network", periods: ["year", "quarter"] },
    { slice: "tier", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
    { slice: "program", periods: ["all"] },
    { slice: "followup", periods: ["all", "year"] },
    ...byGroup,
  ],
  query,
};

/** One row per episode and domain, paired or not. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("matrix_pair as m")
    .select([
      sql<string>`m.enrollment_key || '/' || m.domain`.as("unit_id"),
      "m.person_key",
      "m.partner_id",
      "m.program_id",
      "m.entered_on as anchored_on",
      "m.domain as series",
      "m.pairing",
      "m.from_level",
      "m.to_level",
      "m.followup",
      "m.is_goal",
    ]);
}
