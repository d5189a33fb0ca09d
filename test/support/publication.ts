import type { PeriodKind, Slice } from "../../models/figure-key.ts";
import { countKind } from "../../models/measures/count-kind.ts";
import { matrixMovement } from "../../models/measures/matrix-movement.ts";
import type { Measure } from "../../models/measures/measure.ts";
import { measuresOf } from "../../models/measures/network-measures.ts";
import { peopleServed } from "../../models/measures/people-served.ts";
import type { CellStatus, FigureKey, Publication, PublishedCell, PublishedRate } from "../../models/published.ts";
import { partsOf } from "../../models/relations/cell.ts";
import { benefitCurves } from "../../pipelines/benefit-curves.ts";
import { describeMeasures } from "../../pipelines/describe.ts";
import { chance } from "./chance.ts";
import { cohortCounts } from "./cohort-counts.ts";
import { medianRows } from "./median-rows.ts";
import { release } from "./release.ts";
import { standardisedRows } from "./standardised-rows.ts";
import { sumRows } from "./sum-rows.ts";

const domains = [
  ["housing", "Housing"],
  ["employment", "Employment"],
  ["income", "Income"],
  ["food", "Food"],
  ["childcare", "Child care"],
  ["child_education", "Children's education"],
  ["adult_education", "Adult education"],
  ["health_care", "Health care coverage"],
  ["life_skills", "Life skills"],
  ["family_relations", "Family relations"],
  ["mobility", "Mobility"],
  ["community", "Community involvement"],
  ["parenting", "Parenting skills"],
  ["legal", "Legal"],
  ["mental_health", "Mental health"],
  ["substance_abuse", "Substance use"],
  ["safety", "Safety"],
  ["disabilities", "Disabilities"],
] as const;

const tiers = [
  { tier: "care", name: "Care coordination" },
  { tier: "referral", name: "Referral partners" },
  { tier: "housing", name: "Housing" },
  { tier: "work", name: "Work and learning" },
];

const partner = (partner_id: string, name: string, kind: string, tierIds: string, files: number) => ({
  partner_id,
  name,
  kind,
  tiers: tierIds,
  last_received_on: files > 0 ? "2026-09-21" : null,
  files,
  collects: "assessment_score enrollment person",
});

const partners = [
  partner("harbor-house", "Harbor House", "housing_agency", "care, housing", 12),
  partner("bridge-works", "Bridge Works & Learning", "workforce_board", "referral, work", 8),
  partner("cedar-family", "=Cedar Family Network", "care_coordination_hub", "care, referral", 0),
];

const programs = [
  { program_id: "hh-care", partner_id: "harbor-house", name: "Family care", tier: "care" },
  { program_id: "hh-rapid", partner_id: "harbor-house", name: "Rapid rehousing", tier: "housing" },
  { program_id: "bw-jobs", partner_id: "bridge-works", name: "Job readiness", tier: "work" },
  { program_id: "bw-desk", partner_id: "bridge-works", name: "Referral desk", tier: "referral" },
  { program_id: "bw-night", partner_id: "bridge-works", name: "Night classes for parents", tier: "work" },
  { program_id: "cf-hub", partner_id: "cedar-family", name: "Family hub", tier: "care" },
  { program_id: "cf-desk", partner_id: "cedar-family", name: "Neighborhood desk", tier: "referral" },
];

const quarters = ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"];
const yearOf = (quarter: string) => `PY${Number(quarter.slice(0, 4)) - (Number(quarter.slice(6)) < 3 ? 1 : 0)}`;
const years = [...new Set(quarters.map(yearOf))];
const unsettled = ["2026-Q3", "2026-Q2", "PY2026"];

function quarterDates(quarter: string) {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  const day = (month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return { starts_on: day(number * 3 - 3, 1), ends_on: day(number * 3, 0) };
}

const periods = [
  { period_kind: "all" as const, period: "to-date", title: "To date", starts_on: "2024-10-01", ends_on: "2026-09-30" },
  ...years.map((period) => ({
    period_kind: "year" as const,
    period,
    title: `Program year ${period.slice(2)}`,
    starts_on: `${period.slice(2)}-07-01`,
    ends_on: `${Number(period.slice(2)) + 1}-06-30`,
  })),
  ...quarters.map((period) => ({
    period_kind: "quarter" as const,
    period,
    title: period.replace("-", " "),
    ...quarterDates(period),
  })),
];

const gender = [
  { member: "woman", title: "Woman" },
  { member: "man", title: "Man" },
  { member: "nonbinary", title: "Non-binary or another gender" },
  { member: "unknown", title: "Not known" },
].map((row, position) => ({ slice: "gender" as const, slice_title: "gender", ...row, position }));

const cycles = [
  {
    cycle: "own-words",
    agency: "network",
    title: "Goals in people's own words",
    measure: "matrix-movement",
    series: "housing",
    rate: "improved",
    period_kind: "quarter" as const,
    started_on: "2025-07-01",
    expected_direction: "higher",
    expected_points: 5,
    happened: "Two hubs asked for goals before they filled in any form.",
    went_well: "Goals were written down sooner.",
    went_badly: "The new order of forms confused new staff.",
    next: "Write the order of forms into the guide for new staff.",
  },
  {
    cycle: "evening-desk",
    agency: "harbor-house",
    title: "A desk in the evening",
    measure: "care-plan",
    series: "all",
    rate: "planned",
    period_kind: "year" as const,
    started_on: "2025-10-01",
    expected_direction: "higher",
    expected_points: 2.5,
    happened: "The desk stayed open until eight on Tuesdays.",
    went_well: "Parents who work came.",
    went_badly: "There was no child care.",
    next: "Offer child care on Tuesdays.",
  },
];

const contractTerms = {
  contract: [
    {
      ...{ contract: "young-adults", title: "Young adults", partner_id: "harbor-house", payer: "The state" },
      ...{ programs: "hh-care hh-rapid", starts_on: "2025-01-01", ends_on: "2026-12-31", cap_cents: 60_000_000 },
      source: "The amounts are made up.",
    },
  ],
  contract_rate: [
    {
      ...{ contract: "young-adults", outcome: "enrolled", title: "Enrollment completed" },
      ...{ evidence: "40 hours of service in the episode.", window_days: 180, max_per_episode: 1, prerequisite: null },
      ...{ target_payments: 120, target_by: "2026-12-31", effective_from: "2025-01-01", effective_to: "2025-12-31" },
      ...{ paid_cents: 50_000, position: 0 },
    },
    {
      ...{ contract: "young-adults", outcome: "enrolled", title: "Enrollment completed" },
      ...{ evidence: "40 hours of service in the episode.", window_days: 180, max_per_episode: 1, prerequisite: null },
      ...{ target_payments: 120, target_by: "2026-12-31", effective_from: "2026-01-01", effective_to: "2026-12-31" },
      ...{ paid_cents: 52_550, position: 1 },
    },
    {
      ...{ contract: "young-adults", outcome: "placed", title: "Job placement" },
      ...{ evidence: "A job held for 30 days.", window_days: 365, max_per_episode: 2 },
      ...{ prerequisite: "Enrollment completed", target_payments: null, target_by: null },
      ...{ effective_from: "2025-01-01", effective_to: "2026-12-31", paid_cents: 150_000, position: 2 },
    },
  ],
};

type Counts = Record<string, number>;

const add = (counts: readonly Counts[]): Counts => {
  const sum: Counts = {};
  for (const one of counts) for (const [part, count] of Object.entries(one)) sum[part] = (sum[part] ?? 0) + count;
  return sum;
};

const counted = new Map<string, Counts>();

function movementCounts(program: string, quarter: string, series: string): Counts {
  const address = [program, quarter, series].join();
  const counts = counted.get(address) ?? countPeople(program, quarter, series);
  counted.set(address, counts);
  return counts;
}

function countPeople(program: string, quarter: string, series: string): Counts {
  const size = 40 + Math.round(60 * chance(program, quarter)) - (series === "disabilities" ? 38 : 0);
  const counts: Counts = {};
  for (let person = 0; person < size; person++) {
    const at = (what: string) => chance(program, quarter, series, person, what);
    const fate = at("fate");
    const missing =
      fate < 0.08
        ? "no_baseline"
        : fate < 0.14
          ? "na_baseline"
          : fate < 0.3
            ? "no_followup"
            : fate < 0.33
              ? "na_followup"
              : "paired";
    const from = Math.min(5, 1 + Math.floor(at("from") * at("skew") * 6.5));
    const step = at("step");
    const lift = chance(series) * 0.25;
    const to = Math.max(1, Math.min(5, from + (step < 0.14 ? -1 : step < 0.62 - lift ? 0 : step < 0.9 ? 1 : 2)));
    count(counts, missing, from, to);
    if (missing === "paired" && at("goal") < 0.45 - 0.08 * from) count(counts, "goal", from, to);
  }
  return counts;
}

function count(counts: Counts, pairing: string, from: number, to: number): void {
  const one = (part: string) => {
    counts[part] = (counts[part] ?? 0) + 1;
  };
  const moved = to > from ? "improved" : to < from ? "declined" : from >= 3 ? "maintained_safe" : "maintained_below";
  if (pairing === "goal") {
    for (const part of ["paired", moved]) one(`goal_${part}`);
    return;
  }
  one("eligible");
  one(pairing);
  if (pairing !== "paired") return;
  for (const part of [`t_${from}_${to}`, `from_${from}`, `to_${to}`, moved]) one(part);
  one(from >= 3 ? "at_safe" : "below_safe");
  if (from >= 3 !== to >= 3) one(to >= 3 ? "reached_safe" : "fell_out");
  if (from <= 4) one("can_improve");
}

function peopleCounts(program: string, quarter: string): Counts {
  const people =
    program === "cf-desk" ? (quarter > "2025-Q4" ? 0 : 2) : 150 + Math.round(300 * chance("people", program, quarter));
  const linked = Math.round(people * 0.7);
  return { people, linked, unlinked: people - linked };
}

interface Scope {
  slice: Slice;
  member: string;
  programs: readonly string[];
  share: number;
}

const ids = (keep: (program: (typeof programs)[number]) => boolean) => programs.filter(keep).map((p) => p.program_id);
const scopes: Scope[] = [
  { slice: "network", member: "network", programs: ids(() => true), share: 1 },
  ...tiers.map(({ tier }) => ({
    slice: "tier" as const,
    member: tier,
    programs: ids((p) => p.tier === tier),
    share: 1,
  })),
  ...partners.map(({ partner_id: id }) => ({
    slice: "partner" as const,
    member: id,
    programs: ids((p) => p.partner_id === id),
    share: 1,
  })),
  ...programs.map(({ program_id: id }) => ({ slice: "program" as const, member: id, programs: [id], share: 1 })),
  { slice: "followup", member: "interim", programs: ids(() => true), share: 0.6 },
  { slice: "followup", member: "exit", programs: ids(() => true).slice(1), share: 0.4 },
  { slice: "followup", member: "none", programs: ids(() => true), share: 0 },
  { slice: "gender", member: "woman", programs: ["hh-care", "hh-rapid", "bw-jobs", "cf-hub"], share: 1 },
  { slice: "gender", member: "man", programs: ["bw-desk", "bw-night"], share: 1 },
  { slice: "gender", member: "nonbinary", programs: [], share: 1 },
  { slice: "gender", member: "unknown", programs: ["cf-desk"], share: 1 },
];

const periodsOf: readonly { period_kind: PeriodKind; period: string; quarters: readonly string[] }[] = [
  { period_kind: "all", period: "to-date", quarters },
  ...years.map((period) => ({
    period_kind: "year" as const,
    period,
    quarters: quarters.filter((q) => yearOf(q) === period),
  })),
  ...quarters.map((period) => ({ period_kind: "quarter" as const, period, quarters: [period] })),
];

const receivers = partners.map(({ partner_id: id, name, kind }) => ({ id, name, kind }));

/** Measures of people followed for a while, with the words they really have. */
const followed = measuresOf(receivers).filter(({ id }) => id !== peopleServed.id && id !== matrixMovement.id);

const doesNotCollect = (partner: string, measure: string) =>
  ["care-plan", "goals-reached", "time-to-first-goal"].includes(measure)
    ? partner === "bridge-works"
    : partner === "cedar-family";
const partnerOf = (program: string) => programs.find((one) => one.program_id === program)?.partner_id ?? "";

/** Whether a length of time ended long enough ago for a measure. */
function isOver(period: string, { settlesAfterDays }: Measure): boolean {
  const ends_on = periods.find((one) => one.period === period)?.ends_on ?? "";
  return Date.parse(ends_on) + settlesAfterDays * 86_400_000 <= Date.parse(release.as_of);
}

function statusOfFollowed(key: FigureKey): CellStatus | null {
  const measure = followed.find(({ id }) => id === key.measure);
  if (measure === undefined) return null;
  const partner = key.slice === "program" ? partnerOf(key.member) : key.member;
  if (doesNotCollect(partner, key.measure)) return "not_collected";
  return key.period_kind === "all" || isOver(key.period, measure) ? null : "not_yet_settled";
}

function statusFor(key: FigureKey, value: number): CellStatus {
  const status = statusOfFollowed(key);
  if (status !== null) return status;
  if (key.measure === "matrix-movement" && key.member === "harbor-house" && key.series === "childcare")
    return "not_applicable";
  if (key.member === "cedar-family" && key.series === "safety") return "not_collected";
  if (key.measure === "matrix-movement" && unsettled.includes(key.period)) return "not_yet_settled";
  if (key.measure === "people-served" && key.period === "2026-Q3") return "not_yet_settled";
  return value < 11 ? "withheld" : "shown";
}

function wilson(successes: number, n: number) {
  const [p, z] = [successes / n, 1.959964];
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return { share: p, low: middle - half, high: middle + half };
}

const cellOf = (key: FigureKey, part: string, value: number) => {
  const status = statusFor(key, value);
  return { ...key, part, status, value: status === "shown" ? value : null } as PublishedCell;
};

function rateOf(key: FigureKey, rate: string, numerator: number, denominator: number): PublishedRate {
  const blank = { numerator: null, denominator: null, share: null, low: null, high: null };
  const status = statusFor(key, Math.min(numerator, denominator - numerator));
  if (status !== "shown") return { ...key, rate, status, ...blank } as PublishedRate;
  if (denominator < 30)
    return { ...key, rate, status: "too_few_to_rate", ...blank, numerator, denominator } as PublishedRate;
  return { ...key, rate, status, numerator, denominator, ...wilson(numerator, denominator) } as PublishedRate;
}

interface Figures {
  cell: PublishedCell[];
  rate: PublishedRate[];
}

/** From what happened to what is counted, in one of the worlds a reader could be in. */
type World = (count: number) => number;

/** Lengths of time a scope is counted over; by who people are only to date. */
const timesOf = ({ slice }: Scope) =>
  periodsOf.filter(({ period_kind }) => slice !== "gender" || period_kind === "all");

function movementFigures(scope: Scope, world: World): Figures {
  const made: Figures = { cell: [], rate: [] };
  for (const { period_kind, period, quarters: within } of timesOf(scope)) {
    if (scope.slice !== "network" && period_kind === "quarter") continue;
    for (const [series] of domains) {
      const counts = add(
        scope.programs.flatMap((program) => within.map((quarter) => movementCounts(program, quarter, series))),
      );
      const key = { measure: "matrix-movement", series, slice: scope.slice, member: scope.member, period_kind, period };
      const at = (part: string) => world(Math.round((counts[part] ?? 0) * scope.share));
      const detail = scope.slice === "network" && period_kind === "all";
      const { parts: all, rates } = matrixMovement.kind;
      const parts = all.filter(
        (part) => part.printed && (detail || !part.detail) && !part.notFor?.includes(scope.slice),
      );
      const isMade = (id: string) => parts.some((part) => part.id === id);
      made.cell.push(...parts.map((part) => cellOf(key, part.id, at(part.id))));
      made.rate.push(
        ...rates
          .filter(({ numerator, denominator }) => isMade(numerator) && isMade(denominator))
          .map((rate) => rateOf(key, rate.id, at(rate.numerator), at(rate.denominator))),
      );
    }
  }
  return made;
}

function peopleFigures(scope: Scope, world: World): PublishedCell[] {
  return timesOf(scope).flatMap(({ period_kind, period, quarters: within }) => {
    const counts = add(scope.programs.flatMap((program) => within.map((quarter) => peopleCounts(program, quarter))));
    const key = {
      measure: "people-served",
      series: "all",
      slice: scope.slice,
      member: scope.member,
      period_kind,
      period,
    };
    return countKind.parts.map((part) => cellOf(key, part.id, world(counts[part.id] ?? 0)));
  });
}

function followedFigures(scope: Scope, measure: Measure, world: World): Figures {
  const made: Figures = { cell: [], rate: [] };
  const cuts = measure.shape.filter(({ slice }) => slice === scope.slice).flatMap((shape) => shape.periods);
  const collecting = scope.programs.filter((program) => !doesNotCollect(partnerOf(program), measure.id));
  for (const { period_kind, period, quarters: within } of periodsOf) {
    if (!cuts.includes(period_kind)) continue;
    const counted = within.filter((quarter) => isOver(quarter, measure));
    const counts = add(
      collecting.flatMap((program) => counted.map((quarter) => cohortCounts(measure.id, program, quarter))),
    );
    const { slice, member } = scope;
    const at = (part: string) => world(counts[part] ?? 0);
    const parts = partsOf(measure, slice, period_kind).filter(({ printed }) => printed);
    const isMade = (id: string) => parts.some((part) => part.id === id);
    const rates = measure.kind.rates.filter((rate) => isMade(rate.numerator) && isMade(rate.denominator));
    for (const { id: series } of measure.series) {
      const key = { measure: measure.id, series, slice, member, period_kind, period };
      made.cell.push(...parts.map(({ id }) => cellOf(key, id, at(id))));
      made.rate.push(...rates.map((rate) => rateOf(key, rate.id, at(rate.numerator), at(rate.denominator))));
    }
  }
  return made;
}

const entered = { matures_after_days: 0, cohort_people: "people who entered", cohort_quarter: "quarter of entry" };

const measures = [
  {
    ...entered,
    measure: "people-served",
    version: 1,
    title: "People served",
    question: "How many different people has the network served?",
    numerator: "People with at least one day of enrollment or service.",
    denominator: "None: this is a count.",
    exclusions: "Victim-service providers send totals only.",
    source: "Enrollments and services sent by partners.",
    unit: "people",
    direction: "higher is better",
    quadrant: "how much",
    settles_after_days: 30,
    parameters: "",
  },
  {
    ...entered,
    measure: "matrix-movement",
    version: 2,
    title: "Movement on the self-sufficiency matrix",
    question: "Are people at a higher level than when they came?",
    numerator: "People at a higher level at the latest assessment than at baseline.",
    denominator: "People scored at baseline and again later.",
    exclusions: "Children; domains that do not apply.",
    source: "Self-sufficiency matrix assessments sent by partners.",
    unit: "people",
    direction: "higher is better",
    quadrant: "better off",
    settles_after_days: 180,
    parameters: "baseline within 30 days of entry",
  },
];

/** Another world behind the same release: every count too small to print is a different one. */
const otherWorld = (count: number) => (count < 11 ? (count + 3) % 11 : count);

/** A small, made-up release: three partners, seven programs, 18 domains, eight quarters, and cells of every status. */
export function samplePublication(hidden: "one world" | "another" = "one world"): Publication {
  const world: World = hidden === "another" ? otherWorld : (count) => count;
  const movement = scopes.map((scope) => movementFigures(scope, world));
  const others = scopes.flatMap((scope) => followed.map((measure) => followedFigures(scope, measure, world)));
  const words = describeMeasures(followed);
  const cell = [
    ...scopes.filter(({ slice }) => slice !== "followup").flatMap((scope) => peopleFigures(scope, world)),
    ...movement.flatMap((m) => m.cell),
    ...others.flatMap((m) => m.cell),
  ];
  const rate = [...movement, ...others].flatMap((m) => m.rate);
  const part = [countKind, matrixMovement.kind].flatMap((kind, k) =>
    kind.parts
      .filter((one) => one.printed)
      .map(({ id, title, means }, position) => ({
        measure: measures[k]?.measure ?? "",
        part: id,
        title,
        means,
        position,
      })),
  );
  return {
    release: [
      {
        ...release,
        cells_shown: cell.filter((row) => row.status === "shown").length,
        cells_withheld: cell.filter((row) => row.status === "withheld").length,
      },
    ],
    measure: [...measures, ...words.measure],
    series: [
      { measure: "people-served", series: "all", title: "All", position: 0 },
      ...domains.map(([series, title], position) => ({ measure: "matrix-movement", series, title, position })),
      ...words.series,
    ],
    part: [...part, ...words.part],
    rate_words: [...describeMeasures([matrixMovement]).rate_words, ...words.rate_words],
    median_words: words.median_words,
    sum_words: words.sum_words,
    standardised_words: words.standardised_words,
    period: periods,
    partner: partners,
    aggregate_partner: [],
    aggregate_cell: [],
    program: programs,
    tier: tiers,
    group_member: gender,
    poverty_count: [],
    cycle: cycles,
    ...contractTerms,
    ...benefitCurves(),
    cell,
    rate,
    median: medianRows(cell, followed, release.minimum_denominator),
    sum: sumRows(cell, followed, release),
    standardised: standardisedRows(rate, followed, release),
  };
}
