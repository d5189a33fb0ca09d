import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, Part, Rate } from "./measure.ts";
import { adultsByExit, permanentByExit } from "./population.ts";

const LEFT = "people who left";
const KNOWN = `${LEFT} with a known destination`;

/** Where people lived on leaving, as HUD groups destinations, but for the unknown. */
const DESTINATIONS = [
  { id: "permanent", title: "Permanent housing", did: "left for permanent housing" },
  { id: "temporary", title: "Temporary housing", did: "left for temporary housing" },
  { id: "homeless", title: "Homeless", did: "were homeless when they left" },
  { id: "other", title: "Another place", did: "left for an institution or another place" },
] as const;

const parts: readonly Part[] = [
  {
    ...{ id: "left", title: "Left", means: "Episodes that ended.", when: "true", printed: true },
    population: adultsByExit,
  },
  {
    id: "known",
    title: "Destination known",
    means: "Somebody said where the person lived on leaving.",
    when: "destination <> 'unknown'",
    printed: true,
  },
  {
    id: "unknown",
    title: "Destination not known",
    means: "Nobody said where the person lived on leaving.",
    when: "destination = 'unknown'",
    printed: true,
  },
  ...DESTINATIONS.map(({ id, title, did }): Part => {
    const part = { id, title, means: `People who ${did}.`, when: `destination = '${id}'`, printed: true };
    return id === "permanent" ? { ...part, population: permanentByExit } : part;
  }),
];

const rates = DESTINATIONS.map(
  ({ id, title, did }): Rate => ({ id, title, numerator: id, denominator: "known", did, among: KNOWN, of: did }),
);

export const exitsToPermanentHousing: Measure = {
  id: "exits-to-permanent-housing",
  version: 1,
  title: "Exits to permanent housing",
  question: "Of the people who leave, how many leave for permanent housing?",
  numerator:
    "Episodes after which the person lived in permanent housing, or in another of HUD's groups of destinations.",
  denominator: "Episodes of adults and unaccompanied youth that ended, with a known destination.",
  exclusions: [
    "People whose destination nobody recorded: shown apart.",
    "People whose reason for leaving was an institution, or who died.",
    "Children who came with a family.",
    "Partners that do not record where people go.",
  ],
  source:
    "Groups of destinations as in HUD's annual performance report (question 23c, FY2022). HUD counts everybody who left, children among them, and takes unknown destinations as not permanent: that the shares are of adults with a known destination is the project's own rule, so they are not HUD's figures.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: 0,
  cohort: { people: LEFT, quarter: "quarter of exit" },
  parameters: {
    destination: "the one recorded when the episode ended; institutions are counted with other places",
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
      { total: "left", of: ["known", "unknown"] },
      { total: "known", of: DESTINATIONS.map(({ id }) => id) },
    ],
    rates,
  },
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per ended episode; a destination in none of HUD's groups is unknown. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("exiter as x")
    .innerJoin("episode as e", (join) =>
      join.onRef("e.enrollment_key", "=", "x.enrollment_key").onRef("e.partner_id", "=", "x.partner_id"),
    )
    .where("x.excluded", "=", sql.lit(false))
    .select([
      "x.enrollment_key as unit_id",
      "x.person_key",
      "x.partner_id",
      "x.program_id",
      "x.exited_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<string>`case when e.exit_destination in ('permanent', 'temporary', 'homeless') then e.exit_destination
        when e.exit_destination in ('institution', 'other') then 'other' else 'unknown' end`.as("destination"),
    ]);
}
