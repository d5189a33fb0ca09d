import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { countWords, dayWords } from "../sentences/numbers.ts";
import { recordWords } from "../sentences/record-words.ts";
import { freshnessOf } from "./freshness.ts";

/** A partner's programs with their tiers, in alphabetical order. */
export function programs(lookup: Lookup, partnerId: string): Markup {
  const own = lookup.publication.program.filter((program) => program.partner_id === partnerId);
  const rows = own
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
    .map((program) => html`<li>${program.name} <span>(${lookup.memberTitle("tier", program.tier)})</span></li>\n`);
  return html`<ul class="programs">${rows}</ul>`;
}

/** What was received from a partner: when, how many files, of what. */
export function dataReceived(lookup: Lookup, partnerId: string): Markup {
  const partner = lookup.partner(partnerId);
  const received = partner.last_received_on === null ? "never" : dayWords(partner.last_received_on);
  const facts = [
    ["Last file received", `${received} (${freshnessOf(partner, lookup.release.as_of)})`],
    ["Files", countWords(partner.files)],
    ["Sends", recordWords(partner.collects)],
  ] as const;
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}
