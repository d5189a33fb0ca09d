import { type Kysely, sql } from "kysely";
import { matrixVersions } from "../instruments/catalogue.ts";
import type { Warehouse } from "../warehouse.ts";
import { FAMILY_YEAR_DAYS } from "./family.ts";

/** Domains of the matrix that are about the children; all others are about the adult who is assessed. */
export const CHILD_DOMAINS: readonly string[] = ["childcare", "child_education", "parenting"];

/** Days before a family's first enrollment from which a score counts. */
const BASELINE_WINDOW_DAYS = 30;

/**
 * One row per family: how each generation did in its first year. A generation is measured when one of its domains was scored on two
 * days of that year. Adults progressed when more of one adult's own domains rose than fell, or an adult began a job, earned a
 * credential or gained a level; children when more of their domains rose than fell on the forms of the head, else of the next adult
 * who has any.
 */
export function familyProgress(db: Kysely<Warehouse>) {
  return db
    .selectFrom("family as f")
    .leftJoin(changes(db).as("c"), (join) =>
      join.onRef("c.partner_id", "=", "f.partner_id").onRef("c.household_key", "=", "f.household_key"),
    )
    .leftJoin(achievers(db).as("a"), (join) =>
      join.onRef("a.partner_id", "=", "f.partner_id").onRef("a.household_key", "=", "f.household_key"),
    )
    .groupBy(["f.partner_id", "f.household_key", "f.head_key", "f.program_id", "f.first_on"])
    .select(["f.partner_id", "f.household_key", "f.head_key", "f.program_id", "f.first_on"])
    .select([
      status(sql`c.side = 'adult'`, sql`bool_or(c.side = 'adult' and c.net > 0) or count(a.household_key) > 0`).as(
        "adult_progress",
      ),
      status(sql`c.side = 'child'`, sql`bool_or(c.side = 'child' and c.nth = 1 and c.net > 0)`).as("child_progress"),
    ]);
}

const status = (measured: ReturnType<typeof sql>, progressed: ReturnType<typeof sql>) =>
  sql<"progress" | "no_progress" | "unmeasured">`case when not coalesce(bool_or(${measured}), false) then 'unmeasured'
    when ${progressed} then 'progress' else 'no_progress' end`;

const familyYear = (day: string, from = 0) =>
  sql<boolean>`${sql.ref(day)} between m.first_on - ${sql.lit(from)} and m.first_on + ${sql.lit(FAMILY_YEAR_DAYS)}`;

/** Domains risen less domains fallen of each adult, on either side, numbered from the head. */
function changes(db: Kysely<Warehouse>) {
  return db
    .selectFrom(twiceScored(db).as("t"))
    .groupBy(["t.partner_id", "t.household_key", "t.person_key", "t.role", "t.side"])
    .select(["t.partner_id", "t.household_key", "t.side"])
    .select([
      sql<number>`sum(case when t.to_level > t.from_level then 1 when t.to_level < t.from_level then -1 else 0 end)`.as(
        "net",
      ),
      sql<number>`row_number() over (partition by t.partner_id, t.household_key, t.side
        order by case when t.role = 'head' then 0 else 1 end, t.person_key)`.as("nth"),
    ]);
}

/** First and last level of each adult in each domain scored on two days. */
function twiceScored(db: Kysely<Warehouse>) {
  return db
    .selectFrom(scores(db).as("s"))
    .groupBy(["s.partner_id", "s.household_key", "s.person_key", "s.role", "s.domain", "s.side"])
    .having(sql<boolean>`min(s.assessed_on) < max(s.assessed_on)`)
    .select(["s.partner_id", "s.household_key", "s.person_key", "s.role", "s.side"])
    .select([sql<number>`min(s.place) % 10`.as("from_level"), sql<number>`max(s.place) % 10`.as("to_level")]);
}

/** Levels of the adults of families in the family's first year; `place` goes up by day, stage and level, and ends in the level. */
function scores(db: Kysely<Warehouse>) {
  const child = sql.raw(CHILD_DOMAINS.map((id) => `'${id}'`).join(", "));
  const versions = sql.raw(matrixVersions.map((id) => `'${id}'`).join(", "));
  return db
    .selectFrom("family_member as m")
    .innerJoin("person as p", (join) =>
      join.on(sql<boolean>`coalesce(p.linkage_key, p.person_key) = m.network_person_key`),
    )
    .innerJoin("assessment_score as s", (join) =>
      join.onRef("s.partner_id", "=", "p.partner_id").onRef("s.person_key", "=", "p.person_key"),
    )
    .where("m.generation", "=", sql.lit("adult"))
    .where("s.score", "is not", null)
    .where(sql<boolean>`s.instrument in (${versions})`)
    .where(familyYear("s.assessed_on", BASELINE_WINDOW_DAYS))
    .select(["m.partner_id", "m.household_key", "m.person_key", "m.role", "s.domain", "s.assessed_on"])
    .select([
      sql<"adult" | "child">`case when s.domain in (${child}) then 'child' else 'adult' end`.as("side"),
      sql<number>`(s.assessed_on - m.first_on + ${sql.lit(BASELINE_WINDOW_DAYS)}) * 100
        + case s.stage when 'initial' then 0 when 'interim' then 10 else 20 end + s.score`.as("place"),
    ]);
}

/** Families of which an adult began a job, earned a credential or gained an educational level in the family's first year. */
function achievers(db: Kysely<Warehouse>) {
  return db
    .selectFrom("family_member as m")
    .innerJoin("person as p", (join) =>
      join.on(sql<boolean>`coalesce(p.linkage_key, p.person_key) = m.network_person_key`),
    )
    .innerJoin(achievements(db).as("a"), (join) =>
      join.onRef("a.partner_id", "=", "p.partner_id").onRef("a.person_key", "=", "p.person_key"),
    )
    .where("m.generation", "=", sql.lit("adult"))
    .where(familyYear("a.on_day"))
    .select(["m.partner_id", "m.household_key"])
    .distinct();
}

/** Days on which somebody began a spell of employment, earned a credential or tested at a higher level than before. */
function achievements(db: Kysely<Warehouse>) {
  const gains = db
    .selectFrom("education_test as b")
    .innerJoin("education_test as a", (join) =>
      join
        .onRef("a.partner_id", "=", "b.partner_id")
        .onRef("a.person_key", "=", "b.person_key")
        .onRef("a.enrollment_key", "=", "b.enrollment_key")
        .onRef("a.track", "=", "b.track")
        .onRef("a.subject", "=", "b.subject")
        .onRef("a.tested_on", "<", "b.tested_on")
        .onRef("a.level", "<", "b.level"),
    )
    .where("b.point", "=", sql.lit("post"))
    .where("a.point", "=", sql.lit("pre"))
    .select(["b.partner_id", "b.person_key", "b.tested_on as on_day"]);
  return db
    .selectFrom("employment_spell")
    .select(["partner_id", "person_key", "started_on as on_day"])
    .unionAll(db.selectFrom("credential").select(["partner_id", "person_key", "earned_on as on_day"]))
    .unionAll(gains);
}
