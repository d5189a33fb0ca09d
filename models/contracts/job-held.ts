import { type Kysely, sql } from "kysely";
import { PLACEMENT_WINDOW_DAYS } from "../facts/placement.ts";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per spell of employment that began in an episode, or at most 90 days after it, and is known to have lasted so many days
 * after its first: reached on that day, shown by the last day on which the person was known to be employed.
 */
export function jobHeld(db: Kysely<Warehouse>, { days }: { days: number }) {
  return db
    .selectFrom(candidates(db).as("c"))
    .where("c.nth", "=", sql.lit(1))
    .where(sql<boolean>`(c.exited_on is null or c.started_on <= c.exited_on + ${sql.lit(PLACEMENT_WINDOW_DAYS)})`)
    .where(sql<boolean>`c.observed_to >= c.started_on + ${sql.lit(days)}`)
    .select(["c.enrollment_key", sql<string>`c.started_on + ${sql.lit(days)}`.as("achieved_on")])
    .select(["c.observed_to as evidenced_on", "c.first_job_key as piece"]);
}

/** Spells beside each episode they could belong to, numbered from the one they do: the one their partner names, else the latest begun. */
function candidates(db: Kysely<Warehouse>) {
  return db
    .selectFrom("employment_spell as s")
    .innerJoin("episode as e", (join) =>
      join
        .onRef("e.partner_id", "=", "s.partner_id")
        .onRef("e.person_key", "=", "s.person_key")
        .onRef("e.entered_on", "<=", "s.started_on"),
    )
    .where(sql<boolean>`(s.enrollment_key is null or s.enrollment_key = e.enrollment_key)`)
    .select(["e.enrollment_key", "e.exited_on", "s.first_job_key", "s.started_on", "s.observed_to"])
    .select(
      sql<number>`row_number() over (partition by s.first_job_key order by e.entered_on desc, e.enrollment_key)`.as(
        "nth",
      ),
    );
}
