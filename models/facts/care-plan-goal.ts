import { type Kysely, sql } from "kysely";
import { arizonaDomains } from "../instruments/arizona.ts";
import type { Warehouse } from "../warehouse.ts";

/** Domain of goals that are in none of the matrix's. */
export const OTHER_DOMAIN = "other";

/**
 * One row per goal set by the as-of date. It is counted in the episode the partner names where there is one, else in the person's
 * latest at that partner that began by the day it was set, else in the first after it.
 */
export function carePlanGoal(db: Kysely<Warehouse>) {
  const known = sql.raw(arizonaDomains.map(({ id }) => `'${id}'`).join(", "));
  return db
    .selectFrom(candidates(db).as("c"))
    .where("c.nth", "=", sql.lit(1))
    .select(["c.goal_key", "c.enrollment_key", "c.person_key", "c.partner_id", "c.program_id"])
    .select(["c.set_on", "c.due_on", "c.reached_on"])
    .select(sql<string>`case when c.domain in (${known}) then c.domain else ${sql.lit(OTHER_DOMAIN)} end`.as("domain"));
}

/** Every goal beside each episode it could be counted in, numbered from the likeliest. */
function candidates(db: Kysely<Warehouse>) {
  return db
    .selectFrom("goal as g")
    .innerJoin("run_day as d", (join) => join.onRef("g.set_on", "<=", "d.as_of"))
    .innerJoin("episode as e", (join) =>
      join.onRef("e.partner_id", "=", "g.partner_id").onRef("e.person_key", "=", "g.person_key"),
    )
    .select(["g.goal_key", "e.enrollment_key", "g.person_key", "g.partner_id", "e.program_id", "g.domain"])
    .select(["g.set_on", "g.due_on"])
    .select([
      sql<string | null>`case when g.reached_on <= d.as_of then g.reached_on end`.as("reached_on"),
      sql<number>`row_number() over (partition by g.goal_key order by case when e.enrollment_key = g.enrollment_key then 0
        when e.entered_on <= g.set_on then 1 else 2 end, abs(g.set_on - e.entered_on), e.enrollment_key)`.as("nth"),
    ]);
}
