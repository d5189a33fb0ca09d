import { type Kysely, sql } from "kysely";
import { PLACEMENT_WINDOW_DAYS } from "../facts/placement.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Measure, Part } from "./measure.ts";
import { adultsByExit } from "./population.ts";

const LEFT = "people who left";
const COMPARED = `${LEFT} with a wage before and after`;

const part = (id: string, title: string, means: string, when: string): Part => ({
  id,
  title,
  means,
  when,
  printed: true,
});

export const hourlyWageGain: Measure = {
  id: "hourly-wage-gain",
  version: 1,
  title: "Hourly wage gain",
  question: "Do people who worked before they came earn more an hour afterwards?",
  numerator:
    "Episodes after which the hourly wage of the latest job is higher than that of the latest job from before.",
  denominator: `Episodes that ended at least ${PLACEMENT_WINDOW_DAYS} days ago, of people with a wage from before and a later one.`,
  exclusions: [
    "People without a job from before entry on record, or whose latest such job has no hourly wage: nothing to compare with.",
    "People without a later job with an hourly wage: shown apart.",
    "People who left for an institution or died.",
    "Children who came with a family.",
  ],
  source:
    "The rule is the project's own. Partners send one wage for each job, so that a raise within one job is not seen. Dollars are those of the day, not adjusted for prices.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: PLACEMENT_WINDOW_DAYS,
  maturesAfterDays: PLACEMENT_WINDOW_DAYS,
  cohort: { people: LEFT, quarter: "quarter of exit" },
  parameters: {
    before: "latest job begun before entry, whether or not it lasted until then",
    after: `latest job begun from entry to ${PLACEMENT_WINDOW_DAYS} days after exit that has an hourly wage`,
    wage: "hourly, as first reported for the job",
    median: "rounded to 10 cents, with the 95% interval between two of the ordered values",
    cohort: "people by the day on which their episode ended",
  },
  requires: ["person", "enrollment", "job", "job.started_on"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults with a wage from before" }],
  kind: {
    kind: "share",
    base: "waged_before",
    parts: [
      {
        ...part("waged_before", "With a wage from before", "Latest job before entry has an hourly wage.", "true"),
        within: adultsByExit,
      },
      part(
        "waged_after",
        "With a later wage",
        "Began another job with an hourly wage in the time.",
        "gain_cents is not null",
      ),
      part("no_later_wage", "No later wage", "No later job in the time, or none with a wage.", "gain_cents is null"),
      part("higher", "Higher wage", "The later hourly wage is higher, by a cent or more.", "gain_cents > 0"),
      part("not_higher", "No higher wage", "The later hourly wage is the same or lower.", "gain_cents <= 0"),
    ],
    identities: [
      { total: "waged_before", of: ["waged_after", "no_later_wage"] },
      { total: "waged_after", of: ["higher", "not_higher"] },
    ],
    rates: [
      {
        ...{ id: "higher", title: "Higher hourly wage", numerator: "higher", denominator: "waged_after" },
        ...{ did: "had a higher hourly wage", among: COMPARED, of: "had a higher hourly wage in their later job" },
      },
    ],
  },
  medians: [
    {
      id: "gain",
      title: "Median change of the hourly wage",
      value: "gain_cents",
      among: "waged_after",
      unit: "dollars an hour",
      of: COMPARED,
      did: "gained",
    },
  ],
  shape: [
    { slice: "network", periods: ["all", "year"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per ended episode with a wage from before; `gain_cents` is null without a later one. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("exiter as x")
    .innerJoin(wageBefore(db).as("b"), (join) =>
      join
        .onRef("b.partner_id", "=", "x.partner_id")
        .onRef("b.enrollment_key", "=", "x.enrollment_key")
        .on("b.nth", "=", sql.lit(1)),
    )
    .leftJoin(wageAfter(db).as("a"), (join) =>
      join
        .onRef("a.partner_id", "=", "x.partner_id")
        .onRef("a.enrollment_key", "=", "x.enrollment_key")
        .on("a.nth", "=", sql.lit(1)),
    )
    .where(sql<boolean>`not x.excluded and b.hourly_wage is not null`)
    .select([
      "x.enrollment_key as unit_id",
      "x.person_key",
      "x.partner_id",
      "x.program_id",
      "x.exited_on as anchored_on",
    ])
    .select([
      sql<string>`'all'`.as("series"),
      sql<number | null>`cast((a.hourly_wage - b.hourly_wage) * 100 as integer)`.as("gain_cents"),
    ]);
}

const latest = sql<number>`row_number() over (partition by x.enrollment_key order by j.started_on desc, j.job_key)`;

/** Jobs begun before an episode, numbered from its latest. */
function wageBefore(db: Kysely<Warehouse>) {
  return jobsBeside(db)
    .where(sql<boolean>`j.started_on < x.entered_on`)
    .select(["x.partner_id", "x.enrollment_key", "j.hourly_wage", latest.as("nth")]);
}

/** Jobs with a wage begun from entry to 90 days after exit, numbered from the latest; one its partner names for another episode is not among them. */
function wageAfter(db: Kysely<Warehouse>) {
  return jobsBeside(db)
    .where(sql<boolean>`j.started_on between x.entered_on and x.exited_on + ${sql.lit(PLACEMENT_WINDOW_DAYS)}`)
    .where(
      sql<boolean>`(j.enrollment_key is null or j.enrollment_key = x.enrollment_key) and j.hourly_wage is not null`,
    )
    .select(["x.partner_id", "x.enrollment_key", "j.hourly_wage", latest.as("nth")]);
}

const jobsBeside = (db: Kysely<Warehouse>) =>
  db
    .selectFrom("exiter as x")
    .innerJoin("job as j", (join) =>
      join.onRef("j.partner_id", "=", "x.partner_id").onRef("j.person_key", "=", "x.person_key"),
    );
