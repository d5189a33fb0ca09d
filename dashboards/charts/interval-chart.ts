import * as Plot from "@observablehq/plot";
import { type Frame, fitting, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";
import { type ChartRow, rowLayout, rowMiddle, rowTexts } from "./row-layout.ts";

/** A share with its interval, all null where the row has a status instead. */
export interface Interval {
  share: number;
  low: number;
  high: number;
}

/** The limits between which a share could lie for another reason than chance. */
export type Band = Pick<Interval, "low" | "high">;

/** A row of an interval chart, with the share it is read against and the band behind its dot. */
export interface IntervalRow extends ChartRow {
  interval: Interval | null;
  against: Interval | null;
  band?: Band | null;
}

type Placed<T> = T & { y: number };

const place = <T extends Band>(bands: readonly (T | null)[], y: (i: number) => number): Placed<T>[] =>
  bands.flatMap((band, i) => (band === null ? [] : [{ ...band, y: y(i) }]));

/** Light boxes with a line at each end. */
function bandMarks(data: Placed<Band>[], half: number) {
  const [y1, y2] = [(band: Placed<Band>) => band.y - half, (band: Placed<Band>) => band.y + half];
  const edge = (x: "low" | "high") => Plot.ruleX(data, { x, y1, y2, stroke: series.navy, strokeWidth: 1.5 });
  const box = Plot.rect(data, { x1: "low", x2: "high", y1, y2, fill: series.sky, fillOpacity: 0.3 });
  return data.length === 0 ? [] : [box, edge("low"), edge("high")];
}

function whiskers(data: Placed<Interval>[], stroke: string, dash: string) {
  return Plot.link(data, { x1: "low", x2: "high", y1: "y", y2: "y", stroke, strokeWidth: 2.25, strokeDasharray: dash });
}

/** Shares as dots with 95 % intervals before their bands; the share compared with is an open diamond on a dashed line just below. */
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
  const bands = place(
    rows.map((row) => (row.interval === null ? null : (row.band ?? null))),
    (i) => rowMiddle(frame, layout, rows, i) - shift,
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
        Plot.axisX({ ...axis, label: fitting(frame, axisLabel, "Share"), labelOffset: 42, tickFormat: "~%" }),
        bandMarks(bands, paired ? 6 : 8),
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
