import { describe, expect, test } from "vitest";
import type { Measure } from "../../../models/measures/measure.ts";
import type { PublishedCell } from "../../../models/published.ts";
import { addressOf } from "../../../models/relations/cell.ts";
import type { Structure } from "../../../models/relations/structure.ts";
import { audit } from "../../../pipelines/audit/audit.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { type Counted, learnedInEveryWorld } from "../../support/every-world.ts";
import { figuresFrom } from "../../support/figures.ts";
import { measureOf, publicationAround, randomNumbers } from "../../support/random-cube.ts";
import { plainKind, smallKind } from "../../support/small-kind.ts";

// Small enough to go through every world by hand: numbers below 3 are protected, to within 2 people.
const settings = { threshold: 3, width: 2, minimumDenominator: 3 };
const partners = ["a", "b", "c"];
const quarters = ["2025-Q1", "2025-Q2"];

/** A shape of cube: the kinds of people there can be, and which of them each figure `member period part` counts, all written by hand. */
interface Shape {
  measure: Measure;
  structure: Structure;
  kinds: number;
  most: number;
  counts: Record<string, number[]>;
}

function structure(some: readonly string[]): Structure {
  return {
    partners: some,
    programs: some.map((partner_id) => ({ program_id: `${partner_id}1`, partner_id, tier: "core" })),
    tiers: ["core"],
    followups: [],
    quarters: quarters.map((quarter) => ({ quarter, year: "PY2025" })),
  };
}

/** Kinds 0 to 5: met and unmet at a, at b, at c. */
const outcomes: Shape = {
  measure: measureOf("m", smallKind, [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ]),
  structure: structure(partners),
  kinds: 6,
  most: 7,
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
  measure: measureOf("m", plainKind, [
    { slice: "network", periods: ["all", "quarter"] },
    { slice: "partner", periods: ["all", "quarter"] },
  ]),
  structure: structure(partners),
  kinds: 6,
  most: 7,
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

/**
 * People who count once in each unit, in the quarter they first come to it. Kinds: 0 and 1 come only to a, in the first
 * and in the second quarter; 2 and 3 only to b; 4 to both in the first, 5 to both in the second; 6 to a and then b, 7 to b and then a.
 */
const unduplicated: Shape = {
  measure: measureOf(
    "m",
    plainKind,
    [
      { slice: "network", periods: ["all", "quarter"] },
      { slice: "partner", periods: ["all", "quarter"] },
    ],
    { unduplicated: true },
  ),
  structure: structure(["a", "b"]),
  kinds: 8,
  most: 6,
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

const nameOf = ({ member, period, part }: PublishedCell) => `${member} ${period} ${part}`;

/** A random cube of a shape, as it would be published. */
async function release(shape: Shape, seed: number) {
  const random = randomNumbers(seed);
  const people = Array.from({ length: shape.kinds }, () => Math.floor(5 * random() ** 1.5));
  const truth = Object.fromEntries(
    Object.entries(shape.counts).map(([name, kinds]) => [name, kinds.reduce((sum, kind) => sum + people[kind]!, 0)]),
  );
  const figures = figuresFrom(shape.measure, shape.structure, truth);
  const { cells } = await protect(figures, [shape.measure], shape.structure, settings);
  return { truth, cells };
}

function byHand(shape: Shape, cells: readonly PublishedCell[]): string[] {
  const counted = cells.map((cell): Counted => ({ name: nameOf(cell), kinds: shape.counts[nameOf(cell)]!, ...cell }));
  return learnedInEveryWorld(counted, shape.kinds, shape.most, settings).sort();
}

/** The figures that the audit says can be worked out; overlaps, which are no figures, are left out. */
async function byAudit(shape: Shape, cells: readonly PublishedCell[]): Promise<string[]> {
  const publication = publicationAround(shape.structure, { cell: cells, rate: [] });
  const { failures } = await audit(publication, [shape.measure], settings);
  const names = new Map(cells.map((cell) => [addressOf(cell), nameOf(cell)]));
  return failures.flatMap(({ address }) => names.get(address) ?? []).sort();
}

/** Figures of other partners that a partner works out that knows its own. */
function byInsider(
  shape: Shape,
  cells: readonly PublishedCell[],
  truth: Record<string, number>,
  partner: string,
): string[] {
  const seen = cells.map((cell) => (cell.member === partner ? printed(cell, truth) : cell));
  return byHand(shape, seen).filter((name) => !name.startsWith("network"));
}

const printed = (cell: PublishedCell, truth: Record<string, number>): PublishedCell => ({
  ...cell,
  status: "shown",
  value: truth[nameOf(cell)]!,
});

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
/** For each shape: of how many complementary cells how many matter alone, to a reader or to a partner; and what partners learn. */
const shapes = {
  outcomes: { shape: outcomes, mutations: 58, mattering: [38, 20], openToInsiders: 18 },
  periods: { shape: periods, mutations: 58, mattering: [38, 20], openToInsiders: 18 },
  unduplicated: { shape: unduplicated, mutations: 45, mattering: [19, 0], openToInsiders: 2 },
};

describe.each(Object.entries(shapes))(
  "every world there can be, %s",
  (_, { shape, mutations, mattering, openToInsiders }) => {
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
          const more = cells.map((cell) =>
            cell.value === null && truth[nameOf(cell)]! >= settings.threshold && random() < share
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
        const { cells, truth } = await release(shape, seed);
        for (const cell of cells) {
          if (cell.value !== null || truth[nameOf(cell)]! < settings.threshold) continue;
          const mutated = cells.map((one) => (one === cell ? printed(one, truth) : one));
          const found = byHand(shape, mutated);
          expect({ seed, cell: nameOf(cell), found: await byAudit(shape, mutated) }).toEqual({
            seed,
            cell: nameOf(cell),
            found,
          });
          tried++;
          if (found.length > 0) readers++;
          else if (shape.structure.partners.some((partner) => byInsider(shape, mutated, truth, partner).length > 0))
            insiders++;
        }
      }
      expect([tried, readers, insiders]).toEqual([mutations, ...mattering]);
    });

    test("leaves a partner that takes its own people off few numbers of others", async () => {
      let learned = 0;
      for (const seed of seeds) {
        const { cells, truth } = await release(shape, seed);
        for (const partner of shape.structure.partners) learned += byInsider(shape, cells, truth, partner).length;
      }
      // Protection looks at each sum on its own for insiders, not at all of them together: what that leaves open today.
      expect(learned).toBeLessThanOrEqual(openToInsiders);
    });
  },
);
