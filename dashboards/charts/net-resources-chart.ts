import * as Plot from "@observablehq/plot";
import { type Frame, fitting, isNarrow, staticSvg } from "./frame.ts";
import { ink, series } from "./palette.ts";

/** One level of earnings, in dollars a year. */
export interface ResourcePoint {
  earned: number;
  net: number;
}

/** A stretch to be marked, from one level of earnings to another. */
export interface MarkedStretch {
  kind: "cliff" | "plateau";
  from: number;
  to: number;
}

const fills = { cliff: series.orange, plateau: series.sky } as const;

/** Net resources by earnings as a line, with a band behind every cliff and plateau; a triangle points at the top of each cliff. */
export function netResourcesChart(
  frame: Frame,
  points: readonly ResourcePoint[],
  stretches: readonly MarkedStretch[],
  tick: (dollars: number) => string,
): SVGElement {
  const height = isNarrow(frame) ? 300 : 340;
  const nets = points.map(({ net }) => net);
  const [low, high] = [Math.min(0, ...nets), Math.max(1, ...nets)];
  const tops = stretches.flatMap(({ kind, from }) =>
    kind === "cliff" ? points.filter(({ earned }) => earned === from) : [],
  );
  const axis = { ticks: isNarrow(frame) ? 2 : 6, tickFormat: tick };
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width: frame.width, height, marginLeft: 70, marginRight: 26, marginTop: 30, marginBottom: 50 },
      x: { domain: [0, points.at(-1)?.earned ?? 1] },
      y: { domain: [low, high], nice: true },
      marks: [
        Plot.rectX(stretches, {
          ...{ x1: "from", x2: "to", fillOpacity: 0.3 },
          fill: ({ kind }: MarkedStretch) => fills[kind],
        }),
        Plot.gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY({ ...axis, ticks: 5, label: fitting(frame, "Net resources in a year", "Net resources") }),
        Plot.axisX({ ...axis, label: "Earnings in a year", labelOffset: 40 }),
        Plot.ruleY([0], { stroke: ink.muted }),
        Plot.line(points, { x: "earned", y: "net", stroke: series.navy, strokeWidth: 2.25 }),
        Plot.dot(tops, {
          x: "earned",
          y: "net",
          dy: -11,
          r: 4.5,
          symbol: "triangle",
          rotate: 180,
          fill: series.orange,
        }),
      ],
    }),
  );
}
