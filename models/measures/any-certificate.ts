import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, Part } from "./measure.ts";
import { adultsByExit, certifiedByExit } from "./population.ts";

const LEFT = "people who left";

const part = (id: string, title: string, means: string, when: string): Part => ({
  id,
  title,
  means,
  when,
  printed: true,
});
const hidden = (id: string, title: string, when: string): Part => ({ id, title, means: title, when, printed: false });

export const anyCertificate: Measure = {
  id: "any-certificate",
  version: 1,
  title: "Any certificate earned",
  question: "Of the people who leave, how many earn a certificate of any kind?",
  numerator: "Episodes in which the person earned at least one certificate or credential of any type in the time.",
  denominator:
    "Episodes of adults and unaccompanied youth that ended at least a year ago, so that both times rest on the same people.",
  exclusions: [
    "People who left for an institution or died.",
    "Children who came with a family.",
    "Credentials reported by another partner than the one whose episode it is.",
  ],
  source:
    "Kept apart from recognized credentials, which RSA-TAC-17-01 defines; exits left out as in RSA-TAC-19-01, element 923, codes 01 and 03; the denominator has no published rule and is the project's own.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: 366,
  maturesAfterDays: 366,
  cohort: { people: LEFT, quarter: "quarter of exit" },
  parameters: {
    types: "any, work-readiness and safety certificates among them",
    cohort: "people by the day on which their episode ended",
  },
  requires: ["person", "enrollment", "credential"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: {
    kind: "share",
    base: "left",
    parts: [
      { ...part("left", "Left", "Episodes that ended at least a year ago.", "true"), population: adultsByExit },
      part(
        "in_program",
        "Earned a certificate within the program",
        "At least one certificate of any type from entry to exit.",
        "in_program",
      ),
      {
        ...part(
          "within_year",
          "Earned a certificate by a year after exit",
          "At least one certificate of any type from entry to a year after exit.",
          "within_year",
        ),
        population: certifiedByExit,
      },
      hidden("after_exit", "Earned a certificate only after exit", "within_year and not in_program"),
      hidden("none", "No certificate on record", "not within_year"),
    ],
    identities: [
      { total: "left", of: ["within_year", "none"] },
      { total: "within_year", of: ["in_program", "after_exit"] },
    ],
    rates: [
      {
        id: "in_program",
        title: "Earned a certificate within the program",
        numerator: "in_program",
        denominator: "left",
        did: "earned a certificate while in the program",
        among: LEFT,
        of: "earned at least one certificate of any type while in the program",
      },
      {
        id: "within_year",
        title: "Earned a certificate by a year after exit",
        numerator: "within_year",
        denominator: "left",
        did: "earned a certificate by a year after they left",
        among: LEFT,
        of: "earned at least one certificate of any type by a year after they left",
      },
    ],
  },
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per ended episode. */
function query(db: Kysely<Warehouse>) {
  const earnedBy = (last: "exited_on" | "year_after_on") =>
    sql<boolean>`exists (select 1 from credential as c where c.partner_id = x.partner_id and c.person_key = x.person_key
      and (c.enrollment_key is null or c.enrollment_key = x.enrollment_key) and c.earned_on between x.entered_on and x.${sql.raw(last)})`;
  return db
    .selectFrom("exiter as x")
    .where("x.excluded", "=", sql.lit(false))
    .select([
      "x.enrollment_key as unit_id",
      "x.person_key",
      "x.partner_id",
      "x.program_id",
      "x.exited_on as anchored_on",
    ])
    .select([
      sql<string>`'all'`.as("series"),
      earnedBy("exited_on").as("in_program"),
      earnedBy("year_after_on").as("within_year"),
    ]);
}
