import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { FAMILY_YEAR_DAYS } from "./family.ts";

/** Days that may lie between a service to an adult and one to a child for the two to be together. */
export const TOGETHER_DAYS = 90;

/** One row per family: which generations had a service in its first year, at whatever partner they can be linked to, and whether together. */
export function familyEngagement(db: Kysely<Warehouse>) {
  return db
    .with("served", () => servedMembers(db))
    .with("near", (with_) =>
      with_
        .selectFrom("served as a")
        .innerJoin("served as c", (join) =>
          join.onRef("c.partner_id", "=", "a.partner_id").onRef("c.household_key", "=", "a.household_key"),
        )
        .where("a.generation", "=", sql.lit("adult"))
        .where("c.generation", "=", sql.lit("child"))
        .where(sql<boolean>`abs(a.provided_on - c.provided_on) <= ${sql.lit(TOGETHER_DAYS)}`)
        .select(["a.partner_id", "a.household_key"])
        .distinct(),
    )
    .selectFrom("family as f")
    .leftJoin("served as g", (join) =>
      join.onRef("g.partner_id", "=", "f.partner_id").onRef("g.household_key", "=", "f.household_key"),
    )
    .leftJoin("near as n", (join) =>
      join.onRef("n.partner_id", "=", "f.partner_id").onRef("n.household_key", "=", "f.household_key"),
    )
    .groupBy(["f.partner_id", "f.household_key", "f.head_key", "f.program_id", "f.first_on"])
    .select(["f.partner_id", "f.household_key", "f.head_key", "f.program_id", "f.first_on"])
    .select([
      sql<boolean>`coalesce(bool_or(g.generation = 'adult'), false)`.as("adult_engaged"),
      sql<boolean>`coalesce(bool_or(g.generation = 'child'), false)`.as("child_engaged"),
      sql<boolean>`count(n.household_key) > 0`.as("together"),
    ]);
}

/** Days in a family's first year on which one of a generation had a service. */
function servedMembers(db: Kysely<Warehouse>) {
  return db
    .selectFrom("family_member as m")
    .innerJoin("person as p", (join) =>
      join.on(sql<boolean>`coalesce(p.linkage_key, p.person_key) = m.network_person_key`),
    )
    .innerJoin("service as s", (join) =>
      join.onRef("s.partner_id", "=", "p.partner_id").onRef("s.person_key", "=", "p.person_key"),
    )
    .where("m.generation", "is not", null)
    .where(sql<boolean>`s.provided_on between m.first_on and m.first_on + ${sql.lit(FAMILY_YEAR_DAYS)}`)
    .select(["m.partner_id", "m.household_key", "m.generation", "s.provided_on"])
    .distinct();
}
