import { expect, test } from "vitest";
import { jobPlacement } from "../../models/measures/job-placement.ts";
import { jobRetention } from "../../models/measures/job-retention.ts";
import type { PublishedRate, RateStatus } from "../../models/published.ts";
import {
  type StandardisedMeasure,
  spreadOf,
  standardisedMeasure,
  standardStrata,
} from "../../models/relations/standard-strata.ts";

const measure = jobPlacement as StandardisedMeasure;
const rate = (slice: string, member: string, numerator: number, denominator: number, status: RateStatus = "shown") =>
  ({
    ...{ measure: "job-placement", series: "all", slice, member, period_kind: "all", period: "to-date" },
    ...{ rate: "placed", status, numerator, denominator },
  }) as PublishedRate;

/** 110 of 200 people: 30 of 100 of one age, 60 of 70 of another, 20 of 30 of a third. */
const whole = rate("network", "network", 110, 200);
const young = rate("age_band", "18_to_24", 30, 100);
const middle = rate("age_band", "25_to_34", 60, 70);
const old = rate("age_band", "35_to_44", 20, 30);

const strata = (rates: readonly PublishedRate[]) => standardStrata({ rate: rates }, measure, 20);

test("groups whose shares are shown are strata of their own, from the smallest, and nobody is left over", () => {
  expect(strata([whole, young, middle, old])).toEqual([
    { members: ["35_to_44"], numerator: 20, denominator: 30 },
    { members: ["25_to_34"], numerator: 60, denominator: 70 },
    { members: ["18_to_24"], numerator: 30, denominator: 100 },
  ]);
});

test("groups that are not shown stand together, as what the whole network has left", () => {
  const hidden = [rate("age_band", "25_to_34", 60, 70, "withheld"), rate("age_band", "35_to_44", 20, 30, "withheld")];
  expect(strata([whole, young, ...hidden])).toEqual([
    { members: ["18_to_24"], numerator: 30, denominator: 100 },
    { members: null, numerator: 80, denominator: 100 },
  ]);
});

test("fewer than 20 left over take in the smallest group, and the next until they are 20", () => {
  const few = rate("network", "network", 115, 215);
  expect(strata([few, young, middle, old])).toEqual([
    { members: ["25_to_34"], numerator: 60, denominator: 70 },
    { members: ["18_to_24"], numerator: 30, denominator: 100 },
    { members: null, numerator: 25, denominator: 45 },
  ]);
  const tiny = rate("age_band", "35_to_44", 1, 3);
  const fewer = rate("network", "network", 93, 175);
  expect(strata([fewer, young, middle, tiny])).toEqual([
    { members: ["18_to_24"], numerator: 30, denominator: 100 },
    { members: null, numerator: 63, denominator: 75 },
  ]);
});

test("there are none where the network's own share is not shown, and one where no group's is", () => {
  expect(strata([{ ...whole, status: "withheld" }, young, middle])).toEqual([]);
  expect(strata([whole])).toEqual([{ members: null, numerator: 110, denominator: 200 }]);
});

test("other rates, groupings and years are not looked at", () => {
  const others = [
    { ...young, rate: "other" },
    { ...young, period_kind: "year" as const },
    { ...young, measure: "other" },
    rate("gender", "woman", 30, 100),
  ];
  expect(strata([whole, ...others])).toHaveLength(1);
});

test("the spread is that of the shares furthest apart: 60 of 70 and 30 of 100", () => {
  expect(spreadOf(strata([whole, young, middle, old]))).toBeCloseTo(60 / 70 - 0.3, 12);
});

test("one measure at most is standardised", () => {
  expect(standardisedMeasure([jobRetention, jobPlacement])).toBe(jobPlacement);
  expect(standardisedMeasure([jobRetention])).toBeUndefined();
  const second = { ...jobRetention, standardised: measure.standardised };
  expect(() => standardisedMeasure([jobPlacement, second])).toThrow(
    "more than one standardised measure: job-placement, job-retention",
  );
});
