import * as Plot from "@observablehq/plot";
import type { Missing } from "../sentences/status-words.ts";
import { draw, type Frame, fitting, isNarrow, staticSvg } from "./frame.ts";
import type { Interval } from "./interval-chart.ts";
import { ink, series } from "./palette.ts";
import { hatch, statusColumn } from "./status-shape.ts";

/** One cohort of the trend, in the order of time. */
export interface Cohort {
  /** Two lines: the months, the year. */
  label: string;
  /** How many people, in words; empty where that is not shown. */
  n: string;
  interval: Interval | null;
  missing: Missing | null;
}

type Run = { from: number; to: number; missing: Missing };

function runsOf(cohorts: readonly Pick<Cohort, "missing">[]): Run[] {
  const runs: Run[] = [];
  for (const [i, { missing }] of cohorts.entries()) {
    const last = runs.at(-1);
    if (missing === null) continue;
    if (last?.missing === missing && last.to === i - 1) last.to = i;
    else runs.push({ from: i, to: i, missing });
  }
  return runs;
}

/** Boxes with the reason in them over the stretches of time that have no number. */
export function missingColumns(
  frame: Frame,
  cohorts: readonly Pick<Cohort, "missing">[],
  plot: { left: number; step: number; top: number; height: number },
) {
  const runs = runsOf(cohorts);
  return () =>
    draw(
      frame.document,
      "g",
      {},
      ...(runs.length > 0 ? [draw(frame.document, "defs", {}, hatch(frame))] : []),
      ...runs.map(({ from, to, missing }) =>
        statusColumn(frame, missing, {
          x: plot.left + from * plot.step + 2,
          y: plot.top,
          width: (to - from + 1) * plot.step - 4,
          height: plot.height,
        }),
      ),
    );
}

const tickWords = (cohort: Cohort | undefined) => (cohort ? [cohort.label, cohort.n].filter(Boolean).join("\n") : "");

/** A share by cohort as a line with its 95 % band; cohorts without a number are boxes with the reason in them. */
export function trendChart(frame: Frame, cohorts: readonly Cohort[], axisLabel: string): SVGElement {
  const narrow = isNarrow(frame);
  const [left, right, top, bottom, height] = [48, 10, 30, 64, narrow ? 280 : 300];
  const step = (frame.width - left - right) / cohorts.length;
  const points = cohorts.map(({ interval }, i) => ({
    x: i + 0.5,
    share: interval?.share ?? Number.NaN,
    low: interval?.low ?? Number.NaN,
    high: interval?.high ?? Number.NaN,
  }));
  const every = Math.ceil(58 / step);
  const ticks = cohorts.flatMap((_, i) => (i % every === 0 ? [i + 0.5] : []));
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width: frame.width, height, marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom },
      x: { type: "linear", domain: [0, cohorts.length] },
      y: { domain: [0, 1] },
      marks: [
        Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, tickFormat: "~%", label: fitting(frame, axisLabel, "Share"), labelArrow: "up" }),
        Plot.axisX(ticks, {
          tickFormat: (d: number) => tickWords(cohorts[Math.floor(d)]),
          label: null,
          lineHeight: 1.2,
        }),
        Plot.areaY(points, { x: "x", y1: "low", y2: "high", fill: series.sky, fillOpacity: 0.3 }),
        Plot.line(points, { x: "x", y: "share", stroke: series.navy, strokeWidth: 2.25 }),
        Plot.dot(points, { x: "x", y: "share", r: 4, fill: series.navy, filter: (d) => !Number.isNaN(d.share) }),
        missingColumns(frame, cohorts, { left, step, top, height: height - top - bottom }),
      ],
    }),
  );
}
