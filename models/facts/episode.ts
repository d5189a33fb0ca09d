import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** One row per episode that began by the as-of date: who, where, and whether the person is one the matrix is for. */
export function episode(db: Kysely<Warehouse>) {
  return db
    .selectFrom("enrollment as e")
    .innerJoin("person as p", (join) =>
      join.onRef("p.partner_id", "=", "e.partner_id").onRef("p.person_key", "=", "e.person_key"),
    )
    .innerJoin("program as g", (join) =>
      join.onRef("g.partner_id", "=", "e.partner_id").onRef("g.program_id", "=", "e.program_id"),
    )
    .innerJoin("run_day as d", (join) => join.onRef("e.entered_on", "<=", "d.as_of"))
    .select([
      "e.enrollment_key",
      "e.person_key",
      sql<string>`coalesce(p.linkage_key, p.person_key)`.as("network_person_key"),
      sql<boolean>`p.linkage_key is not null`.as("linked"),
      "e.household_key",
      "e.partner_id",
      "e.program_id",
      "g.tier",
      "e.entered_on",
      sql<string | null>`case when e.exited_on <= d.as_of then e.exited_on end`.as("exited_on"),
      "e.exit_destination",
      "e.age_at_entry",
      sql<boolean>`coalesce(e.age_at_entry >= 18, e.role in ('head', 'partner', 'other_adult'), false) or coalesce(e.unaccompanied, false)`.as(
        "assessable",
      ),
    ]);
}
