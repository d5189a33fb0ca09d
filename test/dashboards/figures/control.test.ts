import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { figure } from "../../../dashboards/figure.ts";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { control } from "../../../dashboards/figures/control.ts";
import { type ControlSeries, controlSeries, judge } from "../../../dashboards/figures/control-series.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import type { Publication, PublishedRate } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const people = 500;
const sample = samplePublication();
const { document } = new JSDOM("").window;

function quarter(at: number) {
  const [year, number] = [2022 + Math.floor(at / 4), (at % 4) + 1];
  const day = (month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return {
    ...{ period_kind: "quarter" as const, period: `${year}-Q${number}`, title: `${year} Q${number}` },
    ...{ starts_on: day(number * 3 - 3, 1), ends_on: day(number * 3, 0) },
  };
}

/** The sample release with care plans of the quarters given instead of its own: so many of 500 people, or null where it is withheld. */
function released(counts: readonly (number | null)[]): Publication {
  const quarters = counts.map((_, at) => quarter(at));
  const own = (row: { measure: string; period_kind: string }) =>
    row.measure === "care-plan" && row.period_kind === "quarter";
  const rate = counts.map((count, at) => {
    const { period_kind, period } = quarters[at]!;
    const shown = { numerator: count, denominator: people, share: count! / people, low: 0, high: 1, status: "shown" };
    const hidden = { numerator: null, denominator: null, share: null, low: null, high: null, status: "withheld" };
    const key = { measure: "care-plan", series: "all", slice: "network", member: "network", period_kind, period };
    return { ...key, rate: "planned", ...(count === null ? hidden : shown) };
  });
  const period = [...sample.period.filter(({ period_kind }) => period_kind !== "quarter"), ...quarters];
  return { ...sample, period, rate: [...sample.rate.filter((row) => !own(row)), ...rate] as PublishedRate[] };
}

const requested = (changedOn = "") =>
  readFigureRequest(`{id: sample, chart: control, measure: care-plan, rate: planned, changed_on: "${changedOn}"}`, {});

const seriesOf = (counts: readonly (number | null)[], changedOn = "") =>
  controlSeries(requested(changedOn), lookUp(released(counts)));

function page(counts: readonly (number | null)[], changedOn = ""): string {
  const lookup = lookUp(released(counts));
  const request = requested(changedOn);
  const place = { id: "sample", file: "data/sample.csv", toRoot: "./" };
  return figure(control(request, lookup), request, place, lookup, { document, charts: new Map() }).text;
}

const sides = ({ judgment }: ControlSeries) =>
  judgment.by === "nothing" ? judgment.why : judgment.signals.map((signal) => signal?.side ?? 0);

const wavy = (count: number) => Array.from({ length: count }, (_, at) => 300 + (at % 2 === 0 ? 8 : -8));

test("a constant share is no signal, however it is judged", () => {
  for (const length of [10, 11, 12, 20]) {
    expect(sides(seriesOf(new Array(length).fill(300))), `${length}`).toEqual(new Array(length).fill(0));
    expect(sides(seriesOf(new Array(length).fill(300), "2023-07-01")), `${length} locked`).toEqual(
      new Array(length).fill(0),
    );
  }
});

test("nine shares are not judged, ten by the rules for short series, twelve by limits", () => {
  expect(seriesOf(wavy(9)).judgment).toEqual({ by: "nothing", why: "too few" });
  expect(seriesOf(wavy(10)).judgment.by).toBe("runs");
  expect(seriesOf(wavy(11)).judgment.by).toBe("runs");
  expect(seriesOf(wavy(12)).judgment.by).toBe("limits");
});

test("only the longest stretch without a gap is judged, the latest of two that are equally long", () => {
  const found = seriesOf([...wavy(3), null, ...wavy(10), null, ...wavy(2)]);
  expect([found.from, found.stretch.length, found.baseline]).toEqual([4, 10, 10]);
  expect(seriesOf([...wavy(3), null, ...wavy(3)]).from).toBe(4);
  expect(seriesOf([null, null]).stretch).toEqual([]);
});

test("with a change, the quarters that ended before it are the baseline, and there must be six", () => {
  const shifted = [...wavy(7), ...wavy(7).map((count) => count + 60)];
  const found = seriesOf(shifted, "2023-10-01");
  expect([found.baseline, found.judgment.by]).toEqual([7, "runs"]);
  // Four of the seven before lie on their median, so that ten count; chance gives runs of up to round(log2 10) + 3 = 6.
  expect(sides(found)).toEqual([...new Array(7).fill(0), ...new Array(7).fill(1)]);
  expect(seriesOf(shifted, "2023-06-30").judgment).toEqual({ by: "nothing", why: "too few before" });
  expect(seriesOf(shifted, "2026-01-01").judgment).toEqual({ by: "nothing", why: "none after" });
});

test("a share outside the limits of twelve locked quarters is a signal on its side, and those within are none", () => {
  const found = seriesOf([...wavy(12), 300, 400, 200], "2025-01-01");
  expect(found.baseline).toBe(12);
  expect(sides(found)).toEqual([...new Array(13).fill(0), 1, -1]);
});

test("limits are wider than those of chance where shares vary by more from one quarter to the next", () => {
  const point = (count: number) => ({ numerator: count, denominator: people, share: count / people });
  const [calm, wild] = [4, 60].map((by) =>
    judge(
      Array.from({ length: 12 }, (_, at) => point(300 + (at % 2 === 0 ? by : -by))),
      12,
    ),
  );
  expect(calm).toMatchObject({ by: "limits", widenedBy: 1 });
  expect(wild).toMatchObject({ by: "limits" });
  // Scores of ±0.12 / sqrt(0.6 · 0.4 / 500) leave 2 · 5.477 between neighbours, over 1.128.
  expect(wild).toHaveProperty("widenedBy", expect.closeTo((2 * 0.12) / Math.sqrt((0.6 * 0.4) / 500) / 1.128, 6));
});

const looked = {
  "control-with-limits": [[...wavy(12), 300, 400, 390, 210], "2025-01-01"],
  "control-by-runs": [[null, ...wavy(7), ...wavy(7).map((count) => count + 60), null, 300], "2024-01-01"],
} as const;

for (const [name, [counts, changedOn]] of Object.entries(looked)) {
  test(`${name} is as it was looked at`, async () => {
    await expect(page(counts, changedOn)).toMatchFileSnapshot(`../output/figure-${name}.html`);
  });
}

test("a signal is a diamond with a word, and says look, not why", () => {
  const drawn = new JSDOM(page(...(looked["control-with-limits"] as unknown as [number[], string]))).window.document;
  const words = [...drawn.querySelectorAll("svg[role=img] text")].map((text) => text.textContent);
  expect(words.filter((word) => word === "higher").length).toBe(2);
  expect(words.filter((word) => word === "lower").length).toBe(2);
  expect(drawn.querySelector(".summary")?.textContent).toContain('A signal says "look here"; it does not say why.');
});
