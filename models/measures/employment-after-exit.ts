import { type Kysely, sql } from "kysely";
import { FOURTH_QUARTER_OVER_DAYS } from "../facts/exiter.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import { crossedStatus } from "./crossed-status.ts";
import type { Measure, Part, Rate } from "./measure.ts";
import { adultsByExit } from "./population.ts";
import { sameEmployer, workIdentities, workMedians, workParts, workRates } from "./work-after-exit.ts";

const LEFT = "people who left";

/** The quarters looked at, with the months from the first day of the first quarter after exit to theirs. */
const QUARTERS = [
  { id: "q2", title: "second quarter after exit", months: 3 },
  { id: "q4", title: "fourth quarter after exit", months: 9 },
] as const;

const crossed = crossedStatus("q2", "q4");

/** What is counted of one quarter: its column is null where nobody knows. */
function partsOf({ id, title }: (typeof QUARTERS)[number]): Part[] {
  const part = (what: string, says: string, means: string, when: string): Part => {
    return { id: `${what}_${id}`, title: `${says}, ${title}`, means, when, printed: true };
  };
  return [
    part(
      "known",
      "Status known",
      "Employed in the quarter, or without a job as far as partners report.",
      `${id} is not null`,
    ),
    part("employed", "Employed", "Employed on at least one day of the quarter.", id),
    part("not_employed", "Not employed", "No job on record, or known to have stopped before it.", `not ${id}`),
    part(
      "unknown",
      "Not yet known",
      "Last heard of in a job before the quarter, or no word of it yet.",
      `${id} is null`,
    ),
    part("possible", "Employed or not known", "Employed in the quarter, or not yet known.", `${id} is null or ${id}`),
  ];
}

/** The share among those known, and the two it would lie between were everybody known. */
function ratesOf({ id, title: when }: (typeof QUARTERS)[number]): Rate[] {
  const title = `Employed in the ${when}`;
  const [known, employed] = [`were known to be employed in the ${when}`, `were employed in the ${when}`];
  const open = `${employed}, or may have been`;
  return [
    {
      ...{ id: `employed_${id}`, title, numerator: `employed_${id}`, denominator: `known_${id}` },
      ...{ did: employed, among: `${LEFT} whose status is known`, of: employed },
      bounds: { low: `at_least_${id}`, high: `at_most_${id}` },
    },
    {
      ...{ id: `at_least_${id}`, title: `${title}, at least`, numerator: `employed_${id}`, denominator: "left" },
      ...{ did: known, among: LEFT, of: known },
    },
    {
      ...{ id: `at_most_${id}`, title: `${title}, at most`, numerator: `possible_${id}`, denominator: "left" },
      ...{ did: open, among: LEFT, of: open },
    },
  ];
}

export const employmentAfterExit: Measure = {
  id: "employment-after-exit",
  version: 1,
  title: "Employed in the second and fourth quarter after exit",
  question: "Of the people who leave, how many are employed in the second and in the fourth quarter after they left?",
  numerator: "Episodes after which the person was employed on at least one day of the quarter, with any employer.",
  denominator:
    "Episodes of adults and unaccompanied youth that ended at least 456 days ago, so that the fourth quarter after exit is over, with status known in the quarter looked at.",
  exclusions: [
    "People who left for an institution or died.",
    "People with a job that was open when it was last heard of, before the quarter, and people of whom wage records are not in yet: shown apart as not yet known.",
    "Children who came with a family.",
    "Earnings of people with a job whose wage or hours are not known, and work without pay.",
  ],
  source:
    "WIOA employment rate in the second and fourth quarter after exit: RSA-TAC-17-01 (rev. 11 June 2024) for formula, calendar quarters and leaving out what is not yet known; RSA-TAC-19-01, element 923, codes 01 and 03 for exclusions. Employment is read from jobs partners report, not from wage records, and everybody without a job on record counts as not employed: that is the project's own rule. Retention with the same employer and median earnings in the second quarter after exit, and the conversion of wages, as in the same guidance, attachment III; earnings are worked out from the jobs partners report, and an employer nobody named counts as another one, which are the project's own rules.",
  unit: "people (periods of participation)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: FOURTH_QUARTER_OVER_DAYS,
  maturesAfterDays: FOURTH_QUARTER_OVER_DAYS,
  cohort: { people: LEFT, quarter: "quarter of exit" },
  parameters: {
    quarters: "calendar quarters; the first is the one after that of the exit",
    "same employer": "one employer named for a job in each of the two quarters, among people employed in the second",
    earnings:
      "hourly wage × hours a week × 13 weeks, in proportion to the days of the quarter the job lasted, all jobs together",
    "median earnings": "rounded to a dollar, with the 95% interval between two of the ordered values",
    counted: "each period of participation once, so that who comes back and leaves again counts again",
    verification: "any, the person's own word among them",
    cohort: "people by the day on which their episode ended",
  },
  requires: ["person", "enrollment", "job"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: {
    kind: "share",
    base: "left",
    parts: [
      {
        id: "left",
        title: "Left",
        means: "Episodes that ended at least 456 days ago.",
        when: "true",
        printed: true,
        population: adultsByExit,
      },
      ...QUARTERS.flatMap(partsOf),
      ...crossed.parts,
      ...workParts,
    ],
    identities: [
      ...QUARTERS.flatMap(({ id }) => [
        { total: "left", of: [`known_${id}`, `unknown_${id}`] },
        { total: `known_${id}`, of: [`employed_${id}`, `not_employed_${id}`] },
        { total: `possible_${id}`, of: [`employed_${id}`, `unknown_${id}`] },
      ]),
      ...crossed.identities,
      ...workIdentities,
    ],
    rates: [...QUARTERS.flatMap(ratesOf), ...workRates],
  },
  medians: workMedians,
  shape: [
    { slice: "network", periods: ["all", "year"], detail: true },
    { slice: "partner", periods: ["all"], detail: true },
    ...byGroup,
  ],
  query,
};

/** One row per ended episode; a quarter is null where it is not known. */
function query(db: Kysely<Warehouse>) {
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
    .select([sql<string>`'all'`.as("series"), ...QUARTERS.map((quarter) => employedIn(quarter).as(quarter.id))])
    .leftJoin("exit_quarter_earnings as w", "w.enrollment_key", "x.enrollment_key")
    .select([sameEmployer.as("same_employer"), "w.cents as earned_cents"]);
}

function employedIn({ months }: (typeof QUARTERS)[number]) {
  const first = sql`cast(x.first_quarter_starts_on + interval '${sql.raw(String(months))} months' as date)`;
  const last = sql`cast(x.first_quarter_starts_on + interval '${sql.raw(String(months + 3))} months' - interval '1 day' as date)`;
  const spell = (then: ReturnType<typeof sql>) =>
    sql<boolean>`exists (select 1 from employment_spell as s where s.partner_id = x.partner_id and s.person_key = x.person_key and ${then})`;
  return sql<boolean | null>`case when ${spell(sql`s.started_on <= ${last} and s.observed_to >= ${first}`)} then true
    when not ${spell(sql`not s.ended and s.observed_to < ${first}`)} and coalesce(x.work_known_to, ${last}) >= ${last} then false end`;
}
