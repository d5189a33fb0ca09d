import * as Plot from "@observablehq/plot";
import { type Frame, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";
import { type ChartRow, rowLayout, rowMiddle, rowTexts } from "./row-layout.ts";

/** A share with its interval, all null where the row has a status instead. */
export interface Interval {
  share: number;
  low: number;
  high: number;
}

/** A row of an interval chart, with the share it is read against. */
export interface IntervalRow extends ChartRow {
  interval: Interval | null;
  against: Interval | null;
}

type Placed = Interval & { y: number };

const place = (intervals: readonly (Interval | null)[], y: (i: number) => number): Placed[] =>
  intervals.flatMap((interval, i) => (interval === null ? [] : [{ ...interval, y: y(i) }]));

function whiskers(data: Placed[], stroke: string, dash: string) {
  return Plot.link(data, { x1: "low", x2: "high", y1: "y", y2: "y", stroke, strokeWidth: 2.25, strokeDasharray: dash });
}

/** Shares as dots with 95 % intervals; the share compared with is an open diamond on a dashed line just below. */
export function intervalChart(frame: Frame, rows: readonly IntervalRow[], axisLabel: string): SVGElement {
  const layout = rowLayout(frame, rows);
  const paired = rows.some((row) => row.against !== null);
  const shift = paired ? 5 : 0;
  const main = place(
    rows.map((row) => row.interval),
    (i) => rowMiddle(frame, layout, rows, i) - shift,
  );
  const other = place(
    rows.map((row) => (row.interval === null ? null : row.against)),
    (i) => rowMiddle(frame, layout, rows, i) + shift,
  );
  const { marginTop, marginBottom, marginLeft, marginRight, width, height } = layout;
  const axis = { ticks: layout.narrow ? 4 : 6 };
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width, height, marginTop, marginBottom, marginLeft, marginRight },
      x: { domain: [0, 1], percent: false },
      y: { axis: null, type: "linear", domain: [height - marginBottom, marginTop] },
      marks: [
        Plot.gridX({ ...axis, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisX({ ...axis, label: axisLabel, labelOffset: 42, tickFormat: "~%" }),
        whiskers(other, series.orange, "3 2"),
        Plot.dot(other, {
          x: "share",
          y: "y",
          r: 5,
          symbol: "diamond",
          stroke: series.orange,
          strokeWidth: 1.75,
          fill: "#ffffff",
        }),
        whiskers(main, series.navy, "none"),
        Plot.dot(main, { x: "share", y: "y", r: 5, fill: series.navy }),
        rowTexts(frame, layout, rows),
      ],
    }),
  );
}
