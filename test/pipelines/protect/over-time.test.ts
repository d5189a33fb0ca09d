import { describe, expect, test } from "vitest";
import type { Shape } from "../../../models/measures/measure.ts";
import type { PublishedCell } from "../../../models/published.ts";
import type { Structure } from "../../../models/relations/structure.ts";
import { audit } from "../../../pipelines/audit/audit.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { earlierRelease } from "../../support/earlier-release.ts";
import { figuresFrom, printedOf } from "../../support/figures.ts";
import { measureOf, publicationAround, randomCube } from "../../support/random-cube.ts";
import { plainKind } from "../../support/small-kind.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 10 };
const shape: Shape[] = [
  { slice: "network", periods: ["all"] },
  { slice: "partner", periods: ["all"] },
];
const measure = measureOf("m", plainKind, shape);
const structure: Structure = {
  partners: ["a", "b", "c", "d"],
  programs: ["a", "b", "c", "d"].map((id) => ({ program_id: `${id}1`, partner_id: id, tier: "core" })),
  tiers: ["core"],
  followups: [],
  quarters: ["2025-Q1", "2025-Q2", "2025-Q3"].map((quarter) => ({
    quarter,
    year: "PY2025",
    daysSince: 455,
    daysOver: 365,
  })),
};

type Counts = readonly [a: number, b: number, c: number, d: number];

function figuresOf(counts: Counts) {
  const byPartner = Object.fromEntries(structure.partners.map((id, at) => [`${id} to-date all`, counts[at]!]));
  return figuresFrom(measure, structure, {
    ...byPartner,
    "network to-date all": counts.reduce((all, one) => all + one),
  });
}

const contributionsOf = (counts: Counts) =>
  figuresOf(counts).flatMap(({ people: _p, reason: _r, ...figure }) =>
    figure.slice === "network"
      ? structure.partners.map((partner_id, at) => ({ ...figure, partner_id, value: counts[at]! }))
      : [],
  );

/** What a second release prints after a first one, and what the audit says of it. */
async function released(first: Counts, second: Counts) {
  const before = await protect(figuresOf(first), [measure], structure, settings, contributionsOf(first));
  const past = earlierRelease(figuresOf(first), before.cells);
  const contributions = [
    ...contributionsOf(second),
    ...contributionsOf(first).map((one) => ({ ...one, part: "all@1" })),
  ];
  const now = await protect(figuresOf(second), [measure], { ...structure, past }, settings, contributions);
  const attacked = (cells: readonly PublishedCell[]) =>
    audit(
      publicationAround(structure, { cell: cells, rate: [] }),
      [measure],
      settings,
      figuresOf(second),
      contributions,
      past,
    );
  return { before: printedOf(before.cells), now: printedOf(now.cells), cells: now.cells, attacked };
}

const totals = (printed: Record<string, number | string>) => Object.values(printed);

describe("what has come since a release", () => {
  test("is printed when nobody has, or eleven", async () => {
    const { now, cells, attacked } = await released([40, 50, 60, 70], [40, 50, 71, 90]);
    expect(totals(now)).toEqual([251, 40, 50, 71, 90]);
    expect((await attacked(cells)).verdict).toBe("safe");
  });

  test("is withheld when it is one person, and with it what would give that away", async () => {
    const { before, now, cells, attacked } = await released([40, 50, 60, 70], [40, 50, 60, 71]);
    expect(totals(before)).toEqual([220, 40, 50, 60, 70]);
    expect(now["d to-date all"]).toBe("withheld");
    expect(now["network to-date all"]).toBe("withheld");
    expect((await attacked(cells)).verdict).toBe("safe");
    const again = cells.map((cell) => (cell.member === "d" ? { ...cell, status: "shown" as const, value: 71 } : cell));
    expect((await attacked(again)).verdict).toBe("unsafe");
  });

  test("is withheld when it is one person fewer", async () => {
    const { now, cells, attacked } = await released([40, 50, 60, 70], [40, 50, 60, 69]);
    expect([now["d to-date all"], now["network to-date all"]]).toEqual(["withheld", "withheld"]);
    expect((await attacked(cells)).verdict).toBe("safe");
  });

  test("is withheld of two partners together of which neither is printed", async () => {
    const { before, now, cells, attacked } = await released([50, 60, 8, 42], [68, 60, 9, 45]);
    expect(totals(before).filter((one) => one === "withheld").length).toBeGreaterThan(1);
    expect((await attacked(cells)).verdict).toBe("safe");
    expect(now).not.toEqual(before);
  });

  test("is withheld when a partner that takes its own off is left with one person of others", async () => {
    const { now, cells, attacked } = await released([40, 50, 60, 70], [60, 50, 60, 71]);
    expect(now["network to-date all"]).toBe("withheld");
    expect((await attacked(cells)).verdict).toBe("safe");
  });
});

test("random releases one after the other are safe together, and as little is withheld as before", async () => {
  const options = { seed: 5, people: 400, partners: 3, programs: 5, tiers: 2, years: 1, domains: 1 };
  const cubeShape: Shape[] = [
    { slice: "network", periods: ["all", "quarter"] },
    { slice: "partner", periods: ["all"] },
    { slice: "program", periods: ["all"] },
  ];
  const first = randomCube({ ...options, shape: cubeShape });
  const second = randomCube({ ...options, people: 520, shape: cubeShape });
  const before = await protect(first.figures, first.measures, first.structure, settings);
  const past = earlierRelease(first.figures, before.cells);
  const now = await protect(second.figures, second.measures, { ...second.structure, past }, settings);
  const publication = (cell: readonly PublishedCell[]) =>
    publicationAround(second.structure, { cell, rate: now.rates });
  const attack = (cells: readonly PublishedCell[]) =>
    audit(publication(cells), second.measures, settings, second.figures, null, past);
  const safe = await attack(now.cells);
  expect([safe.verdict, safe.failures]).toEqual(["safe", []]);
  const alone = await protect(second.figures, second.measures, second.structure, settings);
  const apart = await audit(
    publicationAround(second.structure, { cell: alone.cells, rate: alone.rates }),
    second.measures,
    settings,
    second.figures,
    null,
    past,
  );
  expect(apart.verdict).toBe("unsafe");
  expect(now.report.shown).toBeGreaterThan(alone.report.shown / 2);
}, 60_000);
