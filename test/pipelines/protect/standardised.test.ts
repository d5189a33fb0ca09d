import { describe, expect, test } from "vitest";
import { jobPlacement } from "../../../models/measures/job-placement.ts";
import { jobRetention } from "../../../models/measures/job-retention.ts";
import type { PublishedRate, RateStatus } from "../../../models/published.ts";
import { standardisedRatios } from "../../../models/statistics/standardised-ratio.ts";
import type { StandardisedFigureTable } from "../../../models/warehouse.ts";
import { standardisedOf } from "../../../pipelines/protect/standardised.ts";

const address = { measure: "job-placement", series: "all", period_kind: "all", period: "to-date", rate: "placed" };

/** Young and older people of one partner: how many of how many began a job. */
type People = readonly [young: readonly [number, number], older: readonly [number, number]];

/**
 * Of 1,000 young people 300 begin a job, of 1,000 older ones 800. One partner with 800 young and 200 older people expects
 * 0.3 × 800 + 0.8 × 200 = 400 and has 480; two with 100 and 400 of them expect 30 + 320 = 350 each and have 310.
 */
const three: Readonly<Record<string, People>> = {
  hub: [
    [290, 800],
    [190, 200],
  ],
  mill: [
    [5, 100],
    [305, 400],
  ],
  yard: [
    [5, 100],
    [305, 400],
  ],
};

const sums = (partners: Readonly<Record<string, People>>, groups: readonly (0 | 1)[]) => {
  const own = Object.values(partners).flatMap((one) => groups.map((at) => one[at]));
  return [0, 1].map((of) => own.reduce((sum, counts) => sum + counts[of]!, 0));
};

const rate = (
  slice: string,
  member: string,
  [numerator, denominator]: readonly number[],
  status: RateStatus = "shown",
) => ({ ...address, slice, member, status, numerator, denominator }) as PublishedRate;

const figuresOf = (partners: Readonly<Record<string, People>>): StandardisedFigureTable[] =>
  Object.entries(partners).flatMap(([partner_id, groups]) =>
    groups.map(([numerator, denominator], at) => ({
      ...{ measure: "job-placement", partner_id, member: at === 0 ? "18_to_24" : "25_to_34" },
      ...{ numerator: numerator!, denominator: denominator! },
    })),
  );

const standard = (partners: Readonly<Record<string, People>>) => [
  rate("network", "network", sums(partners, [0, 1])),
  rate("age_band", "18_to_24", sums(partners, [0])),
  rate("age_band", "25_to_34", sums(partners, [1])),
];

const ownRates = (partners: Readonly<Record<string, People>>) =>
  Object.entries(partners).map(([id, one]) => rate("partner", id, sums({ [id]: one }, [0, 1])));

const limits = { minimumDenominator: 20, width: 10 };
const ratios = (
  partners: Readonly<Record<string, People>>,
  rates: readonly PublishedRate[] = [...standard(partners), ...ownRates(partners)],
) => standardisedOf(figuresOf(partners), rates, [jobPlacement, jobRetention], limits);

test("three partners by hand: 480 of 400 expected are 1.2, and 310 of 350 round to 0.9", () => {
  const key = { ...address, slice: "partner" };
  // The exact interval of 480 is 0.912 to 1.094 times it: 0.912 × 1.15 = 1.05 and 1.094 × 1.25 = 1.37, rounded outwards.
  expect(ratios(three)).toEqual([
    { ...key, member: "hub", status: "shown", observed: 480, ratio: 1.2, low: 1, high: 1.4 },
    { ...key, member: "mill", status: "shown", observed: 310, ratio: 0.9, low: 0.7, high: 1.1 },
    { ...key, member: "yard", status: "shown", observed: 310, ratio: 0.9, low: 0.7, high: 1.1 },
  ]);
});

test("the ratios are those of indirect standardisation, to the nearest tenth", () => {
  const counts = figuresOf(three).map(({ partner_id: unit, member, numerator, denominator }) => ({
    ...{ unit, stratum: [member], numerator, denominator },
  }));
  const exact = standardisedRatios(counts);
  expect(exact.map(({ expected }) => Math.round(expected * 1000) / 1000)).toEqual([400, 350, 350]);
  for (const [at, { ratio }] of ratios(three).entries())
    expect(Math.abs(ratio! - exact[at]!.ratio!)).toBeLessThanOrEqual(0.05 + 1e-9);
});

const statuses = (...of: Parameters<typeof ratios>) => ratios(...of).map(({ status }) => status);

describe("a ratio is not shown", () => {
  test.each<RateStatus>(["withheld", "too_few_to_rate", "not_collected", "not_applicable"])(
    "where the partner's share is %s",
    (status) => {
      const [first, ...others] = ownRates(three);
      const [hub] = ratios(three, [...standard(three), { ...first!, status, numerator: null }, ...others]);
      expect(hub).toMatchObject({ status, observed: null, ratio: null, low: null, high: null });
    },
  );
  test("beside 18 expected people", () => {
    const [small] = ratios({
      few: [
        [5, 20],
        [14, 15],
      ],
      ...three,
    });
    expect(small).toMatchObject({ member: "few", status: "too_few_to_rate", observed: 19, ratio: null });
  });
  test("where it would tell the people of an age to fewer than 20", () => {
    // 33 of 30 expected is 1.1: 33 / 1.15 to 33 / 1.05 are 2.7 people, of half a person each 5.5.
    const [small] = ratios({
      few: [
        [10, 27],
        [23, 27],
      ],
      ...three,
    });
    expect(small).toMatchObject({ status: "withheld", observed: 33, ratio: null, low: null, high: null });
  });
  test("where no group's share is shown, and where the network's is not", () => {
    const [whole, ...groups] = standard(three);
    const own = ownRates(three);
    expect(statuses(three, [whole!, ...own])).toEqual(["withheld", "withheld", "withheld"]);
    expect(statuses(three, [...groups, ...own])).toEqual(["withheld", "withheld", "withheld"]);
  });
  test("where another partner that takes its own people off could tell them", () => {
    // Each has 550 of 1,000 expected. At 578 observed the ratio of 1.1 leaves from 502.6 to 550.5, so that neither high nor tall can have
    // more: for the low, which knows its own, neither can have fewer either. Once the ratio of one is gone, the other's is open again.
    const half = (young: number, older: number): People => [
      [young, 500],
      [older, 500],
    ];
    const ends = { high: half(164, 414), low: half(122, 372), tall: half(164, 414) };
    expect(statuses(ends)).toEqual(["withheld", "shown", "shown"]);
    expect(statuses({ ...ends, flat: half(150, 400), even: half(150, 400) })).not.toContain("withheld");
  });
});

test("groups that are not shown are expected to fare alike", () => {
  // Each of four partners has 100 of 500 young people, and 220 of 400 of the others, whose two ages are not told apart.
  const each = (partner_id: string, member: string, numerator: number, denominator: number) => ({
    ...{ measure: "job-placement", partner_id, member, numerator, denominator },
  });
  const figures = ["a", "b", "c", "d"].flatMap((id) => [
    each(id, "18_to_24", 100, 500),
    each(id, "25_to_34", 180, 200),
    each(id, "35_to_44", 40, 200),
  ]);
  const rates = [
    rate("network", "network", [1280, 3600]),
    rate("age_band", "18_to_24", [400, 2000]),
    rate("age_band", "25_to_34", [720, 800], "withheld"),
    rate("age_band", "35_to_44", [160, 800], "withheld"),
    ...["a", "b", "c", "d"].map((id) => rate("partner", id, [320, 900])),
  ];
  const rows = standardisedOf(figures, rates, [jobPlacement], limits);
  expect(rows.map(({ ratio, status }) => [ratio, status])).toEqual([
    [1, "shown"],
    [1, "shown"],
    [1, "shown"],
    [1, "shown"],
  ]);
});

test("there is none of a program, of a year or of another measure", () => {
  const others = [
    rate("program", "hub-core", [480, 1000]),
    { ...rate("partner", "hub", [480, 1000]), period_kind: "year" as const, period: "PY2025" },
    { ...rate("partner", "hub", [480, 1000]), measure: "job-retention" },
  ];
  expect(ratios(three, [...standard(three), ...others])).toEqual([]);
  expect(standardisedOf([], standard(three), [jobRetention], limits)).toEqual([]);
});

test("other people than those of the published shares stop the run", () => {
  const [whole, young, older] = standard(three);
  const wrong = [{ ...whole!, numerator: 1101 }, { ...young!, numerator: 301 }, older!, ...ownRates(three)];
  expect(() => ratios(three, wrong)).toThrow("a standard of other people than its counts");
});

test("two standardised measures stop the run", () => {
  const second = { ...jobRetention, standardised: jobPlacement.standardised! };
  expect(() => standardisedOf([], [], [jobPlacement, second], limits)).toThrow("more than one standardised measure");
});
