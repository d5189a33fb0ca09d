import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days from a family's first enrollment in which its engagement and progress are looked at. */
export const FAMILY_YEAR_DAYS = 365;

/**
 * One row per family with an adult and a child on its first day. It is counted under its head, else its first adult, else its first
 * member, of those who were ever enrolled at its partner.
 */
export function family(db: Kysely<Warehouse>) {
  return db
    .selectFrom(ordered(db).as("m"))
    .groupBy(["m.partner_id", "m.household_key", "m.program_id", "m.first_on"])
    .having(sql<boolean>`bool_or(m.generation = 'adult') and bool_or(m.generation = 'child') and bool_or(m.enrolled)`)
    .select(["m.partner_id", "m.household_key", "m.program_id", "m.first_on"])
    .select(sql<string>`min(case when m.nth = 1 then m.person_key end)`.as("head_key"));
}

/** Members numbered from the one under whom the family is counted. */
function ordered(db: Kysely<Warehouse>) {
  const enrolled = sql<boolean>`exists (select 1 from episode as e where e.partner_id = m.partner_id and e.person_key = m.person_key)`;
  return db
    .selectFrom(db.selectFrom("family_member as m").selectAll("m").select(enrolled.as("enrolled")).as("m"))
    .selectAll("m")
    .select(
      sql<number>`row_number() over (partition by m.partner_id, m.household_key order by case when m.enrolled then 0 else 1 end,
        case when m.role = 'head' then 0 when m.generation = 'adult' then 1 else 2 end, m.person_key)`.as("nth"),
    );
}
