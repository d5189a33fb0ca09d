import * as Plot from "@observablehq/plot";
import { countTick, type Frame, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";
import { type ChartRow, rowLayout, rowMiddle, rowTexts } from "./row-layout.ts";

/** A count on a row; `value` is null where the row has a status instead. */
export interface CountRow extends ChartRow {
  value: number | null;
}

/** Counts as bars (over time) or dots (between members, where length would rank), one row each. */
export function countChart(frame: Frame, rows: readonly CountRow[], mark: "bar" | "dot", unit: string): SVGElement {
  const layout = rowLayout(frame, rows);
  const half = layout.narrow ? 8 : 9;
  const shown = rows.flatMap((row, i) =>
    row.value === null ? [] : [{ value: row.value, y: rowMiddle(frame, layout, rows, i) }],
  );
  const marks =
    mark === "bar"
      ? [Plot.rect(shown, { x1: 0, x2: "value", y1: (d) => d.y - half, y2: (d) => d.y + half, fill: series.navy })]
      : [Plot.dot(shown, { x: "value", y: "y", r: 6, fill: series.navy })];
  const { marginTop, marginBottom, marginLeft, marginRight, width, height } = layout;
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width, height, marginTop, marginBottom, marginLeft, marginRight },
      x: { domain: [0, Math.max(10, ...shown.map((d) => d.value))], nice: true },
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
