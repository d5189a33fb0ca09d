import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per service given by the as-of date in a person's time with the partner, from entry to exit, both days among it. It is counted
 * in the episode of the service's own program where there is one, else in the latest of the partner's others. Hours and dollars are
 * those on record, null where there are none.
 */
export function givenService(db: Kysely<Warehouse>) {
  return db
    .selectFrom(candidates(db).as("c"))
    .where("c.nth", "=", sql.lit(1))
    .select(["c.service_key", "c.enrollment_key", "c.person_key", "c.partner_id", "c.program_id"])
    .select(["c.entered_on", "c.provided_on", "c.type", "c.hundredths", "c.cents"]);
}

/** Every service beside each episode in whose time it was given, numbered from the likeliest. */
function candidates(db: Kysely<Warehouse>) {
  return db
    .selectFrom("service as s")
    .innerJoin("run_day as d", (join) => join.onRef("s.provided_on", "<=", "d.as_of"))
    .innerJoin("episode as e", (join) =>
      join
        .onRef("e.partner_id", "=", "s.partner_id")
        .onRef("e.person_key", "=", "s.person_key")
        .on(sql<boolean>`s.provided_on between e.entered_on and coalesce(e.exited_on, d.as_of)`),
    )
    .select(["s.service_key", "e.enrollment_key", "s.person_key", "s.partner_id", "e.program_id"])
    .select(["e.entered_on", "s.provided_on", "s.type"])
    .select([
      sql<number | null>`cast(round(s.hours * 100) as integer)`.as("hundredths"),
      sql<number | null>`cast(round(s.cost * 100) as integer)`.as("cents"),
      sql<number>`row_number() over (partition by s.partner_id, s.service_key
        order by case when e.program_id = s.program_id then 0 else 1 end, s.provided_on - e.entered_on, e.enrollment_key)`.as(
        "nth",
      ),
    ]);
}
