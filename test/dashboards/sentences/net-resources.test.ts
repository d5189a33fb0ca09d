import { expect, test } from "vitest";
import { netResourcesHeadline, turnSentence } from "../../../dashboards/sentences/net-resources.ts";
import type { PublishedBenefitTurn } from "../../../models/published.ts";

const cliff: PublishedBenefitTurn = {
  ...{ family: "one", kind: "cliff", from_earned: 27_000, to_earned: 28_000, lost: 4_864, position: 0 },
  ...{ break_even: 41_600, program: "coverage" },
};
const plateau: PublishedBenefitTurn = { ...cliff, kind: "plateau", lost: -212, break_even: null, program: "cash" };

test("a cliff says what is lost, for what, and at which wage the family is back", () => {
  expect(turnSentence(cliff)).toBe(
    "Cliff: when earnings rise from $27,000 to $28,000 a year, the household ends up with $4,864 less, mostly for less health coverage. It is back where it was at $41,600 a year ($20.00 an hour, full time).",
  );
  expect(turnSentence({ ...cliff, break_even: null })).toMatch(/On this curve it does not get back to where it was\.$/);
});

test("a plateau says how little is kept, or that nothing is", () => {
  expect(turnSentence(plateau)).toBe(
    "Plateau: from $27,000 to $28,000 a year, the household ends up with only $212 more, mostly for less cash assistance.",
  );
  expect(turnSentence({ ...plateau, lost: 0 })).toContain("ends up with no more, mostly");
});

test("the headline names the deepest cliff, and says illustrative whatever there is", () => {
  const headline = (...turns: PublishedBenefitTurn[]) => netResourcesHeadline("A parent with two children", turns);
  const deeper = { ...cliff, lost: 9_000, from_earned: 60_000 };
  expect(headline(cliff, deeper, plateau)).toBe(
    "Illustrative: a parent with two children can lose $9,000 a year by earning more than $60,000",
  );
  expect(headline(plateau)).toBe(
    "Illustrative: for a parent with two children, no raise costs more than it brings, but some bring little",
  );
  expect(headline()).toBe("Illustrative: for a parent with two children, each raise pays");
});
