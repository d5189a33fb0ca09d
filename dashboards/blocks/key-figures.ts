import type { FigureKey } from "../../models/published.ts";
import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { networkRange } from "../sentences/people-range.ts";
import { rateSentence } from "../sentences/rates.ts";
import { reachHeadline } from "../sentences/reach.ts";

const network = { slice: "network", member: "network", period_kind: "all", period: "to-date" } as const;

function domainSentence(lookup: Lookup, series: string): string[] {
  const key: FigureKey = { ...network, measure: "matrix-movement", series };
  const rate = lookup.rate(key, "improved");
  return rate === undefined
    ? []
    : [rateSentence(rate, lookup.rateWords(key.measure, rate.rate), lookup.seriesTitle(key.measure, series))];
}

function reachSentence(lookup: Lookup): string {
  const key: FigureKey = { ...network, measure: "people-served", series: "all" };
  const people = lookup.cell(key, "people");
  return `${reachHeadline(people, networkRange(lookup), lookup.release)}.`;
}

/** The figures to remember, one sentence each: people against the goal, then the domains the page names. */
export function keyFigures(lookup: Lookup, series: readonly string[]): Markup {
  const sentences = [reachSentence(lookup), ...series.flatMap((id) => domainSentence(lookup, id))];
  return html`<ul class="key-figures">${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`;
}
