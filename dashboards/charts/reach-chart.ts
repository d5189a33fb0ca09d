import * as Plot from "@observablehq/plot";
import { countTick, type Frame, isNarrow, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";

/** A day and the running total by then. */
export interface RunningTotal {
  on: Date;
  people: number;
}

/** The running total, the goal, and what is not settled or only projected. */
export interface Reach {
  settled: readonly RunningTotal[];
  /** From the last settled point to the total of today, where late entries are expected. */
  unsettled: readonly RunningTotal[];
  /** From today to the day of the goal, at the recent pace. */
  projected: readonly RunningTotal[];
  goal: number;
  goalOn: Date;
}

const ceiling = (goal: number, reach: Reach) =>
  Math.max(goal, ...[...reach.settled, ...reach.unsettled, ...reach.projected].map((d) => d.people)) * 1.08;

function labels(reach: Reach, narrow: boolean) {
  const now = reach.unsettled.at(-1) ?? reach.settled.at(-1);
  const end = narrow ? [] : reach.projected.slice(-1);
  const about = ({ people }: RunningTotal) => `at this pace about ${countTick(Number(people.toPrecision(3)))}`;
  const at = { x: "on", y: "people" };
  return [
    Plot.text(now ? [now] : [], {
      ...at,
      text: (d) => countTick(d.people),
      textAnchor: "end",
      dx: -8,
      dy: -10,
      fontWeight: "bold",
    }),
    Plot.text(end, { ...at, text: about, textAnchor: "start", dx: 8 }),
  ];
}

/** People reached as a running total, with the goal as a rule and the recent pace as a dotted line. */
export function reachChart(frame: Frame, reach: Reach): SVGElement {
  const narrow = isNarrow(frame);
  const line = { x: "on", y: "people", stroke: series.navy, strokeWidth: 2.25 };
  const first = reach.settled[0]?.on ?? reach.goalOn;
  return staticSvg(
    Plot.plot({
      document: frame.document,
      width: frame.width,
      height: narrow ? 280 : 340,
      marginLeft: 58,
      marginRight: narrow ? 12 : 190,
      marginTop: 34,
      marginBottom: 34,
      x: { type: "utc", domain: [first, reach.goalOn] },
      y: { domain: [0, ceiling(reach.goal, reach)] },
      marks: [
        Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, tickFormat: countTick, label: "People reached, running total", labelArrow: "up" }),
        Plot.axisX({ ticks: narrow ? 3 : "1 year", label: null }),
        Plot.ruleY([0], { stroke: ink.muted }),
        Plot.ruleY([reach.goal], { stroke: ink.goal, strokeWidth: 2, strokeDasharray: "6 3" }),
        Plot.text([reach.goal], {
          x: () => first,
          y: (d) => d,
          text: (d) => `Goal: ${countTick(d)}`,
          fill: ink.goal,
          fontWeight: "bold",
          textAnchor: "start",
          dx: 4,
          dy: -9,
        }),
        Plot.line(reach.settled, line),
        Plot.dot(reach.settled, { x: "on", y: "people", r: 3.5, fill: series.navy }),
        Plot.line(reach.unsettled, { ...line, strokeDasharray: "5 3" }),
        Plot.dot(reach.unsettled.slice(-1), {
          x: "on",
          y: "people",
          r: 4.5,
          fill: "#ffffff",
          stroke: series.navy,
          strokeWidth: 2,
        }),
        Plot.line(reach.projected, { ...line, strokeDasharray: "1 4", strokeLinecap: "round" }),
        ...labels(reach, narrow),
      ],
    }),
  );
}
