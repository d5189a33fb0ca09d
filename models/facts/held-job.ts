import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per spell of employment that had begun before an adult or unaccompanied youth entered and went on to the day of entry at
 * least: with the first episode that began in it. Spells that are placements of an earlier episode are not among them.
 */
export function heldJob(db: Kysely<Warehouse>) {
  return db
    .selectFrom(goingOn(db).as("g"))
    .where("g.nth", "=", sql.lit(1))
    .select(["g.first_job_key", "g.enrollment_key", "g.person_key", "g.partner_id", "g.program_id"])
    .select(["g.entered_on", "g.started_on", "g.observed_to", "g.ended"]);
}

/** Spells beside each episode that began in them, numbered from the first. */
function goingOn(db: Kysely<Warehouse>) {
  return db
    .selectFrom("employment_spell as s")
    .innerJoin("episode as e", (join) =>
      join
        .onRef("e.partner_id", "=", "s.partner_id")
        .onRef("e.person_key", "=", "s.person_key")
        .onRef("e.entered_on", ">", "s.started_on")
        .onRef("e.entered_on", "<=", "s.observed_to"),
    )
    .where("e.assessable", "=", sql.lit(true))
    .where(
      sql<boolean>`not exists (select 1 from placement as p where p.partner_id = s.partner_id and p.first_job_key = s.first_job_key)`,
    )
    .select(["s.first_job_key", "e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.entered_on"])
    .select(["s.started_on", "s.observed_to", "s.ended"])
    .select(
      sql<number>`row_number() over (partition by s.partner_id, s.first_job_key order by e.entered_on, e.enrollment_key)`.as(
        "nth",
      ),
    );
}
