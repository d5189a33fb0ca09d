import { expect, test } from "vitest";
import { perThousand, povertyHeadline, povertySource } from "../../../dashboards/sentences/poverty.ts";

test("people are said for every 1,000 in poverty, rounded", () => {
  expect([perThousand(9264, 50_000), perThousand(5, 10_000), perThousand(4, 10_000)]).toEqual([185, 1, 0]);
});

test("the counties shown are put together, and a withheld one is in neither number", () => {
  const [large, small] = [
    { served: 3000, poverty: 20_000 },
    { served: 1000, poverty: 20_000 },
  ];
  expect(povertyHeadline([large, small, { served: null, poverty: 5000 }])).toBe(
    "4,000 people served in the 2 counties shown: 100 for every 1,000 people in poverty",
  );
  expect(povertyHeadline([large])).toBe(
    "3,000 people served in the one county shown: 150 for every 1,000 people in poverty",
  );
  expect(povertyHeadline([{ served: null, poverty: 5000 }])).toBe(
    "People served beside people in poverty: no county can be shown",
  );
});

test("a source that several counties share is said once", () => {
  const count = { people: 1, years: "2020 to 2024", source: "a made-up table", read_on: "2026-01-15" };
  expect(
    povertySource([
      { county: "a", ...count },
      { county: "b", ...count },
    ]),
  ).toEqual(["People in poverty, 2020 to 2024: a made-up table. Read on January 15, 2026."]);
});
