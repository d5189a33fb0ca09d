import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { countChart } from "../../dashboards/charts/count-chart.ts";
import { intervalChart } from "../../dashboards/charts/interval-chart.ts";
import { reachChart } from "../../dashboards/charts/reach-chart.ts";
import { segmentChart } from "../../dashboards/charts/segment-chart.ts";
import { transitionChart } from "../../dashboards/charts/transition-chart.ts";
import { trendChart } from "../../dashboards/charts/trend-chart.ts";
import type { Missing } from "../../dashboards/sentences/status-words.ts";

const statuses: Missing[] = ["withheld", "too_few_to_rate", "not_collected", "not_applicable", "not_yet_settled"];
const interval = { share: 0.63, low: 0.55, high: 0.71 };
const kinds = ["#9A3A06", "#E08A4A", "#6BA3D6", "#12436D"].map((fill) => ({ title: fill, fill, on: "#ffffff" }));
const day = (text: string) => new Date(`${text}T00:00:00Z`);

const absent = statuses.map((missing) => ({ label: missing, aside: "", missing }));
const drawings = {
  bars: (frame) => {
    const shown = { label: "2026 Q1", aside: "1,204", missing: null, value: 1204 };
    return countChart(frame, [shown, ...absent.map((row) => ({ ...row, value: null }))], "bar", "People");
  },
  dots: (frame) =>
    countChart(frame, [{ label: "Harbor House", aside: "88", missing: null, value: 88 }], "dot", "People"),
  intervals: (frame) => {
    const shown = { label: "Housing", aside: "81 of 128", missing: null, interval, against: interval };
    const rows = absent.map((row) => ({ ...row, interval: null, against: interval }));
    return intervalChart(frame, [shown, ...rows], "Share who improved");
  },
  segments: (frame) => {
    const shown = { label: "Housing", aside: "n=128", missing: null, shares: [0.1, 0.2, 0.3, 0.4] };
    const rows = absent.map((row) => ({ ...row, shares: null }));
    return segmentChart(frame, [shown, ...rows], kinds, { leftKinds: 2, axisLabel: "worse · better" });
  },
  reach: (frame) =>
    reachChart(frame, {
      settled: [
        { on: day("2025-12-31"), people: 4000 },
        { on: day("2026-06-30"), people: 9000 },
      ],
      unsettled: [
        { on: day("2026-06-30"), people: 9000 },
        { on: day("2026-09-30"), people: 11000 },
      ],
      projected: [
        { on: day("2026-09-30"), people: 11000 },
        { on: day("2027-12-31"), people: 18500 },
      ],
      goal: 20000,
      goalOn: day("2027-12-31"),
    }),
  trend: (frame) =>
    trendChart(
      frame,
      [
        { label: "2025 Q3", interval, missing: null },
        ...statuses.map((missing) => ({ label: missing, interval: null, missing })),
      ],
      "Share who improved",
    ),
  transition: (frame) =>
    transitionChart(
      frame,
      statuses.flatMap((missing, i) => [
        { from: i + 1, to: i + 1, value: 40 + i, missing: null },
        { from: i + 1, to: ((i + 1) % 5) + 1, value: null, missing },
      ]),
    ),
} satisfies Record<string, (frame: { document: Document; width: number; id: string }) => SVGElement>;

const { document } = new JSDOM("").window;

for (const [name, drawing] of Object.entries(drawings)) {
  for (const width of [760, 330]) {
    const drawn = () => drawing({ document, width, id: `${name}-${width}` });

    test(`${name} at ${width} pixels is drawn as it was looked at`, async () => {
      await expect(`${drawn().outerHTML}\n`).toMatchFileSnapshot(`output/${name}-${width}.svg`);
    });

    test(`${name} at ${width} pixels has no style, script or inner name`, () => {
      expect(drawn().outerHTML).not.toMatch(/<style| style=|aria-|NaN|Infinity|<a /);
    });
  }
}
