import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, Part, Rate } from "./measure.ts";
import { adultsByExit } from "./population.ts";

const LEFT = "people who left";
const TWICE = `${LEFT} with income known both times`;

/** What became of income from work between entry and exit, each person in one class. */
const CLASSES = [
  {
    id: "gained",
    title: "Gained",
    means: "No income from work at entry, some at exit.",
    when: "earned_before = 0 and earned_after > 0",
    did: "gained income from work",
  },
  {
    id: "more",
    title: "More",
    means: "Income from work both times, higher at exit.",
    when: "earned_before > 0 and earned_after > earned_before",
    did: "earned more than at entry",
  },
  {
    id: "same",
    title: "Same",
    means: "The same income from work both times, none among them.",
    when: "earned_after = earned_before",
    did: "earned the same as at entry, or nothing both times",
  },
  {
    id: "less",
    title: "Less",
    means: "Income from work both times, lower at exit.",
    when: "earned_after > 0 and earned_after < earned_before",
    did: "earned less than at entry",
  },
  {
    id: "lost",
    title: "Lost",
    means: "Income from work at entry, none at exit.",
    when: "earned_before > 0 and earned_after = 0",
    did: "lost their income from work",
  },
] as const;

const known = "earned_before is not null and earned_after is not null";

export const earningsChange: Measure = {
  id: "earnings-change",
  version: 1,
  title: "Change of income from work",
  question: "Do people who leave have more income from work than when they came?",
  numerator: "Episodes in which monthly income from work was gained, rose, stayed, fell or was lost.",
  denominator: "Episodes of adults and unaccompanied youth that ended, with an answer at entry and at exit.",
  exclusions: [
    "People without an answer about income at entry or at exit: shown apart.",
    "People who left for an institution or died.",
    "Children who came with a family.",
  ],
  source:
    "HUD's annual performance report, question 19, for the two points, the classes, and for income from work that counts only where it is said to be there; that no income both times is one class with the same income is the project's own rule, and that people without two answers are left out of the share. Dollars are those of the day, not adjusted for prices.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: 0,
  cohort: { people: LEFT, quarter: "quarter of exit" },
  parameters: {
    before: "latest report of the entry stage",
    after: "latest report of the exit stage",
    income: "from work, in a month; none where no income from work was reported",
    cohort: "people by the day on which their episode ended",
  },
  requires: ["person", "enrollment", "income"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: {
    kind: "share",
    base: "left",
    parts: [
      {
        ...{ id: "left", title: "Left", means: "Episodes that ended.", when: "true", printed: true },
        population: adultsByExit,
      },
      { id: "reported", title: "Known twice", means: "Answers at entry and at exit.", when: known, printed: true },
      {
        id: "not_reported",
        title: "Not known twice",
        means: "No answer at entry or at exit.",
        when: `not (${known})`,
        printed: true,
      },
      ...CLASSES.map(({ did: _, ...part }): Part => ({ ...part, printed: true })),
    ],
    identities: [
      { total: "left", of: ["reported", "not_reported"] },
      { total: "reported", of: CLASSES.map(({ id }) => id) },
    ],
    rates: CLASSES.map(
      ({ id, title, did }): Rate => ({
        ...{ id, title, numerator: id, denominator: "reported" },
        ...{ did, among: TWICE, of: did },
      }),
    ),
  },
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per ended episode; monthly earnings in cents at entry and exit, null where nobody answered. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("exiter as x")
    .where("x.excluded", "=", sql.lit(false))
    .leftJoin(earnedAt(db, "entry").as("a"), (join) =>
      join
        .onRef("a.partner_id", "=", "x.partner_id")
        .onRef("a.enrollment_key", "=", "x.enrollment_key")
        .onRef("a.person_key", "=", "x.person_key")
        .on("a.nth", "=", sql.lit(1)),
    )
    .leftJoin(earnedAt(db, "exit").as("b"), (join) =>
      join
        .onRef("b.partner_id", "=", "x.partner_id")
        .onRef("b.enrollment_key", "=", "x.enrollment_key")
        .onRef("b.person_key", "=", "x.person_key")
        .on("b.nth", "=", sql.lit(1)),
    )
    .select([
      "x.enrollment_key as unit_id",
      "x.person_key",
      "x.partner_id",
      "x.program_id",
      "x.exited_on as anchored_on",
    ])
    .select([sql<string>`'all'`.as("series"), "a.earned as earned_before", "b.earned as earned_after"]);
}

/** Answered reports of one stage by the as-of date, numbered from each episode's latest; income said to be from work without its amount is not known. */
function earnedAt(db: Kysely<Warehouse>, stage: "entry" | "exit") {
  return db
    .selectFrom("income as i")
    .innerJoin("run_day as d", (join) => join.onRef("i.reported_on", "<=", "d.as_of"))
    .where("i.stage", "=", sql.lit(stage))
    .where("i.any_income", "is not", null)
    .select(["i.partner_id", "i.enrollment_key", "i.person_key"])
    .select([
      sql<number | null>`cast(case when i.earned then i.earned_monthly else 0 end * 100 as integer)`.as("earned"),
      sql<number>`row_number() over (partition by i.partner_id, i.enrollment_key, i.person_key order by i.reported_on desc, i.row_number desc)`.as(
        "nth",
      ),
    ]);
}
