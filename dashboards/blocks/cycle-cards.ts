import type { PublishedCycle } from "../../models/published.ts";
import { type FigureRequest, readFigureRequest } from "../figure-request.ts";
import { controlSeries } from "../figures/control-series.ts";
import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { followedLongerSentence } from "../sentences/control.ts";
import { expectedSentence, resultSentences } from "../sentences/cycle.ts";
import { dayWords } from "../sentences/numbers.ts";

/** The control chart of a cycle: the agency's own share, judged by what came before the change. */
function requestOf(cycle: PublishedCycle): FigureRequest {
  const { measure, series, rate, period_kind, agency, started_on } = cycle;
  const slice = agency === "network" ? "network" : "partner";
  const words = {
    id: `cycle-${cycle.cycle}`,
    chart: "control",
    measure,
    series,
    rate,
    period_kind,
    slice,
    member: agency,
  };
  return readFigureRequest(JSON.stringify({ ...words, changed_on: started_on }), {});
}

function resultWords(cycle: PublishedCycle, request: FigureRequest, lookup: Lookup): string {
  const found = controlSeries(request, lookup);
  const isDrifting = found.judgment.by !== "nothing" && lookup.measure(cycle.measure).matures_after_days === 0;
  const drift = isDrifting ? [followedLongerSentence(cycle.period_kind)] : [];
  return [...resultSentences(found, cycle), ...drift].join(" ");
}

function card(cycle: PublishedCycle, lookup: Lookup, draw: (request: FigureRequest) => Markup): Markup {
  const request = requestOf(cycle);
  const who = request.slice === "network" ? "Whole network" : lookup.memberTitle("partner", cycle.agency);
  const facts = [
    ["What did we expect?", expectedSentence(cycle)],
    ["What happened?", cycle.happened],
    ["What went well?", cycle.went_well],
    ["What did not go well?", cycle.went_badly],
    ["What next?", cycle.next],
    ["What does the chart say?", resultWords(cycle, request, lookup)],
  ] as const;
  return html`<section class="cycle" id="cycle-${cycle.cycle}" aria-labelledby="cycle-${cycle.cycle}-title">
<h2 id="cycle-${cycle.cycle}-title">${cycle.title}</h2>
<p class="subtitle">${who}, since <time datetime="${cycle.started_on}">${dayWords(cycle.started_on)}</time></p>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>
${draw(request)}</section>
`;
}

/** Every improvement cycle with its control chart, the latest change first; a sentence where there is none. */
export function cycleCards(lookup: Lookup, draw: (request: FigureRequest) => Markup): Markup {
  const cycles = lookup.publication.cycle.toSorted(
    (a, b) => b.started_on.localeCompare(a.started_on) || a.cycle.localeCompare(b.cycle),
  );
  if (cycles.length === 0) return html`<p class="absent">No improvement cycle is on record yet.</p>`;
  return html`${cycles.map((cycle) => card(cycle, lookup, draw))}`;
}
