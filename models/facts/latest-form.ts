import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days after which a form has expired. */
export const FORM_AGE_LIMIT_DAYS = 365;

/**
 * One row per episode of an adult or unaccompanied youth still open on the as-of date: the day of its latest form of the matrix, null
 * without one, and whether that form is in date; it expires when it is older than the age limit.
 */
export function latestForm(db: Kysely<Warehouse>) {
  return db
    .selectFrom("episode as e")
    .crossJoin("run_day as d")
    .leftJoin("matrix_form as f", "f.enrollment_key", "e.enrollment_key")
    .where("e.assessable", "=", sql.lit(true))
    .where("e.exited_on", "is", null)
    .groupBy(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.entered_on", "d.as_of"])
    .select(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.entered_on"])
    .select([
      sql<string | null>`max(f.assessed_on)`.as("assessed_on"),
      sql<boolean>`coalesce(d.as_of - max(f.assessed_on) <= ${sql.lit(FORM_AGE_LIMIT_DAYS)}, false)`.as("in_date"),
    ]);
}
