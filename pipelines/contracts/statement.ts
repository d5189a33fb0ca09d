import type { ClawbackReason } from "../../models/contracts/ledger.ts";
import type { OutcomeContract } from "../../models/contracts/outcome-contract.ts";
import type { Reason } from "../../models/contracts/reason.ts";
import { type Door, quoteText } from "../warehouse.ts";

/** What the statement of any contract says apart from its own figures. */
export interface Occasion {
  network: string;
  contact: string;
  /** The last day counted, `YYYY-MM-DD`. */
  asOf: string;
  /** The day of the run itself. */
  readOn: string;
}

/** Where one outcome stands. Money in cents. */
export interface OutcomeTally {
  outcome: string;
  payable: number;
  amount_cents: number;
  /** Episodes without evidence that can still reach it. */
  pending: number;
  /** Last day on which one of them can; null when none is pending. */
  pending_until: string | null;
  first_on: string | null;
  last_on: string | null;
}

/** Claims of one outcome that are not paid for one reason, those still pending apart. */
export interface ReasonTally {
  outcome: string;
  reason: Reason;
  claims: number;
}

/** What was paid or taken back in one month, by the month of the run or of the day reached. */
export interface MonthTally {
  month: string;
  payments: number;
  clawbacks: number;
  amount_cents: number;
}

/** Clawbacks of one outcome with one reason, posted on one day. */
export interface ClawbackTally {
  posted_on: string;
  outcome: string;
  reason: ClawbackReason;
  lines: number;
  amount_cents: number;
}

/** Everything one contract's report is made of; exact, and for its few readers alone. */
export interface Statement extends Occasion {
  contract: OutcomeContract;
  /** Name of the provider. */
  provider: string;
  outcomes: readonly OutcomeTally[];
  notPayable: readonly ReasonTally[];
  invoices: readonly MonthTally[];
  reached: readonly MonthTally[];
  clawbacks: readonly ClawbackTally[];
}

/** Reads where a contract stands. Needs what `settle` made. */
export async function readStatement(
  door: Door,
  contract: OutcomeContract,
  provider: string,
  occasion: Occasion,
): Promise<Statement> {
  const own = `contract = ${quoteText(contract.id)}`;
  const isPending = `reason = 'no_evidence' and open_until > date ${quoteText(occasion.asOf)}`;
  const outcomes = await door.rows<OutcomeTally>(`select outcome, count(*) filter (status = 'payable') as payable,
      sum(amount_cents) as amount_cents, count(*) filter (${isPending}) as pending,
      max(open_until) filter (${isPending}) as pending_until,
      min(achieved_on) filter (status = 'payable') as first_on, max(achieved_on) filter (status = 'payable') as last_on
    from claim where ${own} group by outcome`);
  const notPayable = await door.rows<ReasonTally>(`select outcome, reason, count(*) as claims
    from claim where ${own} and status = 'not_payable' and not (${isPending}) group by outcome, reason order by outcome, claims desc, reason`);
  const months = (day: string) =>
    door.rows<MonthTally>(`select strftime(${day}, '%Y-%m') as month, count(*) filter (entry = 'payment') as payments,
      count(*) filter (entry = 'clawback') as clawbacks, sum(amount_cents) as amount_cents
    from ledger_line where ${own} group by month order by month`);
  const clawbacks =
    await door.rows<ClawbackTally>(`select posted_on, outcome, reason, count(*) as lines, sum(amount_cents) as amount_cents
    from ledger_line where ${own} and entry = 'clawback' group by posted_on, outcome, reason order by posted_on desc, outcome, reason`);
  return {
    ...occasion,
    ...{ contract, provider, notPayable, clawbacks },
    outcomes: inOrder(outcomes, contract),
    invoices: await months("posted_on"),
    reached: await months("achieved_on"),
  };
}

/** One tally per outcome in the order of the contract, of zeros where no episode is under it yet. */
function inOrder(found: readonly OutcomeTally[], { outcomes }: OutcomeContract): OutcomeTally[] {
  const none = { payable: 0, amount_cents: 0, pending: 0, pending_until: null, first_on: null, last_on: null };
  return outcomes.map(({ code }) => found.find(({ outcome }) => outcome === code) ?? { outcome: code, ...none });
}

/** What is earned by now, in cents. */
export const earned = ({ outcomes }: Pick<Statement, "outcomes">): number =>
  outcomes.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
