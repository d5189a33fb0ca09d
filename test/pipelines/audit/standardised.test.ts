import { expect, test } from "vitest";
import { jobPlacement } from "../../../models/measures/job-placement.ts";
import { jobRetention } from "../../../models/measures/job-retention.ts";
import type { PublishedRate, PublishedStandardised } from "../../../models/published.ts";
import { coarseRatio } from "../../../models/statistics/coarse-ratio.ts";
import { checkStandardised } from "../../../pipelines/audit/standardised.ts";

const address = { measure: "job-placement", series: "all", period_kind: "all", period: "to-date", rate: "placed" };
const partner = { ...address, slice: "partner", member: "hub" };
const rate = (slice: string, member: string, numerator: number, denominator: number) =>
  ({ ...address, slice, member, status: "shown", numerator, denominator }) as PublishedRate;

/** Shares of 0.3 and 0.8 by age. */
const standard = [
  rate("network", "network", 550, 1000),
  rate("age_band", "18_to_24", 150, 500),
  rate("age_band", "25_to_34", 400, 500),
];
const shown = { ...partner, status: "shown", observed: 120, ...coarseRatio(120, 1) };
const blank = { ratio: null, low: null, high: null };
const limits = { minimumDenominator: 20, width: 10 };

/** Kinds of failures of one ratio beside one share. */
function failures(row: object, beside: object = {}, groups: readonly PublishedRate[] = standard) {
  const own = { ...rate("partner", "hub", 120, 240), ...beside } as PublishedRate;
  const ratio = { ...shown, ...row } as unknown as PublishedStandardised;
  const publication = { rate: [...groups, own], standardised: [ratio] };
  return checkStandardised(publication, [jobPlacement, jobRetention], limits).map(({ kind }) => kind);
}

test("a rounded ratio beside a shown share is sound, and so is a blank one of a withheld share", () => {
  expect(failures({})).toEqual([]);
  const withheld = { status: "withheld", numerator: null, denominator: null };
  expect(failures({ status: "withheld", observed: null, ...blank }, withheld)).toEqual([]);
});

test("a ratio beside fewer than 20 expected people is found", () => {
  expect(failures({ observed: 19, ...coarseRatio(19, 1) }, { numerator: 19 })).toEqual(["below threshold"]);
});

test("a ratio that tells a group to fewer than 20 people is found, by the shares of groups that are printed", () => {
  expect(failures({ observed: 99, ...coarseRatio(99, 1) }, { numerator: 99 })).toEqual(["narrow"]);
  expect(failures({ observed: 100, ...coarseRatio(100, 1) }, { numerator: 100 })).toEqual([]);
});

test("a ratio where no group's share is printed is found", () => {
  expect(failures({}, {}, standard.slice(0, 1))).toEqual(["narrow"]);
  expect(failures({}, {}, [])).toEqual(["narrow"]);
});

test.each<[string, object, object]>([
  ["a ratio beside a share that is withheld", {}, { status: "withheld" }],
  ["a ratio beside a share of too few", {}, { status: "too_few_to_rate" }],
  ["another number of people than the share's", { observed: 121 }, {}],
  ["a ratio that is there although the status says there is none", { status: "withheld" }, {}],
  ["a ratio that is not rounded", { ratio: 1.02 }, {}],
  ["an interval that is not the rounded ratio's, whose ends would tell more", { low: shown.low + 0.1 }, {}],
  ["a ratio that is shown without a number", blank, {}],
  ["a ratio of another rate", { rate: "other" }, {}],
  ["a ratio of another measure", { measure: "job-retention" }, { measure: "job-retention" }],
  ["a ratio of a program", { slice: "program" }, { slice: "program" }],
  ["a ratio of a year", { period_kind: "year", period: "PY2025" }, { period_kind: "year", period: "PY2025" }],
])("%s is found", (_, row, beside) => {
  expect(failures(row, beside)).toEqual(["contradiction"]);
});

test("a ratio that is there twice is found", () => {
  const row = shown as unknown as PublishedStandardised;
  const publication = { rate: [...standard, rate("partner", "hub", 120, 240)], standardised: [row, row] };
  expect(checkStandardised(publication, [jobPlacement], limits)).toHaveLength(1);
});

test("two standardised measures stop the audit", () => {
  const second = { ...jobRetention, standardised: jobPlacement.standardised! };
  expect(() => checkStandardised({ rate: [], standardised: [] }, [jobPlacement, second], limits)).toThrow(
    "more than one standardised measure",
  );
});
