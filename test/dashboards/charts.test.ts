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
    const shown = { label: "2026 Q1", aside: "1,204", missing: null, range: { low: 1204, high: 1204 } };
    return countChart(frame, [shown, ...absent.map((row) => ({ ...row, range: null }))], "bar", "People");
  },
  dots: (frame) =>
    countChart(
      frame,
      [
        { label: "Care coordination at a hub", aside: "88", missing: null, range: { low: 88, high: 88 } },
        {
          label: "Outreach and education, all programs",
          aside: "35 to 70",
          missing: null,
          range: { low: 35, high: 70 },
        },
        { label: "Referral", aside: "at most 91", missing: null, range: { low: null, high: 91 } },
      ],
      "dot",
      "People",
    ),
  intervals: (frame) => {
    const shown = { label: "Housing", aside: "81 of 128", missing: null, interval, against: interval };
    const rows = absent.map((row) => ({ ...row, interval: null, against: interval }));
    return intervalChart(frame, [shown, ...rows], "Share who improved");
  },
  "intervals-with-bands": (frame) => {
    const shown = { label: "Still employed after 30 days", aside: "81 of 128", missing: null, interval };
    const rows = [
      { ...shown, against: null, band: { low: 0.5, high: 0.74 } },
      { ...shown, label: "After 60 days", against: interval, band: { low: 0.6, high: 0.66 } },
      { ...shown, label: "After 90 days", against: interval, band: null },
      { ...absent[0]!, interval: null, against: interval, band: { low: 0.5, high: 0.74 } },
    ];
    return intervalChart(frame, rows, "Share who were still employed after so many days");
  },
  segments: (frame) => {
    const shown = { label: "Housing", aside: "n=128", missing: null, shares: [0.1, 0.2, 0.3, 0.4] };
    const rows = absent.map((row) => ({ ...row, shares: null, note: "improved 40%" }));
    return segmentChart(frame, [shown, ...rows], kinds, { leftKinds: 2, axisLabel: "worse · better" });
  },
  reach: (frame) =>
    reachChart(frame, {
      settled: [
        { on: day("2025-12-31"), low: 3000, high: 4000 },
        { on: day("2026-06-30"), low: 7000, high: 9000 },
      ],
      unsettled: [
        { on: day("2026-06-30"), low: 7000, high: 9000 },
        { on: day("2026-09-30"), low: 8500, high: 11000 },
      ],
      bridged: [],
      projected: [
        { on: day("2026-09-30"), low: 8500, high: 11000 },
        { on: day("2027-12-31"), low: 15000, high: 21500 },
      ],
      nowWords: "8,500 to 11,000",
      aheadWords: "about 15,000 to 21,500",
      goal: 20000,
      goalOn: day("2027-12-31"),
    }),
  "reach-all-linked": (frame) =>
    reachChart(frame, {
      settled: [
        { on: day("2025-12-31"), low: 4000, high: 4000 },
        { on: day("2026-06-30"), low: 9000, high: 9000 },
      ],
      unsettled: [],
      bridged: [],
      projected: [
        { on: day("2026-06-30"), low: 9000, high: 9000 },
        { on: day("2027-12-31"), low: 16500, high: 16500 },
      ],
      goal: 20000,
      goalOn: day("2027-12-31"),
      nowWords: "9,000",
      aheadWords: "about 16,500",
    }),
  "reach-at-most": (frame) =>
    reachChart(frame, {
      settled: [
        { on: day("2025-12-31"), low: null, high: 4000 },
        { on: day("2026-03-31"), low: 5000, high: 7000 },
        { on: day("2026-06-30"), low: 6500, high: 9000 },
      ],
      unsettled: [],
      bridged: [],
      projected: [],
      goal: 20000,
      goalOn: day("2027-12-31"),
      nowWords: "6,500 to 9,000",
      aheadWords: "",
    }),
  "reach-with-withheld-quarters": (frame) =>
    reachChart(frame, {
      settled: [{ on: day("2025-12-31"), low: 4000, high: 4000 }],
      unsettled: [],
      bridged: [
        { on: day("2025-12-31"), low: 4000, high: 4000 },
        { on: day("2026-06-30"), low: 9000, high: 9000 },
      ],
      projected: [
        { on: day("2026-06-30"), low: 9000, high: 9000 },
        { on: day("2027-12-31"), low: 16500, high: 16500 },
      ],
      goal: 20000,
      goalOn: day("2027-12-31"),
      nowWords: "9,000",
      aheadWords: "about 16,500",
    }),
  trend: (frame) =>
    trendChart(
      frame,
      [
        { label: "Jul–Sep\n2025", n: "n=128", interval, missing: null },
        ...statuses.map((missing) => ({ label: "Oct–Dec\n2025", n: "", interval: null, missing })),
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
