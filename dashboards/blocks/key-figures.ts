import type { FigureKey } from "../../models/published.ts";
import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { totalHeadline } from "../sentences/people.ts";
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
  return sentenceList(sentences);
}

/** Shares that a partner looks at first, in this order; those it has. */
const OWN = [
  { measure: "matrix-movement", series: "housing", rate: "improved" },
  { measure: "matrix-movement", series: "employment", rate: "improved" },
  { measure: "matrix-movement", series: "income", rate: "improved" },
  { measure: "care-plan", series: "all", rate: "planned" },
  { measure: "job-placement", series: "all", rate: "placed" },
  { measure: "any-certificate", series: "all", rate: "within_year" },
  { measure: "exits-to-permanent-housing", series: "all", rate: "permanent" },
] as const;

/** The same of one partner: the people it reached, then each share it has that is shown. */
export function ownKeyFigures(lookup: Lookup, partner: string): Markup {
  const whose = { ...network, slice: "partner", member: partner } as const;
  const people = lookup.cell({ ...whose, measure: "people-served", series: "all" }, "people");
  const shares = OWN.flatMap(({ measure, series, rate: id }) => {
    const rate = lookup.rate({ ...whose, measure, series }, id);
    const subject = () => lookup.subject(measure, series);
    return rate?.share == null ? [] : [rateSentence(rate, lookup.rateWords(measure, id), subject())];
  });
  return sentenceList([`${totalHeadline(lookup.partner(partner).name, people)}.`, ...shares]);
}

const sentenceList = (sentences: readonly string[]) =>
  html`<ul class="key-figures">${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`;
