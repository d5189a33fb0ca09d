import { type Kysely, sql } from "kysely";
import { POINT_DAYS, POINT_WINDOW_DAYS } from "../facts/matrix-point.ts";
import { arizonaDomains } from "../instruments/arizona.ts";
import type { MatrixPointTable, Warehouse } from "../warehouse.ts";
import type { Measure } from "./measure.ts";
import { pointMovementKind } from "./point-movement-kind.ts";

const LAST = POINT_DAYS.twelve_months + POINT_WINDOW_DAYS;

export const movementAfterEntry: Measure = {
  id: "movement-after-entry",
  version: 1,
  title: "Movement 6 and 12 months after entry",
  question: "Domain by domain, are people at a higher level 6 and 12 months after entry than at baseline?",
  numerator: "Pairs in which the level at the point is above the baseline level.",
  denominator:
    "Pairs of one person's level at baseline and at the point in one domain of one episode, both scored 1 to 5.",
  exclusions: [
    `People who entered less than ${LAST} days ago, so that both points rest on the same cohort.`,
    "Episodes without a form in the window of the point, those that had ended by then among them: their share is shown.",
    "A domain marked not applicable (0, N/A) or left open at either time.",
    "Children who came with a family.",
  ],
  source:
    "Arizona Statewide Program Evaluation Project (2006) for the matrix, its subjects and its collection points (every 6 or 12 months after entry); windows and classes of movement have no published rule and are the project's own.",
  unit: "people (episodes) in a domain",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: LAST,
  maturesAfterDays: LAST,
  cohort: { people: "people who entered", quarter: "quarter of entry" },
  parameters: {
    points: `${POINT_DAYS.six_months} and ${POINT_DAYS.twelve_months} days after entry`,
    "follow-up": `the assessment nearest the point within ${POINT_WINDOW_DAYS} days of it, and after the baseline`,
    baseline: "earliest assessment of the initial stage, else the earliest within 30 days of entry",
    cohort: `people by the day on which their episode began, once ${LAST} days have passed`,
  },
  requires: ["person", "enrollment", "assessment_score"],
  unduplicated: false,
  series: arizonaDomains.map(({ id, title }) => ({ id, title })),
  byDomain: true,
  kind: pointMovementKind(
    { id: "six_months", words: "after 6 months" },
    { id: "twelve_months", words: "after 12 months" },
  ),
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per episode and domain: the levels at baseline and at both points. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("matrix_pair as m")
    .leftJoin(levelsAt(db, "six_months").as("s"), (join) =>
      join.onRef("s.enrollment_key", "=", "m.enrollment_key").onRef("s.domain", "=", "m.domain"),
    )
    .leftJoin(levelsAt(db, "twelve_months").as("t"), (join) =>
      join.onRef("t.enrollment_key", "=", "m.enrollment_key").onRef("t.domain", "=", "m.domain"),
    )
    .select([
      sql<string>`m.enrollment_key || '/' || m.domain`.as("unit_id"),
      "m.person_key",
      "m.partner_id",
      "m.program_id",
      "m.entered_on as anchored_on",
      "m.domain as series",
      sql<boolean>`m.pairing <> 'no_baseline'`.as("has_baseline"),
      "m.from_level",
      "s.score as six_months_level",
      "t.score as twelve_months_level",
    ]);
}

/** Levels on the form that counts for a point. */
function levelsAt(db: Kysely<Warehouse>, point: MatrixPointTable["point"]) {
  return db
    .selectFrom("matrix_point as p")
    .innerJoin("episode as e", "e.enrollment_key", "p.enrollment_key")
    .innerJoin("assessment_score as a", (join) =>
      join
        .onRef("a.enrollment_key", "=", "p.enrollment_key")
        .onRef("a.person_key", "=", "e.person_key")
        .onRef("a.assessed_on", "=", "p.assessed_on")
        .onRef("a.stage", "=", "p.stage"),
    )
    .where("p.point", "=", sql.lit(point))
    .select(["p.enrollment_key", "a.domain", "a.score"]);
}
