import type { PublishedCell, PublishedRate } from "../../models/published.ts";
import { diverging, ink, series } from "../charts/palette.ts";
import { type SegmentKind, segmentChart } from "../charts/segment-chart.ts";
import { countCell, shareCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { movementHeadline, movementSentence } from "../sentences/movement.ts";
import { countWords } from "../sentences/numbers.ts";
import { pairingHeadline, pairingSentence } from "../sentences/pairing.ts";
import { changeNote } from "../sentences/rates.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { firstMissing, keyOf, present } from "./find-rows.ts";
import { placeWords } from "./place-words.ts";

const movementKinds: readonly (SegmentKind & { rate: string })[] = [
  { rate: "declined", title: "Declined", fill: diverging.worst.fill, on: diverging.worst.on },
  { rate: "maintained_below", title: "Stayed below 3", fill: diverging.worse.fill, on: diverging.worse.on },
  { rate: "maintained_safe", title: "Stayed at 3 or above", fill: diverging.better.fill, on: diverging.better.on },
  { rate: "improved", title: "Improved", fill: diverging.best.fill, on: diverging.best.on },
];

const pairingKinds: readonly SegmentKind[] = [
  { title: "Scored twice", fill: series.navy, on: "#ffffff" },
  { title: "No follow-up yet", fill: series.sky, on: ink.text },
  { title: "No baseline", fill: series.orange, on: "#ffffff" },
  { title: "Not scored", fill: ink.grid, on: ink.text },
];

/** The fewest and the most people any row rests on. */
function rangeOfN(counts: readonly (number | null | undefined)[]): string {
  const known = counts.filter((count) => count != null);
  if (known.length === 0) return "n not shown";
  const [low, high] = [Math.min(...known), Math.max(...known)].map(countWords);
  return low === high ? `n = ${low} people` : `n = ${low} to ${high} people, by domain`;
}

const sharesOf = (rates: readonly PublishedRate[]) =>
  rates.flatMap((rate) => (rate.share === null ? [] : [rate.share]));

function movementRows(request: FigureRequest, lookup: Lookup) {
  return lookup.series(request.measure).flatMap(({ series: id, title }) => {
    const key = keyOf(request, id);
    const rates = present(movementKinds.map(({ rate }) => lookup.rate(key, rate)));
    const paired = lookup.cell(key, "paired");
    return rates.length === movementKinds.length ? [{ title, rates, paired }] : [];
  });
}

/** Movement by domain: declined and stayed low to the left, stayed safe and improved to the right. */
export const movement: FigureMaker = (request, lookup) => {
  const rows = movementRows(request, lookup);
  const upAndDown = rows.flatMap(({ rates: [declined, , , improved] }) =>
    declined && improved ? [{ declined, improved }] : [],
  );
  const drawn = rows.map(({ title, rates, paired }) => {
    const missing = firstMissing(rates);
    const aside = paired?.value == null ? "" : `n=${countWords(paired.value)}`;
    return { label: title, aside, missing, shares: missing ? null : sharesOf(rates) };
  });
  return {
    headline: movementHeadline(upAndDown),
    subtitle: `Change in level from baseline to latest assessment, share of people scored twice, by domain, ${placeWords(request, lookup)}`,
    kind: "Diverging stacked bar chart",
    key: movementKinds,
    widths: WIDE_AND_NARROW,
    draw: (frame) =>
      segmentChart(frame, drawn, movementKinds, {
        leftKinds: 2,
        axisLabel:
          frame.width < 500
            ? "← declined or low · improved or safe →"
            : "← declined or stayed below 3 · stayed safe or improved →",
      }),
    summary: [
      movementSentence(upAndDown),
      "Bars to the right of the line are people who improved or stayed at level 3 (safe) or above.",
      changeNote,
      ...missingSentences(rows.map(({ title, rates }) => ({ name: title, status: firstMissing(rates) ?? "shown" }))),
    ],
    table: {
      columns: ["Domain", "Scored twice", ...movementKinds.map(({ title }) => title)],
      rows: rows.map(({ title, rates, paired }) => ({
        name: title,
        cells: [countCell(paired), ...rates.map(shareCell)],
      })),
    },
    n: rangeOfN(rows.map(({ paired }) => paired?.value)),
    rows: rows.flatMap(({ rates, paired }) => [...rates, ...present([paired])]),
  };
};

const pairingParts = ["paired", "no_followup", "no_baseline", "na_baseline", "na_followup"] as const;

function pairingRows(request: FigureRequest, lookup: Lookup) {
  return lookup.series(request.measure).flatMap(({ series: id, title }) => {
    const key = keyOf(request, id);
    const [eligible, rate] = [lookup.cell(key, "eligible"), lookup.rate(key, "paired")];
    const parts = present(pairingParts.map((part) => lookup.cell(key, part)));
    return eligible && rate && parts.length === pairingParts.length ? [{ title, eligible, rate, parts }] : [];
  });
}

function pairingShares(parts: readonly PublishedCell[], eligible: PublishedCell): number[] | null {
  const [paired, noFollowup, noBaseline, naBaseline, naFollowup] = parts.map((part) => part.value);
  if (paired == null || noFollowup == null || noBaseline == null || naBaseline == null || naFollowup == null)
    return null;
  const total = eligible.value ?? 0;
  return total === 0 ? null : [paired, noFollowup, noBaseline, naBaseline + naFollowup].map((count) => count / total);
}

/** Who is scored twice, and why the others are not. */
export const pairing: FigureMaker = (request, lookup) => {
  const rows = pairingRows(request, lookup);
  const rates = rows.map(({ rate }) => rate);
  const drawn = rows.map(({ title, eligible, parts }) => ({
    label: title,
    aside: eligible.value === null ? "" : `n=${countWords(eligible.value)}`,
    missing: firstMissing([eligible, ...parts]),
    shares: pairingShares(parts, eligible),
  }));
  return {
    headline: pairingHeadline(rates),
    subtitle: `Who is scored at baseline and again later, share of the cohort, by domain, ${placeWords(request, lookup)}`,
    kind: "Stacked bar chart",
    key: pairingKinds,
    widths: WIDE_AND_NARROW,
    draw: (frame) => segmentChart(frame, drawn, pairingKinds, { leftKinds: 0, axisLabel: "Share of the cohort" }),
    summary: [
      pairingSentence(rates),
      ...missingSentences(drawn.map(({ label, missing }) => ({ name: label, status: missing ?? "shown" }))),
    ],
    table: {
      columns: [
        "Domain",
        "Cohort",
        "Scored twice",
        "No follow-up yet",
        "No baseline",
        "Not scored at baseline",
        "Not scored at follow-up",
      ],
      rows: rows.map(({ title, eligible, parts }) => ({ name: title, cells: [eligible, ...parts].map(countCell) })),
    },
    n: rangeOfN(rows.map(({ eligible }) => eligible.value)),
    rows: rows.flatMap(({ eligible, rate, parts }) => [eligible, ...parts, rate]),
  };
};
