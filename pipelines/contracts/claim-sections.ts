import { html, type Markup } from "../../dashboards/markup.ts";
import { reasons } from "../../models/contracts/reason.ts";
import { count, dayText } from "../amounts.ts";
import { section, table } from "../report-table.ts";
import { dollars } from "./dollars.ts";
import { earned, type Statement } from "./statement.ts";

const titleOf = ({ contract }: Statement, outcome: string) =>
  contract.outcomes.find(({ code }) => code === outcome)?.title ?? outcome;

/** What is earned, by outcome and in all. */
export function earnedSection(statement: Statement): Markup | null {
  const payable = statement.outcomes.reduce((sum, outcome) => sum + outcome.payable, 0);
  const rows = statement.outcomes.map((tally) => [
    titleOf(statement, tally.outcome),
    count(tally.payable),
    dollars(tally.amount_cents),
  ]);
  const columns = [{ title: "Outcome", words: true as const }, { title: "Payments" }, { title: "Amount" }];
  const means = "What is payable by what is on record now, at the amount in force on the day it was reached.";
  return section("Earned", means, [
    table("Payable outcomes", columns, [...rows, ["All outcomes", count(payable), dollars(earned(statement))]]),
  ]);
}

/** What has no evidence yet and can still be reached in time. */
export function pendingSection(statement: Statement): Markup | null {
  const rows = statement.outcomes
    .filter(({ pending }) => pending > 0)
    .map(({ outcome, pending, pending_until }) => [
      titleOf(statement, outcome),
      count(pending),
      dayText(pending_until!),
    ]);
  const columns = [{ title: "Outcome", words: true as const }, { title: "Episodes" }, { title: "At the latest by" }];
  const means = "Episodes in which nothing on record shows the outcome yet, and the days allowed for it are not over.";
  return section("Pending", means, [table("Outcomes that can still be reached", columns, rows)]);
}

/** What is not paid for, by outcome and reason. */
export function notPayableSection(statement: Statement): Markup {
  const rows = statement.contract.outcomes.flatMap(({ code, title }) =>
    statement.notPayable
      .filter(({ outcome }) => outcome === code)
      .map(({ reason, claims }) => [title, reasons[reason], count(claims)]),
  );
  const columns = [
    { title: "Outcome", words: true as const },
    { title: "Why", words: true as const },
    { title: "Claims" },
  ];
  const means =
    "Each claim has one reason: the first that applies, in the order of dates, amount, days allowed, what must come first, how often, and the contract's limit.";
  return (
    section("Not payable", means, [table("Claims that are not paid, by reason", columns, rows)]) ??
    html`<section><h2>Not payable</h2>
<p>There is no claim that is not payable.</p></section>
`
  );
}
