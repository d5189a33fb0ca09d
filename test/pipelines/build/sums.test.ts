import { expect, test } from "vitest";
import type { Measure } from "../../../models/measures/measure.ts";
import { servicesDelivered } from "../../../models/measures/services-delivered.ts";
import { evaluate } from "../../../pipelines/build/evaluate.ts";
import { readSums } from "../../../pipelines/publication.ts";
import { collectAtHub, taught } from "../../measures/record-rows.ts";
import { enrolled, insert, person, type Rows, warehouseOf } from "../../support/warehouse.ts";

const [hours, dollars] = servicesDelivered.sums!;
const there = { partner_id: "school", program_id: "school-class" };

/** Classes of 2024 by hand: at the hub of ann (1 h, then 2.5 h at $40) and bob ($10), at the school of cy (4 h) and of ann once more (1.5 h). */
const classes: Rows = {
  person: [
    person("ann", { linkage_key: "link-ann" }),
    person("bob"),
    person("cy", { partner_id: "school" }),
    person("anna", { partner_id: "school", linkage_key: "link-ann" }),
  ],
  enrollment: [
    enrolled("ann", "2024-01-10"),
    enrolled("bob", "2024-01-10"),
    ...["cy", "anna"].map((who) => enrolled(who, "2024-01-10", there)),
  ],
  service: [
    taught("ann", "2024-02-01", { hours: 1 }),
    taught("ann", "2024-02-02", { hours: 2.5, cost: 40 }),
    taught("bob", "2024-02-01", { cost: 10 }),
    taught("cy", "2024-02-01", { ...there, hours: 4 }),
    taught("anna", "2024-02-01", { ...there, hours: 1.5 }),
  ],
};

async function sumsFrom(measure: Measure, rows: Rows = classes) {
  const door = await warehouseOf(rows);
  try {
    await collectAtHub(door, measure);
    for (const record of measure.requires) await insert(door, "partner_record", { partner_id: "school", record });
    await evaluate(door, [measure]);
    return await readSums(door);
  } finally {
    await door.close();
  }
}

test("a sum is of the whole network, and of what is left when a partner takes its own off; a linked person is one", async () => {
  const key = { measure: "services-delivered", series: "training" };
  expect(await sumsFrom(servicesDelivered)).toEqual([
    { ...key, sum: "dollars", without: null, people: 2, amount: 5000, largest: 4000, second: 1000 },
    { ...key, sum: "dollars", without: "school", people: 2, amount: 5000, largest: 4000, second: 1000 },
    { ...key, sum: "hours", without: null, people: 2, amount: 900, largest: 500, second: 400 },
    { ...key, sum: "hours", without: "hub", people: 2, amount: 550, largest: 400, second: 150 },
    { ...key, sum: "hours", without: "school", people: 1, amount: 350, largest: 350, second: 0 },
  ]);
});

test("who was given nothing is nobody's sum", async () => {
  const free = { ...classes, service: [taught("ann", "2024-02-01", { cost: 0 })] };
  expect(await sumsFrom(servicesDelivered, free)).toEqual([]);
});

test("a sum of people some of whom have no amount stops the run", async () => {
  const wrong = { ...servicesDelivered, sums: [{ ...hours!, amount: "nullif(hundredths, 0)" }] };
  await expect(sumsFrom(wrong)).rejects.toThrow("counted without an amount in services-delivered: served");
});

test("a sum of a part that is not printed, two sums of one unit, and a total of the series stop the run", async () => {
  const kind = {
    ...servicesDelivered.kind,
    parts: servicesDelivered.kind.parts.map((part) => ({ ...part, printed: false })),
  };
  const hidden = { ...servicesDelivered, kind };
  await expect(sumsFrom(hidden)).rejects.toThrow("no printed part for a sum of services-delivered: served");
  const twice = { ...servicesDelivered, sums: [dollars!, { ...dollars!, id: "more" }] };
  await expect(sumsFrom(twice)).rejects.toThrow("two sums of one unit in services-delivered");
  const total = { ...servicesDelivered, series: [...servicesDelivered.series, { id: "all", title: "All types" }] };
  await expect(sumsFrom(total)).rejects.toThrow("sums of series and of them all in services-delivered");
});
