import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import { countKind } from "./count-kind.ts";
import type { Measure } from "./measure.ts";

export const peopleServed: Measure = {
  id: "people-served",
  version: 1,
  title: "People served",
  question: "How many different people has the network served, and is it on pace to its goal?",
  numerator: "People with at least one enrollment in a program of the network.",
  denominator: "None: this is a count.",
  exclusions: ["Enrollments that begin after the as-of date.", "Rows set aside because they break the contract."],
  source:
    "Enrollments and persons as partners report them; counting rule by the project, after the unduplicated counts of HUD and WIOA.",
  unit: "people",
  direction: "higher is better",
  quadrant: "how much",
  settlesAfterDays: 0,
  cohort: { people: "people who entered", quarter: "quarter of first entry" },
  parameters: {
    "counted in": "the period of the person's first enrollment in the unit",
    "unduplicated by": "linkage token where the partner sends one, else once per partner",
  },
  requires: ["person", "enrollment"],
  unduplicated: true,
  series: [{ id: "all", title: "All people" }],
  kind: countKind,
  shape: [
    { slice: "network", periods: ["all", "year", "quarter"] },
    { slice: "tier", periods: ["all", "year", "quarter"] },
    { slice: "partner", periods: ["all", "year", "quarter"] },
    { slice: "program", periods: ["all", "year"] },
    ...byGroup,
  ],
  query,
};

/** One row per person and program: the first entry. The evaluator takes the first of these in each unit. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("episode as e")
    .groupBy(["e.network_person_key", "e.partner_id", "e.program_id", "e.linked"])
    .select([
      sql<string>`e.network_person_key || '/' || e.program_id`.as("unit_id"),
      "e.network_person_key as person_key",
      "e.partner_id",
      "e.program_id",
      sql<string>`min(e.entered_on)`.as("anchored_on"),
      sql<string>`'all'`.as("series"),
      "e.linked",
    ]);
}
