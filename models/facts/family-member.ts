import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per member of a family on its first day: the day its first episode began, whoever of them it was for. A family is a household
 * as its partner sends it. Whom their age shows to be born later is not in it. Heads, partners and other adults are the adult
 * generation whatever their age, so that a parent of 17 is one; a child of the household is, until 18, the other.
 */
export function familyMember(db: Kysely<Warehouse>) {
  return db
    .selectFrom(aged(db).as("m"))
    .where("m.nth", "=", sql.lit(1))
    .where(sql<boolean>`(m.age is null or m.age >= 0)`)
    .select(["m.partner_id", "m.household_key", "m.person_key", "m.network_person_key", "m.linked", "m.role"])
    .select(["m.program_id", "m.first_on"])
    .select(
      sql<"adult" | "child" | null>`case when m.role in ('head', 'partner', 'other_adult') or m.age >= 18 then 'adult'
        when m.role = 'child' or m.age < 18 then 'child' end`.as("generation"),
    );
}

/** Members beside each day on which their age was known, with the age this makes on the family's first day, numbered from the nearest; only whole years between the two change it. */
function aged(db: Kysely<Warehouse>) {
  return db
    .selectFrom(firstEpisodes(db).as("f"))
    .innerJoin("household_member as h", (join) =>
      join.onRef("h.partner_id", "=", "f.partner_id").onRef("h.household_key", "=", "f.household_key"),
    )
    .innerJoin("person as p", (join) =>
      join.onRef("p.partner_id", "=", "h.partner_id").onRef("p.person_key", "=", "h.person_key"),
    )
    .leftJoin(knownAges(db).as("a"), (join) =>
      join.onRef("a.partner_id", "=", "h.partner_id").onRef("a.person_key", "=", "h.person_key"),
    )
    .where("f.nth", "=", sql.lit(1))
    .select(["f.partner_id", "f.household_key", "f.program_id", "f.first_on", "h.person_key", "h.role"])
    .select([
      sql<string>`coalesce(p.linkage_key, p.person_key)`.as("network_person_key"),
      sql<boolean>`p.linkage_key is not null`.as("linked"),
      sql<number | null>`a.age - trunc((a.known_on - f.first_on) / 365.25)`.as("age"),
      sql<number>`row_number() over (partition by f.partner_id, f.household_key, h.person_key
        order by abs(a.known_on - f.first_on), a.known_on, a.age)`.as("nth"),
    ]);
}

/** Episodes of a household's members, numbered from its first; one that names another household is not this one's. */
function firstEpisodes(db: Kysely<Warehouse>) {
  return db
    .selectFrom("household_member as h")
    .innerJoin("episode as e", (join) =>
      join.onRef("e.partner_id", "=", "h.partner_id").onRef("e.person_key", "=", "h.person_key"),
    )
    .where(sql<boolean>`coalesce(e.household_key, h.household_key) = h.household_key`)
    .select(["h.partner_id", "h.household_key", "e.program_id", "e.entered_on as first_on"])
    .select(
      sql<number>`row_number() over (partition by h.partner_id, h.household_key order by e.entered_on, e.enrollment_key)`.as(
        "nth",
      ),
    );
}

/** Every age a partner gives of a person, with its day. */
function knownAges(db: Kysely<Warehouse>) {
  return db
    .selectFrom("episode")
    .where("age_at_entry", "is not", null)
    .select(["partner_id", "person_key", "age_at_entry as age", "entered_on as known_on"])
    .unionAll(
      db
        .selectFrom("person")
        .where("age", "is not", null)
        .select(["partner_id", "person_key", "age", "age_on as known_on"])
        .$castTo<{ partner_id: string; person_key: string; age: number | null; known_on: string }>(),
    );
}
