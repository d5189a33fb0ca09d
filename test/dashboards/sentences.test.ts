import { expect, test } from "vitest";
import { joinTitles } from "../../dashboards/blocks/part-list.ts";
import { lookUp } from "../../dashboards/lookup.ts";
import { compare, differenceBetween, differenceWords } from "../../dashboards/sentences/difference.ts";
import { movementHeadline, movementSentences } from "../../dashboards/sentences/movement.ts";
import { listWords, percentRange, percentWords } from "../../dashboards/sentences/numbers.ts";
import { pairingHeadline, pairingSentence } from "../../dashboards/sentences/pairing.ts";
import { groupsHeadline, overlapSentences, rangeHeadline } from "../../dashboards/sentences/people.ts";
import { countedBy, peopleRange } from "../../dashboards/sentences/people-range.ts";
import { rateSentence } from "../../dashboards/sentences/rates.ts";
import { aboutWords, linkageSentence, paceOf, paceSentence, reachHeadline } from "../../dashboards/sentences/reach.ts";
import { recordWords } from "../../dashboards/sentences/record-words.ts";
import { besideHeadline, ratesHeadline, ratesSentences } from "../../dashboards/sentences/several-rates.ts";
import { comparisonHeadline, comparisonSentences, sharesHeadline } from "../../dashboards/sentences/shares.ts";
import { missingSentences, rateWords, statusWords } from "../../dashboards/sentences/status-words.ts";
import { crisisHeadline } from "../../dashboards/sentences/transition.ts";
import { trendHeadline, trendNote } from "../../dashboards/sentences/trend.ts";
import type { PublishedCell, PublishedRate, PublishedRelease, RateStatus } from "../../models/published.ts";
import { samplePublication } from "../support/publication.ts";

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

const improved = {
  did: "improved",
  among: "people scored twice",
  of: "were at a higher level at the latest assessment",
};
const entered = { matures_after_days: 0, cohort_people: "people who entered" };
const beside = (subject: string, other: string) => ({
  subject,
  share: "the share who improved",
  other,
  unit: "domains",
});

const release = {
  as_of: "2026-09-30",
  goal_by: "2027-12-31",
  goal_people: 20000,
  threshold: 11,
  minimum_denominator: 20,
} as PublishedRelease;

test("a shown share is said with its counts and interval", () => {
  expect(rateSentence(rate(742, 1180, 0.601, 0.656), improved, "Housing")).toBe(
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
  expect(rateSentence(absent(status), improved, "Housing")).toBe(sentence);
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
  expect(differenceBetween(a, b)?.low).toBeCloseTo(0.0524, 3);
  expect(differenceBetween(a, b)?.high).toBeCloseTo(0.3339, 3);
  expect(compare(a, b)).toBe("higher");
  expect(compare(b, a)).toBe("lower");
  expect(compare(a, rate(50, 70, 0.6, 0.81))).toBe("unclear");
  expect(compare(a, absent("withheld"))).toBe("not compared");
});

test("a group within the network is compared with everybody else, and the difference is from the network with the group in it", () => {
  const network = rate(104, 150, 0.6155, 0.7615);
  const group = { ...rate(56, 70, 0.6919, 0.8768), slice: "gender" as const, member: "woman" };
  // 80 others of 150: 8/15 of the difference of 56/70 and 48/80, and of its interval above.
  const { difference, low, high } = differenceBetween(group, network)!;
  expect(difference).toBeCloseTo(56 / 70 - 104 / 150, 12);
  expect([low, high].map((limit) => limit.toFixed(3))).toEqual(["0.028", "0.178"]);
  expect(differenceWords(group, network)).toBe("+11 points (+3 to +18), clear difference: higher");
  expect(differenceWords({ ...network, slice: "gender", member: "woman" }, network)).toBe("not compared");
});

test("headlines say that nothing can be shown rather than guess", () => {
  const hidden = absent("withheld");
  expect(movementHeadline([{ title: "Housing", improved: hidden, declined: hidden }])).toMatch(/cannot be shown/);
  expect(sharesHeadline([{ name: "Housing", rate: hidden, against: undefined }], improved, "domains")).toMatch(
    /cannot be shown/,
  );
  expect(comparisonHeadline([{ name: "Housing", rate: hidden, against: hidden }], beside("Exit", "interim"))).toMatch(
    /cannot be compared/,
  );
  expect(rangeHeadline([null], "partners")).toMatch(/no count can be shown/);
});

test("people by group are headed by the fewest and the most in any group that is shown", () => {
  expect(groupsHeadline([1410, 10049, 6862])).toBe("1,410 to 10,049 people served in each of the 3 groups");
  expect(groupsHeadline([1410, null, 6862])).toBe("1,410 to 6,862 people served in the 2 groups shown");
  expect(groupsHeadline([null])).toMatch(/no count can be shown/);
});

test("a breakdown is headed by the fewest and the most people of any member, and says where these are only limits", () => {
  const exact = (high: number) => ({ low: high, high });
  const [range, atMost] = [
    { low: 3700, high: 7741 },
    { low: null, high: 10736 },
  ];
  const said = (...ranges: Parameters<typeof rangeHeadline>[0]) => rangeHeadline(ranges, "tiers");
  expect(said(exact(724), exact(940))).toBe("Each of the 2 tiers has reached between 724 and 940 people");
  expect(said(exact(724), exact(724))).toBe("Each of the 2 tiers has reached 724 people");
  expect(said(exact(9557), range)).toBe("Each of the 2 tiers has reached at least 3,700 and at most 9,557 people");
  expect(said(range, range)).toBe("Each of the 2 tiers has reached at least 3,700 and at most 7,741 people");
  expect(said(exact(724), range, atMost)).toBe("Each of the 3 tiers has reached at most 10,736 people");
  expect(said(exact(724), range, null)).toBe(
    "Each of the 2 tiers shown has reached at least 724 and at most 7,741 people",
  );
  expect(said(range)).toBe("The one tier has reached 3,700 to 7,741 people");
  expect(said(atMost, null)).toBe("The one tier shown has reached at most 10,736 people");
});

test("nothing is said of parts together where there is one part", () => {
  expect(overlapSentences(["a"], "programs", "the partner's total")).toEqual([]);
  expect(overlapSentences(["a", "b"], "programs", "the partner's total").join()).toMatch(/than the partner's total\./);
});

test("a headline of movement says what the figure shows, also where only one direction is shown", () => {
  const hidden = absent("withheld");
  const [few, many, more] = [rate(30, 1000, 0.02, 0.04), rate(580, 1000, 0.55, 0.61), rate(660, 1000, 0.63, 0.69)];
  const row = (improved: PublishedRate, declined: PublishedRate) => ({ title: "Housing", improved, declined });
  expect(movementHeadline([row(many, hidden), row(hidden, hidden)])).toBe(
    "Of people scored twice, 58% improved in 1 domain; how many declined cannot be shown",
  );
  expect(movementHeadline([row(many, hidden), row(more, hidden)])).toBe(
    "Of people scored twice, 58% to 66% improved in 2 domains; how many declined cannot be shown",
  );
  expect(movementHeadline([row(hidden, few)])).toBe(
    "Of people scored twice, 3% declined in 1 domain; how many improved cannot be shown",
  );
  expect(movementHeadline([row(many, hidden), row(hidden, few)])).toBe(
    "Of people scored twice, 58% improved in 1 domain and 3% declined in 1 domain; no domain shows both",
  );
  expect(movementHeadline([row(many, few), row(more, hidden)])).toBe(
    "More people improved than declined in the one domain where both are shown",
  );
  expect(movementHeadline([row(few, many)])).toMatch(/^More people declined than improved in the one domain/);
  expect(movementHeadline([row(many, many)])).toMatch(/^As many people improved as declined in the one domain/);
  expect(movementHeadline([row(few, many), row(few, more)])).toBe(
    "More people improved than declined in none of the 2 domains",
  );
});

test("a range whose ends round alike is said as one number", () => {
  const [a, b] = [rate(6670, 10000, 0.6661, 0.6699), rate(6710, 10000, 0.6701, 0.6719)];
  const named = [a, b].map((one) => ({ name: "Housing", rate: one, against: undefined }));
  const moved = [a, b].map((one, i) => ({ title: `Domain ${i}`, improved: one, declined: absent("withheld") }));
  const close = { low: 11990, high: 12010 };
  expect(percentRange(0.61, 0.67)).toBe("61% to 67%");
  expect([percentRange(0.67, 0.67), percentRange(0.667, 0.671), percentRange(0.001, 0.002)]).toEqual([
    "67%",
    "about 67%",
    "under 1%",
  ]);
  expect(rateSentence(a, improved, "Housing")).toContain("(67%, 95% CI about 67%)");
  expect(sharesHeadline(named, improved, "domains")).toBe(
    "Of people scored twice, about 67% improved across all domains",
  );
  expect(sharesHeadline(named.slice(1), improved, "domains")).toMatch(/, 67% improved in the one domain shown$/);
  expect(movementHeadline(moved)).toContain("about 67% improved in 2 domains");
  expect(movementSentences(moved)[0]).toBe("Improved: about 67% in each of the 2 domains where it is shown.");
  expect(pairingHeadline([a, b])).toBe("About 67% of the cohort are scored twice in every domain shown");
  expect(pairingHeadline([a])).toBe("67% of the cohort are scored twice in the one domain shown");
  expect(trendHeadline("Housing", "improved", [a, b], entered)).toBe(
    "Housing: no clear difference, about 67% improved both in the first cohort shown and in the latest",
  );
  expect(reachHeadline(people(12010), close, release)).toMatch(/ reached, about 60% of the goal/);
  expect(aboutWords(close)).toBe("about 12,000");
});

test("where everybody has been followed equally long, no cohort is said to have had less time", () => {
  const [a, b] = [rate(480, 800, 0.565, 0.633), rate(640, 800, 0.771, 0.826)];
  const left = { matures_after_days: 90, cohort_people: "people who left" };
  expect(trendHeadline("Placed in a job", "began a job", [a, b], left)).toBe(
    "Placed in a job: 60% began a job in the first cohort shown and 80% in the latest",
  );
  expect(trendNote(left)).toMatch(
    /^A cohort is the people who left in the quarter\. .* 90 days .* the time that is looked at/,
  );
  expect(trendNote(left)).not.toMatch(/scored|change/);
  expect(trendNote(entered)).toMatch(/scored at entry/);
});

test("several shares are headed by the first and the last that can be shown, and said with their counts", () => {
  const employed = (days: number) => {
    const did = `were still employed after ${days} days`;
    return { did, among: "people whose status is known", of: did };
  };
  const row = (days: number, one: PublishedRate, against?: PublishedRate) => ({
    ...{ name: `After ${days} days`, rate: one, against, words: employed(days) },
  });
  const [low, high] = [rate(480, 800, 0.565, 0.633), rate(640, 800, 0.771, 0.826)];
  const rows = [row(30, absent("withheld")), row(60, high), row(90, high), row(180, low)];
  expect(ratesHeadline("Jobs", rows)).toBe(
    "Of people whose status is known, 80% were still employed after 60 days and 60% were still employed after 180 days",
  );
  expect(ratesHeadline("Jobs", rows.slice(0, 1))).toBe("Jobs: no share can be shown");
  expect(ratesHeadline("Jobs", rows.slice(0, 2))).toBe(
    "Of people whose status is known, 80% were still employed after 60 days",
  );
  expect(ratesSentences(rows)).toEqual([
    "Of 800 people whose status is known, 640 (80%, 95% CI 77–83%) were still employed after 60 days.",
    "Of 800 people whose status is known, 480 (60%, 95% CI 56–63%) were still employed after 180 days.",
  ]);
  const said = (...pairs: ReturnType<typeof row>[]) => besideHeadline("Jobs", pairs, "the network");
  expect(said(row(30, high, low))).toBe("Jobs: clearly higher than for the network");
  expect(said(row(30, low, low))).toBe("Jobs: no clear difference from the network");
  expect(said(row(30, absent("withheld"), low))).toBe("Jobs: cannot be compared with the network yet");
  expect(said(row(30, high, low), row(60, low, low))).toBe(
    "Jobs: the share is clearly higher than for the network in 1 of the 2 shares",
  );
});

test("parts that mean the same at several times are one entry", () => {
  const titles = (...days: string[]) => joinTitles(days.map((day) => `Status known after ${day} days`));
  expect(titles("30", "60", "365")).toBe("Status known after 30, 60 and 365 days");
  expect(titles("30")).toBe("Status known after 30 days");
  expect(joinTitles(["Employed, second quarter after exit", "Employed, fourth quarter after exit"])).toBe(
    "Employed, second and fourth quarter after exit",
  );
  expect(joinTitles(["Placed", "Left"])).toBe("Placed and Left");
});

test("every rate of every measure is said in plain words", async () => {
  const said = lookUp(samplePublication()).publication.rate_words.map((words) =>
    [
      `${words.measure} ${words.rate}`,
      `  The share of ${words.among} who ${words.did}.`,
      `  ${rateSentence(rate(640, 800, 0.771, 0.826), words, "")}`,
    ].join("\n"),
  );
  expect(said.join()).not.toMatch(/case|client|impact/i);
  await expect(`${said.join("\n")}\n`).toMatchFileSnapshot("output/rate-sentences.txt");
});

test("a cohort of another size in some domains is not said to be one size", () => {
  expect(pairingSentence([rate(50, 80, 0.5, 0.7), rate(50, 90, 0.5, 0.7)])).toMatch(
    /The cohort is 80 to 90 people, depending on the domain\.$/,
  );
  expect(pairingSentence([rate(50, 80, 0.5, 0.7)])).toMatch(/The cohort is 80 people\.$/);
});

test("a comparison says of what the share is, and counts small numbers in words people use", () => {
  const [low, high] = [rate(480, 800, 0.565, 0.633), rate(640, 800, 0.771, 0.826)];
  const pair = (a: PublishedRate, b: PublishedRate) => ({ name: "Housing", rate: a, against: b });
  const said = (...rows: ReturnType<typeof pair>[]) => comparisonHeadline(rows, beside("Hub", "the network"));
  expect(said(pair(high, low), pair(low, high), pair(low, low))).toBe(
    "Hub: the share who improved is clearly higher than for the network in 1 and clearly lower in 1 of the 3 domains",
  );
  expect(said(pair(high, low), pair(high, low))).toMatch(/clearly higher than for the network in all 2 domains$/);
  expect(said(pair(low, high))).toMatch(/clearly lower than for the network in the one domain shown$/);
  expect(said(pair(low, low), pair(low, low))).toBe(
    "Hub: no clear difference from the network in either of the 2 domains",
  );
  expect(comparisonSentences([pair(high, low)], "the network")).toEqual([
    "Clearly higher than for the network: Housing.",
  ]);
});

test("names with an and of their own are told apart", () => {
  expect(listWords(["Food", "Legal", "Safety"])).toBe("Food, Legal and Safety");
  expect(listWords(["Information and referral", "Outreach and education"])).toBe(
    "Information and referral, and Outreach and education",
  );
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
  expect(said(12000, null)).toBe("At most 12,000 people reached, no more than 60% of the goal of 20,000");
  expect(said(23248, null)).toMatch(/^At most 23,248 people reached: .* may or may not/);
  expect(said(null, 0)).toMatch(/withheld/);
});

test("there are no fewer people than at the partner that counts most", () => {
  expect(peopleRange(people(900), people(900), [people(600), people(null)])).toEqual({ low: 600, high: 900 });
  expect(peopleRange(people(900), people(200), [people(600)])).toEqual({ low: 700, high: 900 });
  expect(peopleRange(people(900), people(null), [people(900)])).toEqual({ low: 900, high: 900 });
  expect(peopleRange(people(900), people(null), [])).toEqual({ low: null, high: 900 });
});

test("that there are at least 0 people is not said", () => {
  expect(peopleRange(people(900), people(900), [])).toEqual({ low: null, high: 900 });
  expect(peopleRange(people(0), people(0), [])).toEqual({ low: 0, high: 0 });
});

test("by the end of a quarter there are at least those shown so far, and those of the whole who did not come later", () => {
  expect(countedBy([10, 20, 30], 60)).toEqual([10, 30, 60]);
  expect(countedBy([null, 20, 30], 60)).toEqual([10, 30, 60]);
  expect(countedBy([10, null, 30], 60)).toEqual([10, 30, 60]);
  expect(countedBy([10, 20, null], 60)).toEqual([10, 30, 60]);
  expect(countedBy([null, null, 30], null)).toEqual([0, 0, 30]);
});

test("how far people could be linked is said as it is", () => {
  const said = (high: number, unlinked: number | null, within: number[] = []) =>
    linkageSentence(peopleRange(people(high), people(unlinked), within.map(people)), people(unlinked));
  expect(said(900, 0)).toMatch(/^Everyone could be linked/);
  expect(said(900, 900, [900])).toBe("One partner served everyone who is counted, so each person counts once.");
  expect(said(900, 900, [600])).toMatch(/^Nobody could be linked .* has served, 600, and at most .* together, 900\.$/);
  expect(said(900, 200)).toMatch(/^Some people could not .* between 700, if as many .* and 900, if none was\.$/);
  expect(said(900, null)).toBe(
    "People who could not be linked across partners count once at each, so the true number of different people may be lower.",
  );
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
  const unlinked = paceOf(
    quarters.map(({ high }) => ({ low: null, high })),
    { low: 6000, high: 12000 },
    release,
  );
  expect(unlinked).toEqual({ perQuarter: { low: null, high: 1000 }, byGoalDay: { low: 6000, high: 17005 } });
  expect(paceSentence(unlinked, release)).toMatch(/at most about 1,000 people a quarter.*about 6,000 to 17,000 people/);
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
