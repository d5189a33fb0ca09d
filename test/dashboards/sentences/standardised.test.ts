import { expect, test } from "vitest";
import {
  besideOne,
  ratioInterval,
  ratioWords,
  standardisedHeadline,
} from "../../../dashboards/sentences/standardised.ts";
import type { PublishedStandardised, PublishedStandardisedWords } from "../../../models/published.ts";

const row = (numbers: Partial<PublishedStandardised>) => ({ status: "shown", ...numbers }) as PublishedStandardised;
const words = { title: "Ratio" } as PublishedStandardisedWords;
const of = (low: number, high: number) => row({ ratio: (low + high) / 2, low, high });

test("a ratio is said to a tenth, also where it is whole", () => {
  expect([ratioWords(of(1, 1)), ratioInterval(of(0.8, 2))]).toEqual(["1.0", "0.8 to 2.0"]);
  expect(ratioWords(row({ status: "withheld", ratio: null }))).toBe("withheld");
});

test("an interval that has 1 in it or at an end shows no clear difference", () => {
  expect([of(0.8, 1.2), of(1, 1.4), of(0.6, 1)].map(besideOne)).toEqual(Array(3).fill("no clear difference"));
  expect([of(1.1, 1.4), of(0.6, 0.9)].map(besideOne)).toEqual(["more than expected", "fewer than expected"]);
  expect(besideOne(row({ ratio: null, low: null, high: null }))).toBe("");
});

test("the headline counts the partners with a clear difference and names none", () => {
  const headline = (...rows: PublishedStandardised[]) =>
    standardisedHeadline(
      rows.map((one) => ({ name: "Harbor House", row: one })),
      words,
    );
  expect(headline(of(0.8, 1.2), of(0.7, 1.1))).toBe("Ratio: no clear difference at the 2 partners shown");
  expect(headline(of(1.1, 1.2), of(0.7, 0.9), of(0.7, 1.1))).toBe(
    "Ratio: a clear difference at 2 of the 3 partners shown",
  );
  expect(headline(of(1.1, 1.2))).toBe("Ratio: a clear difference at the one partner shown");
  expect(headline()).toBe("Ratio: none can be shown");
});
