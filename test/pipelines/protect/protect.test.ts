import { expect, test } from "vitest";
import type { Measure, Shape } from "../../../models/measures/measure.ts";
import type { Structure } from "../../../models/relations/structure.ts";
import type { ContributionTable, FigureTable } from "../../../models/warehouse.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { figuresFrom, printedOf } from "../../support/figures.ts";
import { measureOf } from "../../support/random-cube.ts";
import { hidingKind, plainKind, sharingKind, smallKind } from "../../support/small-kind.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 10 };

/** A network of partners with one program each. */
function partners(...ids: string[]): Structure {
  return {
    partners: ids,
    programs: ids.map((partner_id) => ({ program_id: `${partner_id}1`, partner_id, tier: "core" })),
    tiers: ["core"],
    followups: [],
    quarters: ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"].map((quarter) => ({
      quarter,
      year: "PY2025",
      daysSince: 455,
      daysOver: 365,
    })),
  };
}

const overPartners: Shape[] = [
  { slice: "network", periods: ["all"] },
  { slice: "partner", periods: ["all"] },
];
const network: Shape[] = [{ slice: "network", periods: ["all"] }];

async function printed(measure: Measure, structure: Structure, values: Record<string, number | FigureTable["reason"]>) {
  const { cells } = await protect(figuresFrom(measure, structure, values), [measure], structure, settings);
  return printedOf(cells);
}

test("counts from 0 to 10 are withheld and 11 is shown", async () => {
  const measure = measureOf("m", plainKind, [{ slice: "partner", periods: ["all"] }]);
  const values = { "a to-date all": 0, "b to-date all": 10, "c to-date all": 11 };
  expect(await printed(measure, partners("a", "b", "c"), values)).toEqual({
    "a to-date all": "withheld",
    "b to-date all": "withheld",
    "c to-date all": 11,
  });
});

test("a large count is withheld when few people are behind it", async () => {
  const measure = measureOf("m", plainKind, [{ slice: "partner", periods: ["all"] }], { severalPerPerson: true });
  const structure = partners("a", "b", "c");
  const figures = figuresFrom(measure, structure, { "a to-date all": 40, "b to-date all": 40, "c to-date all": 40 });
  const people = new Map([
    ["a", 10],
    ["b", 11],
    ["c", 40],
  ]);
  const behind = figures.map((figure) => ({ ...figure, people: people.get(figure.member)! }));
  const { cells } = await protect(behind, [measure], structure, settings);
  expect(printedOf(cells)).toEqual({ "a to-date all": "withheld", "b to-date all": 40, "c to-date all": 40 });
});

test("a large count of few people is not left to be found by subtraction, printed or not", async () => {
  const values = { "network to-date all": 60, "network to-date met": 46, "network to-date unmet": 14 };
  for (const kind of [smallKind, hidingKind]) {
    const measure = measureOf("m", kind, network, { severalPerPerson: true });
    const protectedWith = async (people: number) => {
      const figures = figuresFrom(measure, partners("a"), values).map((figure) => {
        return { ...figure, people: figure.part === "unmet" ? people : figure.value };
      });
      const { cells } = await protect(figures, [measure], partners("a"), settings);
      return printedOf(cells);
    };
    expect(await protectedWith(3)).toMatchObject({ "network to-date all": 60, "network to-date met": "withheld" });
    expect(await protectedWith(11)).toMatchObject({ "network to-date all": 60, "network to-date met": 46 });
  }
});

test("a small number is not left to be found by subtraction", async () => {
  const values = { "network to-date all": 50, "network to-date met": 45, "network to-date unmet": 5 };
  expect(await printed(measureOf("m", smallKind, network), partners("a"), values)).toEqual({
    "network to-date all": 50,
    "network to-date met": "withheld",
    "network to-date unmet": "withheld",
  });
});

test("a small number that is never printed is not left to be found by subtraction either", async () => {
  const values = { "network to-date all": 50, "network to-date met": 45, "network to-date unmet": 5 };
  expect(await printed(measureOf("m", hidingKind, network), partners("a"), values)).toEqual({
    "network to-date all": 50,
    "network to-date met": "withheld",
  });
});

test("a large number that is never printed may be found by subtraction", async () => {
  const values = { "network to-date all": 50, "network to-date met": 30, "network to-date unmet": 20 };
  expect(await printed(measureOf("m", hidingKind, network), partners("a"), values)).toEqual({
    "network to-date all": 50,
    "network to-date met": 30,
  });
});

test("a small quarter takes another one with it when the year is shown", async () => {
  const measure = measureOf("m", plainKind, [{ slice: "network", periods: ["year", "quarter"] }]);
  const quarters = { "network 2025-Q1 all": 40, "network 2025-Q2 all": 4, "network 2025-Q3 all": 30 };
  const values = { "network PY2025 all": 124, ...quarters, "network 2025-Q4 all": 50 };
  expect(await printed(measure, partners("a"), values)).toEqual({
    "network PY2025 all": 124,
    "network 2025-Q1 all": 40,
    "network 2025-Q2 all": "withheld",
    "network 2025-Q3 all": "withheld",
    "network 2025-Q4 all": 50,
  });
});

test("a partner that takes its own people off the network does not find another one's", async () => {
  const measure = measureOf("m", plainKind, overPartners);
  const values = { "a to-date all": 5, "b to-date all": 20, "c to-date all": 30, "d to-date all": 40 };
  const result = await printed(measure, partners("a", "b", "c", "d"), { "network to-date all": 95, ...values });
  expect(result).toEqual({
    "network to-date all": 95,
    "a to-date all": "withheld",
    "b to-date all": "withheld",
    "c to-date all": "withheld",
    "d to-date all": 40,
  });
});

test("a small overlap between partners is not left to be found by subtraction", async () => {
  const measure = measureOf("m", plainKind, overPartners, { unduplicated: true });
  const values = { "network to-date all": 97, "a to-date all": 50, "b to-date all": 50 };
  expect(Object.values(await printed(measure, partners("a", "b"), values))).toContain("withheld");
});

test("an overlap of nobody or of many may be found", async () => {
  const measure = measureOf("m", plainKind, overPartners, { unduplicated: true });
  for (const total of [100, 80]) {
    const values = { "network to-date all": total, "a to-date all": 50, "b to-date all": 50 };
    expect(await printed(measure, partners("a", "b"), values)).toEqual(values);
  }
});

test("what was not collected says so and hides nobody", async () => {
  const measure = measureOf("m", plainKind, overPartners);
  const values = { "a to-date all": "not_collected" as const, "b to-date all": 40, "c to-date all": 30 };
  expect(await printed(measure, partners("a", "b", "c"), { "network to-date all": 70, ...values })).toEqual({
    "network to-date all": 70,
    ...values,
  });
});

test("a small number that is not yet settled is not left to be found by subtraction", async () => {
  const measure = measureOf("m", plainKind, [{ slice: "network", periods: ["year", "quarter"] }]);
  const structure = partners("a");
  const quarters = { "network 2025-Q1 all": 40, "network 2025-Q2 all": 50, "network 2025-Q3 all": 30 };
  const values = { "network PY2025 all": 124, ...quarters, "network 2025-Q4 all": 4 };
  const figures = figuresFrom(measure, structure, values).map((figure) =>
    figure.period === "2025-Q4" ? { ...figure, reason: "not_yet_settled" as const } : figure,
  );
  const { cells } = await protect(figures, [measure], structure, settings);
  expect(printedOf(cells)).toEqual({
    ...values,
    "network 2025-Q3 all": "withheld",
    "network 2025-Q4 all": "not_yet_settled",
  });
});

test("rates need both their counts and enough people", async () => {
  const measure = measureOf("m", smallKind, [{ slice: "partner", periods: ["all"] }]);
  const structure = partners("a", "b", "c", "d");
  const figures = figuresFrom(measure, structure, {
    ...{ "a to-date all": 60, "a to-date met": 45, "a to-date unmet": 15 },
    ...{ "b to-date all": 22, "b to-date met": 11, "b to-date unmet": 11 },
    ...{ "c to-date all": 50, "c to-date met": 45, "c to-date unmet": 5 },
    ...{ "d to-date all": "not_collected", "d to-date met": "not_collected", "d to-date unmet": "not_collected" },
  });
  const { rates } = await protect(figures, [measure], structure, { ...settings, minimumDenominator: 30 });
  expect(rates.map(({ status, numerator, denominator }) => [status, numerator, denominator])).toEqual([
    ["shown", 45, 60],
    ["too_few_to_rate", 11, 22],
    ["withheld", null, 50],
    ["not_collected", null, null],
  ]);
  expect(rates[0]).toMatchObject({ share: 0.75, low: expect.closeTo(0.6277, 4), high: expect.closeTo(0.8422, 4) });
});

test("figures that do not add up, are missing or belong to no measure stop the release", async () => {
  const measure = measureOf("m", smallKind, network);
  const values = { "network to-date all": 50, "network to-date met": 30, "network to-date unmet": 15 };
  const figures = figuresFrom(measure, partners("a"), values);
  const run = (rows: FigureTable[]) => protect(rows, [measure], partners("a"), settings);
  await expect(run(figures)).rejects.toThrow("figures do not add up: all = met + unmet in network network, to-date");
  await expect(run(figures.slice(1))).rejects.toThrow("no figure for m/all network network all to-date all");
  const more = { ...figures[0]!, measure: "other" };
  const right = figures.map((figure) => (figure.part === "met" ? { ...figure, value: 35 } : figure));
  await expect(run([...right, more])).rejects.toThrow("figures outside every measure: 1");
});

test("a number is withheld when one partner could take its own people off and be left with few", async () => {
  const measure = measureOf("m", plainKind, [{ slice: "network", periods: ["all", "quarter"] }]);
  const structure = {
    ...partners("a", "b"),
    quarters: [{ quarter: "2025-Q1", year: "PY2025", daysSince: 455, daysOver: 365 }],
  };
  const figures = figuresFrom(measure, structure, { "network to-date all": 45, "network 2025-Q1 all": 45 });
  const having = (a: number, b: number): ContributionTable[] =>
    figures.flatMap(({ reason: _, ...figure }) => [
      { ...figure, partner_id: "a", value: a },
      { ...figure, partner_id: "b", value: b },
    ]);
  const shown = async (rows: ContributionTable[]) =>
    printedOf((await protect(figures, [measure], structure, settings, rows)).cells);
  expect(await shown(having(34, 11))).toEqual({ "network to-date all": 45, "network 2025-Q1 all": 45 });
  expect(await shown(having(35, 10))).toEqual({ "network to-date all": "withheld", "network 2025-Q1 all": "withheld" });
});

test("a partner that knows whom it was sent does not find by that how many were sent to another", async () => {
  const column = (id: string, knownTo?: string) => ({
    ...{ id, title: id, means: id, when: "true", printed: true },
    ...(knownTo === undefined ? {} : { knownTo }),
  });
  const protectedWith = (knowers: readonly (string | undefined)[]) => {
    const [first, second] = knowers;
    const parts = [column("sent"), column("to_a", first), column("to_b", second), column("outside")];
    const identities = [{ total: "sent", of: ["to_a", "to_b", "outside"] }];
    const kind = { kind: "count" as const, base: "sent", parts, identities, rates: [] };
    const measure = measureOf("m", kind, [{ slice: "partner", periods: ["all"] }]);
    const absent = ["a", "b"].flatMap((unit) =>
      parts.map(({ id }) => [`${unit} to-date ${id}`, "not_collected" as const] as const),
    );
    const sent = { "c to-date sent": 60, "c to-date to_a": 5, "c to-date to_b": 25, "c to-date outside": 30 };
    return printed(measure, partners("a", "b", "c"), { ...Object.fromEntries(absent), ...sent });
  };
  expect(await protectedWith([])).toMatchObject({
    "c to-date sent": 60,
    "c to-date to_a": "withheld",
    "c to-date to_b": "withheld",
    "c to-date outside": 30,
  });
  // Were `outside` shown, b would take its 25 and the 30 off the 60.
  expect(await protectedWith(["a", "b"])).toMatchObject({
    "c to-date to_a": "withheld",
    "c to-date outside": "withheld",
  });
});

test("contributions that do not add up are an error of the build", async () => {
  const measure = measureOf("m", smallKind, network);
  const values = { "network to-date all": 50, "network to-date met": 25, "network to-date unmet": 25 };
  const figures = figuresFrom(measure, partners("a", "b"), values);
  const rows = figures.map(({ reason: _, ...figure }) => ({ ...figure, partner_id: "a", value: 5 }));
  await expect(protect(figures, [measure], partners("a", "b"), settings, rows)).rejects.toThrow(
    "contributions of a do not add up",
  );
});

test("a cut most of whose counts are small is withheld whole, and one most of whose counts are large is not", async () => {
  const measure = measureOf("m", plainKind, [{ slice: "partner", periods: ["all"] }]);
  const ids = Array.from({ length: 10 }, (_, i) => `p${i}`);
  const values = (small: number) =>
    Object.fromEntries(ids.map((id, i) => [`${id} to-date all`, i < small ? 5 : 50 + i]));
  const shown = async (small: number) =>
    Object.values(await printed(measure, partners(...ids), values(small))).filter((one) => one !== "withheld");
  expect(await shown(3)).toHaveLength(7);
  expect(await shown(4)).toEqual([]);
});

test("what series share is left out where most of it is small, and the rest of each series still stands", async () => {
  const ids = Array.from({ length: 6 }, (_, i) => `p${i}`);
  const measure = measureOf("m", sharingKind, overPartners, {
    series: ["one", "two"].map((id) => ({ id, title: id })),
  });
  const structure = partners(...ids);
  const values = Object.fromEntries(
    ["one", "two"].flatMap((series) =>
      ["network", ...ids].flatMap((unit) => {
        const size = unit === "network" ? 6 : 1;
        const parts = { cohort: 20 * size, never: 5 * size, once: 2 * size, twice: 13 * size };
        return Object.entries(parts).map(([part, value]) => [`${series} ${unit} to-date ${part}`, value]);
      }),
    ),
  );
  const cells = await printed(measure, structure, values);
  const shown = Object.entries(cells).filter(([, value]) => value !== "withheld");
  expect(shown.every(([name]) => name.endsWith("twice"))).toBe(true);
  expect(shown).toHaveLength(14);
});
