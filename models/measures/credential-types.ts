import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, Part } from "./measure.ts";
import { certifiedByExit, recognizedTypeByExit } from "./population.ts";

const CERTIFIED = "people who left with a certificate";

/** Recognized types, of which each person counts under the first; by the column of the row. */
const RECOGNIZED = [
  {
    id: "degree_or_license",
    title: "Degree, license or certification",
    did: "earned a degree, license or certification",
  },
  { id: "certificate", title: "Occupational certificate", did: "earned an occupational certificate" },
  { id: "diploma", title: "High school diploma or equivalent", did: "earned a high school diploma" },
] as const;

const any = RECOGNIZED.map(({ id }) => id).join(" or ");
const firstOf = (at: number) =>
  [RECOGNIZED[at]!.id, ...RECOGNIZED.slice(0, at).map(({ id }) => `not ${id}`)].join(" and ");

const part = (id: string, title: string, means: string, when: string): Part => ({
  id,
  title,
  means,
  when,
  printed: true,
});

export const credentialTypes: Measure = {
  id: "credential-types",
  version: 1,
  title: "Certificates by type",
  question: "Of the people who leave with a certificate, how many earned which type?",
  numerator: "Episodes by the highest type of certificate or credential that the person earned in the time.",
  denominator:
    "Episodes of adults and unaccompanied youth that ended at least a year ago, with a certificate earned from entry to a year after exit.",
  exclusions: [
    "People who left for an institution or died.",
    "Children who came with a family.",
    "Credentials reported by another partner than the one whose episode it is.",
  ],
  source:
    "Types as in RSA-TAC-19-01, element 1800; work-readiness and safety certificates are no recognized credential by RSA-TAC-17-01. The order of the types, by which each person counts once, is the project's own.",
  unit: "people (episodes)",
  direction: "neither",
  quadrant: "better off",
  settlesAfterDays: 366,
  maturesAfterDays: 366,
  cohort: { people: CERTIFIED, quarter: "quarter of exit" },
  parameters: {
    order: "degree, license or certification; occupational certificate; diploma; any other",
    window: "from entry to one year after exit",
    cohort: "people by the day on which their episode ended",
  },
  requires: ["person", "enrollment", "credential"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: {
    kind: "share",
    base: "certified",
    parts: [
      {
        ...part("certified", "With a certificate", "Earned a certificate of any type by a year after exit.", "true"),
        population: certifiedByExit,
      },
      {
        ...part("recognized", "Of a recognized type", "At least one of a type that WIOA recognizes.", any),
        population: recognizedTypeByExit,
      },
      part("other", "Work-readiness or other only", "None of a recognized type.", `not (${any})`),
      ...RECOGNIZED.map(({ id, title }, at): Part => {
        const means = at === 0 ? `${title}.` : `${title}, and none of the types before it.`;
        return { ...part(id, title, means, firstOf(at)), detail: true };
      }),
    ],
    identities: [
      { total: "certified", of: ["recognized", "other"] },
      { total: "recognized", of: RECOGNIZED.map(({ id }) => id) },
    ],
    rates: [
      {
        ...{ id: "recognized", title: "Of a recognized type", numerator: "recognized", denominator: "certified" },
        ...{ did: "earned one of a recognized type", among: CERTIFIED },
        of: "earned at least one of a recognized type",
      },
      ...RECOGNIZED.map(({ id, title, did }) => ({
        ...{ id, title, numerator: id, denominator: "certified" },
        ...{ did, among: CERTIFIED, of: `${did} as their highest type` },
      })),
      {
        ...{ id: "other", title: "Work-readiness or other only", numerator: "other", denominator: "certified" },
        ...{ did: "earned only a work-readiness or other certificate", among: CERTIFIED },
        of: "earned only a work-readiness, safety or other certificate",
      },
    ],
  },
  shape: [
    { slice: "network", periods: ["all"], detail: true },
    { slice: "network", periods: ["year"] },
    { slice: "partner", periods: ["all"] },
    ...byGroup,
  ],
  query,
};

/** One row per ended episode with a certificate, and the types earned in it. */
function query(db: Kysely<Warehouse>) {
  const has = (types: string) => sql<boolean>`count(case when c.type in (${sql.raw(types)}) then 1 end) > 0`;
  return db
    .selectFrom("exiter as x")
    .innerJoin("credential as c", (join) =>
      join.onRef("c.partner_id", "=", "x.partner_id").onRef("c.person_key", "=", "x.person_key"),
    )
    .where("x.excluded", "=", sql.lit(false))
    .where(sql<boolean>`(c.enrollment_key is null or c.enrollment_key = x.enrollment_key)`)
    .where(sql<boolean>`c.earned_on between x.entered_on and x.year_after_on`)
    .groupBy(["x.enrollment_key", "x.person_key", "x.partner_id", "x.program_id", "x.exited_on"])
    .select([
      "x.enrollment_key as unit_id",
      "x.person_key",
      "x.partner_id",
      "x.program_id",
      "x.exited_on as anchored_on",
    ])
    .select([
      sql<string>`'all'`.as("series"),
      has("'associate', 'bachelor', 'graduate', 'license', 'certification'").as("degree_or_license"),
      has("'certificate'").as("certificate"),
      has("'diploma'").as("diploma"),
    ]);
}
