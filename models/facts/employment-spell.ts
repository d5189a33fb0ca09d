import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days between two jobs that still count as one spell of employment. */
export const MAX_GAP_DAYS = 14;

/**
 * One row per spell of employment of one person at one partner: jobs that follow each other with at most 14 days between them, with
 * whatever employer. An open job is observed until it was last verified, on its first day alone where it never was. A spell has
 * ended when all its jobs have and the allowed gap has passed without another.
 */
export function employmentSpell(db: Kysely<Warehouse>) {
  return db
    .selectFrom(numbered(db).as("n"))
    .crossJoin("run_day as d")
    .groupBy(["n.partner_id", "n.person_key", "n.nth"])
    .select([
      sql<string>`min(case when n.opens = 1 then n.job_key end)`.as("first_job_key"),
      sql<string | null>`min(case when n.opens = 1 then n.enrollment_key end)`.as("enrollment_key"),
      "n.partner_id",
      "n.person_key",
      sql<string>`min(n.started_on)`.as("started_on"),
      sql<string>`max(n.observed_to)`.as("observed_to"),
      sql<boolean>`count(*) = count(n.ended_on) and max(n.observed_to) + ${sql.lit(MAX_GAP_DAYS)} < max(d.as_of)`.as(
        "ended",
      ),
    ]);
}

/** Jobs as far as they are observed by the as-of date. */
function observed(db: Kysely<Warehouse>) {
  return db
    .selectFrom("job as j")
    .innerJoin("run_day as d", (join) => join.onRef("j.started_on", "<=", "d.as_of"))
    .select(["j.job_key", "j.enrollment_key", "j.partner_id", "j.person_key", "j.started_on"])
    .select([
      sql<string | null>`case when j.ended_on <= d.as_of then j.ended_on end`.as("ended_on"),
      sql<string>`case when j.ended_on <= d.as_of then j.ended_on
        when j.ended_on > d.as_of or j.last_verified_on > d.as_of then d.as_of
        when j.last_verified_on > j.started_on then j.last_verified_on else j.started_on end`.as("observed_to"),
    ]);
}

/** The same jobs; `opens` is 1 for one that begins a spell, 0 for one that continues it. */
function opening(db: Kysely<Warehouse>) {
  return db
    .selectFrom(observed(db).as("o"))
    .selectAll("o")
    .select(
      sql<number>`case when o.started_on - max(o.observed_to) over (partition by o.partner_id, o.person_key
        order by o.started_on, o.job_key rows between unbounded preceding and 1 preceding) - 1 <= ${sql.lit(MAX_GAP_DAYS)} then 0 else 1 end`.as(
        "opens",
      ),
    );
}

/** The same jobs with the number of the spell each is in. */
function numbered(db: Kysely<Warehouse>) {
  return db
    .selectFrom(opening(db).as("p"))
    .selectAll("p")
    .select(
      sql<number>`sum(p.opens) over (partition by p.partner_id, p.person_key
        order by p.started_on, p.job_key rows between unbounded preceding and current row)`.as("nth"),
    );
}
