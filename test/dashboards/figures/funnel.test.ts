import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { figure } from "../../../dashboards/figure.ts";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { funnel } from "../../../dashboards/figures/funnel.ts";
import { funnelOf, shownUnits } from "../../../dashboards/figures/funnel-units.ts";
import { eachLikeGroup, unitsOf } from "../../../dashboards/figures/like-groups.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import type { Publication, PublishedRate } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const { document } = new JSDOM("").window;
const sample = samplePublication();
const [rate] = sample.rate;

/** Partners of one kind by name, each with so many of 200 people. */
function released(counts: Readonly<Record<string, number>>, kind = "adult_education"): Publication {
  const partner = Object.keys(counts).map((name) => ({
    ...sample.partner[0]!,
    ...{ partner_id: name.toLowerCase(), name, kind },
  }));
  const row = (name: string, count: number, slice: string) => ({
    ...{ measure: "care-plan", series: "all", slice, member: name, period_kind: "all", period: "to-date" },
    ...{ rate: "planned", status: "shown", numerator: count, denominator: 200 },
    ...{ share: count / 200, low: 0, high: 1 },
  });
  const own = Object.entries(counts).map(([name, count]) => row(name.toLowerCase(), count, "partner"));
  const made = [...own, row("network", 100, "network")].map((each) => ({ ...rate, ...each }));
  return { ...sample, partner, program: [], rate: made as PublishedRate[] };
}

const request = (more: Readonly<Record<string, string>> = {}) =>
  readFigureRequest(
    JSON.stringify({
      ...{ id: "sample", chart: "funnel", measure: "care-plan", rate: "planned", slice: "partner" },
      ...{ group: "adult_education", ...more },
    }),
    {},
  );

function page(from: Publication, more: Readonly<Record<string, string>> = {}) {
  const lookup = lookUp(from);
  const place = { id: "sample", file: "data/sample.csv", toRoot: "./" };
  const { text } = figure(funnel(request(more), lookup), request(more), place, lookup, { document, charts: new Map() });
  return new JSDOM(text).window.document;
}

const found = (counts: Readonly<Record<string, number>>, target?: number) => {
  const lookup = lookUp(released(counts));
  return funnelOf(shownUnits(unitsOf(request(), lookup)), target);
};

const alike = { Birch: 118, Ash: 122, Elm: 120, Date: 117, Cedar: 123 };
const oneApart = { ...alike, Fig: 119, Gum: 121, Hazel: 120, Ivy: 118, Juniper: 122, Kapok: 150 };
const wild = { Ash: 60, Birch: 150, Cedar: 90, Date: 180, Elm: 120 };

test("partners that differ by chance have exact limits around the share of all, and one best estimate", () => {
  const { target, widened, units } = found(alike);
  expect([target, widened]).toEqual([0.6, false]);
  expect(units.every(({ place }) => place === "within")).toBe(true);
  expect(new Set(units.map(({ drawn }) => drawn.share))).toEqual(new Set([0.6]));
});

test("one that stands out does not widen the limits by which it is found", () => {
  const { widened, units } = found(oneApart);
  expect(widened).toBe(false);
  expect(units.filter(({ place }) => place !== "within").map(({ name, place }) => [name, place])).toEqual([
    ["Kapok", "above 99.8"],
  ]);
});

test("partners that all differ by more than chance have wider limits, and shares drawn toward all", () => {
  const { limitsAt, widened, units } = found(wild);
  const exact = found(alike).limitsAt(200);
  expect(widened).toBe(true);
  expect(limitsAt(200).high95).toBeGreaterThan(exact.high95);
  expect(limitsAt(200).low998).toBeLessThan(exact.low998);
  for (const { share, drawn } of units.filter(({ share }) => share !== 0.6))
    expect(Math.abs(drawn.share - 0.6)).toBeLessThan(Math.abs(share - 0.6));
});

test("against the network, limits lie around the share of the network", () => {
  expect(found(alike, 0.5).target).toBe(0.5);
  expect(page(released(alike), { against: "network" }).querySelector(".key")?.textContent).toContain(
    "Share of the network",
  );
});

test("most partners are said to differ no more than chance, and who does not by name, in a table in alphabetical order", () => {
  const drawn = page(released(oneApart));
  expect(drawn.querySelector("h3")?.textContent).toBe(
    "People with a care plan: most partners of the kind adult education differ from each other no more than chance would make them",
  );
  expect(drawn.querySelector(".summary")?.textContent).toMatch(/^Above the 99\.8% limits: Kapok\. /);
  const names = [...drawn.querySelectorAll("tbody th")].map((cell) => cell.textContent);
  expect(names).toEqual(Object.keys(oneApart).sort());
  expect([...drawn.querySelectorAll("svg[role=img] text")].filter((text) => text.textContent === "Kapok").length).toBe(
    2,
  );
  expect(drawn.body.textContent).not.toMatch(/\b(best|worst|top|bottom|rank)\b/i);
});

test("fewer than five are a sentence and no picture", () => {
  const { Birch: _, ...four } = alike;
  expect(page(released(four)).body.textContent).toBe(
    "People with a care plan: not drawn beside each other, because fewer than 5 have a share that is shown: partners of the kind adult education.\n",
  );
});

test("a figure is made of every kind that can be drawn, and one sentence of all the others", () => {
  const lookup = lookUp(released(alike));
  expect(eachLikeGroup(request({ group: "each" }), lookup)).toMatchObject([
    { id: "sample-adult-education", group: "adult_education" },
  ]);
  const alone = released({ Ash: 120 });
  expect(eachLikeGroup(request({ group: "each" }), lookUp(alone))).toMatchObject([{ id: "sample-others", group: "" }]);
  expect(page(alone, { group: "" }).body.textContent).toBe(
    "People with a care plan: nothing to compare, because no two partners of one kind have figures of it.\n",
  );
});

test("programs are grouped by their tier and named with their partner", () => {
  const programs = readFigureRequest("{id: a, chart: funnel, measure: care-plan, rate: planned, slice: program}", {});
  const units = unitsOf(programs, lookUp(sample));
  expect(units.map(({ name, group }) => [name, group])).toContainEqual(["Family care, Harbor House", "care"]);
});

test("groups too small to draw are named in one sentence", () => {
  const programs = { measure: "matrix-movement", series: "housing", rate: "improved", slice: "program", group: "" };
  expect(page(sample, programs).body.textContent).toBe(
    "Housing: not drawn beside each other, because fewer than 5 have a share that is shown: programs of Care coordination, programs of Referral partners, and programs of Work and learning.\n",
  );
});
