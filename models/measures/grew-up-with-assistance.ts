import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, Part } from "./measure.ts";
import { adultsBenefited } from "./population.ts";

/** Days from entry within which a month of a benefit begins. */
const HORIZON_DAYS = 90;

const RECEIVED = "people who entered and received a benefit";

const part = (id: string, title: string, means: string, when: string): Part => {
  return { id, title, means, when, printed: true };
};

export const grewUpWithAssistance: Measure = {
  id: "grew-up-with-assistance",
  version: 1,
  title: "Grew up with the same assistance",
  question: "Of the people who enter and receive a benefit, how many grew up in a family that received the same one?",
  numerator:
    "Episodes of people who say that their family received, when they grew up, a benefit they have in their first 90 days.",
  denominator:
    "Episodes of adults and unaccompanied youth with a benefit in their first 90 days who answered the question for at least one such benefit; those without an answer are shown.",
  exclusions: [
    "Partners that do not ask.",
    "People who were not asked, or did not know: shown apart, and not in the share.",
    "Benefits that only the family of today, or only the family of childhood, received.",
    "Episodes that began less than 90 days ago.",
    "Children who came with a family.",
  ],
  source:
    "The answers of the people themselves, as partners record them with each benefit; no rule is published for it, so the rule is the project's own. Many things lead to needing help, and the share does not say that assistance is one of them.",
  unit: "people (episodes)",
  direction: "neither",
  quadrant: "how much",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: RECEIVED, quarter: "quarter of entry" },
  parameters: {
    horizon: `months from that of entry to ${HORIZON_DAYS} days after it`,
    "the same": "the same benefit, be it in another place, by another name or under other rules",
    "several benefits": "yes for one of them is enough; no means no for every one with an answer",
    cohort: "people by the day on which their episode began, once the horizon has passed",
  },
  requires: ["person", "enrollment", "benefit_month", "benefit_month.grew_up_with_assistance"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: {
    kind: "share",
    base: "benefited",
    parts: [
      {
        ...part("benefited", "With a benefit", "At least one month of a benefit in the first 90 days.", "true"),
        population: adultsBenefited,
      },
      part("answered", "Answered", "Said yes or no of at least one benefit.", "same is not null"),
      part("not_answered", "No answer", "Not asked, or not known.", "same is null"),
      part("same", "Grew up with it", "The family they grew up in received the same benefit.", "same"),
      part("not_same", "Did not grow up with it", "The family they grew up in did not receive it.", "not same"),
    ],
    identities: [
      { total: "benefited", of: ["answered", "not_answered"] },
      { total: "answered", of: ["same", "not_same"] },
    ],
    rates: [
      {
        ...{ id: "same", title: "Grew up with the same assistance", numerator: "same", denominator: "answered" },
        did: "grew up in a family that received the same benefit",
        among: `${RECEIVED} and answered`,
        of: "grew up in a family that received the same benefit",
      },
      {
        ...{ id: "not_answered", title: "No answer", numerator: "not_answered", denominator: "benefited" },
        did: "were not asked or did not know",
        among: RECEIVED,
        of: "were not asked whether they grew up with it, or did not know",
      },
    ],
  },
  shape: [{ slice: "network", periods: ["all"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per episode with a benefit; `same` is null where nobody answered. */
function query(db: Kysely<Warehouse>) {
  const first = sql`cast(date_trunc('month', cast(e.entered_on as timestamp)) as date)`;
  const said = (answer: string) => sql`count(case when b.grew_up_with_assistance = ${sql.lit(answer)} then 1 end) > 0`;
  return db
    .selectFrom("episode as e")
    .innerJoin("benefit_month as b", (join) =>
      join.onRef("b.partner_id", "=", "e.partner_id").onRef("b.person_key", "=", "e.person_key"),
    )
    .where("e.assessable", "=", sql.lit(true))
    .where(sql<boolean>`b.month between ${first} and e.entered_on + ${sql.lit(HORIZON_DAYS)}`)
    .groupBy(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.entered_on"])
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<boolean | null>`case when ${said("yes")} then true when ${said("no")} then false end`.as("same"),
    ]);
}
