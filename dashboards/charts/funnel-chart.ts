import * as Plot from "@observablehq/plot";
import type { FunnelLimits, FunnelPlace } from "../../models/statistics/funnel-limits.ts";
import { countTick, type Frame, fitting, isNarrow, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";
import { pointLabels } from "./point-labels.ts";
import { wrapWords } from "./wrap-words.ts";

/**
 * A unit of so many people with its share; where it lies outside the limits its name is written, or on a narrow chart the first line
 * of it. One that is `own` is ringed and always named.
 */
export interface FunnelDot {
  size: number;
  share: number;
  place: FunnelPlace;
  lines: readonly string[];
  own?: boolean;
}

/** What the dots are read against. */
export interface FunnelLines {
  target: number;
  limitsAt(size: number): FunnelLimits;
  shareLabel: string;
}

/** How marks look by how far out they lie. */
export const funnelMarks = {
  within: { symbol: "circle", fill: series.navy },
  "95": { symbol: "diamond", fill: series.orange },
  "99.8": { symbol: "square", fill: ink.goal },
} as const;

const STEPS = 60;

const markOf = (place: FunnelPlace) =>
  funnelMarks[place === "within" ? "within" : place.endsWith("99.8") ? "99.8" : "95"];

/** Whole numbers of people from somewhat less than the smallest unit to somewhat more than the largest. */
function sizesFor(dots: readonly FunnelDot[]): number[] {
  const sizes = dots.map(({ size }) => size);
  const [from, to] = [Math.max(1, Math.floor(Math.min(...sizes) * 0.8)), Math.ceil(Math.max(...sizes) * 1.08)];
  const all = Array.from({ length: STEPS + 1 }, (_, i) => Math.round(from + ((to - from) * i) / STEPS));
  return [...new Set(all)];
}

/** The shares between which everything lies, to whole twentieths. */
function sharesFor(dots: readonly FunnelDot[], limits: readonly FunnelLimits[]): [number, number] {
  const lows = [...dots.map(({ share }) => share), ...limits.map(({ low998 }) => low998)];
  const highs = [...dots.map(({ share }) => share), ...limits.map(({ high998 }) => high998)];
  return [Math.max(0, Math.floor(Math.min(...lows) * 20) / 20), Math.min(1, Math.ceil(Math.max(...highs) * 20) / 20)];
}

const dashes = { low998: "1.5 4", low95: "7 4", high95: "7 4", high998: "1.5 4" } as const;

const rings = (own: readonly FunnelDot[]) =>
  own.length === 0
    ? null
    : Plot.dot(own, { x: "size", y: "share", r: 8, fill: "none", stroke: ink.text, strokeWidth: 1.75 });

/** Shares by number of people among the limits that chance sets them; where a mark lies shows by its shape too. */
export function funnelChart(frame: Frame, dots: readonly FunnelDot[], lines: FunnelLines): SVGElement {
  const narrow = isNarrow(frame);
  const [left, right, top, bottom, height] = [48, 22, 30, 52, narrow ? 340 : 380];
  const sizes = sizesFor(dots);
  const curves = sizes.map((size) => ({ size, ...lines.limitsAt(size) }));
  const x = [sizes[0]!, sizes.at(-1)!] as const;
  const y = sharesFor(dots, curves);
  const area = { left, right: frame.width - right, top, bottom: height - bottom };
  const across = (size: number) => left + ((size - x[0]) / (x[1] - x[0])) * (area.right - left);
  const up = (share: number) => area.bottom - ((share - y[0]) / (y[1] - y[0])) * (area.bottom - top);
  const named = dots.map(({ size, share, place, lines: name, own }) => ({
    ...{ x: across(size), y: up(share) },
    lines:
      place === "within" && !own
        ? []
        : name.slice(0, narrow ? 1 : 2).flatMap((line) => wrapWords(line, narrow ? 20 : 32)),
  }));
  const curve = (limit: keyof FunnelLimits) =>
    Plot.line(curves, { x: "size", y: limit, stroke: ink.muted, strokeWidth: 1.75, strokeDasharray: dashes[limit] });
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width: frame.width, height, marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom },
      x: { type: "linear", domain: [...x] },
      y: { domain: y },
      marks: [
        Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, tickFormat: "~%", label: fitting(frame, lines.shareLabel, "Share"), labelArrow: "up" }),
        Plot.axisX({ ticks: narrow ? 4 : 8, tickFormat: countTick, label: "People", labelOffset: 42 }),
        (Object.keys(dashes) as (keyof FunnelLimits)[]).map(curve),
        Plot.ruleY([lines.target], { stroke: ink.text, strokeWidth: 1.5 }),
        Plot.dot(dots, {
          ...{ x: "size", y: "share", r: 5, stroke: "#ffffff", strokeWidth: 1 },
          symbol: ({ place }: FunnelDot) => markOf(place).symbol,
          fill: ({ place }: FunnelDot) => markOf(place).fill,
        }),
        rings(dots.filter(({ own }) => own)),
        pointLabels(frame, named, area),
      ],
    }),
  );
}
