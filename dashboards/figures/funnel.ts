import { betaPrior } from "../../models/statistics/shrunken-rate.ts";
import { funnelChart, funnelMarks } from "../charts/funnel-chart.ts";
import { ink } from "../charts/palette.ts";
import { shareCell, wordsCell } from "../data-table.ts";
import { type DataTable, type FigureMaker, type KeyEntry, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import {
  aloneSentence,
  drawnSentence,
  funnelHeadline,
  LEAST_UNITS,
  limitsSentence,
  lookSentence,
  noneOfYoursSentence,
  outsideSentences,
  placeWords,
  tooFewSentence,
} from "../sentences/funnel.ts";
import { capital, percentWords } from "../sentences/numbers.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { inCohort } from "./cohort-words.ts";
import { keyOf } from "./find-rows.ts";
import { type Funnel, funnelOf, shownUnits } from "./funnel-units.ts";
import { groupWords, likeGroups, type Unit, unitsOf } from "./like-groups.ts";
import { countsOf } from "./rate-row.ts";

const point = (title: string, { fill }: { fill: string }, shape: "point" | "lozenge" | "square"): KeyEntry => ({
  ...{ title, fill, shape },
});

function keyFor(one: string, whole: string, { units }: Funnel, own: number): KeyEntry[] {
  const has = (limits: string) => units.some(({ place }) => place.endsWith(limits));
  return [
    ...(own > 0 ? [{ title: `Ringed: your ${one}${own > 1 ? "s" : ""}`, fill: ink.text, shape: "ring" as const }] : []),
    point(`${capital(one)} within the limits`, funnelMarks.within, "point"),
    ...(has(" 95") ? [point("Outside the 95% limits", funnelMarks["95"], "lozenge")] : []),
    ...(has(" 99.8") ? [point("Outside the 99.8% limits", funnelMarks["99.8"], "square")] : []),
    { title: `Share of ${whole}`, fill: ink.text, shape: "line" },
    { title: "95% limits", fill: ink.muted, shape: "dash" },
    { title: "99.8% limits", fill: ink.muted, shape: "dots" },
  ];
}

const range = ({ low, high }: { low: number; high: number }) => `${percentWords(low)} to ${percentWords(high)}`;

function tableOf(units: readonly Unit[], { units: drawn }: Funnel, one: string): DataTable {
  const cellsOf = (unit: Unit) => {
    const own = drawn.find(({ rate }) => rate === unit.rate);
    if (own === undefined) return ["", "", ""];
    const limits = range({ low: own.limits.low95, high: own.limits.high95 });
    return [limits, placeWords(own.place), `${percentWords(own.drawn.share)} (${range(own.drawn)})`];
  };
  return {
    columns: [capital(one), "Share", "People", "95% limits", "Where it lies", "Share drawn toward all (95% interval)"],
    rows: units.map((unit) => ({
      name: unit.name,
      cells: [shareCell(unit.rate), wordsCell(countsOf(unit.rate)), ...cellsOf(unit).map(wordsCell)],
    })),
  };
}

/** What the limits lie around: its words, those for a difference from it, and its share where that is not made from the units. */
interface Whole {
  words: string;
  from: string;
  share: number | null;
}

/** The share that the limits lie around: the network's where a page says so, otherwise that of the like units together. */
function wholeOf(request: FigureRequest, unit: string, lookup: Lookup): Whole {
  if (request.against !== "network") return { words: `all these ${unit} together`, from: "each other", share: null };
  const key = { ...keyOf(request, request.series), slice: "network" as const, member: "network" };
  return { words: "the network", from: "the network", share: lookup.rate(key, request.rate)?.share ?? null };
}

/** What is said of the groups that are not drawn. */
function othersSentence(subject: string, request: FigureRequest, lookup: Lookup): string {
  const { others } = likeGroups(request, lookup);
  const isAgency = lookup.audience.kind === "agency";
  if (others.length === 0 && isAgency) return noneOfYoursSentence(subject, `${request.slice}s`);
  if (others.length === 0) return aloneSentence(subject, groupWords("", request, lookup));
  return tooFewSentence(
    subject,
    others.map((id) => groupWords(id, request, lookup)),
  );
}

/** Partners of one kind, or programs of one tier, by the number of their people: who differs by more than chance; never a ranking. */
export const funnel: FigureMaker = (request, lookup) => {
  const unit = `${request.slice}s`;
  const group = groupWords(request.group, request, lookup);
  const units = unitsOf(request, lookup).filter((one) => one.group === request.group);
  const shown = shownUnits(units);
  const subject = lookup.subject(request.measure, request.series);
  const words = lookup.rateWords(request.measure, request.rate);
  const { among, after } = inCohort(request, lookup, words.among);
  const subtitle = `${subject}: share of ${among} who ${words.did}, ${group}, by number of people${after}`;
  const named = units.filter(({ isNamed }) => isNamed);
  const isOwn = named.length < units.length;
  const rows = named.map(({ rate }) => rate);
  const base = { subtitle, rows, n: `n of each ${request.slice} in the table`, widths: WIDE_AND_NARROW };
  if (request.group === "") return { ...base, ...inWords(othersSentence(subject, request, lookup)) };
  if (shown.length < LEAST_UNITS) return { ...base, ...inWords(tooFewSentence(subject, [group])) };
  const whole = wholeOf(request, unit, lookup);
  const found = funnelOf(shown, whole.share);
  const finding = { subject, unit, group, from: whole.from, ...found };
  const shareLabel = `Share who ${words.did}`;
  return {
    ...base,
    headline: funnelHeadline(finding),
    kind: "Funnel chart",
    key: keyFor(request.slice, whole.words, found, isOwn ? found.units.filter((one) => one.isNamed).length : 0),
    draw: (frame) =>
      funnelChart(
        frame,
        found.units.map((one) => ({
          ...{ size: one.denominator, share: one.share, place: one.place, own: isOwn && one.isNamed },
          lines: one.isNamed ? one.lines.slice(0, isOwn ? 1 : 2) : [],
        })),
        { ...found, shareLabel },
      ),
    summary: [
      ...outsideSentences(finding),
      limitsSentence(finding),
      lookSentence(unit),
      drawnSentence(unit, betaPrior(shown).people === Infinity),
      ...missingSentences(named.map(({ name, rate }) => ({ name, status: rate.status }))),
    ],
    table: tableOf(named, found, request.slice),
  };
};

/** A sentence in place of the figure. */
function inWords(instead: string) {
  const never = (): never => {
    throw new Error(`nothing to draw: ${instead}`);
  };
  return { instead, headline: instead, kind: "", key: [], draw: never, summary: [], table: { columns: [], rows: [] } };
}
