import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days from a family's first enrollment in which its engagement and progress are looked at. */
export const FAMILY_YEAR_DAYS = 365;

/** One row per family with an adult and a child on its first day. */
export function family(db: Kysely<Warehouse>) {
  return db
    .selectFrom("served_family as f")
    .where("f.two_generations", "=", sql.lit(true))
    .select(["f.partner_id", "f.household_key", "f.program_id", "f.first_on", "f.head_key"]);
}
