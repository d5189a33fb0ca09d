import type { PublishedPartner } from "../../models/published.ts";
import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { coverageWords, originSentence } from "../origin.ts";
import { dayWords } from "../sentences/numbers.ts";

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** How recent a partner's last file is: current to 35 days before the release's last day, late to 90, then out of date. */
export function freshnessOf(partner: PublishedPartner, asOf: string): string {
  if (partner.last_received_on === null) return "▲ nothing received";
  const age = daysBetween(partner.last_received_on, asOf);
  if (age <= 35) return "● current";
  return age <= 90 ? "◐ late" : "▲ out of date";
}

/** One line under the page's title: as of when, from how many partners. */
export function freshness(lookup: Lookup): Markup {
  const { as_of } = lookup.release;
  return html`<p class="freshness">Data as of <time datetime="${as_of}">${dayWords(as_of)}</time> · ${coverageWords(lookup)}</p>`;
}

/** Whose data the figures of a measure are made of, by name. */
export function contributorsOf(lookup: Lookup, measure: string): Markup {
  return html`<p>${originSentence(measure, lookup)}</p>`;
}

function row(partner: PublishedPartner, asOf: string, linked: boolean): Markup {
  const received = partner.last_received_on === null ? "—" : dayWords(partner.last_received_on);
  const name = linked ? html`<a href="/partner/${partner.partner_id}">${partner.name}</a>` : partner.name;
  return html`<tr><th scope="row">${name}</th><td>${partner.kind.replaceAll("_", " ")}</td><td>${received} <span class="fresh">${freshnessOf(partner, asOf)}</span></td></tr>\n`;
}

/** Every partner with what it is and when it last reported, alphabetical; with a link to its page where the site has one. */
export function partnerTable(lookup: Lookup, { linked }: { linked: boolean }): Markup {
  const partners = lookup.members("partner").map(({ id }) => lookup.partner(id));
  return html`<div class="scroll" role="region" aria-labelledby="partners-caption" tabindex="0">
<table><caption id="partners-caption">Partners of the network, in alphabetical order</caption>
<thead><tr><th scope="col">Partner</th><th scope="col">Kind</th><th scope="col">Last file received</th></tr></thead>
<tbody>
${partners.map((partner) => row(partner, lookup.release.as_of, linked))}</tbody></table>
</div>`;
}
