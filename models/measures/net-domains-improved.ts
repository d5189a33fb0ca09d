import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure } from "./measure.ts";
import { netDomainsKind } from "./net-domains-kind.ts";

export const netDomainsImproved: Measure = {
  id: "net-domains-improved",
  version: 1,
  title: "Better, the same or worse over all domains",
  question: "Over all domains of the matrix, did more of them rise than fall for a person?",
  numerator: "People of whom more domains are at a higher level at the latest assessment than at a lower one.",
  denominator: "People (episodes) with a baseline and a latest level, both scored 1 to 5, in at least one domain.",
  exclusions: [
    "A domain marked not applicable (0, N/A) or left open at either time: it is in nobody's sum.",
    "Episodes without a baseline or without a later assessment; their number is shown.",
    "Children who came with a family.",
  ],
  source:
    "Arizona Statewide Program Evaluation Project (2006) for the matrix, its subjects and collection points; the net of domains has no published rule and is the project's own.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "better off",
  settlesAfterDays: 180,
  cohort: { people: "people who entered", quarter: "quarter of entry" },
  parameters: {
    net: "number of domains that rose less the number that fell; how far is not weighed",
    "rests on": "the domains scored twice for that person, whose number is shown in two bands",
    baseline: "earliest assessment of the initial stage, else the earliest within 30 days of entry",
    "follow-up": "latest assessment after the baseline",
  },
  requires: ["person", "enrollment", "assessment_score"],
  unduplicated: false,
  series: [{ id: "all", title: "All domains" }],
  kind: netDomainsKind,
  shape: [{ slice: "network", periods: ["all"], detail: true }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per episode of an adult: how many domains were scored twice, and how many more of them rose than fell. */
function query(db: Kysely<Warehouse>) {
  const scored = db
    .selectFrom("matrix_pair as m")
    .where("m.pairing", "=", sql.lit("paired"))
    .groupBy("m.enrollment_key")
    .select("m.enrollment_key")
    .select([
      sql<number>`count(*)`.as("domains"),
      sql<number>`count(*) filter (where m.to_level > m.from_level) - count(*) filter (where m.to_level < m.from_level)`.as(
        "net",
      ),
    ]);
  return db
    .selectFrom("episode as e")
    .leftJoin("matrix_baseline as b", "b.enrollment_key", "e.enrollment_key")
    .leftJoin(scored.as("s"), "s.enrollment_key", "e.enrollment_key")
    .where("e.assessable", "=", sql.lit(true))
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
    ])
    .select([
      sql<string>`'all'`.as("series"),
      sql<boolean>`b.enrollment_key is not null`.as("has_baseline"),
      sql<number>`coalesce(s.domains, 0)`.as("domains"),
      "s.net",
    ]);
}
