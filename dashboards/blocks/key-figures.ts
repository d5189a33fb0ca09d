import type { FigureKey } from "../../models/published.ts";
import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { rateSentence } from "../sentences/rates.ts";
import { reachHeadline } from "../sentences/reach.ts";

const network = { slice: "network", member: "network", period_kind: "all", period: "to-date" } as const;

function domainSentence(lookup: Lookup, series: string): string[] {
  const key: FigureKey = { ...network, measure: "matrix-movement", series };
  const rate = lookup.rate(key, "improved");
  return rate === undefined ? [] : [rateSentence(rate, lookup.seriesTitle(key.measure, series))];
}

/** The figures to remember, one sentence each: people against the goal, then the domains the page names. */
export function keyFigures(lookup: Lookup, series: readonly string[]): Markup {
  const people = lookup.cell({ ...network, measure: "people-served", series: "all" }, "people");
  const sentences = [
    `${reachHeadline(people, lookup.release)}.`,
    ...series.flatMap((id) => domainSentence(lookup, id)),
  ];
  return html`<ul class="key-figures">${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`;
}
