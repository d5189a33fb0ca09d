import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days after an exit by which its fourth quarter after exit has ended, however early in its own quarter it was. */
export const FOURTH_QUARTER_OVER_DAYS = 456;

/**
 * One row per episode of an adult or unaccompanied youth that has ended, with the calendar of the WIOA indicators: the first quarter
 * after the exit begins on the day after the exit's own quarter, and the fourth ends a year later.
 */
export function exiter(db: Kysely<Warehouse>) {
  const quarter = sql`date_trunc('quarter', cast(e.exited_on as timestamp))`;
  return db
    .selectFrom("episode as e")
    .innerJoin("enrollment as n", (join) =>
      join.onRef("n.enrollment_key", "=", "e.enrollment_key").onRef("n.partner_id", "=", "e.partner_id"),
    )
    .where("e.assessable", "=", sql.lit(true))
    .where("e.exited_on", "is not", null)
    .select(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.entered_on", "e.exited_on"])
    .select("n.work_known_to")
    .select([
      sql<boolean>`coalesce(n.exit_reason in ('institutionalized', 'deceased'), false)`.as("excluded"),
      sql<boolean>`exists (select 1 from employment_spell as s where s.partner_id = e.partner_id and s.person_key = e.person_key
        and s.started_on < e.entered_on and (not s.ended or s.observed_to >= e.entered_on))`.as("employed_at_entry"),
      sql<string>`cast(e.exited_on + interval '1 year' as date)`.as("year_after_on"),
      sql<string>`cast(${quarter} + interval '3 months' as date)`.as("first_quarter_starts_on"),
      sql<string>`cast(${quarter} + interval '15 months' - interval '1 day' as date)`.as("fourth_quarter_ends_on"),
    ]);
}
