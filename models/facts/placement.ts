import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days after the exit within which a job begun still counts as a placement. */
export const PLACEMENT_WINDOW_DAYS = 90;

/**
 * One row per episode of an adult or unaccompanied youth in which a placement began: the first spell of employment that belongs to it
 * and began from entry to 90 days after exit. A spell belongs to the episode its partner names for the first job, and to none where
 * there is no such episode; where none is named, to the person's latest at that partner that had begun.
 */
export function placement(db: Kysely<Warehouse>) {
  return db
    .selectFrom(inWindow(db).as("w"))
    .where("w.nth", "=", sql.lit(1))
    .select(["w.enrollment_key", "w.person_key", "w.partner_id", "w.program_id", "w.first_job_key"])
    .select(["w.started_on as placed_on", "w.observed_to", "w.ended"]);
}

/** Spells with the one episode each belongs to, numbered from the episode's first. */
function inWindow(db: Kysely<Warehouse>) {
  return db
    .selectFrom(owned(db).as("o"))
    .where("o.place", "=", sql.lit(1))
    .where("o.assessable", "=", sql.lit(true))
    .where(sql<boolean>`(o.exited_on is null or o.started_on <= o.exited_on + ${sql.lit(PLACEMENT_WINDOW_DAYS)})`)
    .select(["o.enrollment_key", "o.person_key", "o.partner_id", "o.program_id", "o.first_job_key"])
    .select(["o.started_on", "o.observed_to", "o.ended"])
    .select(
      sql<number>`row_number() over (partition by o.enrollment_key order by o.started_on, o.first_job_key)`.as("nth"),
    );
}

/** Spells beside each episode they could belong to, numbered from the latest. */
function owned(db: Kysely<Warehouse>) {
  return db
    .selectFrom("employment_spell as s")
    .innerJoin("episode as e", (join) =>
      join
        .onRef("e.partner_id", "=", "s.partner_id")
        .onRef("e.person_key", "=", "s.person_key")
        .onRef("e.entered_on", "<=", "s.started_on"),
    )
    .where(sql<boolean>`(s.enrollment_key is null or s.enrollment_key = e.enrollment_key)`)
    .select(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.exited_on", "e.assessable"])
    .select(["s.first_job_key", "s.started_on", "s.observed_to", "s.ended"])
    .select(
      sql<number>`row_number() over (partition by s.first_job_key order by e.entered_on desc, e.enrollment_key)`.as(
        "place",
      ),
    );
}
