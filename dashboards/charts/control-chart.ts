import * as Plot from "@observablehq/plot";
import type { Side } from "../../models/statistics/side.ts";
import { draw, type Frame, fitting, isNarrow, staticSvg, textWidth } from "./frame.ts";
import { ink, series } from "./palette.ts";
import { type Cohort, missingColumns } from "./trend-chart.ts";

/** One length of time of a control chart. */
export interface ControlPoint extends Omit<Cohort, "interval"> {
  share: number | null;
  /** Center and limits, null where it is not judged; limits of its own are null where there are none. */
  lines: { center: number; lower: number | null; upper: number | null } | null;
  /** Where the share is a signal of higher (1) or lower (-1) shares. */
  signal: Side;
}

/** What is marked on the chart beside its points: the place of the first point after a change, or null. */
export interface ControlMarks {
  changeAt: number | null;
  axisLabel: string;
}

/** Half the width of the widest label on the axis, in pixels. */
const LABEL_HALF = 28;

type Placed = ControlPoint & { at: number };

/** Neighbouring signals of one side, which are named once. */
function groupsOf(points: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const point of points.filter(({ signal }) => signal !== 0)) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.signal === point.signal && last.at === point.at - 1) groups.at(-1)!.push(point);
    else groups.push([point]);
  }
  return groups;
}

function domainOf(points: readonly ControlPoint[]): [number, number] {
  const values = points.flatMap(({ share, lines }) => [
    share,
    lines?.lower ?? null,
    lines?.upper ?? null,
    lines?.center ?? null,
  ]);
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const room = Math.max(0.05, (high - low) * 0.2);
  return [Math.max(0, Math.floor((low - room) * 20) / 20), Math.min(1, Math.ceil((high + room) * 20) / 20)];
}

/** A limit or the center in steps, each over the width of its point. */
function steps(points: readonly Placed[], of: "center" | "lower" | "upper", dash: string, stroke: string) {
  const ends = points.flatMap(({ at, lines }) => {
    const y = lines?.[of] ?? Number.NaN;
    return [
      { x: at, y },
      { x: at + 1, y },
    ];
  });
  return Plot.line(ends, { x: "x", y: "y", stroke, strokeWidth: 1.75, strokeDasharray: dash });
}

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
  step: number;
}

/** A line where a change began, named above the plot. */
function changeLine(frame: Frame, { changeAt }: ControlMarks, { left, right, top, bottom, step }: Area) {
  if (changeAt === null) return [];
  const [words, x] = ["change began", left + changeAt * step];
  const half = textWidth(words) / 2;
  const stroke = { stroke: ink.goal, "stroke-width": 1.75, "stroke-dasharray": "2 3" };
  const place = { x: Math.min(Math.max(x, half), right - half), y: top - 12, dy: "0.32em", "text-anchor": "middle" };
  const line = draw(frame.document, "path", { d: `M${x},${top - 4}V${bottom}`, ...stroke });
  return [() => draw(frame.document, "g", {}, line, draw(frame.document, "text", { ...place, fill: ink.goal }, words))];
}

/** `higher` or `lower` once for every group of signals, over or under the one farthest out. */
function signalWords(
  frame: Frame,
  points: readonly Placed[],
  up: (share: number) => number,
  { left, right, step }: Area,
) {
  const words = groupsOf(points).map((group) => {
    const side = group[0]!.signal;
    const far = group.map(({ share }) => up(share!));
    const middle = left + ((group[0]!.at + group.at(-1)!.at) / 2 + 0.5) * step;
    const text = side > 0 ? "higher" : "lower";
    const half = textWidth(text) / 2;
    const x = Math.min(Math.max(middle, left + half), right - half);
    const y = side > 0 ? Math.min(...far) - 16 : Math.max(...far) + 16;
    return draw(
      frame.document,
      "text",
      { x, y, dy: "0.32em", "text-anchor": "middle", class: "halo", fill: series.orange },
      text,
    );
  });
  return words.length === 0 ? [] : [() => draw(frame.document, "g", {}, ...words)];
}

const tickWords = (point: ControlPoint | undefined) => (point ? [point.label, point.n].filter(Boolean).join("\n") : "");

/** Shares in the order of time around a center and limits that chance keeps them within; signals are diamonds with a word, points that are not judged are open. */
export function controlChart(frame: Frame, points: readonly ControlPoint[], marks: ControlMarks): SVGElement {
  const [left, right, top, bottom, height] = [
    48,
    10,
    marks.changeAt === null ? 30 : 46,
    64,
    isNarrow(frame) ? 316 : 336,
  ];
  const step = (frame.width - left - right) / points.length;
  const area = { left, right: frame.width - right, top, bottom: height - bottom, step };
  const y = domainOf(points);
  const up = (share: number) => area.bottom - ((share - y[0]) / (y[1] - y[0])) * (area.bottom - top);
  const placed = points.map((point, at) => ({ ...point, at }));
  const shown = placed.filter(({ share }) => share !== null);
  const x = ({ at }: Placed) => at + 0.5;
  const every = Math.ceil(58 / step);
  const fits = (i: number) => left + (i + 0.5) * step + LABEL_HALF < frame.width;
  const ticks = points.flatMap((_, i) => (i % every === 0 && fits(i) ? [i + 0.5] : []));
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width: frame.width, height, marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom },
      x: { type: "linear", domain: [0, points.length] },
      y: { domain: y },
      marks: [
        Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, tickFormat: "~%", label: fitting(frame, marks.axisLabel, "Share"), labelArrow: "up" }),
        Plot.axisX(ticks, {
          tickFormat: (d: number) => tickWords(points[Math.floor(d)]),
          label: null,
          lineHeight: 1.2,
        }),
        steps(placed, "lower", "7 4", ink.muted),
        steps(placed, "upper", "7 4", ink.muted),
        steps(placed, "center", "none", ink.text),
        Plot.line(placed, { x, y: ({ share }: Placed) => share ?? Number.NaN, stroke: series.navy, strokeWidth: 1.75 }),
        Plot.dot(shown, {
          ...{ x, y: "share", stroke: series.navy, strokeWidth: 1.75, r: 4 },
          fill: ({ lines }: Placed) => (lines === null ? "#ffffff" : series.navy),
          filter: ({ signal }: Placed) => signal === 0,
        }),
        Plot.dot(shown, { x, y: "share", r: 6, symbol: "diamond", fill: series.orange, filter: (d) => d.signal !== 0 }),
        changeLine(frame, marks, area),
        signalWords(frame, placed, up, area),
        missingColumns(frame, points, { left, step, top, height: area.bottom - top }),
      ],
    }),
  );
}
