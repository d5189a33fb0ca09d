import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { daysAfterExit, evidenceOf } from "./evidence.ts";
import { type Outcome, type OutcomeContract, paidCents } from "./outcome-contract.ts";
import type { Reason } from "./reason.ts";

/** Every outcome of every episode beside its evidence and the rate of the day, with the reason that dates alone give. */
export function withChecked(db: Kysely<Warehouse>, contract: OutcomeContract) {
  const { starts_on, ends_on, outcomes } = contract;
  return db
    .with("under_contract", () => episodesUnder(db, contract))
    .with("term", (with_) =>
      with_
        .selectFrom(terms(outcomes).as<"t">(sql`t(outcome, window_days, max_per_episode, days_after_exit)`))
        .selectAll(),
    )
    .with("rate", (with_) =>
      with_.selectFrom(rates(contract).as<"r">(sql`r(outcome, starts_on, ends_on, rate_cents)`)).selectAll(),
    )
    .with("evidence", () => evidenceOf(db, outcomes))
    .with("checked", (with_) =>
      with_
        .selectFrom("under_contract as u")
        .innerJoin("term as t", (join) => join.onTrue())
        .leftJoin("evidence as e", (join) =>
          join.onRef("e.enrollment_key", "=", "u.enrollment_key").onRef("e.outcome", "=", "t.outcome"),
        )
        .leftJoin("rate as r", (join) =>
          join.onRef("r.outcome", "=", "t.outcome").on(sql<boolean>`e.achieved_on between r.starts_on and r.ends_on`),
        )
        .select([
          "u.enrollment_key",
          "t.outcome",
          "u.entered_on",
          "e.achieved_on",
          "e.evidenced_on",
          "e.piece",
          "r.rate_cents",
        ])
        .select(
          sql<string>`least(u.entered_on + t.window_days, ${date(ends_on)}, u.exited_on + t.days_after_exit)`.as(
            "open_until",
          ),
        )
        .select(
          sql<Reason | null>`case when e.achieved_on is null then 'no_evidence'
            when e.achieved_on < ${date(starts_on)} or e.achieved_on > ${date(ends_on)} then 'outside_dates'
            when r.rate_cents is null then 'no_rate'
            when e.achieved_on > u.entered_on + t.window_days then 'outside_window' end`.as("reason"),
        ),
    );
}

/** Episodes of the provider's programs that were under way on any day of the contract. */
function episodesUnder(db: Kysely<Warehouse>, { provider, programs, starts_on, ends_on }: OutcomeContract) {
  return db
    .selectFrom("episode as e")
    .where("e.partner_id", "=", sql.lit(provider))
    .where(sql<boolean>`e.program_id in (${sql.join(programs.map((one) => sql.lit(one)))})`)
    .where(sql<boolean>`e.entered_on <= ${date(ends_on)}`)
    .where(sql<boolean>`(e.exited_on is null or e.exited_on >= ${date(starts_on)})`)
    .select(["e.enrollment_key", "e.entered_on", "e.exited_on"]);
}

const date = (day: string) => sql<string>`cast(${sql.lit(day)} as date)`;
/** An amount as a literal, in cents. */
export const cents = (amount: number) => sql<number>`cast(${sql.lit(amount)} as bigint)`;
const text = (said: string) => sql<string>`cast(${sql.lit(said)} as varchar)`;

const terms = (outcomes: readonly Outcome[]) =>
  sql<{ outcome: string; window_days: number; max_per_episode: number; days_after_exit: number }>`(values ${sql.join(
    outcomes.map(
      ({ code, window_days, max_per_episode, evidence }) =>
        sql`(${text(code)}, ${sql.lit(window_days)}, ${sql.lit(max_per_episode)}, ${sql.lit(daysAfterExit(evidence))})`,
    ),
  )})`;

const rates = ({ outcomes, ends_on }: OutcomeContract) =>
  sql<{ outcome: string; starts_on: string; ends_on: string; rate_cents: number }>`(values ${sql.join(
    outcomes.flatMap((outcome) =>
      outcome.rates.map(
        (rate) =>
          sql`(${text(outcome.code)}, ${date(rate.from)}, ${date(rate.to ?? ends_on)}, ${cents(paidCents(outcome, rate))})`,
      ),
    ),
  )})`;
