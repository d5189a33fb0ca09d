import * as Plot from "@observablehq/plot";
import { countTick, type Frame, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";
import { type ChartRow, rowLayout, rowMiddle, rowTexts } from "./row-layout.ts";

/** A count on a row, as a range where it is not exact; null where the row has a status instead. */
export interface CountRow extends ChartRow {
  range: { low: number | null; high: number } | null;
}

type Placed = { low: number | null; high: number; y: number };

/** A dot for each count, two with a thick line between for a range, an open one for "at most". */
function dots(shown: readonly Placed[]) {
  const known = shown.filter(({ low }) => low !== null);
  const open = { fill: "#ffffff", stroke: series.navy, strokeWidth: 2 };
  return [
    Plot.link(known, { x1: "low", x2: "high", y1: "y", y2: "y", stroke: series.navy, strokeWidth: 4 }),
    Plot.dot(known, { x: "low", y: "y", r: 6, fill: series.navy }),
    Plot.dot(known, { x: "high", y: "y", r: 6, fill: series.navy }),
    Plot.dot(
      shown.filter(({ low }) => low === null),
      { x: "high", y: "y", r: 6, ...open },
    ),
  ];
}

/** Counts as bars (over time) or dots (between members, where length would rank), one row each. */
export function countChart(frame: Frame, rows: readonly CountRow[], mark: "bar" | "dot", unit: string): SVGElement {
  const layout = rowLayout(frame, rows);
  const half = layout.narrow ? 8 : 9;
  const shown = rows.flatMap((row, i) =>
    row.range === null ? [] : [{ ...row.range, y: rowMiddle(frame, layout, rows, i) }],
  );
  const marks =
    mark === "bar"
      ? [Plot.rect(shown, { x1: 0, x2: "high", y1: (d) => d.y - half, y2: (d) => d.y + half, fill: series.navy })]
      : dots(shown);
  const { marginTop, marginBottom, marginLeft, marginRight, width, height } = layout;
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width, height, marginTop, marginBottom, marginLeft, marginRight },
      x: { domain: [0, Math.max(10, ...shown.map((d) => d.high))], nice: true },
      y: { axis: null, type: "linear", domain: [height - marginBottom, marginTop] },
      marks: [
        Plot.gridX({ ticks: layout.narrow ? 4 : 6, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisX({ ticks: layout.narrow ? 4 : 6, label: `${unit} →`, labelOffset: 42, tickFormat: countTick }),
        ...marks,
        Plot.ruleX([0], { stroke: ink.muted }),
        rowTexts(frame, layout, rows),
      ],
    }),
  );
}
