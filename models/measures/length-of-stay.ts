import { type Kysely, sql } from "kysely";
import { groupSlices } from "../figure-key.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, Part, Rate } from "./measure.ts";
import { adultsByExit } from "./population.ts";

const LEFT = "people who left";

/** The day by which stays are told apart where people are counted by who they are: more bands would be too small to show. */
const HALF_YEAR_DAYS = 180;

/** Lengths of stay from the day of entry (day 0) to the day of exit; the last band has no end. */
const BANDS = [
  { id: "to_90", from: 0, to: 90, title: "90 days or less" },
  { id: "to_180", from: 91, to: HALF_YEAR_DAYS, title: "91 to 180 days" },
  { id: "to_365", from: HALF_YEAR_DAYS + 1, to: 365, title: "181 to 365 days" },
  { id: "over_365", from: 366, to: null, title: "More than a year" },
] as const;

const isShort = ({ to }: (typeof BANDS)[number]) => to !== null && to <= HALF_YEAR_DAYS;
const short = BANDS.filter(isShort).map(({ id }) => id);
const long = BANDS.filter((band) => !isShort(band)).map(({ id }) => id);

const parts: readonly Part[] = [
  {
    ...{ id: "left", title: "Left", means: "Episodes that ended.", when: "true", printed: true },
    population: adultsByExit,
  },
  {
    id: "half_year_or_less",
    title: "180 days or less",
    means: "People who left within 180 days of their entry.",
    when: `days <= ${HALF_YEAR_DAYS}`,
    printed: true,
  },
  {
    id: "over_half_year",
    title: "More than 180 days",
    means: "People who left more than 180 days after their entry.",
    when: `days > ${HALF_YEAR_DAYS}`,
    printed: true,
  },
  ...BANDS.map(({ id, from, to, title }): Part => {
    const when = to === null ? `days >= ${from}` : `days >= ${from} and days <= ${to}`;
    return { id, title, means: `People who stayed ${within(title)}.`, when, printed: true, notFor: groupSlices };
  }),
];

function within(title: string): string {
  return title[0]!.toLowerCase() + title.slice(1);
}

const rate = (id: string, title: string): Rate => {
  const did = `stayed ${within(title)}`;
  return { id, title, numerator: id, denominator: "left", did, among: LEFT, of: did };
};

export const lengthOfStay: Measure = {
  id: "length-of-stay",
  version: 1,
  title: "Length of stay",
  question: "How long were people who left with the program?",
  numerator: "Episodes by the days from entry to exit.",
  denominator: "Episodes of adults and unaccompanied youth that ended.",
  exclusions: [
    "People who are still with the program: their stay has no length yet, and many of them stay long.",
    "People whose reason for leaving was an institution, or who died.",
    "Children who came with a family.",
    "Partners that do not record where people go.",
  ],
  source:
    "Days from entry to exit as in HUD's annual performance report (question 22b, people who left). HUD counts everybody who left; the bands, and that the people are those of exits to permanent housing, are the project's own rules.",
  unit: "people (episodes)",
  direction: "neither",
  quadrant: "how much",
  settlesAfterDays: 0,
  cohort: { people: LEFT, quarter: "quarter of exit" },
  parameters: {
    clock: "from the first day (day 0) to the last",
    counted: "each episode once, so that who comes back and leaves again counts again",
    cohort: "people by the day on which their episode ended",
  },
  requires: ["person", "enrollment", "enrollment.exit_destination"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: {
    kind: "share",
    base: "left",
    parts,
    identities: [
      { total: "left", of: ["half_year_or_less", "over_half_year"] },
      { total: "half_year_or_less", of: short },
      { total: "over_half_year", of: long },
    ],
    rates: [rate("over_half_year", "More than 180 days"), ...BANDS.map(({ id, title }) => rate(id, title))],
  },
  shape: [{ slice: "network", periods: ["all"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per ended episode: the days from its first to its last. */
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
      sql<string>`'all'`.as("series"),
      sql<number>`x.exited_on - x.entered_on`.as("days"),
    ]);
}
