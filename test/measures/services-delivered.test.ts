import { expect, test } from "vitest";
import { servicesDelivered } from "../../models/measures/services-delivered.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";
import { columnsOf } from "./measured-units.ts";
import { collectAtHub, taught } from "./record-rows.ts";

const five = ["ann", "bob", "cat", "dan", "eve"];
const stay = { exited_on: "2024-06-30" };
const people = {
  person: five.map((who) => person(who)),
  enrollment: five.map((who) => enrolled(who, "2024-01-10", stay)),
};
const recorded = (service: readonly object[], rows = people) =>
  columnsOf(servicesDelivered, ["series", "hundredths", "cents"], { ...rows, service });

test("five people by hand: on the day of entry, on the day of exit, the day before and after them, and none", async () => {
  const service = [
    taught("ann", "2024-01-10", { hours: 1.25 }),
    taught("bob", "2024-06-30", { cost: 20.5 }),
    taught("cat", "2024-01-09", { hours: 1 }),
    taught("dan", "2024-07-01", { hours: 1 }),
  ];
  expect(await recorded(service)).toEqual({
    "ann-1/training": ["training", 125, 0],
    "bob-1/training": ["training", 0, 2050],
  });
});

test("services of one type add up, those of two types are two, and what is not recorded is not in a sum", async () => {
  const service = [
    taught("ann", "2024-02-01", { hours: 1.5, cost: 10 }),
    taught("ann", "2024-02-02", { hours: 2 }),
    taught("ann", "2024-02-03", { type: "coaching" }),
  ];
  expect(await recorded(service)).toEqual({
    "ann-1/training": ["training", 350, 1000],
    "ann-1/coaching": ["coaching", 0, 0],
  });
});

test("a person who took part twice counts once for each time with the services of it", async () => {
  const again = enrolled("ann", "2024-09-01", { enrollment_key: "ann-2" });
  const service = [taught("ann", "2024-02-01", { hours: 1 }), taught("ann", "2024-10-01", { hours: 3 })];
  const rows = { ...people, enrollment: [...people.enrollment, again] };
  expect(await recorded(service, rows)).toEqual({
    "ann-1/training": ["training", 100, 0],
    "ann-2/training": ["training", 300, 0],
  });
});

test("children are in it", async () => {
  const rows = { person: [person("kit")], enrollment: [enrolled("kit", "2024-01-10", { age_at_entry: 4 })] };
  const service = [taught("kit", "2024-02-01", { type: "childcare", hours: 8 })];
  expect(await recorded(service, rows)).toEqual({ "kit-1/childcare": ["childcare", 800, 0] });
});

test("a partner that has sent no service of a type is not in it, and one that has sent one is", async () => {
  const door = await warehouseOf({ ...people, service: [taught("ann", "2024-02-01")] });
  await collectAtHub(door, servicesDelivered);
  const figure = await figuresOf(door, servicesDelivered);
  await door.close();
  expect(figure("training partner hub to-date served")).toBe(1);
  expect(figure("coaching partner hub to-date served")).toBe("[not_collected]");
  expect(figure("coaching network network to-date served")).toBe("[not_collected]");
});

test("behind two episodes of one person there is one person", async () => {
  const again = enrolled("ann", "2024-09-01", { enrollment_key: "ann-2" });
  const service = [taught("ann", "2024-02-01"), taught("ann", "2024-10-01")];
  const door = await warehouseOf({ ...people, enrollment: [...people.enrollment, again], service });
  await collectAtHub(door, servicesDelivered);
  const figure = await figuresOf(door, servicesDelivered);
  expect(figure("training partner hub to-date served")).toBe(2);
  expect(
    await door.rows("select distinct people from figure where series = 'training' and part = 'served' and value > 0"),
  ).toEqual([{ people: 1 }]);
  await door.close();
});
