import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { IN_CLASSES, learningOutcomeKind } from "./learning-outcome-kind.ts";
import type { Measure } from "./measure.ts";

export const eflGain: Measure = {
  id: "efl-gain",
  version: 1,
  title: "Educational functioning level gain",
  question: "How many learners rise by at least one educational functioning level, or earn a diploma, in a year?",
  numerator: "Learners with a post-test above the baseline of the same subject; apart from them, a secondary diploma.",
  denominator: "Learners with a level in a program year that has ended, post-tested or not.",
  exclusions: [
    "People who left for an institution or died in the year.",
    "Learners without a pre-test, whose level nobody knows.",
    "Tests of the other track than that of the episode's first pre-test: basic education and English are never pooled.",
    "Post-tests before entry or after exit.",
    "Children who came with a family.",
  ],
  source:
    "34 CFR 462.43: who is not post-tested has no gain and stays in the denominator. RSA-TAC-17-01 (rev. 11 June 2024) for measurable skill gains, one for each period and year; NRS table 4 for the columns and their sums. The level is the lowest area tested, as Louisiana's policy has it; that any tested subject counts for a gain is the project's own rule. Adult education counts only types 1 and 2 of the five, because partners do not tell who is in integrated training or workplace literacy. Partners send levels; nothing is read from a score, and the score bands in data/reference/efl-score-bands.ts are illustrative where they say so. Not sent, and so not counted: adult high-school credits, entry to postsecondary education and passed subtests (other ways of type 1), and contact hours.",
  unit: "people (periods of participation in a program year)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: 90,
  cohort: { people: IN_CLASSES, quarter: "program year" },
  parameters: {
    baseline: "first pre-test of the year in a subject, else the latest test from before the year",
    level: "the lowest baseline of the subjects tested",
    gain: "any subject, against its own baseline; test editions are not compared",
    "no post-test": "counted as no gain",
    "several gains": "one for each period and year: a gain by test before a diploma",
    cohort: "program years that have ended; who took part in two is in both",
  },
  requires: ["person", "enrollment", "education_test", "credential"],
  unduplicated: false,
  severalPerPerson: true,
  series: [
    { id: "abe", title: "Adult basic education" },
    { id: "esl", title: "English as a second language" },
  ],
  kind: learningOutcomeKind,
  shape: [
    { slice: "network", periods: ["all", "year"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per episode and program year with a level. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("learning_year as l")
    .where("l.track", "is not", null)
    .where("l.excluded", "=", sql.lit(false))
    .select([
      sql<string>`l.enrollment_key || '/' || l.year`.as("unit_id"),
      "l.person_key",
      "l.partner_id",
      "l.program_id",
      "l.begins_on as anchored_on",
      sql<string>`l.track`.as("series"),
    ])
    .select(["l.post_tested", "l.gained", "l.diploma", "l.separated"]);
}
