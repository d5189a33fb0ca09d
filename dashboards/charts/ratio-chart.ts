import * as Plot from "@observablehq/plot";
import { type Frame, fitting, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";
import { type ChartRow, rowLayout, rowMiddle, rowTexts } from "./row-layout.ts";

/** A ratio with its interval. */
export interface Ratio {
  ratio: number;
  low: number;
  high: number;
}

/** A row of a ratio chart; its ratio is null where it has a status instead. */
export interface RatioRow extends ChartRow {
  ratio: Ratio | null;
}

/** Ratios as dots with their intervals, beside a line at 1. */
export function ratioChart(frame: Frame, rows: readonly RatioRow[], axisLabel: string): SVGElement {
  const layout = rowLayout(frame, rows);
  const placed = rows.flatMap(({ ratio }, i) =>
    ratio === null ? [] : [{ ...ratio, y: rowMiddle(frame, layout, rows, i) }],
  );
  const { marginTop, marginBottom, marginLeft, marginRight, width, height } = layout;
  const axis = { ticks: layout.narrow ? 4 : 6 };
  const lows = placed.map(({ low }) => low);
  const highs = placed.map(({ high }) => high);
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width, height, marginTop, marginBottom, marginLeft, marginRight },
      x: { domain: [Math.min(0.5, ...lows), Math.max(1.5, ...highs)] },
      y: { axis: null, type: "linear", domain: [height - marginBottom, marginTop] },
      marks: [
        Plot.gridX({ ...axis, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisX({ ...axis, label: fitting(frame, axisLabel, "Ratio"), labelOffset: 42, tickFormat: ".1f" }),
        Plot.ruleX([1], { stroke: ink.muted, strokeWidth: 1.5, strokeDasharray: "5 4" }),
        Plot.link(placed, { x1: "low", x2: "high", y1: "y", y2: "y", stroke: series.navy, strokeWidth: 2.25 }),
        Plot.dot(placed, { x: "ratio", y: "y", r: 5, fill: series.navy }),
        rowTexts(frame, layout, rows),
      ],
    }),
  );
}
