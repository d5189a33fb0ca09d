import { type Kysely, sql } from "kysely";
import { FOURTH_QUARTER_OVER_DAYS } from "../facts/exiter.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { adultsByExit, recognizedTypeByExit } from "./population.ts";
import { shareKind } from "./share-kind.ts";

const POSTSECONDARY = "'associate', 'bachelor', 'graduate', 'license', 'certificate', 'certification'";

export const recognizedCredential: Measure = {
  id: "recognized-credential",
  version: 1,
  title: "Recognized credential earned",
  question: "Of the people in training who leave, how many earn a recognized credential, as WIOA counts it?",
  numerator:
    "Episodes in which the person earned a recognized postsecondary credential during participation or within a year of exit, or a secondary diploma then and was employed in one of the four quarters after exit.",
  denominator:
    "Episodes of adults and unaccompanied youth with a training or class in the program, that ended at least 456 days ago, so that the fourth quarter after exit is over.",
  exclusions: [
    "Work-readiness and safety certificates, and certificates of a type not named: not recognized.",
    "People who left for an institution or died.",
    "People without a training or class on record in the program.",
    "Enrollment in education after exit, the other way in which WIOA lets a diploma count: partners do not send it.",
    "Children who came with a family.",
  ],
  source:
    "WIOA credential attainment: RSA-TAC-17-01 (rev. 11 June 2024) and RSA-TAC-19-01, elements 923 (codes 01 and 03) and 1800 to 1805; graduate degree as code 8 from general knowledge, not checked against a source. Who is in training is read from services, because partners send no type of training, so that on-the-job and customized training are not left out: that is the project's own rule.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: FOURTH_QUARTER_OVER_DAYS,
  maturesAfterDays: FOURTH_QUARTER_OVER_DAYS,
  cohort: { people: "people who left", quarter: "quarter of exit" },
  parameters: {
    window: "from entry to one year after exit",
    "employed after exit": "a job on record in any of the four calendar quarters after that of the exit",
    cohort: "people by the day on which their episode ended",
  },
  requires: ["person", "enrollment", "service", "credential", "job"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults in training" }],
  kind: shareKind({
    base: {
      id: "trained",
      title: "Left after training",
      means: "Episodes with a training or class, ended long enough ago to look at.",
      within: adultsByExit,
    },
    met: {
      id: "credentialed",
      title: "Earned a recognized credential",
      means: "By the WIOA rule.",
      within: recognizedTypeByExit,
    },
    unmet: { id: "not_credentialed", title: "No recognized credential", means: "None on record by the WIOA rule." },
    did: "earned a recognized credential",
    among: "people who left after training",
    of: "earned a recognized credential by a year after they left",
  }),
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per ended episode with a training in it. */
function query(db: Kysely<Warehouse>) {
  const trained = sql<boolean>`exists (select 1 from service as s where s.partner_id = x.partner_id and s.person_key = x.person_key
    and s.program_id = x.program_id and s.type = 'training' and s.provided_on between x.entered_on and x.exited_on)`;
  return db
    .selectFrom("exiter as x")
    .where("x.excluded", "=", sql.lit(false))
    .where(trained)
    .select([
      "x.enrollment_key as unit_id",
      "x.person_key",
      "x.partner_id",
      "x.program_id",
      "x.exited_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<boolean>`${earned(POSTSECONDARY)} or (${earned("'diploma'")} and ${employedAfter})`.as("met"),
    ]);
}

const earned = (types: string) =>
  sql<boolean>`exists (select 1 from credential as c where c.partner_id = x.partner_id and c.person_key = x.person_key
    and (c.enrollment_key is null or c.enrollment_key = x.enrollment_key)
    and c.type in (${sql.raw(types)}) and c.earned_on between x.entered_on and x.year_after_on)`;

const employedAfter = sql<boolean>`exists (select 1 from employment_spell as j where j.partner_id = x.partner_id and j.person_key = x.person_key
  and j.started_on <= x.fourth_quarter_ends_on and j.observed_to >= x.first_quarter_starts_on)`;
