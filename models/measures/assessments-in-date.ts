import { type Kysely, sql } from "kysely";
import { FORM_AGE_LIMIT_DAYS } from "../facts/latest-form.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Measure } from "./measure.ts";
import { adultsByEntry, adultsByExit, adultsWithoutBaseline } from "./population.ts";

const AMONG = "people now in a program that uses the matrix";

export const assessmentsInDate: Measure = {
  id: "assessments-in-date",
  version: 1,
  title: "Assessments in date",
  question: "Of the people now in a program that uses the matrix, how many have an assessment that has not expired?",
  numerator: `Episodes whose latest assessment is at most ${FORM_AGE_LIMIT_DAYS} days old on the as-of date.`,
  denominator: "Episodes of adults and unaccompanied youth open on the as-of date, at partners that use the matrix.",
  exclusions: ["Episodes that have ended.", "Children who came with a family."],
  source:
    "Assessments as partners report them; the age limit of one year as deployed by Green River; that it is looked at on the as-of date is the project's own.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: 0,
  cohort: { people: "people who entered", quarter: "quarter of entry" },
  parameters: { "age limit of a form": `${FORM_AGE_LIMIT_DAYS} days`, "looked at": "on the as-of date" },
  requires: ["person", "enrollment", "assessment_score"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: {
    kind: "share",
    base: "eligible",
    parts: [
      {
        ...{ id: "eligible", title: "Entered", means: "Episodes of adults and unaccompanied youth." },
        ...{ when: "true", printed: true, population: adultsByEntry },
      },
      {
        ...{
          id: "left",
          title: "Left",
          means: "Episodes that have ended, but for those that ended in an institution or by death.",
        },
        ...{ when: "left_network", printed: true, population: adultsByExit },
      },
      {
        ...{ id: "excluded", title: "Died or left for an institution", means: "Episodes that ended so." },
        ...{ when: "excluded", printed: false },
      },
      {
        ...{ id: "open", title: "In a program", means: "Episodes of adults open on the as-of date." },
        ...{ when: "is_open", printed: true },
      },
      {
        ...{ id: "in_date", title: "In date", means: "The latest assessment has not expired." },
        ...{ when: "is_open and in_date", printed: true },
      },
      {
        ...{ id: "expired", title: "Expired", means: "The latest assessment is older than the age limit." },
        ...{ when: "is_open and assessed_on is not null and not in_date", printed: true },
      },
      {
        ...{ id: "never", title: "Never assessed", means: "There is no assessment yet." },
        ...{ when: "is_open and assessed_on is null", printed: true, within: adultsWithoutBaseline },
      },
    ],
    identities: [
      { total: "eligible", of: ["open", "left", "excluded"] },
      { total: "open", of: ["in_date", "expired", "never"] },
    ],
    rates: [
      {
        ...{ id: "in_date", title: "In date", numerator: "in_date", denominator: "open" },
        ...{ did: "have an assessment in date", among: AMONG, of: "have an assessment that has not expired" },
      },
      {
        ...{ id: "expired", title: "Expired", numerator: "expired", denominator: "open" },
        ...{ did: "have only an expired assessment", among: AMONG, of: "have only an assessment that has expired" },
      },
      {
        ...{ id: "never", title: "Never assessed", numerator: "never", denominator: "open" },
        ...{ did: "were never assessed", among: AMONG, of: "have never been assessed" },
      },
    ],
  },
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per episode of an adult: open with its latest form, or how it ended. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("episode as e")
    .leftJoin("latest_form as f", "f.enrollment_key", "e.enrollment_key")
    .leftJoin("exiter as x", "x.enrollment_key", "e.enrollment_key")
    .where("e.assessable", "=", sql.lit(true))
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
      "f.assessed_on",
      sql<boolean>`coalesce(f.in_date, false)`.as("in_date"),
      sql<boolean>`f.enrollment_key is not null`.as("is_open"),
      sql<boolean>`coalesce(not x.excluded, false)`.as("left_network"),
      sql<boolean>`coalesce(x.excluded, false)`.as("excluded"),
    ]);
}
