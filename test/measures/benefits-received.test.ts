import { expect, test } from "vitest";
import { benefitsReceived } from "../../models/measures/benefits-received.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { countsOf } from "./measured-units.ts";
import { benefited, unitsOf } from "./record-rows.ts";

const six = ["ann", "bob", "cat", "dan", "eve", "fay"];
const entered: Rows = {
  person: six.map((who) => person(who)),
  enrollment: six.map((who) => enrolled(who, "2024-01-10")),
};
const onBenefits = (rows: Rows, asOf?: string) => unitsOf(benefitsReceived, rows, asOf);

test("six people by hand: the month of entry, the one before, the last that begins in time, one too late, another benefit, none", async () => {
  const benefit_month = [
    benefited("ann", "2024-01-01"),
    benefited("bob", "2023-12-01"),
    benefited("cat", "2024-04-01"),
    benefited("dan", "2024-05-01"),
    benefited("eve", "2024-02-01", { benefit: "tanf" }),
  ];
  expect(await onBenefits({ ...entered, benefit_month })).toEqual({
    ...{ "ann-1": true, "bob-1": false, "cat-1": true },
    ...{ "dan-1": false, "eve-1": true, "fay-1": false },
  });
});

test("a month that begins on day 90 counts, and on day 91 it does not", async () => {
  const on = (day: string) => ({
    person: [person("ann")],
    enrollment: [enrolled("ann", day)],
    benefit_month: [benefited("ann", "2024-04-01")],
  });
  expect(await onBenefits(on("2024-01-02"))).toEqual({ "ann-1": true });
  expect(await onBenefits(on("2024-01-01"))).toEqual({ "ann-1": false });
});

test("who receives two benefits counts once, who enters twice counts twice, and parts add up", async () => {
  const again = enrolled("ann", "2024-09-10", { enrollment_key: "ann-2" });
  const benefit_month = [benefited("ann", "2024-02-01"), benefited("ann", "2024-02-01", { benefit: "tanf" })];
  const count = await countsOf(benefitsReceived, {
    ...entered,
    enrollment: [...entered.enrollment!, again],
    benefit_month,
  });
  expect(["entered", "benefited", "not_benefited"].map(count)).toEqual([7, 1, 6]);
});

test("an episode is looked at 90 days after entry and not the day before, and children are not in it", async () => {
  const rows = { person: [person("ann")], enrollment: [enrolled("ann", "2024-01-01")] };
  expect(Object.keys(await onBenefits(rows, "2024-03-31"))).toEqual(["ann-1"]);
  expect(await onBenefits(rows, "2024-03-30")).toEqual({});
  expect(await onBenefits({ ...rows, enrollment: [enrolled("ann", "2024-01-01", { age_at_entry: 17 })] })).toEqual({});
});
