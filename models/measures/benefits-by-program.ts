import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { BENEFITS, benefitsByProgramKind, ENTERED } from "./benefits-by-program-kind.ts";
import type { Measure } from "./measure.ts";

/** Days from entry within which a month of a benefit begins. */
const HORIZON_DAYS = 90;

export const benefitsByProgram: Measure = {
  id: "benefits-by-program",
  version: 1,
  title: "Benefits by program",
  question: "Of the people who enter, how many have which benefit in their first 90 days, and in how many months?",
  numerator: "Episodes of people with at least one month of the benefit on record at that partner in the time.",
  denominator: "Episodes of adults and unaccompanied youth that began at least 90 days ago.",
  exclusions: [
    "Benefits that the partner does not report: they are not seen, so that each share is rather too low.",
    "Months that begin more than 90 days after entry, or before the month of entry.",
    "Benefits on record for another member of the family only.",
    "Children who came with a family.",
  ],
  source: "Months of benefits as partners report them; no rule is published for it, so the rule is the project's own.",
  unit: "people (episodes)",
  direction: "neither",
  quadrant: "how much",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: ENTERED, quarter: "quarter of entry" },
  parameters: {
    horizon: `months from that of entry to ${HORIZON_DAYS} days after it`,
    "several benefits": "a person counts under each, so the counts add up to more than the people with any",
    "most months": "three to five begin in the time, by the day of entry",
    cohort: "people by the day on which their episode began, once the horizon has passed",
  },
  requires: ["person", "enrollment", "benefit_month"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: benefitsByProgramKind,
  shape: [
    { slice: "network", periods: ["all"], detail: true },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per episode of an adult, with the months of each benefit in the time. */
function query(db: Kysely<Warehouse>) {
  const first = sql`cast(date_trunc('month', cast(e.entered_on as timestamp)) as date)`;
  const months = ({ id, codes }: (typeof BENEFITS)[number]) => {
    const listed = sql.join(codes.map((code) => sql.lit(code)));
    return sql<number>`cast(count(distinct case when b.benefit in (${listed}) then b.month end) as integer)`.as(
      `${id}_months`,
    );
  };
  return db
    .selectFrom("episode as e")
    .leftJoin("benefit_month as b", (join) =>
      join
        .onRef("b.partner_id", "=", "e.partner_id")
        .onRef("b.person_key", "=", "e.person_key")
        .on(sql<boolean>`b.month between ${first} and e.entered_on + ${sql.lit(HORIZON_DAYS)}`),
    )
    .where("e.assessable", "=", sql.lit(true))
    .groupBy(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.entered_on"])
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
    ])
    .select(BENEFITS.map(months));
}
