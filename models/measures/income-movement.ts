import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import { ENTERED, incomeMovementKind } from "./income-movement-kind.ts";
import type { Measure } from "./measure.ts";

/** A year, and the 30 days after it that HUD leaves for the annual assessment. */
const MATURES_DAYS = 395;

export const incomeMovement: Measure = {
  id: "income-movement",
  version: 1,
  title: "Movement of income",
  question: "Do people have more income, and more income from work, than when they came?",
  numerator:
    "Episodes in which monthly income, and income from work, was gained, rose, stayed, fell, was lost or was never there.",
  denominator:
    "Episodes of adults and unaccompanied youth that began at least 395 days ago, be their income known or not.",
  exclusions: [
    "People who entered less than 395 days ago: those who are still there had no annual assessment yet.",
    "Children who came with a family.",
    "Partners that do not record income.",
  ],
  source:
    "HUD's annual performance report, question 19, for the classes, and system performance measure 4 for leaving people with an unknown income in the share, as not increased. HUD counts people who stay and people who leave apart, and only in homeless projects: that both are counted together, of everybody who entered, is the project's own rule, so these are not HUD's figures. Dollars are those of the day, not adjusted for prices.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: MATURES_DAYS,
  maturesAfterDays: MATURES_DAYS,
  cohort: { people: ENTERED, quarter: "quarter of entry" },
  parameters: {
    before: "latest report of the entry stage",
    after: "for people who left the latest report of the exit stage, for the others the latest annual assessment",
    known: "both amounts are known at both times; income from work counts only where it is said to be there",
    cohort: "people by the day on which their episode began, once 395 days have passed",
  },
  requires: ["person", "enrollment", "income"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: incomeMovementKind,
  shape: [{ slice: "network", periods: ["all"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per episode; amounts are known all four or none. */
function query(db: Kysely<Warehouse>) {
  const known = sql`p.total_before is not null and p.total_after is not null`;
  const amount = (name: "total_before" | "total_after" | "earned_before" | "earned_after") =>
    sql<number | null>`case when ${known} then p.${sql.raw(name)} end`.as(name);
  return db
    .selectFrom("income_pair as p")
    .select([
      "p.enrollment_key as unit_id",
      "p.person_key",
      "p.partner_id",
      "p.program_id",
      "p.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
    ])
    .select([amount("total_before"), amount("total_after"), amount("earned_before"), amount("earned_after")]);
}
