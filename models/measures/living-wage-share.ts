import { type Kysely, sql } from "kysely";
import { PLACEMENT_WINDOW_DAYS } from "../facts/placement.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { adultsByPlacement } from "./population.ts";
import { shareKind } from "./share-kind.ts";

const PLACED = "people placed in a job";

export const livingWageShare: Measure = {
  id: "living-wage-share",
  version: 1,
  title: "Placed at a living wage",
  question: "Of the people placed in a job, how many start at or above a wage that one adult could live on?",
  numerator:
    "Placements whose first hourly wage was at or above the living wage of the person's county on the first day.",
  denominator: "Placements with a known hourly wage, of people in a county for which the network has a living wage.",
  exclusions: [
    "Placements without an hourly wage on record.",
    "People whose county is not known or has no living wage in the table on the first day.",
    `Jobs begun before entry or more than ${PLACEMENT_WINDOW_DAYS} days after exit.`,
    "Children who came with a family.",
  ],
  source:
    "Living wages from data/reference/living-wage.ts of November 22, 2026: round figures made up for the sample network, from no published source, until the network puts its own there; the rule is the project's own.",
  unit: "people (placements)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: 0,
  cohort: { people: PLACED, quarter: "quarter of the first day of work" },
  parameters: {
    "living wage":
      "illustrative; for one adult without children, by county of residence, as it stood on the first day of work",
    wage: "hourly, of the first job of the placement, as first reported",
    cohort: "placements by their first day",
  },
  requires: ["person", "enrollment", "job", "job.started_on"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: shareKind({
    base: {
      id: "waged",
      title: "Placed, wage known",
      means: "Placements with a wage that can be compared.",
      within: adultsByPlacement,
    },
    met: { id: "living", title: "At a living wage", means: "Started at or above the living wage of the county." },
    unmet: { id: "below", title: "Below a living wage", means: "Started below the living wage of the county." },
    did: "started at a living wage",
    among: `${PLACED} with a known wage`,
    of: "started at or above the living wage of their county",
  }),
  shape: [{ slice: "network", periods: ["all", "year"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per placement whose wage can be compared. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("placement as p")
    .innerJoin("job as j", (join) =>
      join.onRef("j.partner_id", "=", "p.partner_id").onRef("j.job_key", "=", "p.first_job_key"),
    )
    .innerJoin("person as q", (join) =>
      join.onRef("q.partner_id", "=", "p.partner_id").onRef("q.person_key", "=", "p.person_key"),
    )
    .innerJoin("living_wage as w", (join) =>
      join
        .onRef("w.county", "=", "q.county")
        .onRef("w.starts_on", "<=", "p.placed_on")
        .on(sql<boolean>`(w.replaced_on is null or p.placed_on < w.replaced_on)`),
    )
    .where("j.hourly_wage", "is not", null)
    .select([
      "p.enrollment_key as unit_id",
      "p.person_key",
      "p.partner_id",
      "p.program_id",
      "p.placed_on as anchored_on",
    ])
    .select([sql<string>`'all'`.as("series"), sql<boolean>`j.hourly_wage * 100 >= w.hourly_cents`.as("met")]);
}
