import type { PublishedCell, PublishedRate } from "../../models/published.ts";
import { ink, series } from "../charts/palette.ts";
import { type SegmentKind, segmentChart } from "../charts/segment-chart.ts";
import { countCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { percentWords, rangeOfN } from "../sentences/numbers.ts";
import { pairingHeadline, pairingSentence } from "../sentences/pairing.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { firstMissing, keyOf, present } from "./find-rows.ts";
import { placeWords } from "./place-words.ts";

const twice: SegmentKind = { title: "Scored twice", fill: series.navy, on: "#ffffff" };
const noBaseline: SegmentKind = { title: "No baseline", fill: series.orange, on: "#ffffff" };

/** What may have become of the people of a cohort: the segments, the parts they are made of, and the shares these come to. */
interface Breakdown {
  kinds: readonly SegmentKind[];
  parts: readonly string[];
  /** Counts of the segments from the cohort and the counts of the parts. */
  split(eligible: number, counts: readonly number[]): number[];
}

/** Where the release tells why somebody was not scored twice. */
const inDetail: Breakdown = {
  kinds: [
    twice,
    { title: "No follow-up yet", fill: series.sky, on: ink.text },
    noBaseline,
    { title: "Domain not scored, at baseline or later", fill: ink.grid, on: ink.text },
  ],
  parts: ["paired", "no_followup", "no_baseline", "na_baseline", "na_followup"],
  split: (_eligible, [paired = 0, noFollowup = 0, none = 0, naBaseline = 0, naFollowup = 0]) => [
    paired,
    noFollowup,
    none,
    naBaseline + naFollowup,
  ],
};

/** Where it tells only who was never assessed. */
const inShort: Breakdown = {
  kinds: [twice, { title: "No follow-up yet, or domain not scored", fill: series.sky, on: ink.text }, noBaseline],
  parts: ["paired", "no_baseline"],
  split: (eligible, [paired = 0, none = 0]) => [paired, eligible - paired - none, none],
};

interface Row {
  title: string;
  eligible: PublishedCell;
  rate: PublishedRate;
  parts: readonly PublishedCell[];
}

function rowsOf(request: FigureRequest, lookup: Lookup, { parts: wanted }: Breakdown): Row[] {
  return lookup.series(request.measure).flatMap(({ series: id, title }) => {
    const key = keyOf(request, id);
    const [eligible, rate] = [lookup.cell(key, "eligible"), lookup.rate(key, "paired")];
    const parts = present(wanted.map((part) => lookup.cell(key, part)));
    return eligible && rate && parts.length === wanted.length ? [{ title, eligible, rate, parts }] : [];
  });
}

/** The shares of the segments; null when one of the counts is not shown. */
function sharesOf({ eligible, parts }: Row, { split }: Breakdown): number[] | null {
  const total = eligible.value;
  const counts = parts.flatMap((part) => (part.value === null ? [] : [part.value]));
  if (counts.length < parts.length || !total) return null;
  return split(total, counts).map((count) => count / total);
}

function drawnRow(row: Row, breakdown: Breakdown) {
  const missing = firstMissing([row.eligible, ...row.parts]);
  const note = missing && row.rate.share !== null ? `scored twice ${percentWords(row.rate.share)}` : "";
  const aside = row.eligible.value === null ? "" : rangeOfN([row.eligible.value], "n=");
  return { label: row.title, aside, missing, note, shares: sharesOf(row, breakdown) };
}

/** Who is scored twice, and why the others are not. */
export const pairing: FigureMaker = (request, lookup) => {
  const detailed = rowsOf(request, lookup, inDetail);
  const breakdown = detailed.length > 0 ? inDetail : inShort;
  const rows = detailed.length > 0 ? detailed : rowsOf(request, lookup, inShort);
  const rates = rows.map(({ rate }) => rate);
  const drawn = rows.map((row) => drawnRow(row, breakdown));
  const counts = rows.map(({ eligible }) => eligible.value);
  return {
    headline: pairingHeadline(rates),
    subtitle: `Who is scored at baseline and again later, share of the cohort, by domain, ${placeWords(request, lookup)}`,
    kind: "Stacked bar chart",
    key: breakdown.kinds,
    widths: WIDE_AND_NARROW,
    draw: (frame) => segmentChart(frame, drawn, breakdown.kinds, { leftKinds: 0, axisLabel: "Share of the cohort" }),
    summary: [
      pairingSentence(rates),
      ...missingSentences(
        drawn.map(({ label, missing }) => ({ name: label, status: missing ?? "shown" })),
        true,
      ),
    ],
    table: {
      columns: ["Domain", ...["eligible", ...breakdown.parts].map((part) => lookup.partTitle(request.measure, part))],
      rows: rows.map(({ title, eligible, parts }) => ({ name: title, cells: [eligible, ...parts].map(countCell) })),
    },
    n: rangeOfN(counts, "n = ", " people, by domain"),
    rows: rows.flatMap(({ eligible, rate, parts }) => [eligible, ...parts, rate]),
  };
};
