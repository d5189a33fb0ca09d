import type { PublishedContract, PublishedContractRate } from "../../models/published.ts";
import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { countWords, dayWords, listWords } from "../sentences/numbers.ts";

/** Cents as dollars: `$1,500`, or `$525.50`. */
const dollarWords = (cents: number) =>
  `$${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 })}`;

const counted = (count: number, one: string) => `${countWords(count)} ${one}${count === 1 ? "" : "s"}`;

/** When and how often an outcome is paid for, and the target, each in a sentence. */
function conditionsOf(rate: PublishedContractRate): string {
  const { evidence, window_days, prerequisite, max_per_episode, target_payments, target_by } = rate;
  const after = prerequisite === null ? "" : `, and not before “${prerequisite}”`;
  const often = max_per_episode === 1 ? "once" : `at most ${counted(max_per_episode, "time")}`;
  const target =
    target_payments === null || target_by === null
      ? []
      : [`The target is ${counted(target_payments, "payment")} by ${dayWords(target_by)}.`];
  return [
    evidence,
    `It must be reached within ${counted(window_days, "day")} of entry${after}.`,
    `It is paid for ${often} in an episode.`,
    ...target,
  ].join(" ");
}

function rateCard({ contract }: PublishedContract, rates: readonly PublishedContractRate[]): Markup {
  const id = `contract-${contract}-rates`;
  const rows = rates.map(
    ({ title, effective_from, effective_to, paid_cents }) =>
      html`<tr><th scope="row">${title}</th><td>${dayWords(effective_from)}</td><td>${dayWords(effective_to)}</td><td>${dollarWords(paid_cents)}</td></tr>\n`,
  );
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table><caption id="${id}">Rate card: what one payment is</caption>
<thead><tr><th scope="col">Outcome</th><th scope="col">First day</th><th scope="col">Last day</th><th scope="col">Amount</th></tr></thead>
<tbody>
${rows}</tbody></table>
</div>`;
}

function factsOf(contract: PublishedContract, lookup: Lookup): (readonly [string, string])[] {
  const programs = contract.programs.split(" ").map((program) => lookup.memberTitle("program", program));
  return [
    ["Who pays", contract.payer],
    ["Who is paid", lookup.memberTitle("partner", contract.partner_id)],
    ["For people in", listWords(programs)],
    ["Outcomes count", `From ${dayWords(contract.starts_on)} to ${dayWords(contract.ends_on)}`],
    ["The most that is paid", dollarWords(contract.cap_cents)],
    ["Where the terms are from", contract.source],
  ];
}

const facts = (list: readonly (readonly [string, string])[]) =>
  html`<dl class="facts">${list.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;

function card(contract: PublishedContract, lookup: Lookup): Markup {
  const id = `contract-${contract.contract}`;
  const rates = lookup.publication.contract_rate
    .filter((rate) => rate.contract === contract.contract)
    .toSorted((a, b) => a.position - b.position);
  const outcomes = [...Map.groupBy(rates, ({ outcome }) => outcome).values()];
  return html`<section class="contract" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${contract.title}</h2>
${facts(factsOf(contract, lookup))}
<h3>What is paid for</h3>
${facts(outcomes.map(([rate]) => [rate!.title, conditionsOf(rate!)]))}
${rateCard(contract, rates)}</section>
`;
}

/** The terms of every outcome contract, in alphabetical order; a sentence where there is none. Nothing says what came of one. */
export function contractTerms(lookup: Lookup): Markup {
  const contracts = lookup.publication.contract.toSorted((a, b) => a.title.localeCompare(b.title, "en"));
  if (contracts.length === 0) return html`<p class="absent">There is no outcome contract.</p>`;
  return html`${contracts.map((contract) => card(contract, lookup))}`;
}
