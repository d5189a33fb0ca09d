import { expect, test } from "vitest";
import { taught } from "../measures/record-rows.ts";
import { enrolled, person, type Rows, warehouseOf } from "../support/warehouse.ts";

/** Services as `day → episode, hundredths of an hour, cents`, for those in anybody's time with the partner. */
async function servicesOf(rows: Rows, asOf?: string): Promise<Record<string, unknown[]>> {
  const door = await warehouseOf({ person: [person("ann")], ...rows }, asOf);
  const found = await door.rows<{ provided_on: string; enrollment_key: string; hundredths: number; cents: number }>(
    "select cast(provided_on as varchar) as provided_on, enrollment_key, hundredths, cents from given_service",
  );
  await door.close();
  return Object.fromEntries(found.map((row) => [row.provided_on, [row.enrollment_key, row.hundredths, row.cents]]));
}

const on = (...days: string[]) => days.map((day) => taught("ann", day));

test("a service counts from the day of entry to the day of exit", async () => {
  const enrollment = [enrolled("ann", "2024-01-10", { exited_on: "2024-06-30" })];
  const service = on("2024-01-09", "2024-01-10", "2024-06-30", "2024-07-01");
  expect(Object.keys(await servicesOf({ enrollment, service })).sort()).toEqual(["2024-01-10", "2024-06-30"]);
});

test("in an open episode it counts to the last day of the data", async () => {
  const rows = { enrollment: [enrolled("ann", "2024-01-10")], service: on("2024-05-01", "2024-05-02") };
  expect(Object.keys(await servicesOf(rows, "2024-05-01"))).toEqual(["2024-05-01"]);
});

test("of two episodes at once it counts in that of its own program, else in the later one", async () => {
  const plus = { program_id: "hub-plus" };
  const enrollment = [
    enrolled("ann", "2024-01-10"),
    enrolled("ann", "2024-03-01", { ...plus, enrollment_key: "ann-plus" }),
  ];
  const service = [
    ...on("2024-04-01"),
    taught("ann", "2024-04-02", plus),
    taught("ann", "2024-04-03", { program_id: "hub-other" }),
  ];
  const found = await servicesOf({ enrollment, service });
  expect(
    Object.entries(found)
      .map(([day, [episode]]) => `${day} ${episode}`)
      .sort(),
  ).toEqual(["2024-04-01 ann-1", "2024-04-02 ann-plus", "2024-04-03 ann-plus"]);
});

test("hours are in hundredths and dollars in cents, and what nobody recorded is null", async () => {
  const service = [taught("ann", "2024-02-01", { hours: 0.29, cost: 19.99 }), taught("ann", "2024-02-02")];
  expect(await servicesOf({ enrollment: [enrolled("ann", "2024-01-10")], service })).toEqual({
    "2024-02-01": ["ann-1", 29, 1999],
    "2024-02-02": ["ann-1", null, null],
  });
});

test("a service at another partner is not in the episode", async () => {
  const service = [taught("ann", "2024-02-01", { partner_id: "school" })];
  expect(await servicesOf({ enrollment: [enrolled("ann", "2024-01-10")], service })).toEqual({});
});
