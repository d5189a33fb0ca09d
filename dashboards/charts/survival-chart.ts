import * as Plot from "@observablehq/plot";
import type { Missing } from "../sentences/status-words.ts";
import { draw, type Frame, fitting, isNarrow, staticSvg, textWidth } from "./frame.ts";
import type { Interval } from "./interval-chart.ts";
import { ink, series } from "./palette.ts";
import { hatch, statusColumn } from "./status-shape.ts";

/** The estimate at the end of a day. */
export interface SurvivalPoint {
  day: number;
  share: number;
  /** Null where no interval is defined. */
  low: number | null;
  high: number | null;
}

/** Everything a time-to-event chart shows. */
export interface SurvivalDrawing {
  /** Up to the last day that can be shown, in order, the first of them day 0. */
  points: readonly SurvivalPoint[];
  /** Every day of the grid with the people still followed after it, in words; day 0 is everybody. */
  followed: readonly { day: number; words: string }[];
  /** Why the curve ends before the last day, null where it does not. */
  missing: Missing | null;
  axisLabel: string;
  /** What the row of numbers under the axis counts. */
  followedTitle: string;
}

const [left, right, top, bottom] = [48, 44, 30, 112];
const heightOf = (frame: Frame) => (isNarrow(frame) ? 340 : 360);

type Followed = SurvivalDrawing["followed"][number];

/** From where to where the number of a day goes; that of day 0 stands a little to the left, where there is room. */
function extentOf({ day, words }: Followed, x: (day: number) => number): { from: number; to: number } {
  const to = x(day) + (day === 0 ? 10 : textWidth(words) / 2);
  return { from: to - textWidth(words), to };
}

/** Days that have room for their number, the first and the last before the others. */
function roomyDays(followed: readonly Followed[], x: (day: number) => number): Followed[] {
  const kept: Followed[] = [];
  const isApart = (one: Followed) => {
    const { from, to } = extentOf(one, x);
    return kept.every((other) => extentOf(other, x).to + 5 < from || to + 5 < extentOf(other, x).from);
  };
  const order = [followed[0]!, followed.at(-1)!, ...followed.slice(1, -1).toReversed()];
  for (const one of order) if (isApart(one)) kept.push(one);
  return kept.sort((a, b) => a.day - b.day);
}

function followedRow(frame: Frame, days: readonly Followed[], title: string, x: (day: number) => number) {
  const y = heightOf(frame) - bottom;
  const text = (attributes: Record<string, string | number>, words: string) =>
    draw(frame.document, "text", { fill: ink.muted, "text-anchor": "end", ...attributes }, words);
  return () =>
    draw(
      frame.document,
      "g",
      {},
      text({ x: 1, y: y + 78, "text-anchor": "start", "font-weight": 600 }, title),
      ...days.map(({ day, words }) =>
        text(day === 0 ? { x: x(0) + 10, y: y + 98 } : { x: x(day), y: y + 98, "text-anchor": "middle" }, words),
      ),
    );
}

const bandOf = (points: readonly SurvivalPoint[]): (Interval & { day: number })[] =>
  points.map(({ day, share, low, high }) => ({ day, share, low: low ?? share, high: high ?? share }));

/** A share that rises by steps with its 95 % band, the people still followed under the axis, and a box with the reason where it ends early. */
export function survivalChart(frame: Frame, drawing: SurvivalDrawing): SVGElement {
  const { points, followed, missing, axisLabel } = drawing;
  const height = heightOf(frame);
  const lastDay = followed.at(-1)!.day;
  const x = (day: number) => left + ((frame.width - left - right) * day) / lastDay;
  const days = roomyDays(followed, x);
  const shown = bandOf(points);
  const end = shown.at(-1)!;
  const ending = shown.length > 1 ? [end] : [];
  const gap = missing === null ? null : { x: x(end.day) + 2, width: x(lastDay) - x(end.day) - 4 };
  const box = () =>
    draw(
      frame.document,
      "g",
      {},
      draw(frame.document, "defs", {}, hatch(frame)),
      statusColumn(frame, missing!, { ...gap!, y: top, height: height - top - bottom }),
    );
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width: frame.width, height, marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom },
      x: { type: "linear", domain: [0, lastDay] },
      y: { domain: [0, 1] },
      marks: [
        Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, tickFormat: "~%", label: fitting(frame, axisLabel, "Share"), labelArrow: "up" }),
        Plot.axisX(
          days.map(({ day }) => day),
          { label: "Days", labelOffset: 40, tickFormat: String },
        ),
        Plot.areaY(shown, { x: "day", y1: "low", y2: "high", curve: "step-after", fill: series.sky, fillOpacity: 0.3 }),
        Plot.line(shown, { x: "day", y: "share", curve: "step-after", stroke: series.navy, strokeWidth: 2.25 }),
        Plot.dot(shown.slice(1), { x: "day", y: "share", r: 3.5, fill: series.navy }),
        Plot.text(ending, {
          ...{ x: "day", y: "share", fill: series.navy, fontWeight: 600 },
          ...(missing === null ? { dx: 8, textAnchor: "start" } : { dx: -4, dy: -12, textAnchor: "end" }),
          text: (one: Interval) => `${Math.round(one.share * 100)}%`,
        }),
        ...(missing === null ? [] : [box]),
        followedRow(frame, days, drawing.followedTitle, x),
      ],
    }),
  );
}
