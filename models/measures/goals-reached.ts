import { type Kysely, sql } from "kysely";
import { OTHER_DOMAIN } from "../facts/care-plan-goal.ts";
import { arizonaDomains } from "../instruments/arizona.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, Part, Rate } from "./measure.ts";

/** Days after a goal was set at which it is looked at. */
const HORIZON_DAYS = 365;

const SET = "people who set a goal";

const domains = [
  ...arizonaDomains.map(({ id, title }) => ({ id, title })),
  { id: OTHER_DOMAIN, title: "Another domain" },
];

const inWords = (title: string) => `${title[0]!.toLowerCase()}${title.slice(1)}`;

const part = (id: string, title: string, means: string, when: string, printed = true): Part => {
  return { id, title, means, when, printed };
};
const hidden = (id: string, title: string, when: string) => part(id, title, title, when, false);

const inDomain = domains.flatMap(({ id, title }): Part[] => [
  { ...part(`set_${id}`, `Goals set: ${title}`, "Goals in this domain.", `domain = '${id}'`), detail: true },
  {
    ...part(
      `reached_${id}`,
      `Reached: ${title}`,
      "Goals in this domain reached in time.",
      `domain = '${id}' and reached`,
    ),
    detail: true,
  },
  { ...hidden(`not_reached_${id}`, `Not reached: ${title}`, `domain = '${id}' and not reached`), detail: true },
]);

const rates: Rate[] = [
  {
    ...{ id: "reached", title: "Reached within a year", numerator: "reached", denominator: "set" },
    ...{ did: "reached it within a year", among: SET, of: "reached it within a year" },
  },
  ...domains.map(({ id, title }) => ({
    ...{ id: `reached_${id}`, title: `Reached: ${title}`, numerator: `reached_${id}`, denominator: `set_${id}` },
    ...{ did: "reached it within a year", among: `${SET} in ${inWords(title)}`, of: "reached it within a year" },
  })),
  {
    ...{ id: "on_time", title: "Reached by its day", numerator: "on_time", denominator: "due" },
    ...{ did: "reached it by that day", among: `${SET} with a day to reach it by`, of: "reached it by that day" },
  },
];

export const goalsReached: Measure = {
  id: "goals-reached",
  version: 1,
  title: "Goals reached",
  question:
    "Of the goals people set, how many do they reach within a year, and how many by the day they set themselves?",
  numerator: "Goals reached within 365 days of being set; goals reached by the day that was set for them.",
  denominator:
    "Goals set at least 365 days ago; for those reached by their day, goals due within 365 days of being set.",
  exclusions: [
    "Goals of people who were never enrolled at the partner.",
    "Goals set less than 365 days ago, so that goals soon reached do not weigh more.",
    "For goals reached by their day: goals without a day, or with one more than 365 days after they were set.",
  ],
  source:
    "Goals as partners report them from care plans (Map of My Dreams); no rule is published for it, so the rule is the project's own.",
  unit: "people (goals)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: SET, quarter: "quarter in which the goal was set" },
  parameters: {
    horizon: `${HORIZON_DAYS} days from the day it was set`,
    cohort: "goals by the day they were set, once the horizon has passed",
    domains: "those of the Self-Sufficiency Matrix; any other is shown as another domain",
    "counted people": "a person counts once for each goal; a count rests on as many people as the threshold asks for",
  },
  requires: ["person", "enrollment", "goal"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All goals" }],
  kind: {
    kind: "share",
    base: "set",
    parts: [
      part("set", "Goals set", "Goals set a year ago or more.", "true"),
      part("reached", "Reached", "Reached within 365 days of being set.", "reached"),
      part("due", "Came due", "With a day to reach it by, within 365 days of being set.", "due"),
      part("on_time", "Reached by its day", "Reached by the day that was set for it.", "on_time"),
      hidden("not_reached", "Not reached within 365 days, or no word", "not reached"),
      hidden("not_due", "Without a day in that time", "not due"),
      hidden("not_on_time", "Not reached by its day", "due and not on_time"),
      hidden("reached_otherwise", "Reached, but not by a day in that time", "reached and not on_time"),
      hidden("reached_late", "Reached after its day", "due and reached and not on_time"),
      hidden("reached_undue", "Reached, without a day in that time", "reached and not due"),
      hidden("missed", "Came due and not reached", "due and not reached"),
      hidden("open", "Not reached, without a day in that time", "not due and not reached"),
      ...inDomain,
    ],
    identities: [
      { total: "set", of: ["reached", "not_reached"] },
      { total: "set", of: ["due", "not_due"] },
      { total: "due", of: ["on_time", "not_on_time"] },
      { total: "reached", of: ["on_time", "reached_otherwise"] },
      { total: "reached_otherwise", of: ["reached_late", "reached_undue"] },
      { total: "not_on_time", of: ["reached_late", "missed"] },
      { total: "not_due", of: ["reached_undue", "open"] },
      { total: "not_reached", of: ["missed", "open"] },
      { total: "set", of: domains.map(({ id }) => `set_${id}`) },
      { total: "reached", of: domains.map(({ id }) => `reached_${id}`) },
      ...domains.map(({ id }) => ({ total: `set_${id}`, of: [`reached_${id}`, `not_reached_${id}`] })),
    ],
    rates,
  },
  shape: [
    { slice: "network", periods: ["all"], detail: true },
    { slice: "network", periods: ["year"] },
    { slice: "partner", periods: ["all"] },
    ...byGroup,
  ],
  query,
};

/** One row per goal. */
function query(db: Kysely<Warehouse>) {
  const last = sql`g.set_on + ${sql.lit(HORIZON_DAYS)}`;
  return db
    .selectFrom("care_plan_goal as g")
    .select(["g.goal_key as unit_id", "g.person_key", "g.partner_id", "g.program_id", "g.set_on as anchored_on"])
    .select([
      sql<string>`'all'`.as("series"),
      "g.domain",
      sql<boolean>`coalesce(g.reached_on <= ${last}, false)`.as("reached"),
      sql<boolean>`coalesce(g.due_on <= ${last}, false)`.as("due"),
      sql<boolean>`coalesce(g.due_on <= ${last} and g.reached_on <= g.due_on, false)`.as("on_time"),
    ]);
}
