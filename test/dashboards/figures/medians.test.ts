import { expect, test } from "vitest";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { medians } from "../../../dashboards/figures/medians.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import { dollarRange, dollarTick, dollarWords } from "../../../dashboards/sentences/dollars.ts";
import type { PublishedMedian } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const shown = { status: "shown", n: 412, value: 4210, low: 3900, high: 4500 } as const;

/** The figure of the network's earnings after exit, or of a partner's, with other numbers for the whole network. */
function contentOf(numbers: Partial<PublishedMedian>, where = "") {
  const median = publication.median.map((row) => (row.slice === "network" ? { ...row, ...numbers } : row));
  const request = readFigureRequest(`id: pay\nchart: medians\nmeasure: employment-after-exit\n${where}`, {});
  return medians(request, lookUp({ ...publication, median }));
}

test("dollars are whole in a quarter, with cents in an hour, and a loss has its sign", () => {
  expect([4210, 0, -1500.4].map((amount) => dollarWords(amount, "dollars a quarter"))).toEqual([
    "$4,210",
    "$0",
    "−$1,500",
  ]);
  expect([1.2, -0.4, 12].map((amount) => dollarWords(amount, "dollars an hour"))).toEqual([
    "$1.20",
    "−$0.40",
    "$12.00",
  ]);
  expect(dollarRange(-0.4, 1.2, "dollars an hour")).toBe("−$0.40 to $1.20");
  expect(dollarRange(5, 5, "dollars a quarter")).toBe("$5");
  expect([-0.5, 1, 2000].map(dollarTick)).toEqual(["−$0.50", "$1", "$2,000"]);
});

test("a shown median is said with its people and its interval", () => {
  const { headline, summary } = contentOf(shown);
  expect(headline).toBe("Median earnings in the second quarter after exit: $4,210");
  expect(summary[0]).toBe(
    "Whole network: of 412 people employed in the second quarter after exit with known earnings, half earned $4,210 or more in the quarter (95% CI $3,900 to $4,500).",
  );
});

test("a median of too few people says so, without a number", () => {
  const { headline, summary, table } = contentOf({
    status: "too_few_to_rate",
    n: 19,
    value: null,
    low: null,
    high: null,
  });
  expect(headline).toBe("Median earnings in the second quarter after exit: none can be shown");
  expect(summary[0]).toBe("Whole network: based on too few people for a median.");
  expect(table.rows[0]!.cells.map(({ words }) => words)).toEqual(["too few to rate", "19", ""]);
});

test("partners stand below the network in order of their names, but for those that send no jobs", () => {
  const { table } = contentOf(shown, "slice: partner\nmember: each");
  expect(table.rows.map(({ name }) => name)).toEqual(["Whole network", "Bridge Works & Learning", "Harbor House"]);
  const one = contentOf(shown, "slice: partner\nmember: harbor-house");
  expect(one.table.rows.map(({ name }) => name)).toEqual(["Harbor House", "Whole network"]);
});

test("the headline says the network's median beside a partner's, or the range of several", () => {
  const harbor = publication.median.find(
    ({ measure, member }) => measure === "employment-after-exit" && member === "harbor-house",
  );
  const own = dollarWords(harbor!.value!, "dollars a quarter");
  const title = "Median earnings in the second quarter after exit";
  expect(contentOf(shown, "slice: partner\nmember: harbor-house").headline).toBe(
    `${title}: ${own} at Harbor House, $4,210 in the whole network`,
  );
  expect(contentOf(shown, "slice: partner\nmember: each").headline).toMatch(
    /: \$4,210 in the whole network, \$[\d,]+ to \$[\d,]+ at the 2 partners shown$/,
  );
});

test("there are none by group", () => {
  expect(() => contentOf(shown, "slice: gender\nmember: woman")).toThrow("no medians by gender");
});
