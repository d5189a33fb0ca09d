import { type Kysely, sql } from "kysely";
import { FORM_AGE_LIMIT_DAYS } from "../facts/latest-form.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Measure } from "./measure.ts";

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
    base: "open",
    parts: [
      {
        ...{ id: "open", title: "In a program", means: "Episodes of adults open on the as-of date." },
        ...{ when: "true", printed: true },
      },
      {
        ...{ id: "in_date", title: "In date", means: "The latest assessment has not expired." },
        ...{ when: "in_date", printed: true },
      },
      {
        ...{ id: "expired", title: "Expired", means: "The latest assessment is older than the age limit." },
        ...{ when: "assessed_on is not null and not in_date", printed: true },
      },
      {
        ...{ id: "never", title: "Never assessed", means: "There is no assessment yet." },
        ...{ when: "assessed_on is null", printed: true },
      },
    ],
    identities: [{ total: "open", of: ["in_date", "expired", "never"] }],
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
  shape: [{ slice: "network", periods: ["all"] }],
  query,
};

/** One row per open episode of an adult. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("latest_form as f")
    .select([
      "f.enrollment_key as unit_id",
      "f.person_key",
      "f.partner_id",
      "f.program_id",
      "f.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
      "f.assessed_on",
      "f.in_date",
    ]);
}
