import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Measure, MeasureKind } from "./measure.ts";
import { allFamiliesByEntry, familiesByEntry } from "./population.ts";

const kind: MeasureKind = {
  kind: "count",
  base: "families",
  parts: [
    {
      id: "families",
      title: "Families",
      means: "Families, each counted once at each partner.",
      when: "true",
      printed: true,
      population: allFamiliesByEntry,
    },
    {
      id: "two_generations",
      title: "With an adult and a child",
      means: "At least one adult and one child on the first day.",
      when: "two_generations",
      printed: true,
      population: familiesByEntry,
    },
    {
      id: "others",
      title: "Other families",
      means: "No child, no adult, or nobody knows who is one.",
      when: "not two_generations",
      printed: true,
    },
  ],
  identities: [{ total: "families", of: ["two_generations", "others"] }],
  rates: [],
};

export const familiesServed: Measure = {
  id: "families-served",
  version: 1,
  title: "Families served",
  question: "How many families has the network served?",
  numerator: "Families of which at least one member has an enrollment in a program of the partner.",
  denominator: "None: this is a count.",
  exclusions: [
    "Households of one person.",
    "Members whom their age shows to be born after the family's first day, and who join later.",
    "Enrollments of a member that name another household, and those that begin after the last day of the data.",
  ],
  source:
    "Households as partners report them, after Ascend at the Aspen Institute and 2Gen for Tennessee (families define themselves); the first day and the frozen composition are the project's own rules.",
  unit: "families",
  direction: "higher is better",
  quadrant: "how much",
  settlesAfterDays: 0,
  cohort: { people: "families who entered", quarter: "quarter of first entry" },
  parameters: {
    family:
      "two or more members of a household as its partner sends it, on the day the first of them enrolled; a family known to two partners is one at each",
    adult: "head, partner or other adult of the household whatever the age, or 18 and over; a child is under 18",
    "counted in": "the period of the family's first enrollment",
    "counted people": "a count rests on as many heads of families as the threshold asks for",
  },
  requires: ["person", "household_member", "enrollment"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All families" }],
  kind,
  shape: [
    { slice: "network", periods: ["all", "year"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per family. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("served_family as f")
    .select([
      sql<string>`f.partner_id || '/' || f.household_key`.as("unit_id"),
      "f.head_key as person_key",
      "f.partner_id",
      "f.program_id",
      "f.first_on as anchored_on",
      sql<string>`'all'`.as("series"),
      "f.two_generations",
    ]);
}
