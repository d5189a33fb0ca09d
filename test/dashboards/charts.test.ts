import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { controlChart } from "../../dashboards/charts/control-chart.ts";
import { countChart } from "../../dashboards/charts/count-chart.ts";
import { flowList } from "../../dashboards/charts/flow-list.ts";
import { type Flows, fitsMatrix, flowMatrix } from "../../dashboards/charts/flow-matrix.ts";
import { funnelChart } from "../../dashboards/charts/funnel-chart.ts";
import { intervalChart } from "../../dashboards/charts/interval-chart.ts";
import { type Amount, moneyChart } from "../../dashboards/charts/money-chart.ts";
import { netResourcesChart } from "../../dashboards/charts/net-resources-chart.ts";
import { type Ratio, ratioChart } from "../../dashboards/charts/ratio-chart.ts";
import { reachChart } from "../../dashboards/charts/reach-chart.ts";
import { segmentChart } from "../../dashboards/charts/segment-chart.ts";
import { survivalChart } from "../../dashboards/charts/survival-chart.ts";
import { transitionChart } from "../../dashboards/charts/transition-chart.ts";
import { trendChart } from "../../dashboards/charts/trend-chart.ts";
import { dollarTick } from "../../dashboards/sentences/dollars.ts";
import type { Missing } from "../../dashboards/sentences/status-words.ts";

const statuses: Missing[] = ["withheld", "too_few_to_rate", "not_collected", "not_applicable", "not_yet_settled"];
const interval = { share: 0.63, low: 0.55, high: 0.71 };
const kinds = ["#9A3A06", "#E08A4A", "#6BA3D6", "#12436D"].map((fill) => ({ title: fill, fill, on: "#ffffff" }));
const day = (text: string) => new Date(`${text}T00:00:00Z`);

const absent = statuses.map((missing) => ({ label: missing, aside: "", missing }));
const at180 = { day: 180, share: 0.61, low: 0.59, high: 0.63 };
const survival = {
  points: [
    { day: 0, share: 0, low: null, high: null },
    { day: 7, share: 0.08, low: 0.07, high: 0.09 },
    { day: 14, share: 0.19, low: 0.17, high: 0.21 },
    { day: 30, share: 0.38, low: 0.36, high: 0.4 },
    { day: 60, share: 0.53, low: 0.51, high: 0.55 },
    { day: 90, share: 0.58, low: 0.56, high: 0.6 },
  ],
  followed: Object.entries({
    0: "4,387",
    7: "4,052",
    14: "3,563",
    30: "2,722",
    60: "2,063",
    90: "1,854",
    180: "–",
  }).map(([day, words]) => ({ day: Number(day), words })),
  axisLabel: "Share who got the service",
  followedTitle: "Not served and still followed",
};

const numbers = (...values: (number | Missing)[]) =>
  values.map((value) => (typeof value === "number" ? { value, missing: null } : { value: null, missing: value }));

const referrals: Flows = {
  receivers: ["Bridge Works & Learning", "Cedar Family Network", "Harbor House", "Outreach of the Northern Counties"],
  senders: [
    { name: "Cedar Family Network", cells: numbers(1204, "withheld", 340, 12), all: numbers(1556)[0]! },
    {
      name: "Harbor House",
      cells: numbers("withheld", "not_applicable", "withheld", "not_yet_settled"),
      all: numbers("withheld")[0]!,
    },
  ],
  total: { name: "Whole network", cells: numbers(1230, "withheld", "withheld", 40), all: numbers(2210)[0]! },
};

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
  money: (frame) => {
    const row = (label: string, aside: string, amount: Amount) => ({ label, aside, missing: null, amount });
    const rows = [
      row("Whole network", "n = 372", { value: 0.6, low: 0.2, high: 1.1 }),
      row("Harbor House", "n = 41", { value: -0.4, low: -1.9, high: 1.2 }),
      ...absent.map((one) => ({ ...one, amount: null })),
    ];
    return moneyChart(frame, rows, "Median change of the hourly wage, dollars an hour", dollarTick);
  },
  ratios: (frame) => {
    const row = (label: string, aside: string, ratio: Ratio) => ({ label, aside, missing: null, ratio });
    const rows = [
      row("Bridge Works & Learning", "n = 372", { ratio: 1.2, low: 1.1, high: 1.4 }),
      row("Harbor House", "n = 41", { ratio: 0.9, low: 0.6, high: 1.3 }),
      ...absent.map((one) => ({ ...one, ratio: null })),
    ];
    return ratioChart(frame, rows, "Times the people expected");
  },
  "net-resources": (frame) => {
    const nets = [-4000, 1000, 6000, 7000, 8000, 4000, 9000, 14000, 19000];
    const points = nets.map((net, i) => ({ earned: i * 5000, net }));
    const stretches = [
      { kind: "plateau" as const, from: 10000, to: 20000 },
      { kind: "cliff" as const, from: 20000, to: 25000 },
    ];
    return netResourcesChart(frame, points, stretches, dollarTick);
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
  survival: (frame) => survivalChart(frame, { ...survival, points: [...survival.points, at180], missing: null }),
  "survival-that-ends-early": (frame) => survivalChart(frame, { ...survival, missing: "withheld" }),
  "survival-of-nobody": (frame) =>
    survivalChart(frame, { ...survival, points: survival.points.slice(0, 1), missing: "too_few_to_rate" }),
  trend: (frame) =>
    trendChart(
      frame,
      [
        { label: "Jul–Sep\n2025", n: "n=128", interval, missing: null },
        ...statuses.map((missing) => ({ label: "Oct–Dec\n2025", n: "", interval: null, missing })),
      ],
      "Share who improved",
    ),
  control: (frame) => {
    const n = "n=128";
    const lines = { center: 0.6, lower: 0.5, upper: 0.7 };
    const point = (share: number, signal: -1 | 0 | 1) => ({
      label: "Jul–Sep\n2025",
      n,
      missing: null,
      share,
      lines,
      signal,
    });
    const points = [
      { ...point(0.62, 0), lines: null },
      { ...point(0, 0), n: "", missing: "withheld" as const, share: null, lines: null },
      ...[0.58, 0.61, 0.6, 0.74, 0.76].map((share) => point(share, share > 0.7 ? 1 : 0)),
      ...[0.45, 0.62].map((share) => point(share, share < 0.5 ? -1 : 0)),
      { ...point(0, 0), n: "", missing: "not_yet_settled" as const, share: null, lines: null },
    ];
    return controlChart(frame, points, { changeAt: 5, axisLabel: "Share who improved" });
  },
  funnel: (frame) => {
    const names = ["Neighborhood care coordination", "Job search", "Young adult employment and training"];
    const dots = [
      { size: 204, share: 0.6, place: "within" as const },
      { size: 500, share: 0.48, place: "below 95" as const },
      { size: 520, share: 0.8, place: "above 99.8" as const },
      { size: 530, share: 0.79, place: "above 99.8" as const },
      { size: 1010, share: 0.61, place: "within" as const },
    ].map((dot, i) => ({ ...dot, lines: [names[i % 3]!, "Millrace Workforce Board"] }));
    const limitsAt = (size: number) => {
      const far = 1 / Math.sqrt(size);
      return { low998: 0.6 - 3 * far, low95: 0.6 - 2 * far, high95: 0.6 + 2 * far, high998: 0.6 + 3 * far };
    };
    return funnelChart(frame, dots, { target: 0.6, limitsAt, shareLabel: "Share who improved" });
  },
  flows: (frame) => (fitsMatrix(frame, referrals) ? flowMatrix : flowList)(frame, referrals),
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
