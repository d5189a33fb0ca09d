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
import { firstMissing, keyOf } from "./find-rows.ts";
import { placeWords } from "./place-words.ts";

const twice: SegmentKind = { title: "Scored twice", fill: series.navy, on: "#ffffff" };
const noBaseline: SegmentKind = { title: "No baseline", fill: series.orange, on: "#ffffff" };

const kinds: readonly SegmentKind[] = [
  twice,
  { title: "No follow-up yet, or domain not scored", fill: series.sky, on: ink.text },
  noBaseline,
];

const parts = ["paired", "no_baseline"];

interface Row {
  title: string;
  eligible: PublishedCell;
  rate: PublishedRate;
  paired: PublishedCell;
  none: PublishedCell;
}

function rowsOf(request: FigureRequest, lookup: Lookup): Row[] {
  return lookup.series(request.measure).flatMap(({ series: id, title }) => {
    const key = keyOf(request, id);
    const [eligible, rate] = [lookup.cell(key, "eligible"), lookup.rate(key, "paired")];
    const [paired, none] = parts.map((part) => lookup.cell(key, part));
    return eligible && rate && paired && none ? [{ title, eligible, rate, paired, none }] : [];
  });
}

/** The shares of the segments; null when one of the counts is not shown. */
function sharesOf({ eligible, paired, none }: Row): number[] | null {
  const total = eligible.value;
  if (!total || paired.value === null || none.value === null) return null;
  return [paired.value, total - paired.value - none.value, none.value].map((count) => count / total);
}

function drawnRow(row: Row) {
  const missing = firstMissing([row.eligible, row.paired, row.none]);
  const note = missing && row.rate.share !== null ? `scored twice ${percentWords(row.rate.share)}` : "";
  const aside = row.eligible.value === null ? "" : rangeOfN([row.eligible.value], "n=");
  return { label: row.title, aside, missing, note, shares: sharesOf(row) };
}

/** Who is scored twice, and who is not. */
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
      columns: ["Domain", ...["eligible", ...parts].map((part) => lookup.partTitle(request.measure, part))],
      rows: rows.map(({ title, eligible, paired, none }) => ({
        name: title,
        cells: [eligible, paired, none].map(countCell),
      })),
    },
    n: rangeOfN(counts, "n = ", " people, by domain"),
    rows: rows.flatMap(({ eligible, rate, paired, none }) => [eligible, paired, none, rate]),
  };
};
