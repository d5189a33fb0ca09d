import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { aggregatePeople, aggregateTotals } from "../../../dashboards/blocks/aggregates.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import type { PublishedAggregateCell } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const shelter = {
  partner_id: "shelter",
  name: "Juniper House",
  kind: "victim_service_provider",
  received_on: "2026-09-02",
};

const count = (slice: string, member: string, period_kind: string, period: string, value: number | null) =>
  ({
    ...{
      partner_id: "shelter",
      measure: "people-served",
      series: "all",
      part: "people",
      slice,
      member,
      period_kind,
      period,
    },
    ...{ value, status: value === null ? "withheld" : "shown" },
  }) as PublishedAggregateCell;

const cells = [
  count("gender", "man", "all", "to-date", null),
  count("gender", "woman", "all", "to-date", 390),
  count("network", "network", "all", "to-date", 412),
  count("network", "network", "year", "PY2025", 143),
];
const looked = (aggregate_cell = cells, aggregate_partner = [shelter]) =>
  lookUp({ ...publication, aggregate_partner, aggregate_cell });
const page = (text: string) => new JSDOM(text).window.document;

test("every total is in a table by who and when, the withheld ones by their word", () => {
  const document = page(aggregateTotals(looked()).text);
  const rows = [...document.querySelectorAll("tr")].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(document.querySelector("h2")?.textContent).toBe("Juniper House");
  expect(rows).toEqual([
    ["Who", "To date", "Program year 2025"],
    ["Everybody", "412", "143"],
    ["By gender: Woman", "390", "not sent"],
    ["By gender: Man", "withheld", "not sent"],
  ]);
});

test("the people of an agency that sends totals only stand beside the network's as a range", () => {
  const { people } = {
    people: publication.cell.find(
      ({ measure, slice, period }) => measure === "people-served" && slice === "network" && period === "to-date",
    )!.value!,
  };
  const text = page(aggregatePeople(looked()).text).querySelector("p")!.textContent!;
  expect(text).toContain("Juniper House is an agency that sends totals only");
  expect(text).toContain("Juniper House counted 412 people to date.");
  expect(text).toContain(`to ${(people + 412).toLocaleString("en-US")} different people`);
});

test("an agency without a count to show says so, and a network without such agencies too", () => {
  expect(page(aggregatePeople(looked([])).text).body.textContent).toContain(
    "No number of people can be shown for them.",
  );
  expect(
    page(aggregateTotals(looked([], [{ ...shelter, received_on: null as never }])).text).body.textContent,
  ).toContain("No table of counts from this agency is in use.");
  expect(page(aggregateTotals(looked([], [])).text).body.textContent).toBe(
    "Every agency of this network sends records.",
  );
});
