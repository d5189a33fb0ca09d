import { describe, expect, test } from "vitest";
import type { PeriodKind } from "../../models/figure-key.ts";
import { countKind } from "../../models/measures/count-kind.ts";
import type { Measure, MeasureKind, Part } from "../../models/measures/measure.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { spansOf } from "../../models/relations/span.ts";
import { strandsOf } from "../../models/relations/strand.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { type RelationSystem, relationSystem, relationSystems } from "../../models/relations/system.ts";
import { measureOf } from "../support/random-cube.ts";
import { plainKind, sharingKind, smallKind } from "../support/small-kind.ts";

const structure: Structure = {
  partners: ["a", "b"],
  programs: [
    { program_id: "a1", partner_id: "a", tier: "core" },
    { program_id: "a2", partner_id: "a", tier: "core" },
    { program_id: "b1", partner_id: "b", tier: "core" },
  ],
  tiers: ["core"],
  followups: [],
  quarters: [
    { quarter: "2025-Q1", year: "PY2024", daysSince: 455, daysOver: 365 },
    { quarter: "2025-Q2", year: "PY2024", daysSince: 455, daysOver: 365 },
  ],
};

/** Relations as `total = part + part`, each cell without the measure it belongs to. */
function sums({ cells, relations }: RelationSystem): string[] {
  const name = (cell: number) => addressOf(cells[cell]!).replace("m/all ", "");
  const side = (some: readonly number[]) => some.map(name).join(" + ");
  return relations.map(({ totals, of }) => `${side(totals)} = ${side(of)}`);
}

test("a part is the sum of its parts in every unit and period", () => {
  const measure = measureOf("m", smallKind, [{ slice: "partner", periods: ["all"] }]);
  expect(sums(relationSystem(strandsOf([measure]), structure))).toEqual([
    "partner a all to-date all = partner a all to-date met + partner a all to-date unmet",
    "partner b all to-date all = partner b all to-date met + partner b all to-date unmet",
  ]);
});

test("a year is the sum of its quarters and to-date the sum of the years", () => {
  const measure = measureOf("m", plainKind, [{ slice: "network", periods: ["all", "year", "quarter"] }]);
  expect(sums(relationSystem(strandsOf([measure]), structure))).toEqual([
    "network network all to-date all = network network year PY2024 all",
    "network network year PY2024 all = network network quarter 2025-Q1 all + network network quarter 2025-Q2 all",
  ]);
});

test("to-date is the sum of the quarters where there are no years", () => {
  const measure = measureOf("m", plainKind, [{ slice: "network", periods: ["all", "quarter"] }]);
  expect(sums(relationSystem(strandsOf([measure]), structure))).toEqual([
    "network network all to-date all = network network quarter 2025-Q1 all + network network quarter 2025-Q2 all",
  ]);
});

test("larger units are the sum of smaller ones where both are published", () => {
  const shape = (["network", "tier", "partner", "program"] as const).map((slice) => ({
    slice,
    periods: ["all" as const],
  }));
  const system = relationSystem(strandsOf([measureOf("m", plainKind, shape)]), structure);
  const short = sums(system).map((sum) => sum.replaceAll(" all to-date all", ""));
  expect(short).toEqual([
    "network network = partner a + partner b",
    "network network = tier core",
    "partner a = program a1 + program a2",
    "partner b = program b1",
    "tier core = program a1 + program a2 + program b1",
    "tier core = partner a + partner b",
  ]);
  expect(system.relations.map(({ spansPartners }) => spansPartners)).toEqual([true, false, false, false, true, true]);
});

describe("a tier and the partners that work in it alone", () => {
  const shape = (["tier", "partner"] as const).map((slice) => ({ slice, periods: ["all" as const] }));
  const inTwoTiers: Structure = {
    ...structure,
    tiers: ["core", "plus"],
    programs: structure.programs.map((one) => (one.program_id === "a2" ? { ...one, tier: "plus" } : one)),
  };
  const short = (measure: Measure, where: Structure) =>
    sums(relationSystem(strandsOf([measure]), where)).map((sum) => sum.replaceAll(" all to-date", ""));

  test("the tier is their sum where nobody else works in it, and their sum and others' where somebody does", () => {
    const measure = measureOf("m", plainKind, shape);
    expect(short(measure, structure)).toEqual(["tier core all = partner a all + partner b all"]);
    expect(short(measure, inTwoTiers)).toEqual(["partner b all + partner a all of others in core = tier core all"]);
  });

  test("people who were not linked are in one partner only, so they add up though others do not", () => {
    const measure = measureOf("m", countKind, shape, { unduplicated: true });
    expect(short(measure, structure)).toContain("tier core unlinked = partner a unlinked + partner b unlinked");
    expect(short(measure, structure)).toContain(
      "tier core people + tier core people in more than one partner = partner a people + partner b people",
    );
    expect(short(measure, inTwoTiers)).toContain(
      "partner b unlinked + partner a unlinked of others in core = tier core unlinked",
    );
    expect(short(measure, inTwoTiers).filter((sum) => sum.endsWith("= tier core people"))).toEqual([
      "partner b people + tier core people who are not in partner b up to then = tier core people",
    ]);
  });

  test("what another partner does in the tier is no more than all it does and comes from its programs there", () => {
    const withPrograms = [...shape, { slice: "program" as const, periods: ["all" as const] }];
    const found = short(measureOf("m", countKind, withPrograms, { unduplicated: true }), inTwoTiers);
    const there = "partner a unlinked of others in core";
    expect(found.filter((sum) => sum.includes(there))).toEqual([
      `partner b unlinked + ${there} = tier core unlinked`,
      `${there} + tier core unlinked of others who are not in it up to then = partner a unlinked`,
      `program a1 unlinked + tier core unlinked of others who are not in a1 up to then = ${there}`,
      `${there} = program a1 unlinked`,
    ]);
  });
});

test("units of an unduplicated measure add up to their total and an overlap nobody prints, and none exceeds the total", () => {
  const shape = [
    { slice: "network" as const, periods: ["all" as const] },
    { slice: "partner" as const, periods: ["all" as const] },
  ];
  const system = relationSystem(strandsOf([measureOf("m", plainKind, shape, { unduplicated: true })]), structure);
  const short = sums(system).map((sum) => sum.replaceAll(" all to-date all", ""));
  expect(short).toEqual([
    "network network + network network in more than one partner = partner a + partner b",
    "partner a + network network who are not in partner a up to then = network network",
    "partner b + network network who are not in partner b up to then = network network",
  ]);
  expect(system.cells.map(({ role }) => role)).toEqual([
    "printed",
    "printed",
    "printed",
    "overlap",
    "overlap",
    "overlap",
  ]);
});

test("a unit with a single smaller one has nobody in more than one of them", () => {
  const shape = [
    { slice: "partner" as const, periods: ["all" as const] },
    { slice: "program" as const, periods: ["all" as const] },
  ];
  const system = relationSystem(strandsOf([measureOf("m", plainKind, shape, { unduplicated: true })]), structure);
  expect(sums(system)).toContain("partner b all to-date all = program b1 all to-date all");
});

test("first services are compared from the first day on, in years where these are whole", () => {
  const longer = {
    ...structure,
    quarters: [...structure.quarters, { quarter: "2025-Q3", year: "PY2025", daysSince: 455, daysOver: 365 }],
  };
  const ends = (...kinds: PeriodKind[]) =>
    spansOf(kinds, longer).map(({ of }) => of.map(({ period }) => period).join(" + "));
  expect(ends("all")).toEqual(["to-date"]);
  expect(ends("all", "year")).toEqual(["PY2024", "to-date"]);
  expect(ends("year", "quarter")).toEqual(["2025-Q1", "PY2024", "PY2024 + PY2025"]);
  expect(ends("all", "quarter")).toEqual(["2025-Q1", "2025-Q1 + 2025-Q2", "to-date"]);
});

test("detail adds up only where the shape asks for it", () => {
  const detailed = {
    ...smallKind,
    parts: smallKind.parts.map((part) => (part.id === "all" ? part : { ...part, detail: true })),
  };
  const measure = measureOf("m", detailed, [
    { slice: "network", periods: ["all"], detail: true },
    { slice: "partner", periods: ["all"] },
  ]);
  expect(sums(relationSystem(strandsOf([measure]), structure))).toEqual([
    "network network all to-date all = network network all to-date met + network network all to-date unmet",
    "network network all to-date all = partner a all to-date all + partner b all to-date all",
  ]);
});

describe("a part that is the same in every series", () => {
  const shape = (["network", "partner"] as const).map((slice) => ({ slice, periods: ["all" as const] }));
  const measure = measureOf("m", sharingKind, shape, { series: ["one", "two"].map((id) => ({ id, title: id })) });
  const cellOf = ({ figures }: RelationSystem, name: string) => figures.get(`m/${name}`);

  test("is one number, so what one series gives away counts for the other", () => {
    const [system, ...more] = relationSystems([measure], structure);
    expect(more).toEqual([]);
    for (const unit of ["network network", "partner a", "partner b"]) {
      const cohort = cellOf(system!, `one ${unit} all to-date cohort`);
      expect(cohort).toBeDefined();
      expect(cellOf(system!, `two ${unit} all to-date cohort`)).toBe(cohort);
      expect(cellOf(system!, `two ${unit} all to-date twice`)).not.toBe(
        cellOf(system!, `one ${unit} all to-date twice`),
      );
    }
  });

  test("is another number where a partner does not ask, and the difference is one too", () => {
    const collectors = new Map([
      ["m/one", new Set(["a", "b"])],
      ["m/two", new Set(["a"])],
    ]);
    const [system] = relationSystems([measure], { ...structure, collectors });
    const at = (series: string, unit: string) => cellOf(system!, `${series} ${unit} all to-date cohort`);
    expect(at("two", "partner a")).toBe(at("one", "partner a"));
    expect(at("two", "network network")).not.toBe(at("one", "network network"));
    const cohorts = sums(system!).filter((sum) => !sum.includes("once") && sum.includes("cohort"));
    expect(cohorts.map((sum) => sum.replaceAll(" all to-date cohort", "").replaceAll("m/", ""))).toEqual([
      "one network network = one partner a + one partner b",
      "two network network = one partner a + two partner b",
      "two network network + one network network not in cohort of two = one network network",
    ]);
  });
});

describe("measures that count one population", () => {
  const entered = { id: "entered" };
  const ended = { id: "ended", toDateWithin: entered };
  const count = (id: string, facts: Partial<Part>): MeasureKind => {
    const parts = [{ id, title: id, means: id, when: "true", printed: true, ...facts }];
    return { kind: "count", base: id, parts, identities: [], rates: [] };
  };
  const shape = [{ slice: "network" as const, periods: ["all" as const, "quarter" as const] }];
  const recent: Structure = {
    ...structure,
    quarters: [
      { quarter: "2025-Q1", year: "PY2024", daysSince: 181, daysOver: 91 },
      { quarter: "2025-Q2", year: "PY2024", daysSince: 91, daysOver: 0 },
    ],
  };
  const all = measureOf("all", count("people", { population: entered }), shape);
  const late = measureOf("late", count("looked-at", { population: entered }), shape, {
    settlesAfterDays: 91,
    maturesAfterDays: 91,
  });
  const left = measureOf("left", count("leavers", { population: ended }), shape);
  const some = measureOf("some", count("planned", { within: entered }), shape);
  const between = (measures: readonly Measure[]) => {
    const systems = relationSystems(measures, recent);
    expect(systems).toHaveLength(1);
    const short = sums(systems[0]!).map((sum) => sum.replaceAll("network network ", "").replaceAll("/all", ""));
    return { system: systems[0]!, differences: short.filter((sum) => sum.includes("not in")) };
  };

  test("are one system, and where they count the same people one number", () => {
    const { system } = between([all, late]);
    const at = (address: string) => system.figures.get(address);
    const quarter = (name: string) => `network network quarter ${name}`;
    expect(at(`late/all ${quarter("2025-Q1")} looked-at`)).toBe(at(`all/all ${quarter("2025-Q1")} people`));
    expect(at(`late/all ${quarter("2025-Q2")} looked-at`)).not.toBe(at(`all/all ${quarter("2025-Q2")} people`));
  });

  test("give away who came too late for the one, where it may yet be somebody", () => {
    const { system, differences } = between([all, late]);
    expect(differences).toEqual([
      "late all to-date looked-at + all all to-date people not in looked-at of late = all all to-date people",
      "late quarter 2025-Q2 looked-at + all quarter 2025-Q2 people not in looked-at of late = all quarter 2025-Q2 people",
    ]);
    expect(system.cells.filter(({ part }) => part.includes("not in")).map(({ role }) => role)).toEqual([
      "overlap",
      "overlap",
    ]);
  });

  test("give away who of the one is not in the other, in every period", () => {
    const { system, differences } = between([all, some]);
    expect(differences).toHaveLength(3);
    expect(system.cells.filter(({ part }) => part.includes("not in")).every(({ role }) => role === "hidden")).toBe(
      true,
    );
  });

  test("by different days give away up to any day who is not in the other", () => {
    expect(between([all, left]).differences).toEqual([
      "left quarter 2025-Q1 leavers + all quarter 2025-Q1 people up to then not in leavers of left = all quarter 2025-Q1 people",
      "left all to-date leavers + all all to-date people up to then not in leavers of left = all all to-date people",
    ]);
  });

  test("by different days give away no more than who had come by the day on which the other stops", () => {
    const long = { ...left, settlesAfterDays: 92, maturesAfterDays: 92 };
    expect(between([all, long]).differences.at(-1)).toBe(
      "left all to-date leavers + all all to-date people up to then not in leavers of left = all quarter 2025-Q1 people",
    );
  });

  test("are no relation where the larger is not counted at all partners of the smaller", () => {
    const collectors = new Map([
      ["all/all", new Set(["a"])],
      ["some/all", new Set(["a", "b"])],
    ]);
    const [system] = relationSystems([all, some], { ...recent, collectors });
    expect(sums(system!).filter((sum) => sum.includes("not in"))).toEqual([]);
  });

  test("of partners that have none in common together give away who is at none of them", () => {
    const three: Structure = {
      ...recent,
      partners: ["a", "b", "c"],
      collectors: new Map([
        ["all/all", new Set(["a", "b", "c"])],
        ["first/all", new Set(["a"])],
        ["second/all", new Set(["b"])],
      ]),
    };
    const counted = (id: string) => measureOf(id, count(`${id}-people`, { population: entered }), shape);
    const [system] = relationSystems([all, counted("first"), counted("second")], three);
    const together = sums(system!).filter((sum) => sum.includes(" and "));
    expect(together.map((sum) => sum.replaceAll("network network ", ""))[0]).toBe(
      "first/all all to-date first-people + second/all all to-date second-people + all/all all to-date people not in first-people of first/all and second-people of second/all = all/all all to-date people",
    );
    expect(together).toHaveLength(3);
  });

  test("are apart where nothing of what they have in common is shown", () => {
    const alone = relationSystems([all, some], recent, () => false);
    expect(alone.map(({ strands, cells }) => [strands[0]!.measure.id, cells.length])).toEqual([
      ["all", 0],
      ["some", 3],
    ]);
  });
});

test("a period that began later than anybody in it could be waited for is known to be empty", () => {
  const recent = structure.quarters.map((quarter, i) => ({ ...quarter, daysSince: i === 0 ? 181 : 90, daysOver: 0 }));
  const shape = [{ slice: "network" as const, periods: ["all" as const, "quarter" as const] }];
  const late = measureOf("m", plainKind, shape, { settlesAfterDays: 91, maturesAfterDays: 91 });
  const { tooEarly, cells } = relationSystem(strandsOf([late]), { ...structure, quarters: recent });
  expect([...tooEarly].map((cell) => cells[cell]!.period)).toEqual(["2025-Q2"]);
});
