import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Identity, Measure, Part, Rate } from "./measure.ts";
import { permanentByExit } from "./population.ts";

/** Days after the exit by which a later entry is looked for: 6, 12 and 24 months as HUD counts them. */
const HORIZONS = [180, 365, 730] as const;
const LAST = Math.max(...HORIZONS);

const HOUSED = "people who left for permanent housing";

const part = (id: string, title: string, means: string, when: string): Part => {
  return { id, title, means, when, printed: true };
};

const partsAt = (days: number): Part[] => [
  part(
    `returned_${days}`,
    `Homeless at an entry within ${days} days`,
    `A partner enrolled the person as homeless within ${days} days.`,
    `days <= ${days}`,
  ),
  part(
    `not_returned_${days}`,
    `Not homeless at an entry within ${days} days`,
    `No partner enrolled the person as homeless within ${days} days.`,
    `days is null or days > ${days}`,
  ),
];

const steps = HORIZONS.slice(1).map((to, before) => ({ from: HORIZONS[before]!, to }));

const between: readonly Part[] = steps.map(({ from, to }) => {
  const title = `Homeless at an entry from day ${from + 1} to day ${to}`;
  const when = `days > ${from} and days <= ${to}`;
  return { id: `returned_${from}_to_${to}`, title, means: `${title}.`, when, printed: false };
});

const identities: readonly Identity[] = [
  ...HORIZONS.map((days) => ({ total: "housed", of: [`returned_${days}`, `not_returned_${days}`] })),
  ...steps.flatMap(({ from, to }) => [
    { total: `returned_${to}`, of: [`returned_${from}`, `returned_${from}_to_${to}`] },
    { total: `not_returned_${from}`, of: [`not_returned_${to}`, `returned_${from}_to_${to}`] },
  ]),
];

function rateAt(days: number): Rate {
  const did = `were homeless at a later entry within ${days} days`;
  const id = `returned_${days}`;
  const title = `Homeless at an entry within ${days} days`;
  return { id, title, numerator: id, denominator: "housed", did, among: HOUSED, of: did };
}

export const returnsAfterExit: Measure = {
  id: "returns-after-exit",
  version: 1,
  title: "Homeless at a later entry",
  question: "Of the people who leave for permanent housing, how many are homeless when they enter a program later?",
  numerator: "Exits to permanent housing after which a partner enrolled the person, homeless on the night before.",
  denominator: "Exits of adults and unaccompanied youth to permanent housing at least 730 days ago.",
  exclusions: [
    "Exits less than 730 days ago, so that every day rests on the same people.",
    "Entries at partners that do not record where people lived before: they are not seen, so the shares are rather too low.",
    "Entries at another partner of people without a linkage token: they are not seen.",
    "People whose reason for leaving was an institution, or who died.",
    "Children who came with a family.",
    "Nobody is left out because of where they lived before. HUD's measure of returns (SPM 2) follows only people who left homeless programs, so the two must not be compared.",
  ],
  source:
    "HUD's system performance measure 2 for the horizons of 180, 365 and 730 days, and for nothing else. HUD takes one exit of each person from a homeless project and looks for a later stay in one; partners of all kinds are in this network, so here every exit counts, of people homeless before or not, and what is looked for is an entry after a night without a home. That is the project's own rule, so these are not HUD's figures.",
  unit: "people (episodes)",
  direction: "lower is better",
  quadrant: "better off",
  settlesAfterDays: LAST,
  maturesAfterDays: LAST,
  cohort: { people: HOUSED, quarter: "quarter of exit" },
  parameters: {
    horizons: `${HORIZONS.join(", ")} days from the exit (day 0), on one cohort`,
    "later entry": "the first entry after the day of exit, at any partner, homeless on the night before",
    "told apart by": "linkage token; without one only entries at the same partner are seen",
    counted: "each exit once, so that who leaves for permanent housing twice counts twice",
  },
  requires: ["person", "enrollment", "enrollment.exit_destination", "enrollment.prior_living"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All adults" }],
  kind: {
    kind: "share",
    base: "housed",
    parts: [
      {
        ...part("housed", "Left for permanent housing", "Exits to permanent housing at least 730 days ago.", "true"),
        population: permanentByExit,
      },
      ...HORIZONS.flatMap(partsAt),
      ...between,
    ],
    identities,
    rates: HORIZONS.map(rateAt),
  },
  shape: [
    { slice: "network", periods: ["all", "year"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per exit to permanent housing: days to the person's next entry without a home, null where there is none. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("exiter as x")
    .innerJoin("episode as e", (join) =>
      join.onRef("e.enrollment_key", "=", "x.enrollment_key").onRef("e.partner_id", "=", "x.partner_id"),
    )
    .where("x.excluded", "=", sql.lit(false))
    .where("e.exit_destination", "=", sql.lit("permanent"))
    .select([
      "x.enrollment_key as unit_id",
      "x.person_key",
      "x.partner_id",
      "x.program_id",
      "x.exited_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<number | null>`(select min(o.entered_on) from episode as o
        join enrollment as n on n.enrollment_key = o.enrollment_key and n.partner_id = o.partner_id
        where n.prior_living = 'homeless' and o.network_person_key = e.network_person_key
          and o.entered_on > x.exited_on) - x.exited_on`.as("days"),
    ]);
}
