import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Weeks in a quarter, as the joint WIOA guidance converts wages. */
const WEEKS = 13;

/**
 * One row per ended episode whose second calendar quarter after exit has passed and in which the person was employed, with what the
 * jobs known in it paid: hourly wage × hours a week × 13 weeks, in proportion to the days of the quarter for which the job lasted.
 * A job that was verified in the quarter and is not known to have ended in it lasts to its end. Null when a job has no wage or no hours.
 */
export function exitQuarterEarnings(db: Kysely<Warehouse>) {
  return db
    .selectFrom(jobsIn(db).as("j"))
    .groupBy("j.enrollment_key")
    .select("j.enrollment_key")
    .select(
      sql<number | null>`case when count(*) = count(j.weekly)
        then cast(round(sum(j.weekly * j.days) * ${sql.lit(100 * WEEKS)} / max(j.quarter_days)) as integer) end`.as(
        "cents",
      ),
    );
}

/** The jobs of each episode's second quarter after exit, with the days of the quarter for which they lasted. */
function jobsIn(db: Kysely<Warehouse>) {
  const last = sql`case when j.ended_on <= q.last_on then j.ended_on else q.last_on end`;
  const first = sql`case when j.started_on > q.first_on then j.started_on else q.first_on end`;
  return db
    .selectFrom(secondQuarter(db).as("q"))
    .innerJoin("run_day as d", (join) => join.onRef("q.last_on", "<=", "d.as_of"))
    .innerJoin("job as j", (join) =>
      join.onRef("j.partner_id", "=", "q.partner_id").onRef("j.person_key", "=", "q.person_key"),
    )
    .where(
      sql<boolean>`j.started_on <= q.last_on and coalesce(j.ended_on, j.last_verified_on, j.started_on) >= q.first_on`,
    )
    .select("q.enrollment_key")
    .select([
      sql<number | null>`j.hourly_wage * j.hours_per_week`.as("weekly"),
      sql<number>`${last} - ${first} + 1`.as("days"),
      sql<number>`q.last_on - q.first_on + 1`.as("quarter_days"),
    ]);
}

function secondQuarter(db: Kysely<Warehouse>) {
  return db
    .selectFrom("exiter as x")
    .select(["x.enrollment_key", "x.person_key", "x.partner_id"])
    .select([
      sql<string>`cast(x.first_quarter_starts_on + interval '3 months' as date)`.as("first_on"),
      sql<string>`cast(x.first_quarter_starts_on + interval '6 months' - interval '1 day' as date)`.as("last_on"),
    ]);
}
