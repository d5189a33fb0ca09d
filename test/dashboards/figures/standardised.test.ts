import { expect, test } from "vitest";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { standardised } from "../../../dashboards/figures/standardised.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import type { PublishedStandardised } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const blank = { ratio: null, low: null, high: null };

/** The figure with these numbers of each partner. */
function contentOf(
  numbers: Readonly<Record<string, Partial<PublishedStandardised>>>,
  where = "slice: partner\nmember: each",
) {
  const rows = publication.standardised.map((row) => ({ ...row, ...numbers[row.member] }));
  const request = readFigureRequest(`id: ages\nchart: standardised\nmeasure: job-placement\n${where}`, {});
  return standardised(request, lookUp({ ...publication, standardised: rows }));
}

const more = { status: "shown", observed: 142, ratio: 1.3, low: 1.1, high: 1.6 } as const;
const alike = { status: "shown", observed: 1226, ratio: 1.1, low: 0.9, high: 1.3 } as const;

test("partners stand in order of their names, whatever their ratio, but for those that send no jobs", () => {
  const { table } = contentOf({ "bridge-works": alike, "harbor-house": more });
  expect(table.rows.map(({ name, cells }) => [name, ...cells.map(({ words }) => words)])).toEqual([
    ["Bridge Works & Learning", "1.1", "0.9 to 1.3", "1,226", "No clear difference"],
    ["Harbor House", "1.3", "1.1 to 1.6", "142", "More than expected"],
  ]);
});

test("the summary says what 1.0 is, then each ratio with its people and its interval", () => {
  const { summary, headline } = contentOf({ "bridge-works": alike, "harbor-house": more });
  expect(headline).toBe(
    "People who began a job, to those expected from their ages: a clear difference at 1 of the 2 partners shown",
  );
  expect(summary[0]).toMatch(/^1\.0 means as many people began a job as expected from the ages/);
  expect(summary.slice(1, 3)).toEqual([
    "Bridge Works & Learning: 1,226 people began a job, 1.1 times those expected (95% CI 0.9 to 1.3): no clear difference.",
    "Harbor House: 142 people began a job, 1.3 times those expected (95% CI 1.1 to 1.6): more than expected.",
  ]);
});

test("a partner without a ratio says why, and is no part of the headline", () => {
  const few = { status: "too_few_to_rate", observed: 21, ...blank } as const;
  const withheld = { status: "withheld", observed: null, ...blank } as const;
  const { headline, summary, table } = contentOf({ "bridge-works": alike, "harbor-house": few });
  expect(headline).toMatch(/: no clear difference at the one partner shown$/);
  expect(summary[2]).toBe("Harbor House: based on too few people for a ratio.");
  expect(table.rows[1]!.cells.map(({ words }) => words)).toEqual(["too few to rate", "", "21", ""]);
  expect(contentOf({ "bridge-works": withheld, "harbor-house": few }).headline).toMatch(/: none can be shown$/);
});

test("where no partner sends jobs, all of them are said not to", () => {
  const none = { status: "not_collected", observed: null, ...blank } as const;
  const { rows } = contentOf({ "bridge-works": none, "harbor-house": none });
  expect(rows.map(({ status }) => status)).toEqual(Array(3).fill("not_collected"));
});

test("there are none of the network or of one partner alone", () => {
  expect(() => contentOf({}, "slice: network")).toThrow("no ratios by network");
  expect(() => contentOf({}, "slice: partner\nmember: harbor-house")).toThrow("no ratios of one partner: harbor-house");
});
