import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Measure, Part } from "./measure.ts";

const TRAINED = "people in training";

/** The types of gain, of which each period counts under the first it shows, by the column of its row. */
const TYPES = [
  { id: "diploma", title: "Diploma", means: "A secondary diploma or equivalent.", of: "earned a diploma" },
  {
    id: "transcript",
    title: "Transcript or report card",
    means: "No diploma, but a report card that shows progress.",
    of: "showed progress on a report card",
  },
  {
    id: "milestone",
    title: "Training milestone",
    means: "None of these, but a milestone of the training.",
    of: "reached a milestone of the training",
  },
  {
    id: "progression",
    title: "Skills progression",
    means: "None of these, but an exam passed or other progress.",
    of: "passed an exam or made other progress",
  },
] as const;

const any = TYPES.map(({ id }) => id).join(" or ");

/** True for rows whose first type is this one. */
const firstOf = (at: number) => [TYPES[at]!.id, ...TYPES.slice(0, at).map(({ id }) => `not ${id}`)].join(" and ");

const part = (id: string, title: string, means: string, when: string): Part => ({
  id,
  title,
  means,
  when,
  printed: true,
});

export const trainingSkillGain: Measure = {
  id: "training-skill-gain",
  version: 1,
  title: "Measurable skill gain in training",
  question: "How many people in training make a measurable skill gain in a year?",
  numerator:
    "Periods with a secondary diploma, a transcript or report card, a training milestone or a skills progression in the year, during participation.",
  denominator:
    "Periods of participation in a program year that has ended, with a training or class in it and no level test.",
  exclusions: [
    "Learners with a level test: the first of the five types of gain, a rise by a level, is measured among them.",
    "People who left for an institution or died in the year.",
    "Children who came with a family.",
  ],
  source:
    "WIOA measurable skill gains: RSA-TAC-17-01 (rev. 11 June 2024) and RSA-TAC-19-01, elements 1800 to 1810: types 2 to 5 of the five, one gain for each period of participation and program year. That a license or certification shows an exam passed (type 5) and that who is in training is read from services are the project's own rules.",
  unit: "people (periods of participation in a program year)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: 90,
  cohort: { people: TRAINED, quarter: "program year" },
  parameters: {
    "several gains": "one for each period and year, under the first type in the order of the rule",
    cohort: "program years that have ended; who took part in two is in both",
  },
  requires: ["person", "enrollment", "service", "credential", "skill_gain"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All adults in training" }],
  kind: {
    kind: "share",
    base: "trained",
    parts: [
      part("trained", "In training", "With a training or class in the year, and no level test.", "true"),
      part("gained", "Skill gain", "At least one gain of any of the types in the year.", any),
      part("not_gained", "No skill gain on record", "None of these on record in the year.", `not (${any})`),
      ...TYPES.map(({ id, title, means }, at): Part => ({ ...part(id, title, means, firstOf(at)), detail: true })),
    ],
    identities: [
      { total: "trained", of: ["gained", "not_gained"] },
      { total: "gained", of: TYPES.map(({ id }) => id) },
    ],
    rates: [
      {
        ...{ id: "gained", title: "Skill gain", numerator: "gained", denominator: "trained" },
        ...{ did: "made a measurable skill gain", among: TRAINED, of: "made at least one measurable skill gain" },
      },
      ...TYPES.map(({ id, title, of }) => ({
        ...{ id, title, numerator: id, denominator: "trained" },
        ...{ did: of, among: TRAINED, of: `${of}, as the first of its types` },
      })),
    ],
  },
  shape: [
    { slice: "network", periods: ["all"], detail: true },
    { slice: "network", periods: ["year"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per episode and program year with training and without a level. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("learning_year as l")
    .where("l.track", "is", null)
    .where("l.excluded", "=", sql.lit(false))
    .select([
      sql<string>`l.enrollment_key || '/' || l.year`.as("unit_id"),
      "l.person_key",
      "l.partner_id",
      "l.program_id",
      "l.begins_on as anchored_on",
      sql<string>`'all'`.as("series"),
    ])
    .select(["l.diploma", "l.transcript", "l.milestone", "l.progression"]);
}
