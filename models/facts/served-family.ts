import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per family of two members or more on its first day, as its partner sends it, of which somebody was ever enrolled there. It is
 * counted under its head, else its first adult, else its first member, of those who were.
 */
export function servedFamily(db: Kysely<Warehouse>) {
  return db
    .selectFrom(ordered(db).as("m"))
    .groupBy(["m.partner_id", "m.household_key", "m.program_id", "m.first_on"])
    .having(sql<boolean>`count(*) > 1 and bool_or(m.enrolled)`)
    .select(["m.partner_id", "m.household_key", "m.program_id", "m.first_on"])
    .select([
      sql<string>`min(case when m.nth = 1 then m.person_key end)`.as("head_key"),
      sql<boolean>`coalesce(bool_or(m.generation = 'adult') and bool_or(m.generation = 'child'), false)`.as(
        "two_generations",
      ),
    ]);
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
