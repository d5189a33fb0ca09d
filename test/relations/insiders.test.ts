import { expect, test } from "vitest";
import type { MeasureKind } from "../../models/measures/measure.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { incidenceOf } from "../../models/relations/incidence.ts";
import { blocksForAll, insidersOf } from "../../models/relations/insiders.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { relationSystem } from "../../models/relations/system.ts";
import { measureOf } from "../support/random-cube.ts";

const part = (id: string, knownTo?: string) => ({
  ...{ id, title: id, means: id, when: "true", printed: true },
  ...(knownTo === undefined ? {} : { knownTo }),
});

const kind: MeasureKind = {
  kind: "count",
  base: "sent",
  parts: [part("sent"), part("to_a", "a"), part("to_c", "c"), part("outside")],
  identities: [{ total: "sent", of: ["to_a", "to_c", "outside"] }],
  rates: [],
};

const structure: Structure = {
  partners: ["a", "b", "c"],
  programs: ["a", "b", "c"].map((partner_id) => ({ program_id: `${partner_id}1`, partner_id, tier: "core" })),
  tiers: ["core"],
  followups: [],
  quarters: [],
};

const measure = measureOf("m", kind, [
  { slice: "network", periods: ["all"] },
  { slice: "partner", periods: ["all"] },
]);
const system = relationSystem([{ measure, series: "all" }], structure);
const incidence = incidenceOf(system);
const nameOf = (cell: number) => `${system.cells[cell]!.member} ${system.cells[cell]!.part}`;
const isSent = (cell: number) => system.cells[cell]!.member !== "c";

test("a partner knows its own numbers and, of everybody, those of whom it was sent", () => {
  const insiders = insidersOf(system, incidence, new Float64Array(system.cells.length), null, () => true);
  const known = Object.fromEntries(insiders.map(({ partner, own }) => [partner, own.map(nameOf).sort()]));
  expect(known).toEqual({
    a: ["a outside", "a sent", "a to_a", "a to_c", "b to_a", "c to_a", "network to_a"],
    b: ["b outside", "b sent", "b to_a", "b to_c"],
    c: ["a to_c", "b to_c", "c outside", "c sent", "c to_a", "c to_c", "network to_c"],
  });
});

test("a partner that only receives knows its column, and takes nobody off", () => {
  const value = new Float64Array(system.cells.length);
  const insiders = insidersOf(system, incidence, value, new Map(), isSent);
  const receiver = insiders.find(({ partner }) => partner === "c")!;
  expect(receiver.own.map(nameOf).sort()).toEqual(["a to_c", "b to_c", "network to_c"]);
  expect([...receiver.share].every((people) => people === 0)).toBe(true);
});

test("what holds for all readers is looked for in cells that nobody but their partner knows", () => {
  const blocks = blocksForAll(system, new Uint8Array(system.cells.length).fill(1));
  const names = new Set(blocks.flat().map((cell) => addressOf(system.cells[cell]!)));
  const of = (member: string) =>
    system.cells.filter((cell) => cell.member === member && names.has(addressOf(cell))).map((cell) => cell.part);
  expect([of("a"), of("b"), of("c")]).toEqual([
    ["sent", "to_a", "outside"],
    ["sent", "outside"],
    ["sent", "to_c", "outside"],
  ]);
});
