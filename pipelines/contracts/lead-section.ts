import { html, type Markup } from "../../dashboards/markup.ts";
import { counted, dayText, percent } from "../amounts.ts";
import { dollars } from "./dollars.ts";
import { earned, type Statement } from "./statement.ts";

/** The report in a few sentences. */
export function leadSection(statement: Statement): Markup {
  const sentences = [
    earnedSentence(statement),
    limitSentence(statement),
    pendingSentence(statement),
    clawbackSentence(statement),
    endSentence(statement),
  ];
  return html`<section><h2>At a glance</h2>
<ul class="glance">${sentences.filter((each) => each !== null).map((each) => html`<li>${each}</li>`)}</ul></section>
`;
}

function earnedSentence(statement: Statement): string {
  const { cap_cents } = statement.contract;
  const payable = statement.outcomes.reduce((sum, outcome) => sum + outcome.payable, 0);
  if (payable === 0) return `No outcome is payable yet. The contract pays at most ${dollars(cap_cents)}.`;
  const cents = earned(statement);
  return `${counted(payable, "outcome is", "outcomes are")} payable: ${dollars(cents)} of at most ${dollars(cap_cents)} (${percent(cents, cap_cents)}).`;
}

function limitSentence({ notPayable, contract }: Statement): string | null {
  const over = notPayable.reduce((sum, { reason, claims }) => sum + (reason === "over_cap" ? claims : 0), 0);
  if (over === 0) return null;
  return `${counted(over, "outcome is", "outcomes are")} not paid for because the next payment would go over ${dollars(contract.cap_cents)}.`;
}

function pendingSentence({ outcomes }: Statement): string {
  const pending = outcomes.reduce((sum, outcome) => sum + outcome.pending, 0);
  if (pending === 0) return "No outcome is pending.";
  return `${counted(pending, "outcome", "outcomes")} can still be reached in time.`;
}

function clawbackSentence({ clawbacks, readOn, asOf }: Statement): string | null {
  const lines = clawbacks.reduce((sum, one) => sum + one.lines, 0);
  if (lines === 0) return "Nothing that was paid has been taken back.";
  const cents = clawbacks.reduce((sum, one) => sum + one.amount_cents, 0);
  const recent = clawbacks.filter(({ posted_on }) => posted_on === asOf).reduce((sum, one) => sum + one.lines, 0);
  const now =
    recent === 0
      ? ""
      : ` ${counted(recent, "of them is", "of them are")} as of ${dayText(asOf)}, in files read by ${dayText(readOn)}.`;
  return `${counted(lines, "payment was", "payments were")} taken back because the data changed: ${dollars(-cents)} in all.${now}`;
}

function endSentence({ contract, asOf }: Statement): string {
  return asOf >= contract.ends_on
    ? `The contract ended on ${dayText(contract.ends_on)}.`
    : `Outcomes count until ${dayText(contract.ends_on)}.`;
}
