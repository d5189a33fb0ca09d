import { describe, expect, test } from "vitest";
import type { Measure, MeasureKind, Part } from "../../../models/measures/measure.ts";
import type { PublishedCell } from "../../../models/published.ts";
import { addressOf } from "../../../models/relations/cell.ts";
import type { Structure } from "../../../models/relations/structure.ts";
import type { ContributionTable, FigureTable } from "../../../models/warehouse.ts";
import { audit } from "../../../pipelines/audit/audit.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { type Counted, learnedInEveryWorld } from "../../support/every-world.ts";
import { figuresFrom, nameOf } from "../../support/figures.ts";
import { measureOf, publicationAround, randomNumbers } from "../../support/random-cube.ts";
import { plainKind, sharingKind, smallKind } from "../../support/small-kind.ts";

// Small enough to go through every world by hand: numbers below 3 are protected, to within 2 people.
const settings = { threshold: 3, width: 2, minimumDenominator: 3 };
const partners = ["a", "b", "c"];
const quarters = ["2025-Q1", "2025-Q2"];

/** A shape of cube: the kinds of people there can be, and which of them each figure `member period part` counts, all written by hand. */
interface Shape {
  measures: readonly Measure[];
  structure: Structure;
  kinds: number;
  most: number;
  counts: Record<string, number[]>;
  /** Numbers that no figure is of and that nobody may learn either, as `counts`. */
  unprinted?: Record<string, number[]>;
  /** Figures that nobody asked for. */
  silent?: readonly string[];
  /** The kinds of people each partner has, where it can tell them from those of others. */
  ownKinds: Record<string, number[]> | null;
  /** Kinds of other partners' people that a partner knows the number of besides, one by one: those it was sent. */
  sentTo?: Record<string, number[]>;
}

function structure(some: readonly string[]): Structure {
  return {
    partners: some,
    programs: some.map((partner_id) => ({ program_id: `${partner_id}1`, partner_id, tier: "core" })),
    tiers: ["core"],
    followups: [],
    quarters: quarters.map((quarter) => ({ quarter, year: "PY2025", daysSince: 455, daysOver: 365 })),
  };
}

/** Kinds 0 to 5: met and unmet at a, at b, at c. */
const outcomes: Shape = {
  measures: [
    measureOf("m", smallKind, [
      { slice: "network", periods: ["all"] },
      { slice: "partner", periods: ["all"] },
    ]),
  ],
  structure: structure(partners),
  kinds: 6,
  most: 7,
  ownKinds: { a: [0, 1], b: [2, 3], c: [4, 5] },
  counts: {
    "network to-date all": [0, 1, 2, 3, 4, 5],
    "network to-date met": [0, 2, 4],
    "network to-date unmet": [1, 3, 5],
    "a to-date all": [0, 1],
    "a to-date met": [0],
    "a to-date unmet": [1],
    "b to-date all": [2, 3],
    "b to-date met": [2],
    "b to-date unmet": [3],
    "c to-date all": [4, 5],
    "c to-date met": [4],
    "c to-date unmet": [5],
  },
};

/** Kinds 0 to 5: in the first and in the second quarter at a, at b, at c. */
const periods: Shape = {
  measures: [
    measureOf("m", plainKind, [
      { slice: "network", periods: ["all", "quarter"] },
      { slice: "partner", periods: ["all", "quarter"] },
    ]),
  ],
  structure: structure(partners),
  kinds: 6,
  most: 7,
  ownKinds: { a: [0, 1], b: [2, 3], c: [4, 5] },
  counts: {
    "network to-date all": [0, 1, 2, 3, 4, 5],
    "network 2025-Q1 all": [0, 2, 4],
    "network 2025-Q2 all": [1, 3, 5],
    "a to-date all": [0, 1],
    "a 2025-Q1 all": [0],
    "a 2025-Q2 all": [1],
    "b to-date all": [2, 3],
    "b 2025-Q1 all": [2],
    "b 2025-Q2 all": [3],
    "c to-date all": [4, 5],
    "c 2025-Q1 all": [4],
    "c 2025-Q2 all": [5],
  },
};

/** The same with quarters of the network alone: a partner takes its own people off what is nowhere printed of partners. */
const ofTheNetwork: Shape = {
  ...periods,
  measures: [
    measureOf("m", plainKind, [
      { slice: "network", periods: ["all", "quarter"] },
      { slice: "partner", periods: ["all"] },
    ]),
  ],
  counts: Object.fromEntries(
    Object.entries(periods.counts).filter(([name]) => name.startsWith("network") || name.includes("to-date")),
  ),
};

/** Kinds 0 to 5: women and men at a, at b, at c; who people are is printed of the network alone. */
const groups: Shape = {
  ...periods,
  measures: [
    measureOf("m", plainKind, [
      { slice: "network", periods: ["all"] },
      { slice: "partner", periods: ["all"] },
      { slice: "gender", periods: ["all"] },
    ]),
  ],
  structure: { ...structure(partners), groups: { gender: ["man", "woman"] } },
  counts: {
    "network to-date all": [0, 1, 2, 3, 4, 5],
    "woman to-date all": [0, 2, 4],
    "man to-date all": [1, 3, 5],
    "a to-date all": [0, 1],
    "b to-date all": [2, 3],
    "c to-date all": [4, 5],
  },
};

/**
 * People who count once in each unit, in the quarter they first come to it. Kinds: 0 and 1 come only to a, in the first
 * and in the second quarter; 2 and 3 only to b; 4 to both in the first, 5 to both in the second; 6 to a and then b, 7 to b and then a.
 */
const unduplicated: Shape = {
  measures: [
    measureOf(
      "m",
      plainKind,
      [
        { slice: "network", periods: ["all", "quarter"] },
        { slice: "partner", periods: ["all", "quarter"] },
      ],
      { unduplicated: true },
    ),
  ],
  structure: structure(["a", "b"]),
  kinds: 8,
  most: 6,
  ownKinds: null,
  counts: {
    "network to-date all": [0, 1, 2, 3, 4, 5, 6, 7],
    "network 2025-Q1 all": [0, 2, 4, 6, 7],
    "network 2025-Q2 all": [1, 3, 5],
    "a to-date all": [0, 1, 4, 5, 6, 7],
    "a 2025-Q1 all": [0, 4, 6],
    "a 2025-Q2 all": [1, 5, 7],
    "b to-date all": [2, 3, 4, 5, 6, 7],
    "b 2025-Q1 all": [2, 4, 7],
    "b 2025-Q2 all": [3, 5, 6],
  },
};

const domains = { series: ["one", "two"].map((id) => ({ id, title: id })) };
const everywhere = [
  { slice: "network" as const, periods: ["all" as const] },
  { slice: "partner" as const, periods: ["all" as const] },
];

/**
 * Two domains in which the same people are scored. Kinds 0 to 4 at a: never scored; twice in both domains, in the first alone,
 * in the second alone, in neither. Kinds 5 to 9 the same at b.
 */
const together: Shape = {
  measures: [measureOf("m", sharingKind, everywhere, domains)],
  structure: structure(["a", "b"]),
  kinds: 10,
  most: 4,
  ownKinds: { a: [0, 1, 2, 3, 4], b: [5, 6, 7, 8, 9] },
  counts: Object.fromEntries(
    Object.entries({ network: [0, 5], a: [0], b: [5] }).flatMap(([unit, firsts]) => {
      const of = (...kinds: number[]) => firsts.flatMap((first) => kinds.map((kind) => first + kind));
      const both = (part: string, kinds: number[]) => [
        [`one ${unit} to-date ${part}`, kinds],
        [`two ${unit} to-date ${part}`, kinds],
      ];
      return [
        ...both("cohort", of(0, 1, 2, 3, 4)),
        ...both("never", of(0)),
        [`one ${unit} to-date twice`, of(1, 2)],
        [`two ${unit} to-date twice`, of(1, 3)],
        [`one ${unit} to-date once`, of(3, 4)],
        [`two ${unit} to-date once`, of(2, 4)],
      ];
    }),
  ),
};

/** The same where b does not ask about the second domain. Kinds 0 to 4 at a as before; 5 to 7 at b: never, twice, once. */
const apart: Shape = {
  ...together,
  silent: ["cohort", "never", "once", "twice"].map((part) => `two b to-date ${part}`),
  kinds: 8,
  most: 6,
  ownKinds: { a: [0, 1, 2, 3, 4], b: [5, 6, 7] },
  counts: {
    "one network to-date cohort": [0, 1, 2, 3, 4, 5, 6, 7],
    "one network to-date never": [0, 5],
    "one network to-date once": [3, 4, 7],
    "one network to-date twice": [1, 2, 6],
    "one a to-date cohort": [0, 1, 2, 3, 4],
    "one a to-date never": [0],
    "one a to-date once": [3, 4],
    "one a to-date twice": [1, 2],
    "one b to-date cohort": [5, 6, 7],
    "one b to-date never": [5],
    "one b to-date once": [7],
    "one b to-date twice": [6],
    "two network to-date cohort": [0, 1, 2, 3, 4],
    "two network to-date never": [0],
    "two network to-date once": [2, 4],
    "two network to-date twice": [1, 3],
    "two a to-date cohort": [0, 1, 2, 3, 4],
    "two a to-date never": [0],
    "two a to-date once": [2, 4],
    "two a to-date twice": [1, 3],
  },
};

const left = { id: "left" };
const certified = { id: "left with a certificate" };
const part = (id: string, facts: Partial<Part> = {}): Part => {
  return { id, title: id, means: id, when: "true", printed: true, ...facts };
};
const sumKind = (total: Part, ...of: Part[]): MeasureKind => ({
  kind: "share",
  base: total.id,
  parts: [total, ...of],
  identities: [{ total: total.id, of: of.map(({ id }) => id) }],
  rates: [],
});

/**
 * Two measures of the same people. Kinds 0 to 4 at a: not trained, without and with a certificate; trained, without one, with
 * one that is not recognized, with one that is. Kinds 5 to 9 the same at b.
 */
const certificates: Shape = {
  measures: [
    measureOf(
      "any",
      sumKind(part("left", { population: left }), part("any", { population: certified }), part("none")),
      everywhere,
    ),
    measureOf(
      "recognized",
      sumKind(part("trained", { within: left }), part("yes", { within: certified }), part("no")),
      everywhere,
    ),
  ],
  structure: structure(["a", "b"]),
  kinds: 10,
  most: 4,
  ownKinds: { a: [0, 1, 2, 3, 4], b: [5, 6, 7, 8, 9] },
  counts: Object.fromEntries(
    Object.entries({ network: [0, 5], a: [0], b: [5] }).flatMap(([unit, firsts]) => {
      const of = (...kinds: number[]) => firsts.flatMap((first) => kinds.map((kind) => first + kind));
      return Object.entries({
        left: of(0, 1, 2, 3, 4),
        any: of(1, 3, 4),
        none: of(0, 2),
        trained: of(2, 3, 4),
        yes: of(4),
        no: of(2, 3),
      }).map(([id, kinds]) => [`${unit} to-date ${id}`, kinds]);
    }),
  ),
};

/**
 * Two measures of the same people of which one waits until a quarter is over. Kinds 0 to 2 at a: in the first quarter, in the second
 * long enough ago and not. Kinds 3 to 5 the same at b.
 */
const waiting: Shape = {
  measures: [
    measureOf("all", sumKind(part("entered", { population: left })), inQuarters()),
    measureOf("late", sumKind(part("seen", { population: left })), inQuarters(), {
      settlesAfterDays: 91,
      maturesAfterDays: 91,
    }),
  ],
  structure: {
    ...structure(["a", "b"]),
    quarters: quarters.map((quarter, i) => ({
      quarter,
      year: "PY2025",
      daysSince: i === 0 ? 181 : 91,
      daysOver: i === 0 ? 91 : 0,
    })),
  },
  kinds: 6,
  most: 7,
  ownKinds: { a: [0, 1, 2], b: [3, 4, 5] },
  counts: Object.fromEntries(
    Object.entries({ network: [0, 3], a: [0], b: [3] }).flatMap(([unit, firsts]) => {
      const of = (...kinds: number[]) => firsts.flatMap((first) => kinds.map((kind) => first + kind));
      return [
        [`${unit} to-date entered`, of(0, 1, 2)],
        [`${unit} 2025-Q1 entered`, of(0)],
        [`${unit} 2025-Q2 entered`, of(1, 2)],
        [`${unit} to-date seen`, of(0, 1)],
        [`${unit} 2025-Q1 seen`, of(0)],
        [`${unit} 2025-Q2 seen`, of(1)],
      ];
    }),
  ),
};

/**
 * Who came and who of them left, each by their own day. Kinds 0 to 2 at a: came in the first quarter and left in it, left in the
 * second, stayed; 3 and 4: came in the second and left in it, stayed.
 */
const leaving: Shape = {
  measures: [
    measureOf("came", sumKind(part("came", { population: left })), inQuarters()),
    measureOf("gone", sumKind(part("gone", { population: { id: "gone", toDateWithin: left } })), inQuarters()),
  ],
  structure: structure(["a"]),
  kinds: 5,
  most: 9,
  ownKinds: { a: [0, 1, 2, 3, 4] },
  counts: Object.fromEntries(
    Object.entries({ network: [0], a: [0] }).flatMap(([unit, firsts]) => {
      const of = (...kinds: number[]) => firsts.flatMap((first) => kinds.map((kind) => first + kind));
      return [
        [`${unit} to-date came`, of(0, 1, 2, 3, 4)],
        [`${unit} 2025-Q1 came`, of(0, 1, 2)],
        [`${unit} 2025-Q2 came`, of(3, 4)],
        [`${unit} to-date gone`, of(0, 1, 3)],
        [`${unit} 2025-Q1 gone`, of(0)],
        [`${unit} 2025-Q2 gone`, of(1, 3)],
      ];
    }),
  ),
};

const byGender = [...everywhere, { slice: "gender" as const, periods: ["all" as const] }];

/**
 * Two counts of the same people at partners that overlap: a, b and c count the one, b, c and d the other. Kinds: women and men at a,
 * at b, at c, at d; who people are is printed of the network alone.
 */
const crossing: Shape = {
  measures: [
    measureOf("first", sumKind(part("one", { population: left })), byGender),
    measureOf("second", sumKind(part("two", { population: left })), byGender),
  ],
  structure: { ...structure(["a", "b", "c", "d"]), groups: { gender: ["man", "woman"] } },
  kinds: 8,
  most: 8,
  ownKinds: { a: [0, 1], b: [2, 3], c: [4, 5], d: [6, 7] },
  counts: {
    "network to-date one": [0, 1, 2, 3, 4, 5],
    "network to-date two": [2, 3, 4, 5, 6, 7],
    "woman to-date one": [0, 2, 4],
    "woman to-date two": [2, 4, 6],
    "man to-date one": [1, 3, 5],
    "man to-date two": [3, 5, 7],
    "a to-date one": [0, 1],
    "b to-date one": [2, 3],
    "b to-date two": [2, 3],
    "c to-date one": [4, 5],
    "c to-date two": [4, 5],
    "d to-date two": [6, 7],
  },
  silent: ["a to-date two", "d to-date one"],
  unprinted: {
    "women at a": [0],
    "men at a": [1],
    "women at d": [6],
    "men at d": [7],
    "women at b and c": [2, 4],
    "men at b and c": [3, 5],
  },
};

/**
 * Who sends whom to whom. Kinds: sent by a to itself, to b, to nobody here; the same by b. A partner knows those it sent and those it
 * was sent.
 */
const receiving = sumKind(
  part("sent"),
  part("to_a", { knownTo: "a" }),
  part("to_b", { knownTo: "b" }),
  part("outside"),
);
const referrals: Shape = {
  measures: [measureOf("m", receiving, everywhere)],
  structure: structure(["a", "b"]),
  kinds: 6,
  most: 7,
  ownKinds: { a: [0, 1, 2], b: [3, 4, 5] },
  sentTo: { a: [3], b: [1] },
  counts: Object.fromEntries(
    Object.entries({ network: [0, 3], a: [0], b: [3] }).flatMap(([unit, firsts]) => {
      const of = (...kinds: number[]) => firsts.flatMap((first) => kinds.map((kind) => first + kind));
      return Object.entries({ sent: of(0, 1, 2), to_a: of(0), to_b: of(1), outside: of(2) }).map(([id, kinds]) => [
        `${unit} to-date ${id}`,
        kinds,
      ]);
    }),
  ),
};

/** The same of the senders alone: nothing ties what one of them sent to what another did. */
const ofSenders: Shape = {
  ...referrals,
  measures: [measureOf("m", receiving, [{ slice: "partner", periods: ["all"] }])],
  counts: Object.fromEntries(Object.entries(referrals.counts).filter(([name]) => !name.startsWith("network"))),
};

function inQuarters() {
  return (["network", "partner"] as const).map((slice) => ({ slice, periods: ["all" as const, "quarter" as const] }));
}

/** A random cube of a shape, as it would be published. */
async function release(shape: Shape, seed: number) {
  const random = randomNumbers(seed);
  const people = Array.from({ length: shape.kinds }, () => Math.floor(5 * random() ** 1.5));
  const truth = Object.fromEntries(
    Object.entries(shape.counts).map(([name, kinds]) => [name, kinds.reduce((sum, kind) => sum + people[kind]!, 0)]),
  );
  const silent = Object.fromEntries((shape.silent ?? []).map((name) => [name, "not_collected" as const]));
  const values = { ...silent, ...truth };
  const figures = shape.measures.flatMap((measure) => figuresFrom(measure, shape.structure, values));
  const contributions = contributionsIn(shape, figures, people);
  const { cells } = await protect(figures, shape.measures, shape.structure, settings, contributions);
  return { truth, cells, figures, contributions, people };
}

/** What each partner has in every figure that is not its own. */
function contributionsIn({ counts, ownKinds }: Shape, figures: readonly FigureTable[], people: readonly number[]) {
  return Object.entries(ownKinds ?? {}).flatMap(([partner_id, own]) =>
    figures.flatMap(({ reason: _, people: __, ...figure }): ContributionTable[] => {
      const mine = (counts[nameOf(figure)] ?? []).filter((kind) => own.includes(kind));
      const value = mine.reduce((sum, kind) => sum + people[kind]!, 0);
      return ["network", "gender"].includes(figure.slice) && value > 0 ? [{ ...figure, partner_id, value }] : [];
    }),
  );
}

function byHand(shape: Shape, cells: readonly PublishedCell[]): string[] {
  const asked = cells.filter(({ status }) => status !== "not_collected");
  const counted = asked.map((cell): Counted => ({ name: nameOf(cell), kinds: shape.counts[nameOf(cell)]!, ...cell }));
  return once(shape, learnedInEveryWorld(counted, shape.kinds, shape.most, settings));
}

/** The figures that the audit says can be worked out; overlaps, which are no figures, are left out. */
async function byAudit(shape: Shape, cells: readonly PublishedCell[]): Promise<string[]> {
  const publication = publicationAround(shape.structure, { cell: cells, rate: [] });
  const { failures } = await audit(publication, shape.measures, settings);
  const names = new Map(cells.map((cell) => [addressOf(cell), nameOf(cell)]));
  return once(
    shape,
    failures.flatMap(({ address }) => names.get(address) ?? []),
  );
}

/** Whether the audit says that some partner learns a number of others which anybody does not. */
async function insideByAudit(
  shape: Shape,
  cells: readonly PublishedCell[],
  figures: readonly FigureTable[],
  contributions: readonly ContributionTable[],
) {
  const publication = publicationAround(shape.structure, { cell: cells, rate: [] });
  const { failures } = await audit(publication, shape.measures, settings, figures, contributions);
  const names = new Map(cells.map((cell) => [addressOf(cell), nameOf(cell)]));
  const isOfOthers = (name: string) => shape.ownKinds !== null || !name.includes("network");
  const isUnprinted = (address: string) => shape.unprinted !== undefined && / from day \d+ at /.test(address);
  return failures.some(
    ({ address }) => isUnprinted(address) || (names.has(address) && isOfOthers(names.get(address)!)),
  );
}

/** Whom a figure counts: figures that count the same people are one number, whatever their names. */
const peopleIn = (shape: Shape, name: string) => JSON.stringify(shape.counts[name]);

/** The numbers that names stand for, in order, each once by the first of its names. */
function once(shape: Shape, names: readonly string[]): string[] {
  const first = new Map(
    Object.keys(shape.counts)
      .toReversed()
      .map((name) => [peopleIn(shape, name), name]),
  );
  return [...new Set(names.map((name) => first.get(peopleIn(shape, name))!))].sort();
}

/** Figures of other partners' people that a partner works out that knows its own. */
function byInsider(
  shape: Shape,
  cells: readonly PublishedCell[],
  truth: Record<string, number>,
  partner: string,
  people: readonly number[],
): string[] {
  const own = shape.ownKinds?.[partner];
  if (own) return ofTheOthers(shape, cells, own, people);
  const seen = cells.map((cell) =>
    cell.member === partner && cell.status === "withheld" ? printed(cell, truth) : cell,
  );
  const known = new Set(
    Object.keys(shape.counts)
      .filter((name) => name.startsWith(`${partner} `))
      .map((name) => peopleIn(shape, name)),
  );
  return byHand(shape, seen).filter((name) => !name.includes("network") && !known.has(peopleIn(shape, name)));
}

/** The same where it can tell its people from others: every figure is what the others have of it. */
function ofTheOthers(
  shape: Shape,
  cells: readonly PublishedCell[],
  own: readonly number[],
  people: readonly number[],
): string[] {
  const others = people.flatMap((_, kind) => (own.includes(kind) ? [] : [kind]));
  const known = Object.entries(shape.sentTo ?? {}).flatMap(([to, kinds]) =>
    shape.ownKinds?.[to] === own ? kinds : [],
  );
  const told = known.map((kind): Counted => {
    return { name: `kind ${kind}`, kinds: [others.indexOf(kind)], value: people[kind]! };
  });
  const left = cells.flatMap((cell): Counted[] => {
    const kinds = (shape.counts[nameOf(cell)] ?? []).filter((kind) => !own.includes(kind));
    if (kinds.every((kind) => known.includes(kind))) return [];
    const value = cell.value === null ? null : kinds.reduce((sum, kind) => sum + people[kind]!, 0);
    return [{ name: nameOf(cell), kinds: kinds.map((kind) => others.indexOf(kind)), value }];
  });
  const unprinted = Object.entries(shape.unprinted ?? {}).flatMap(([name, kinds]): Counted[] =>
    kinds.some((kind) => own.includes(kind))
      ? []
      : [{ name, kinds: kinds.map((kind) => others.indexOf(kind)), value: null }],
  );
  const few = left.flatMap(({ name, value }) => (value !== null && value < settings.threshold ? [name] : []));
  return [...few, ...learnedInEveryWorld([...told, ...left, ...unprinted], others.length, shape.most, settings)];
}

const printed = (cell: PublishedCell, truth: Record<string, number>): PublishedCell => ({
  ...cell,
  status: "shown",
  value: truth[nameOf(cell)]!,
});

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
/** For each shape: of how many complementary cells how many matter alone, to a reader or to a partner. */
const shapes = {
  outcomes: { shape: outcomes, mutations: 67, mattering: [23, 42] },
  periods: { shape: periods, mutations: 67, mattering: [23, 42] },
  ofTheNetwork: { shape: ofTheNetwork, mutations: 52, mattering: [9, 43] },
  groups: { shape: groups, mutations: 52, mattering: [9, 43] },
  together: { shape: together, mutations: 145, mattering: [4, 38] },
  certificates: { shape: certificates, mutations: 181, mattering: [34, 65] },
  waiting: { shape: waiting, mutations: 168, mattering: [13, 70] },
  leaving: { shape: leaving, mutations: 90, mattering: [26, 0] },
  apart: { shape: apart, mutations: 80, mattering: [5, 23] },
  crossing: { shape: crossing, mutations: 131, mattering: [5, 82] },
  referrals: { shape: referrals, mutations: 73, mattering: [6, 40] },
  ofSenders: { shape: ofSenders, mutations: 21, mattering: [7, 9] },
  unduplicated: { shape: unduplicated, mutations: 114, mattering: [7, 0] },
};

describe.each(Object.entries(shapes))("every world there can be, %s", (_, { shape, mutations, mattering }) => {
  test("tells nobody a small number from what is published", async () => {
    for (const seed of seeds) {
      const { cells } = await release(shape, seed);
      expect({ seed, byHand: byHand(shape, cells), byAudit: await byAudit(shape, cells) }).toEqual({
        seed,
        byHand: [],
        byAudit: [],
      });
    }
  });

  test("agrees with the audit when only small counts are withheld, or anything else", async () => {
    let leaking = 0;
    for (const seed of seeds) {
      const { cells, truth } = await release(shape, seed);
      const random = randomNumbers(seed + 1000);
      for (const share of [1, 0.6]) {
        const opened = new Map(cells.map((cell) => [peopleIn(shape, nameOf(cell)), random() < share]));
        const more = cells.map((cell) =>
          cell.status === "withheld" &&
          truth[nameOf(cell)]! >= settings.threshold &&
          opened.get(peopleIn(shape, nameOf(cell)))
            ? printed(cell, truth)
            : cell,
        );
        const found = byHand(shape, more);
        expect({ seed, share, found: await byAudit(shape, more) }).toEqual({ seed, share, found });
        if (found.length > 0) leaking++;
      }
    }
    expect(leaking).toBeGreaterThan(seeds.length / 4);
  });

  test("says of each complementary cell alone whether it matters, and so does the audit", async () => {
    let [tried, readers, insiders] = [0, 0, 0];
    for (const seed of seeds) {
      const { cells, truth, figures, contributions, people } = await release(shape, seed);
      for (const cell of cells) {
        if (cell.status !== "withheld" || truth[nameOf(cell)]! < settings.threshold) continue;
        const mutated = cells.map((one) =>
          peopleIn(shape, nameOf(one)) === peopleIn(shape, nameOf(cell)) && one.status === "withheld"
            ? printed(one, truth)
            : one,
        );
        const found = byHand(shape, mutated);
        expect({ seed, cell: nameOf(cell), found: await byAudit(shape, mutated) }).toEqual({
          seed,
          cell: nameOf(cell),
          found,
        });
        tried++;
        if (found.length > 0) readers++;
        if (found.length > 0) continue;
        const learned = shape.structure.partners.some(
          (one) => byInsider(shape, mutated, truth, one, people).length > 0,
        );
        const inside = await insideByAudit(shape, mutated, figures, contributions);
        expect({ seed, cell: nameOf(cell), inside }).toEqual({ seed, cell: nameOf(cell), inside: learned });
        if (learned) insiders++;
      }
    }
    expect([tried, readers, insiders]).toEqual([mutations, ...mattering]);
  });

  test("tells no partner that takes its own people off a small number of others", async () => {
    for (const seed of seeds) {
      const { cells, truth, figures, contributions, people } = await release(shape, seed);
      for (const partner of shape.structure.partners) {
        expect({ seed, partner, learned: byInsider(shape, cells, truth, partner, people) }).toEqual({
          seed,
          partner,
          learned: [],
        });
      }
      const publication = publicationAround(shape.structure, { cell: cells, rate: [] });
      expect((await audit(publication, shape.measures, settings, figures, contributions)).failures).toEqual([]);
    }
  });
});
