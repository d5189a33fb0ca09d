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

const kinds: readonly SegmentKind[] = [
  { title: "Scored twice", fill: series.navy, on: "#ffffff" },
  { title: "No follow-up yet", fill: series.sky, on: ink.text },
  { title: "No baseline", fill: series.orange, on: "#ffffff" },
  { title: "Domain not scored, at baseline or later", fill: ink.grid, on: ink.text },
];

const fates = ["paired", "no_followup", "no_baseline", "na_baseline", "na_followup"] as const;

interface Row {
  title: string;
  eligible: PublishedCell;
  rate: PublishedRate;
  parts: readonly PublishedCell[];
}

function rowsOf(request: FigureRequest, lookup: Lookup): Row[] {
  return lookup.series(request.measure).flatMap(({ series: id, title }) => {
    const key = keyOf(request, id);
    const [eligible, rate] = [lookup.cell(key, "eligible"), lookup.rate(key, "paired")];
    const parts = present(fates.map((part) => lookup.cell(key, part)));
    return eligible && rate && parts.length === fates.length ? [{ title, eligible, rate, parts }] : [];
  });
}

/** The shares of the kinds; null when one of the counts is not shown. */
function sharesOf({ eligible, parts }: Row): number[] | null {
  const counts = parts.flatMap((part) => (part.value === null ? [] : [part.value]));
  const [paired = 0, noFollowup = 0, noBaseline = 0, naBaseline = 0, naFollowup = 0] = counts;
  if (counts.length < parts.length || !eligible.value) return null;
  const total = eligible.value;
  return [paired, noFollowup, noBaseline, naBaseline + naFollowup].map((count) => count / total);
}

function drawnRow(row: Row) {
  const missing = firstMissing([row.eligible, ...row.parts]);
  const note = missing && row.rate.share !== null ? `scored twice ${percentWords(row.rate.share)}` : "";
  const aside = row.eligible.value === null ? "" : rangeOfN([row.eligible.value], "n=");
  return { label: row.title, aside, missing, note, shares: sharesOf(row) };
}

/** Who is scored twice, and why the others are not. */
export const pairing: FigureMaker = (request, lookup) => {
  const rows = rowsOf(request, lookup);
  const rates = rows.map(({ rate }) => rate);
  const drawn = rows.map(drawnRow);
  const counts = rows.map(({ eligible }) => eligible.value);
  return {
    headline: pairingHeadline(rates),
    subtitle: `Who is scored at baseline and again later, share of the cohort, by domain, ${placeWords(request, lookup)}`,
    kind: "Stacked bar chart",
    key: kinds,
    widths: WIDE_AND_NARROW,
    draw: (frame) => segmentChart(frame, drawn, kinds, { leftKinds: 0, axisLabel: "Share of the cohort" }),
    summary: [
      pairingSentence(rates),
      ...missingSentences(
        drawn.map(({ label, missing }) => ({ name: label, status: missing ?? "shown" })),
        true,
      ),
    ],
    table: {
      columns: ["Domain", ...["eligible", ...fates].map((part) => lookup.partTitle(request.measure, part))],
      rows: rows.map(({ title, eligible, parts }) => ({ name: title, cells: [eligible, ...parts].map(countCell) })),
    },
    n: rangeOfN(counts, "n = ", " people, by domain"),
    rows: rows.flatMap(({ eligible, rate, parts }) => [eligible, ...parts, rate]),
  };
};
