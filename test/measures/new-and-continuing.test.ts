import { expect, test } from "vitest";
import { carePlan } from "../../models/measures/care-plan.ts";
import type { Measure } from "../../models/measures/measure.ts";
import { newAndContinuing } from "../../models/measures/new-and-continuing.ts";
import { servicesDelivered } from "../../models/measures/services-delivered.ts";
import { strandsOf } from "../../models/relations/strand.ts";
import { relationSystem } from "../../models/relations/system.ts";
import { enrolled, figuresOf, person, type Rows, warehouseOf } from "../support/warehouse.ts";
import { columnsOf } from "./measured-units.ts";
import { collectAtHub } from "./record-rows.ts";

const five = ["ann", "bob", "cat", "dan", "eve"];

/** Program years begin in July: who came on the last day of one, on the first of the next, and who left on these days. */
const rows: Rows = {
  person: five.map((who) => person(who)),
  enrollment: [
    enrolled("ann", "2024-06-30", { exited_on: "2024-06-30" }),
    enrolled("bob", "2024-06-30", { exited_on: "2024-07-01" }),
    enrolled("cat", "2024-07-01", { exited_on: "2025-06-30" }),
    enrolled("dan", "2024-07-01", { age_at_entry: 4 }),
    enrolled("eve", "2024-07-02", { exited_on: "2025-12-31" }),
    enrolled("ann", "2025-07-01", { enrollment_key: "ann-2" }),
  ],
};

async function countsOf(asOf?: string) {
  const door = await warehouseOf(rows, asOf);
  await collectAtHub(door, newAndContinuing);
  const figure = await figuresOf(door, newAndContinuing);
  await door.close();
  return (period: string, slice = "network network") =>
    ["new", "left"].map((part) => figure(`all ${slice} ${period} ${part}`));
}

test("five people by hand, one of them twice: each entry and each exit in its year, children among them", async () => {
  const counts = await countsOf("2026-06-30");
  expect(counts("PY2023")).toEqual([2, 1]);
  expect(counts("PY2024")).toEqual([3, 2]);
  expect(counts("PY2025")).toEqual([1, 1]);
  expect(counts("to-date")).toEqual([6, 4]);
  // At a partner, entries less people served would be the entries of those who came back.
  expect(counts("to-date", "partner hub")).toEqual([undefined, undefined]);
});

test("those there when a year began are all who came before it less all who left before it", async () => {
  const counts = await countsOf("2026-06-30");
  const there = (start: string, years: readonly string[]) => {
    const open = rows.enrollment!.filter(
      ({ entered_on, exited_on }) => entered_on! < start && (exited_on == null || exited_on >= start),
    );
    const [came, left] = [0, 1].map((at) => years.reduce((sum, year) => sum + Number(counts(year)[at]), 0));
    return [open.length, came! - left!];
  };
  expect(there("2024-07-01", ["PY2023"])).toEqual([1, 1]);
  expect(there("2025-07-01", ["PY2023", "PY2024"])).toEqual([2, 2]);
});

test("of those who left, children and people who died or left for an institution are apart", async () => {
  const door = await warehouseOf({
    person: five.map((who) => person(who)),
    enrollment: [
      enrolled("ann", "2024-01-10", { exited_on: "2024-06-30" }),
      enrolled("bob", "2024-01-10", { exited_on: "2024-06-30", exit_reason: "deceased" }),
      enrolled("cat", "2024-01-10", { exited_on: "2024-06-30", exit_reason: "institutionalized" }),
      enrolled("dan", "2024-01-10", { exited_on: "2024-06-30", age_at_entry: 4 }),
      enrolled("eve", "2024-01-10"),
    ],
  });
  await collectAtHub(door, newAndContinuing);
  const figure = await figuresOf(door, newAndContinuing);
  await door.close();
  const parts = ["moves", "new", "left", "left_adults", "left_others"];
  expect(parts.map((part) => figure(`all network network PY2023 ${part}`))).toEqual([9, 5, 4, 1, 3]);
});

test("an exit on the last day of the data counts, one after it has not happened", async () => {
  const units = async (asOf: string) => Object.keys(await columnsOf(newAndContinuing, [], rows, asOf));
  expect(await units("2024-07-01")).toContain("bob-1/out");
  expect(await units("2024-06-30")).not.toContain("bob-1/out");
  expect(await units("2024-06-30")).not.toContain("cat-1/in");
});

test("a year that is not over is not settled", async () => {
  expect((await countsOf("2026-06-29"))("PY2025")).toEqual(["[not_yet_settled]", "[not_yet_settled]"]);
});

const quarter = (name: string, year: string, daysOver: number) => ({
  ...{ quarter: name, year, daysSince: daysOver + 90, daysOver },
});

/** The relations of the network between measures that hang together, each as the numbers on its two sides. */
function tiesOf(measures: readonly Measure[], says: string) {
  const structure = {
    partners: ["hub"],
    programs: [{ program_id: "core", partner_id: "hub", tier: "care" }],
    tiers: ["care"],
    followups: [],
    quarters: [quarter("2023-Q3", "PY2023", 900), quarter("2024-Q3", "PY2024", 535)],
  };
  const { relations, cells } = relationSystem(strandsOf(measures), structure);
  const text = (at: number) => `${cells[at]!.part} ${cells[at]!.period} ${cells[at]!.role}`;
  const ties = relations.filter((one) => one.says.includes(says) && one.says.includes("in network network"));
  return ties.map(({ totals, of }) => [totals.map(text), of.map(text)]);
}

test("whoever is still there at a year's end is a number that protection looks after", () => {
  const still = "new up to then not in left of new-and-continuing/all";
  expect(tiesOf([newAndContinuing], "those in new-and-continuing/all and the others")).toEqual([
    [["left PY2023 printed", `${still} PY2023 hidden`], ["new PY2023 printed"]],
    [["left to-date printed", `${still} to-date hidden`], ["new to-date printed"]],
  ]);
});

test("adults who entered are some of all who did, and so are those who received a service", () => {
  const others = (whose: string) => `new not in ${whose} hidden`;
  expect(tiesOf([newAndContinuing, carePlan], "those in entered of care-plan/all")).toEqual([
    [["entered to-date printed", others("entered of care-plan/all to-date")], ["new to-date printed"]],
    [["entered PY2023 printed", others("entered of care-plan/all PY2023")], ["new PY2023 printed"]],
    [["entered PY2024 printed", others("entered of care-plan/all PY2024")], ["new PY2024 printed"]],
  ]);
  expect(tiesOf([newAndContinuing, servicesDelivered], "served of services-delivered/coaching")).toEqual([
    [
      ["served to-date printed", "new not in served of services-delivered/coaching to-date hidden"],
      ["new to-date printed"],
    ],
  ]);
});
