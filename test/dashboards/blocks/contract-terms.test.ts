import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { contractTerms } from "../../../dashboards/blocks/contract-terms.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const drawn = (of: Partial<typeof publication> = {}) =>
  new JSDOM(contractTerms(lookUp({ ...publication, ...of })).text).window.document;
const texts = (page: Document, of: string) => [...page.querySelectorAll(of)].map(({ textContent }) => textContent);

test("a contract is a card with who pays whom, for which programs and days, and how much at most", () => {
  const page = drawn();
  expect(texts(page, "h2")).toEqual(["Young adults"]);
  expect(texts(page, "dl:first-of-type dd")).toEqual([
    "The state",
    "Harbor House",
    "Family care and Rapid rehousing",
    "From January 1, 2025 to December 31, 2026",
    "$600,000",
    "The amounts are made up.",
  ]);
});

test("every outcome says once what must be on record, by when, after what, how often it is paid for, and its target", () => {
  const page = drawn();
  expect(texts(page, "h3 + dl dt")).toEqual(["Enrollment completed", "Job placement"]);
  expect(texts(page, "h3 + dl dd")).toEqual([
    "40 hours of service in the episode. It must be reached within 180 days of entry. It is paid for once in an episode. The target is 120 payments by December 31, 2026.",
    "A job held for 30 days. It must be reached within 365 days of entry, and not before “Enrollment completed”. It is paid for at most 2 times in an episode.",
  ]);
});

test("every amount of the rate card is a row with the first and the last day on which it holds", () => {
  const rows = [...drawn().querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["Enrollment completed", "January 1, 2025", "December 31, 2025", "$500"],
    ["Enrollment completed", "January 1, 2026", "December 31, 2026", "$525.50"],
    ["Job placement", "January 1, 2025", "December 31, 2026", "$1,500"],
  ]);
});

test("contracts stand in the order of their titles, and without one a sentence says so", () => {
  const [first] = publication.contract;
  const other = { ...first!, contract: "adults", title: "Adults at work" };
  expect(texts(drawn({ contract: [first!, other] }), "h2")).toEqual(["Adults at work", "Young adults"]);
  expect(drawn({ contract: [] }).body.textContent).toBe("There is no outcome contract.");
});
