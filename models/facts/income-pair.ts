import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per episode of an adult or unaccompanied youth: monthly income at entry, and at exit for who has left, else at the latest
 * annual assessment; in cents, null where nobody answered. Income from work counts only where it is said to be there.
 */
export function incomePair(db: Kysely<Warehouse>) {
  return db
    .selectFrom("episode as e")
    .where("e.assessable", "=", sql.lit(true))
    .leftJoin(latestReport(db).as("a"), (join) =>
      join
        .onRef("a.partner_id", "=", "e.partner_id")
        .onRef("a.enrollment_key", "=", "e.enrollment_key")
        .onRef("a.person_key", "=", "e.person_key")
        .on("a.stage", "=", sql.lit("entry"))
        .on("a.nth", "=", sql.lit(1)),
    )
    .leftJoin(latestReport(db).as("b"), (join) =>
      join
        .onRef("b.partner_id", "=", "e.partner_id")
        .onRef("b.enrollment_key", "=", "e.enrollment_key")
        .onRef("b.person_key", "=", "e.person_key")
        .on(sql<boolean>`b.stage = case when e.exited_on is null then 'annual' else 'exit' end`)
        .on("b.nth", "=", sql.lit(1)),
    )
    .select(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.entered_on"])
    .select([
      "a.total as total_before",
      "a.earned as earned_before",
      "b.total as total_after",
      "b.earned as earned_after",
    ]);
}

/** Reports by the as-of date of which both amounts are known, numbered from the latest of each stage of an episode; the whole is no less than what is from work. */
function latestReport(db: Kysely<Warehouse>) {
  const cents = (amount: ReturnType<typeof sql>) => sql<number>`cast(${amount} * 100 as integer)`;
  const earned = sql`case when i.any_income and i.earned then i.earned_monthly else 0 end`;
  const total = sql`case when i.any_income then i.total_monthly else 0 end`;
  return db
    .selectFrom("income as i")
    .innerJoin("run_day as d", (join) => join.onRef("i.reported_on", "<=", "d.as_of"))
    .where(sql<boolean>`i.any_income is not null and ${earned} is not null and ${total} is not null`)
    .select(["i.partner_id", "i.enrollment_key", "i.person_key", "i.stage"])
    .select([
      cents(earned).as("earned"),
      cents(sql`greatest(${total}, ${earned})`).as("total"),
      sql<number>`row_number() over (partition by i.partner_id, i.enrollment_key, i.person_key, i.stage
        order by i.reported_on desc, i.row_number desc)`.as("nth"),
    ]);
}
