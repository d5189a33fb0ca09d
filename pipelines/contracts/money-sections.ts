import type { Markup } from "../../dashboards/markup.ts";
import type { ClawbackReason } from "../../models/contracts/ledger.ts";
import { reasons } from "../../models/contracts/reason.ts";
import { count, dayText, percent } from "../amounts.ts";
import { section, table } from "../report-table.ts";
import { dollars } from "./dollars.ts";
import type { MonthTally, Statement } from "./statement.ts";

const takenBack: Readonly<Record<ClawbackReason, string>> = {
  ...reasons,
  restated: "The amount changed; the old amount is taken back and the new one is paid.",
  outcome_gone: "The records no longer show the outcome this often, or the contract no longer lists it.",
  episode_gone: "The episode is no longer on record, or the contract no longer covers it.",
};

/** Clawbacks, invoices and what has been earned month by month: what the ledger says. */
export const moneySections = (statement: Statement): (Markup | null)[] => [
  clawbackSection(statement),
  invoiceSection(statement),
  reachedSection(statement),
];

function clawbackSection({ contract, clawbacks }: Statement): Markup | null {
  const titles = new Map(contract.outcomes.map(({ code, title }) => [code, title]));
  const rows = clawbacks.map(({ posted_on, outcome, reason, lines, amount_cents }) => [
    dayText(posted_on),
    titles.get(outcome) ?? outcome,
    takenBack[reason],
    count(lines),
    dollars(amount_cents),
  ]);
  const columns = [
    { title: "Posted as of", words: true as const },
    { title: "Outcome", words: true as const },
    { title: "Why", words: true as const },
    { title: "Payments" },
    { title: "Amount" },
  ];
  const means =
    "Payments that are not due any more, or not in that amount. A line of the ledger is never changed: what was paid is taken back by a line of its own, and paid again when it is due again. A new day with the same amount adds no line.";
  return section("Clawbacks", means, [table("Payments taken back", columns, rows)]);
}

function invoiceSection({ invoices }: Statement): Markup | null {
  const rows = invoices.map(({ month, payments, clawbacks, amount_cents }) => [
    monthText(month),
    count(payments),
    count(clawbacks),
    dollars(amount_cents),
  ]);
  const columns = [
    { title: "Invoice", words: true as const },
    { title: "Payments" },
    { title: "Clawbacks" },
    { title: "Amount" },
  ];
  const means =
    "Each line is on the invoice of the month up to which the run that added it counts, whenever the outcome was reached. A later run can add to that month. From the first line of a later month on, the invoice does not change.";
  return section("Invoices", means, [table("Payments and clawbacks by invoice", columns, rows)]);
}

function reachedSection({ contract, reached }: Statement): Markup | null {
  const sums = reached.map((_, at) => total(reached.slice(0, at + 1)));
  const rows = reached.map((tally, at) => [
    monthText(tally.month),
    count(tally.payments - tally.clawbacks),
    dollars(tally.amount_cents),
    dollars(sums[at]!),
    percent(sums[at]!, contract.cap_cents),
  ]);
  const columns = [
    { title: "Month", words: true as const },
    { title: "Payments" },
    { title: "Amount" },
    { title: "Since the start" },
    { title: "Share of the limit" },
  ];
  const means =
    "By the month in which the outcome was reached, as it was known when it was paid, with what was taken back already taken off.";
  return section("Earned month by month", means, [table("Payments by month reached", columns, rows)]);
}

const total = (tallies: readonly MonthTally[]) => tallies.reduce((sum, { amount_cents }) => sum + amount_cents, 0);

/** `June 2026` of `2026-06`. */
const monthText = (month: string) => dayText(`${month}-01`).replace(" 1,", "");
