import { expect, test } from "vitest";
import { compare, differenceInterval } from "../../dashboards/sentences/difference.ts";
import { movementHeadline } from "../../dashboards/sentences/movement.ts";
import { percentWords } from "../../dashboards/sentences/numbers.ts";
import { rangeHeadline } from "../../dashboards/sentences/people.ts";
import { peopleRange } from "../../dashboards/sentences/people-range.ts";
import { rateSentence } from "../../dashboards/sentences/rates.ts";
import { aboutWords, paceOf, paceSentence, reachHeadline } from "../../dashboards/sentences/reach.ts";
import { recordWords } from "../../dashboards/sentences/record-words.ts";
import { comparisonHeadline, sharesHeadline } from "../../dashboards/sentences/shares.ts";
import { missingSentences, rateWords, statusWords } from "../../dashboards/sentences/status-words.ts";
import { crisisHeadline } from "../../dashboards/sentences/transition.ts";
import type { PublishedCell, PublishedRate, PublishedRelease, RateStatus } from "../../models/published.ts";

const key = { measure: "matrix-movement", series: "housing", slice: "network", member: "network" } as const;
const period = { period_kind: "all", period: "to-date" } as const;

const rate = (numerator: number, denominator: number, low: number, high: number) =>
  ({
    ...key,
    ...period,
    rate: "improved",
    status: "shown",
    numerator,
    denominator,
    share: numerator / denominator,
    low,
    high,
  }) as PublishedRate;
const absent = (status: RateStatus) =>
  ({
    ...key,
    ...period,
    rate: "improved",
    status,
    numerator: null,
    denominator: null,
    share: null,
    low: null,
    high: null,
  }) as PublishedRate;
const people = (value: number | null) =>
  ({ ...key, ...period, part: "people", status: value === null ? "withheld" : "shown", value }) as PublishedCell;

const release = {
  as_of: "2026-09-30",
  goal_by: "2027-12-31",
  goal_people: 20000,
  threshold: 11,
  minimum_denominator: 20,
} as PublishedRelease;

test("a shown share is said with its counts and interval", () => {
  expect(rateSentence(rate(742, 1180, 0.601, 0.656), "Housing")).toBe(
    "Housing: of 1,180 people scored twice, 742 (63%, 95% CI 60–66%) were at a higher level at the latest assessment.",
  );
});

test.each([
  ["withheld", "Housing: the share of people scored twice who improved is withheld."],
  ["too_few_to_rate", "Housing: the share of people scored twice who improved is based on too few people for a share."],
  ["not_collected", "Housing: the share of people scored twice who improved is not collected."],
  ["not_applicable", "Housing: the share of people scored twice who improved is not applicable."],
  ["not_yet_settled", "Housing: the share of people scored twice who improved is not yet settled."],
] as const)("a share that is %s is said in words, without a number", (status, sentence) => {
  expect(rateSentence(absent(status), "Housing")).toBe(sentence);
  expect(rateWords(absent(status))).toBe(statusWords[status]);
});

test("every status reads differently and none as zero", () => {
  expect(new Set(Object.values(statusWords)).size).toBe(5);
  for (const words of Object.values(statusWords)) expect(words).not.toMatch(/\d/);
});

test("rows without a number are listed by status in the order given", () => {
  const rows = [
    { name: "Legal", status: "withheld" },
    { name: "Food", status: "shown" },
    { name: "Safety", status: "withheld" },
    { name: "Income", status: "not_collected" },
  ] as const;
  expect(missingSentences(rows)).toEqual(["Withheld: Legal and Safety.", "Not collected: Income."]);
});

test("shares never round to nothing or to all", () => {
  expect([0, 0.001, 0.456, 0.999, 1].map(percentWords)).toEqual(["0%", "under 1%", "46%", "over 99%", "100%"]);
});

test("a difference is clear only if its interval leaves out zero", () => {
  const [a, b] = [rate(56, 70, 0.6919, 0.8768), rate(48, 80, 0.4904, 0.7008)];
  expect(differenceInterval(a, b)?.low).toBeCloseTo(0.0524, 3);
  expect(differenceInterval(a, b)?.high).toBeCloseTo(0.3339, 3);
  expect(compare(a, b)).toBe("higher");
  expect(compare(b, a)).toBe("lower");
  expect(compare(a, rate(50, 70, 0.6, 0.81))).toBe("unclear");
  expect(compare(a, absent("withheld"))).toBe("not compared");
});

test("headlines say that nothing can be shown rather than guess", () => {
  const hidden = absent("withheld");
  expect(movementHeadline([{ title: "Housing", improved: hidden, declined: hidden }])).toMatch(/cannot be shown/);
  expect(sharesHeadline([{ name: "Housing", rate: hidden, against: undefined }], "improved", "domains")).toMatch(
    /cannot be shown/,
  );
  expect(
    comparisonHeadline([{ name: "Housing", rate: hidden, against: hidden }], "Exit", "interim", "domains"),
  ).toMatch(/cannot be compared/);
  expect(rangeHeadline([people(null)], "partners")).toMatch(/no count can be shown/);
});

test("people are a range unless all could be linked, and the goal is met only when the lower end meets it", () => {
  const said = (high: number | null, unlinked: number | null) => {
    const total = people(high);
    return reachHeadline(total, peopleRange(total, people(unlinked)), release);
  };
  expect(said(23248, 5108)).toBe("Between 18,140 and 23,248 people reached: the goal of 20,000 may or may not be met");
  expect(said(23248, 0)).toBe("23,248 people reached, 116% of the goal of 20,000");
  expect(said(25000, 4000)).toBe("Between 21,000 and 25,000 people reached, 105% to 125% of the goal of 20,000");
  expect(said(12000, 2000)).toBe("Between 10,000 and 12,000 people reached, 50% to 60% of the goal of 20,000");
  expect(said(12000, null)).toBe("At most 12,000 people reached, 60% of the goal of 20,000");
  expect(said(23248, null)).toMatch(/^At most 23,248 people reached: .* may or may not/);
  expect(said(null, 0)).toMatch(/withheld/);
});

test("there are no fewer people than at the partner that counts most", () => {
  expect(peopleRange(people(900), people(900), [people(600), people(null)])).toEqual({ low: 600, high: 900 });
  expect(peopleRange(people(900), people(200), [people(600)])).toEqual({ low: 700, high: 900 });
  expect(peopleRange(people(900), people(null), [people(900)])).toEqual({ low: 900, high: 900 });
  expect(peopleRange(people(900), people(null), [])).toEqual({ low: null, high: 900 });
});

test("the pace needs four settled quarters, none of them withheld, and is a range where people are", () => {
  const exact = (high: number) => ({ low: high, high });
  const quarters = [900, 1000, 1000, 1100].map(exact);
  const pace = paceOf(quarters, exact(12000), release);
  expect(pace).toEqual({ perQuarter: exact(1000), byGoalDay: exact(17005) });
  expect(paceSentence(pace, release)).toMatch(/about 1,000 people a quarter.*about 17,000 people.*short of the goal/);
  expect(paceOf([null, ...quarters.slice(1)], exact(12000), release)).toBeNull();
  const wide = paceOf(
    quarters.map(({ high }) => ({ low: high - 300, high })),
    { low: 11000, high: 16000 },
    release,
  );
  expect(aboutWords({ low: null, high: 12345 })).toBe("at most about 12,300");
  expect(paceSentence(wide, release)).toMatch(/about 700 to 1,000 people a quarter.*may or may not be enough/);
});

test("what a partner sends is said in words", () => {
  expect(recordWords("assessment_score enrollment person")).toBe(
    "scores on the self-sufficiency matrix, enrollments and people",
  );
});

test("leaving crisis is said only where neither count nor remainder is small", () => {
  const rule = { threshold: 11, minimum_denominator: 20 };
  expect(crisisHeadline("Housing", { from: people(152), stayed: people(41) }, rule)).toBe(
    "Housing: 111 of 152 people who started in crisis (73%) have left it",
  );
  for (const [from, stayed] of [
    [152, null],
    [152, 148],
    [19, 11],
  ] as const) {
    expect(crisisHeadline("Housing", { from: people(from), stayed: people(stayed) }, rule)).not.toMatch(/\d/);
  }
});
