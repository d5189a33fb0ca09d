import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Measure, MeasureKind } from "./measure.ts";
import { adultsByExit, episodesByEntry, episodesByExit } from "./population.ts";

/**
 * Who came and who left. Whoever had come by the end of a year and had not left by then goes on into the next: that number is not made
 * twice, as a count of one year and of the other, but follows from these two, as the declaration of their populations says. At a partner
 * those who left would be too near to the adults who did, whom other measures count.
 */
const kind: MeasureKind = {
  kind: "count",
  base: "moves",
  parts: [
    { id: "moves", title: "Came or left", means: "Entries and exits.", when: "true", printed: false },
    {
      id: "new",
      title: "New",
      means: "Episodes that began in the time.",
      when: "entering",
      printed: true,
      population: episodesByEntry,
    },
    {
      id: "left",
      title: "Left",
      means: "Episodes that ended in the time, for whatever reason.",
      when: "not entering",
      printed: true,
      population: episodesByExit,
      notFor: ["partner"],
    },
    {
      id: "left_adults",
      title: "Adults who left",
      means: "Those of adults and unaccompanied youth, but for people who left for an institution or died.",
      when: "outcome",
      printed: true,
      population: adultsByExit,
      notFor: ["partner"],
    },
    {
      id: "left_others",
      title: "Others who left",
      means: "Children, and people who left for an institution or died.",
      when: "not entering and not outcome",
      printed: false,
      notFor: ["partner"],
    },
  ],
  identities: [
    { total: "moves", of: ["new", "left"] },
    { total: "left", of: ["left_adults", "left_others"] },
  ],
  rates: [],
};

export const newAndContinuing: Measure = {
  id: "new-and-continuing",
  version: 1,
  title: "Times of taking part, new and continuing",
  question: "How many times of taking part begin in a year, and how many go on from the year before?",
  numerator:
    "Episodes that began in the year, and episodes that ended in it. Those that go on from the year before are all that began before the year less all that ended before it.",
  denominator: "None: this is a count.",
  exclusions: ["Enrollments that begin after the last day of the data."],
  source: "Enrollments as partners report them; no rule is published for it, so the rule is the project's own.",
  unit: "times of taking part (episodes)",
  direction: "neither",
  quadrant: "how much",
  settlesAfterDays: 0,
  cohort: { people: "people who entered or left", quarter: "quarter of entry or exit" },
  parameters: {
    new: "entries in the year, whether or not the person had been there before",
    continuing: "entries before the year of people who had not left when it began",
    counted:
      "times of taking part and not people: a person who takes part in two programs, or comes back, counts twice",
  },
  requires: ["person", "enrollment"],
  unduplicated: false,
  series: [{ id: "all", title: "All people" }],
  kind,
  shape: [{ slice: "network", periods: ["all", "year"] }],
  query,
};

/** One row for the first day of each episode, and one for the last day of each that has ended. */
function query(db: Kysely<Warehouse>) {
  const entries = db
    .selectFrom("episode as e")
    .select([sql<string>`e.enrollment_key || '/in'`.as("unit_id"), "e.person_key", "e.partner_id", "e.program_id"])
    .select(["e.entered_on as anchored_on", sql<boolean>`true`.as("entering"), sql<boolean>`false`.as("outcome")]);
  const exits = db
    .selectFrom("episode as e")
    .leftJoin("exiter as x", "x.enrollment_key", "e.enrollment_key")
    .where("e.exited_on", "is not", null)
    .select([sql<string>`e.enrollment_key || '/out'`.as("unit_id"), "e.person_key", "e.partner_id", "e.program_id"])
    .select(sql<string>`e.exited_on`.as("anchored_on"))
    .select([sql<boolean>`false`.as("entering"), sql<boolean>`coalesce(not x.excluded, false)`.as("outcome")]);
  return db
    .selectFrom(entries.unionAll(exits).as("m"))
    .select(["m.unit_id", "m.person_key", "m.partner_id", "m.program_id", "m.anchored_on", "m.entering", "m.outcome"])
    .select(sql<string>`'all'`.as("series"));
}
