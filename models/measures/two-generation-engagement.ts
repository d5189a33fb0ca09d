import { type Kysely, sql } from "kysely";
import { FAMILY_YEAR_DAYS } from "../facts/family.ts";
import { TOGETHER_DAYS } from "../facts/family-engagement.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, MeasureKind, Part } from "./measure.ts";
import { familiesByEntry } from "./population.ts";

const ENTERED = "families who entered";
const FAMILIES = `${ENTERED} with an adult and a child`;

const part = (id: string, title: string, means: string, when: string): Part => ({
  id,
  title,
  means,
  when,
  printed: true,
});

/** Families by who of them had a service: both generations together, adults without children, and all others. */
const engagementKind: MeasureKind = {
  kind: "share",
  base: "families",
  parts: [
    {
      ...part("families", "Families", "Families with an adult and a child, first enrolled a year ago or more.", "true"),
      population: familiesByEntry,
    },
    part(
      "together",
      "Both generations, together",
      `An adult and a child had services with at most ${TOGETHER_DAYS} days between them.`,
      "together",
    ),
    part(
      "adults_only",
      "Adults only",
      "An adult had a service and no child had one.",
      "adult_engaged and not child_engaged",
    ),
    part(
      "neither_way",
      "No adult, or apart",
      `No adult had a service, or none within ${TOGETHER_DAYS} days of a child's.`,
      "not adult_engaged or (child_engaged and not together)",
    ),
  ],
  identities: [{ total: "families", of: ["together", "adults_only", "neither_way"] }],
  rates: [
    {
      ...{ id: "together", title: "Both generations, together", numerator: "together", denominator: "families" },
      ...{ did: `had services for both generations within ${TOGETHER_DAYS} days`, among: FAMILIES },
      of: `had a service for an adult and one for a child within ${TOGETHER_DAYS} days of each other`,
    },
  ],
};

export const twoGenerationEngagement: Measure = {
  id: "two-generation-engagement",
  version: 1,
  title: "Families engaged in both generations",
  question: "Of the families with an adult and a child, in how many were both generations engaged in their first year?",
  numerator: `Families of which an adult and a child had services in the year, with at most ${TOGETHER_DAYS} days between them.`,
  denominator:
    "Families, as partners define them, with at least one adult and one child on the day of their first enrollment, at least 365 days ago.",
  exclusions: [
    "Households without an adult or without a child on that day; whoever joins later does not count.",
    "Families that first enrolled less than 365 days ago.",
    "What other partners do for people who cannot be linked: it is not seen.",
  ],
  source:
    "Households as partners report them, after Ascend at the Aspen Institute and 2Gen for Tennessee (families define themselves); engagement, its first year, the 90 days and the frozen composition are the project's own rules.",
  unit: "families",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: FAMILY_YEAR_DAYS,
  maturesAfterDays: FAMILY_YEAR_DAYS,
  cohort: { people: ENTERED, quarter: "quarter of first entry" },
  parameters: {
    family: "a household as its partner sends it; a family known to two partners is one at each",
    composition: "members on the day of the first enrollment, without whom their age shows to be born later",
    adult: "head, partner or other adult of the household whatever the age, or 18 and over; a child is under 18",
    engaged: "a service on record from that day to 365 days after it; an enrollment alone is not enough",
    together: `at most ${TOGETHER_DAYS} days between an adult's and a child's service`,
    group: "that of the head of the family, else of its first enrolled adult, else of its first enrolled member",
    cohort: "families by the day of their first enrollment, once the year has passed",
  },
  requires: ["person", "household_member", "enrollment", "service"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All families" }],
  kind: engagementKind,
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per family of two generations. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("family_engagement as f")
    .select([
      sql<string>`f.partner_id || '/' || f.household_key`.as("unit_id"),
      "f.head_key as person_key",
      "f.partner_id",
      "f.program_id",
      "f.first_on as anchored_on",
      sql<string>`'all'`.as("series"),
      "f.adult_engaged",
      "f.child_engaged",
      "f.together",
    ]);
}
