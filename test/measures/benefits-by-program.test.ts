import { expect, test } from "vitest";
import { benefitsByProgram } from "../../models/measures/benefits-by-program.ts";
import { BENEFITS } from "../../models/measures/benefits-by-program-kind.ts";
import { benefitsReceived } from "../../models/measures/benefits-received.ts";
import { enrolled, figuresOf, insert, person, type Rows, warehouseOf } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { benefited, collectAtHub } from "./record-rows.ts";

const six = ["ann", "bob", "cat", "dan", "eve", "fay"];
const entered: Rows = {
  person: six.map((who) => person(who)),
  enrollment: six.map((who) => enrolled(who, "2024-01-10")),
};
const months = (who: string, benefit: string, ...list: string[]) =>
  list.map((month) => benefited(who, `2024-${month}-01`, { benefit }));

/** Months of SNAP, TANF, a housing subsidy and another benefit of each episode. */
const monthsOf = (rows: Rows, asOf?: string) =>
  columnsOf(benefitsByProgram, ["snap_months", "tanf_months", "housing_months", "other_months"], rows, asOf);

/** Ann: SNAP four times. Bob: SNAP twice and TANF once. Cat: TANF three times and WIC. Dan: only before entry and too late. */
const benefit_month = [
  ...months("ann", "snap", "01", "02", "03", "04", "05"),
  ...months("bob", "snap", "02", "03"),
  ...months("bob", "tanf", "03"),
  ...months("cat", "tanf", "01", "02", "03"),
  ...months("cat", "wic", "02"),
  ...months("cat", "other", "02"),
  ...months("dan", "snap", "05"),
  benefited("dan", "2023-12-01"),
  ...months("eve", "housing", "04"),
];

test("six people by hand: months of each benefit from that of entry to 90 days after it", async () => {
  expect(await monthsOf({ ...entered, benefit_month })).toEqual({
    ...{ "ann-1": [4, 0, 0, 0], "bob-1": [2, 1, 0, 0], "cat-1": [0, 3, 0, 1] },
    ...{ "dan-1": [0, 0, 0, 0], "eve-1": [0, 0, 1, 0], "fay-1": [0, 0, 0, 0] },
  });
});

test("a month that begins on day 90 counts, and on day 91 it does not", async () => {
  const on = (day: string) => ({
    person: [person("ann")],
    enrollment: [enrolled("ann", day)],
    benefit_month: months("ann", "snap", "04"),
  });
  expect(await monthsOf(on("2024-01-02"))).toEqual({ "ann-1": [1, 0, 0, 0] });
  expect(await monthsOf(on("2024-01-01"))).toEqual({ "ann-1": [0, 0, 0, 0] });
});

test("what another partner pays is not counted, and two stays of one person each have their own months", async () => {
  const rows: Rows = {
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-10"), enrolled("ann", "2024-03-20", { enrollment_key: "ann-2" })],
    benefit_month: [
      ...months("ann", "snap", "02", "03"),
      benefited("ann", "2024-02-01", { partner_id: "school", benefit: "tanf" }),
    ],
  };
  expect(await monthsOf(rows)).toEqual({ "ann-1": [2, 0, 0, 0], "ann-2": [1, 0, 0, 0] });
});

test("an episode is looked at 90 days after entry and not the day before, and children are not in it", async () => {
  const rows = { person: [person("ann")], enrollment: [enrolled("ann", "2024-01-01")] };
  expect(Object.keys(await monthsOf(rows, "2024-03-31"))).toEqual(["ann-1"]);
  expect(await monthsOf(rows, "2024-03-30")).toEqual({});
  expect(await monthsOf({ ...rows, enrollment: [enrolled("ann", "2024-01-01", { age_at_entry: 17 })] })).toEqual({});
});

test("who has two benefits counts under each, the people with any are those of benefits received, and parts add up", async () => {
  const door = await warehouseOf({ ...entered, benefit_month });
  await collectAtHub(door, benefitsByProgram);
  for (const { codes } of BENEFITS)
    for (const code of codes)
      await insert(door, "partner_record", { partner_id: "hub", record: `benefit_month.benefit.${code}` });
  const figure = await figuresOf(door, benefitsByProgram);
  const count = (part: string) => figure(`all network network to-date ${part}`) as number;
  expect(["entered", "benefited", "snap", "tanf", "housing", "health", "other"].map(count)).toEqual([
    6, 4, 2, 2, 1, 0, 1,
  ]);
  expect(["not_snap", "not_tanf", "first_tanf", "also_tanf", "also_other"].map(count)).toEqual([2, 2, 1, 1, 1]);
  expect(["snap_with_tanf", "snap_without_tanf", "tanf_with_other"].map(count)).toEqual([1, 1, 1]);
  expect(["snap_1", "snap_2_3", "snap_4", "tanf_1", "tanf_2_3"].map(count)).toEqual([0, 1, 1, 1, 1]);
  for (const { total, of } of benefitsByProgram.kind.identities)
    expect([total, of.reduce((sum, part) => sum + count(part), 0)]).toEqual([total, count(total)]);
  const those = [count("entered"), count("benefited")];
  await door.close();
  const received = await countsOf(benefitsReceived, { ...entered, benefit_month });
  expect(["entered", "benefited"].map(received)).toEqual(those);
});

test("every printed count of one benefit needs it to be reported, under any of its codes, and no other part does", () => {
  const needs = benefitsByProgram.kind.parts.flatMap((part) => ("needs" in part ? [[part.id, part.needs]] : []));
  const expected = BENEFITS.flatMap(({ id, codes }) =>
    [id, `${id}_1`, `${id}_2_3`, `${id}_4`].map((part) => [
      part,
      [codes.map((code) => `benefit_month.benefit.${code}`)],
    ]),
  );
  expect(needs).toEqual(expected);
});
