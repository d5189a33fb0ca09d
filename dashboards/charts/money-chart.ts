import * as Plot from "@observablehq/plot";
import { type Frame, fitting, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";
import { type ChartRow, rowLayout, rowMiddle, rowTexts } from "./row-layout.ts";

/** An amount of money with its interval, in dollars. */
export interface Amount {
  value: number;
  low: number;
  high: number;
}

/** A row of a money chart; its amount is null where it has a status instead. */
export interface MoneyRow extends ChartRow {
  amount: Amount | null;
}

/** Amounts of money as dots with their intervals on an axis that has zero on it. */
export function moneyChart(
  frame: Frame,
  rows: readonly MoneyRow[],
  axisLabel: string,
  tick: (amount: number) => string,
): SVGElement {
  const layout = rowLayout(frame, rows);
  const placed = rows.flatMap(({ amount }, i) =>
    amount === null ? [] : [{ ...amount, y: rowMiddle(frame, layout, rows, i) }],
  );
  const { marginTop, marginBottom, marginLeft, marginRight, width, height } = layout;
  const axis = { ticks: layout.narrow ? 4 : 6 };
  const lows = placed.map(({ low }) => low);
  const highs = placed.map(({ high }) => high);
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width, height, marginTop, marginBottom, marginLeft, marginRight },
      x: { domain: [Math.min(0, ...lows), Math.max(1, ...highs)], nice: true },
      y: { axis: null, type: "linear", domain: [height - marginBottom, marginTop] },
      marks: [
        Plot.gridX({ ...axis, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisX({ ...axis, label: fitting(frame, axisLabel, "Dollars"), labelOffset: 42, tickFormat: tick }),
        Plot.ruleX([0], { stroke: ink.muted }),
        Plot.link(placed, { x1: "low", x2: "high", y1: "y", y2: "y", stroke: series.navy, strokeWidth: 2.25 }),
        Plot.dot(placed, { x: "value", y: "y", r: 5, fill: series.navy }),
        rowTexts(frame, layout, rows),
      ],
    }),
  );
}
