import * as Plot from "@observablehq/plot";
import { countTick, type Frame, isNarrow, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";

/** A day and between how many different people had been reached by then; `low` is null where it is not known. */
export interface RunningTotal {
  on: Date;
  low: number | null;
  high: number;
}

/** The running total, the goal, and what is not settled or only projected. */
export interface Reach {
  settled: readonly RunningTotal[];
  /** From the last settled point to the total of today, where late entries are expected. */
  unsettled: readonly RunningTotal[];
  /** From the last point before a withheld quarter to the total of today. */
  bridged: readonly RunningTotal[];
  /** From today to the day of the goal, at the recent pace. */
  projected: readonly RunningTotal[];
  goal: number;
  goalOn: Date;
  /** What stands at today's total and at the end of the projection. */
  nowWords: string;
  aheadWords: string;
}

const halo = { stroke: "#ffffff", strokeWidth: 5 } as const;

const ceiling = (reach: Reach) =>
  Math.max(
    reach.goal,
    ...[...reach.settled, ...reach.unsettled, ...reach.bridged, ...reach.projected].map((d) => d.high),
  ) * 1.08;

const isRange = ({ low, high }: RunningTotal) => low !== null && low < high;

/** One stretch of time: a band with both its edges drawn alike where there is a range, else one line. */
function stretch(points: readonly RunningTotal[], dash: object) {
  const line = { x: "on", stroke: series.navy, ...dash };
  if (!points.some(isRange)) return [Plot.line(points, { ...line, y: "high", strokeWidth: 2.25 })];
  return [
    Plot.areaY(points, { x: "on", y1: "low", y2: "high", fill: series.sky, fillOpacity: 0.3 }),
    Plot.line(points, { ...line, y: "high", strokeWidth: 1.75 }),
    Plot.line(points, { ...line, y: "low", strokeWidth: 1.75 }),
  ];
}

/** Words at today's total: below the line where there is room to the right, else above it. */
function nowLabel(reach: Reach, first: Date, narrow: boolean) {
  const now = reach.unsettled.at(-1) ?? reach.bridged.at(-1) ?? reach.settled.at(-1);
  if (now === undefined) return [];
  const passed = (now.on.getTime() - first.getTime()) / (reach.goalOn.getTime() - first.getTime());
  const below = passed < (narrow ? 0.7 : 0.8);
  const place = below
    ? { textAnchor: "start", dx: 6, dy: 12, lineAnchor: "top" }
    : { textAnchor: "end", dx: -8, dy: -10, lineAnchor: "bottom" };
  const y = below ? (now.low ?? now.high) : now.high;
  const text = reach.nowWords.replace(" to ", "\nto ").replace("at most ", "at most\n");
  return [
    Plot.text([now], {
      x: "on",
      y: () => y,
      text: () => text,
      fontWeight: "bold",
      fill: ink.text,
      lineHeight: 1.2,
      ...halo,
      ...place,
    } as Plot.TextOptions),
  ];
}

function aheadLabel(reach: Reach, narrow: boolean) {
  const text = `at this pace\n${reach.aheadWords}`;
  return Plot.text(narrow ? [] : reach.projected.slice(-1), {
    ...{ x: "on", y: "high", text: () => text, textAnchor: "start", lineAnchor: "top", lineHeight: 1.3, dx: 8, dy: -6 },
  } as Plot.TextOptions);
}

/** People reached as a running total, a band where it is a range, with the goal as a rule and the recent pace dotted. */
export function reachChart(frame: Frame, reach: Reach): SVGElement {
  const narrow = isNarrow(frame);
  const first = reach.settled[0]?.on ?? reach.goalOn;
  const end = { x: "on", r: 4.5, fill: "#ffffff", stroke: series.navy, strokeWidth: 2 };
  const ends = [reach.unsettled, reach.bridged].flatMap((points) => points.slice(-1));
  const exact = reach.settled.filter(({ low, high }) => low === high);
  const atMost = reach.settled.filter(({ low }) => low === null);
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
      y: { domain: [0, ceiling(reach)] },
      marks: [
        Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, tickFormat: countTick, label: "People reached, running total", labelArrow: "up" }),
        Plot.axisX({ ticks: narrow ? 3 : "1 year", label: null }),
        Plot.ruleY([0], { stroke: ink.muted }),
        ...stretch(reach.settled, {}),
        Plot.dot(exact, { x: "on", y: "high", r: 3.5, fill: series.navy }),
        Plot.dot(atMost, { ...end, y: "high", r: 3.5, strokeWidth: 1.75 }),
        ...stretch(reach.unsettled, { strokeDasharray: "5 3" }),
        ...stretch(reach.bridged, { strokeDasharray: "9 3 2 3" }),
        Plot.dot(ends, { ...end, y: "high" }),
        Plot.dot(ends.filter(isRange), { ...end, y: "low" }),
        ...stretch(reach.projected, { strokeDasharray: "1 4", strokeLinecap: "round" }),
        Plot.ruleY([reach.goal], { stroke: ink.goal, strokeWidth: 2, strokeDasharray: "6 3" }),
        Plot.text([reach.goal], {
          ...{ x: () => first, y: (d: number) => d, text: (d: number) => `Goal: ${countTick(d)}` },
          ...{ fill: ink.goal, fontWeight: "bold", textAnchor: "start", dx: 4, dy: -9, ...halo },
        } as Plot.TextOptions),
        ...nowLabel(reach, first, narrow),
        aheadLabel(reach, narrow),
      ],
    }),
  );
}
