import { type Kysely, sql } from "kysely";
import { FAMILY_YEAR_DAYS } from "../facts/family.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, Part, Rate } from "./measure.ts";
import { familiesByEntry } from "./population.ts";

const ENTERED = "families who entered";
const MEASURED = `${ENTERED} and were measured in both generations`;

const progressed = (generation: "adult" | "child") => `${generation}_progress = 'progress'`;
const stayed = (generation: "adult" | "child") => `${generation}_progress = 'no_progress'`;
const unmeasured = (generation: "adult" | "child") => `${generation}_progress = 'unmeasured'`;

/** Families measured in both generations, by which of them made progress. */
const MEASURED_CELLS = [
  {
    id: "whole_family",
    title: "Both generations made progress",
    when: `${progressed("adult")} and ${progressed("child")}`,
    did: "made progress in both generations",
  },
  {
    id: "adults_alone",
    title: "Only adults made progress",
    when: `${progressed("adult")} and ${stayed("child")}`,
    did: "made progress only among the adults",
  },
  {
    id: "children_alone",
    title: "Only children made progress",
    when: `${stayed("adult")} and ${progressed("child")}`,
    did: "made progress only among the children",
  },
  {
    id: "neither",
    title: "Neither made progress",
    when: `${stayed("adult")} and ${stayed("child")}`,
    did: "made progress in neither generation",
  },
] as const;

const part = (id: string, title: string, when: string): Part => ({
  id,
  title,
  means: `Families: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
  when,
  printed: true,
});

const parts: readonly Part[] = [
  {
    id: "families",
    title: "Families",
    means: "Families with an adult and a child, first enrolled a year ago or more.",
    when: "true",
    printed: true,
    population: familiesByEntry,
  },
  part("measured", "Both generations measured", `not ${unmeasured("adult")} and not ${unmeasured("child")}`),
  part("not_measured", "One generation or both not measured", `${unmeasured("adult")} or ${unmeasured("child")}`),
  ...MEASURED_CELLS.map(({ id, title, when }) => part(id, title, when)),
];

const rates: readonly Rate[] = [
  ...MEASURED_CELLS.map(({ id, title, did }) => {
    return { id, title, numerator: id, denominator: "measured", did, among: MEASURED, of: did };
  }),
  {
    ...{ id: "measured", title: "Both generations measured", numerator: "measured", denominator: "families" },
    ...{ did: "were measured in both generations", among: `${ENTERED} with an adult and a child` },
    of: "were measured in both generations",
  },
];

export const wholeFamilyProgress: Measure = {
  id: "whole-family-progress",
  version: 1,
  title: "Whole-family progress",
  question: "In how many families did both the adults and the children make progress in their first year?",
  numerator: "Families in which at least one adult made progress, and the children did.",
  denominator:
    "Families, as partners define them, with at least one adult and one child on the day of their first enrollment, at least 365 days ago, of which both generations were measured.",
  exclusions: [
    "Families of which a generation was not measured: they are shown, and are in no share of progress.",
    "A job, a credential or a level gained by an adult who was not scored twice: who has none would not be seen, so the adults stay unmeasured.",
    "Families of partners that make no assessments.",
    "Households without an adult or without a child on that day; whoever joins later does not count.",
    "Families that first enrolled less than 365 days ago.",
  ],
  source:
    "Arizona Statewide Program Evaluation Project (2006) for the matrix; that both generations must make progress after Ascend at the Aspen Institute and Connecticut's whole-family outcomes; what counts as measured and as progress are the project's own rules.",
  unit: "families",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: FAMILY_YEAR_DAYS,
  maturesAfterDays: FAMILY_YEAR_DAYS,
  cohort: { people: ENTERED, quarter: "quarter of first entry" },
  parameters: {
    "adults' progress":
      "more of one adult's own domains rose than fell, or an adult began a job, earned a credential or gained an educational level",
    "children's progress":
      "more of the domains child care, children's education and parenting rose than fell, on the forms of the head of the household, else of the next adult with any",
    measured:
      "one domain of the generation scored on two days, from 30 days before the first enrollment to 365 days after it",
    adult: "head, partner or other adult of the household whatever the age, or 18 and over; a child is under 18",
    family: "a household as its partner sends it; a family known to two partners is one at each",
    composition: "members on the day of the first enrollment, without whom their age shows to be born later",
    group: "that of the head of the family, else of its first enrolled adult, else of its first enrolled member",
    cohort: "families by the day of their first enrollment, once the year has passed",
  },
  requires: ["person", "household_member", "enrollment", "assessment_score"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All families" }],
  kind: {
    kind: "share",
    base: "families",
    parts,
    identities: [
      { total: "families", of: ["measured", "not_measured"] },
      { total: "measured", of: MEASURED_CELLS.map(({ id }) => id) },
    ],
    rates,
  },
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per family of two generations. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("family_progress as f")
    .select([
      sql<string>`f.partner_id || '/' || f.household_key`.as("unit_id"),
      "f.head_key as person_key",
      "f.partner_id",
      "f.program_id",
      "f.first_on as anchored_on",
      sql<string>`'all'`.as("series"),
      "f.adult_progress",
      "f.child_progress",
    ]);
}
