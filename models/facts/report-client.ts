import { type Kysely, sql } from "kysely";
import type { ReportClientTable, Warehouse } from "../warehouse.ts";

/** Monthly income from work at entry against exit, as HUD's annual performance report classes it (question 19a2). */
export type EarnedIncomeMovement = "lost" | "less" | "same" | "more" | "gained" | "none";

export type ReportClient = ReportClientTable & {
  /** Null unless an adult who left, with income known at entry and at exit. */
  earned_income_movement: EarnedIncomeMovement | null;
};

/** First and last day, both in the period, `YYYY-MM-DD`. */
export interface ReportPeriod {
  from: string;
  to: string;
}

/**
 * One row (`ReportClient`) per person with an episode in the report period, by the latest of their episodes. A leaver left in the
 * period; who left after it is a stayer. `age` is that of the first day, or of the entry when it is later: for people in the program
 * before the period it is known only where their partner's export begins with it.
 */
export function reportClient(db: Kysely<Warehouse>, period: ReportPeriod) {
  return db
    .selectFrom(served(db, period).as("c"))
    .leftJoin(incomeAt(db, "entry").as("a"), (join) =>
      join
        .onRef("a.enrollment_key", "=", "c.enrollment_key")
        .onRef("a.person_key", "=", "c.person_key")
        .onRef("a.nth", "=", sql.lit(1)),
    )
    .leftJoin(incomeAt(db, "exit").as("b"), (join) =>
      join
        .onRef("b.enrollment_key", "=", "c.enrollment_key")
        .onRef("b.person_key", "=", "c.person_key")
        .onRef("b.nth", "=", sql.lit(1)),
    )
    .where("c.nth", "=", sql.lit(1))
    .select(["c.person_key", "c.partner_id", "c.enrollment_key", "c.age", "c.leaver", "c.veteran", "c.days_enrolled"])
    .select([sql<boolean>`c.leaver and c.to_permanent`.as("permanent_exit"), movement.as("earned_income_movement")]);
}

/** Episodes open on a day of the period, numbered from each person's latest. */
function served(db: Kysely<Warehouse>, { from, to }: ReportPeriod) {
  const [first, last] = [day(from), day(to)];
  return db
    .selectFrom("enrollment as e")
    .innerJoin("person as p", (join) =>
      join.onRef("p.partner_id", "=", "e.partner_id").onRef("p.person_key", "=", "e.person_key"),
    )
    .where(sql<boolean>`e.entered_on <= ${last} and (e.exited_on is null or e.exited_on >= ${first})`)
    .select(["e.person_key", "e.partner_id", "e.enrollment_key", "p.veteran"])
    .select([
      sql<boolean>`coalesce(e.exited_on <= ${last}, false)`.as("leaver"),
      sql<boolean>`coalesce(e.exit_destination = 'permanent', false)`.as("to_permanent"),
      sql<number>`case when e.exited_on <= ${last} then e.exited_on - e.entered_on else ${last} - e.entered_on + 1 end`.as(
        "days_enrolled",
      ),
      sql<
        number | null
      >`case when e.entered_on >= ${first} then e.age_at_entry when p.age_on = ${first} then p.age end`.as("age"),
      sql<number>`row_number() over (partition by e.partner_id, e.person_key order by e.entered_on desc, e.enrollment_key)`.as(
        "nth",
      ),
    ]);
}

/** Reports of income at one stage, numbered from each episode's latest; income from work counts only where it is said to be there. */
function incomeAt(db: Kysely<Warehouse>, stage: "entry" | "exit") {
  return db
    .selectFrom("income")
    .where("stage", "=", sql.lit(stage))
    .select(["enrollment_key", "person_key", "any_income"])
    .select([
      sql<number>`case when earned then coalesce(earned_monthly, 0) else 0 end`.as("earned"),
      sql<number>`row_number() over (partition by enrollment_key, person_key order by reported_on desc, row_number desc)`.as(
        "nth",
      ),
    ]);
}

const day = (text: string) => sql`cast(${sql.lit(text)} as date)`;

const movement = sql<EarnedIncomeMovement | null>`case
  when c.age is null or c.age < 18 or not c.leaver or a.any_income is null or b.any_income is null then null
  when a.earned = 0 and b.earned = 0 then 'none'
  when a.earned = 0 then 'gained'
  when b.earned = 0 then 'lost'
  when b.earned < a.earned then 'less'
  when b.earned > a.earned then 'more'
  else 'same' end`;
