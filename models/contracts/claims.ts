import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { cents, withChecked } from "./checked-outcome.ts";
import type { Outcome, OutcomeContract } from "./outcome-contract.ts";
import type { Reason } from "./reason.ts";

/** One outcome of one episode under a contract: payable, or not and why. Money in integer cents. */
export interface Claim {
  contract: string;
  enrollment_key: string;
  outcome: string;
  /** Counts from 1, what could be paid first, then by the day it was reached. */
  occurrence: number;
  entered_on: string;
  /** Last day on which it can be reached: of the days allowed, of the contract or of what still counts after the exit, the soonest. */
  open_until: string;
  /** Both null without evidence. */
  achieved_on: string | null;
  evidenced_on: string | null;
  status: "payable" | "not_payable";
  /** Null when payable. */
  reason: Reason | null;
  /** What the rate card has for it on the day; null without a rate in force. */
  rate_cents: number | null;
  /** What is payable: the rate or nothing. */
  amount_cents: number;
}

/**
 * One row per episode under the contract, outcome and occurrence. Outcomes are paid for in the order of the day they were reached,
 * until the next would go over the contract's limit; from then on nothing is.
 */
export function claims(db: Kysely<Warehouse>, contract: OutcomeContract) {
  const reason = sql<Reason | null>`coalesce(c.reason, case when c.so_far > ${cents(contract.cap_cents)} then 'over_cap' end)`;
  return withNumbered(db, contract)
    .with("counted", (with_) =>
      with_
        .selectFrom("numbered as n")
        .selectAll("n")
        .select(
          sql<number>`sum(case when n.reason is null then n.rate_cents else 0 end)
            over (order by n.achieved_on, n.enrollment_key, n.outcome, n.occurrence rows unbounded preceding)`.as(
            "so_far",
          ),
        ),
    )
    .selectFrom("counted as c")
    .select(sql<string>`cast(${sql.lit(contract.id)} as varchar)`.as("contract"))
    .select([
      "c.enrollment_key",
      "c.outcome",
      sql<number>`cast(c.occurrence as integer)`.as("occurrence"),
      "c.entered_on",
    ])
    .select(["c.open_until", "c.achieved_on", "c.evidenced_on"])
    .select(sql<Claim["status"]>`case when ${reason} is null then 'payable' else 'not_payable' end`.as("status"))
    .select([reason.as("reason"), "c.rate_cents"])
    .select(sql<number>`case when ${reason} is null then c.rate_cents else 0 end`.as("amount_cents"));
}

/** Adds the number of each occurrence within its episode and outcome, and the reason of those beyond what one episode allows. */
function withNumbered(db: Kysely<Warehouse>, contract: OutcomeContract) {
  return withJudged(db, contract)
    .with("ordered", (with_) =>
      with_
        .selectFrom("judged as j")
        .selectAll("j")
        .select(
          sql<number>`row_number() over (partition by j.enrollment_key, j.outcome
            order by case when j.reason is null then 0 else 1 end, j.achieved_on, j.piece)`.as("occurrence"),
        ),
    )
    .with("numbered", (with_) =>
      with_
        .selectFrom("ordered as o")
        .innerJoin("term as t", "t.outcome", "o.outcome")
        .select(["o.enrollment_key", "o.outcome", "o.entered_on", "o.achieved_on", "o.evidenced_on"])
        .select(["o.open_until", "o.rate_cents", "o.occurrence"])
        .select(
          sql<Reason | null>`coalesce(o.reason, case when o.occurrence > t.max_per_episode then 'already_paid' end)`.as(
            "reason",
          ),
        ),
    );
}

/** Adds the reason that the outcome's own prerequisite gives, of any depth. */
function withJudged(db: Kysely<Warehouse>, contract: OutcomeContract) {
  const lacking = contract.outcomes
    .filter(({ prerequisite }) => prerequisite !== undefined)
    .map((outcome) => sql`(k.outcome = ${sql.lit(outcome.code)} and not ${preceded(outcome, "k", contract)})`);
  const isLacking = lacking.length === 0 ? sql`false` : sql.join(lacking, sql` or `);
  return withChecked(db, contract).with("judged", (with_) =>
    with_
      .selectFrom("checked as k")
      .select(["k.enrollment_key", "k.outcome", "k.entered_on", "k.achieved_on", "k.evidenced_on", "k.piece"])
      .select(["k.open_until", "k.rate_cents"])
      .select(
        sql<Reason | null>`coalesce(k.reason, case when ${isLacking} then 'prerequisite_missing' end)`.as("reason"),
      ),
  );
}

/** Whether the outcome that must come first could be paid by the day of `row`, whose own prerequisites included. */
function preceded({ prerequisite }: Outcome, row: string, contract: OutcomeContract): ReturnType<typeof sql<boolean>> {
  if (prerequisite === undefined) return sql<boolean>`true`;
  const first = contract.outcomes.find(({ code }) => code === prerequisite)!;
  const [own, other] = [sql.raw(row), sql.raw(`${row}k`)];
  return sql<boolean>`exists (select 1 from checked as ${other} where ${other}.enrollment_key = ${own}.enrollment_key
    and ${other}.outcome = ${sql.lit(prerequisite)} and ${other}.reason is null and ${other}.achieved_on <= ${own}.achieved_on
    and ${preceded(first, `${row}k`, contract)})`;
}
