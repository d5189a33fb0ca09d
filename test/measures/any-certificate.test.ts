import { describe, expect, test } from "vitest";
import { anyCertificate } from "../../models/measures/any-certificate.ts";
import type { EnrollmentTable } from "../../models/warehouse.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub, countedParts, earned } from "./record-rows.ts";

/** Whether Ann, with the partner from 10 January to 30 June 2024, has a certificate by her exit, and by a year after it. */
async function certified(credential: ReturnType<typeof earned>[], facts: Partial<EnrollmentTable> = {}, asOf?: string) {
  const enrollment = [enrolled("ann", "2024-01-10", { exited_on: "2024-06-30", ...facts })];
  const parts = await countedParts(anyCertificate, { person: [person("ann")], enrollment, credential }, asOf);
  return parts.includes("left")
    ? [parts.includes("in_program"), parts.includes("within_year")]
    : [undefined, undefined];
}

describe("a certificate", () => {
  test("of the day of entry counts, and not one of the day before", async () => {
    expect(await certified([earned("ann", "2024-01-10")])).toEqual([true, true]);
    expect(await certified([earned("ann", "2024-01-09")])).toEqual([false, false]);
  });
  test("of the day of exit is within the program, one of the next day only within a year", async () => {
    expect(await certified([earned("ann", "2024-06-30")])).toEqual([true, true]);
    expect(await certified([earned("ann", "2024-07-01")])).toEqual([false, true]);
  });
  test("counts a calendar year after exit and not the day after that", async () => {
    expect(await certified([earned("ann", "2025-06-30")])).toEqual([false, true]);
    expect(await certified([earned("ann", "2025-07-01")])).toEqual([false, false]);
  });
  test.each(["work_readiness", "other", "diploma"])("of type %s counts", async (type) => {
    expect(await certified([earned("ann", "2024-05-01", { type })])).toEqual([true, true]);
  });
  test("counts once, however many there are, and in no episode but the one its partner names", async () => {
    expect(await certified([earned("ann", "2024-05-01"), earned("ann", "2024-05-02")])).toEqual([true, true]);
    expect(await certified([earned("ann", "2024-05-01", { enrollment_key: "other" })])).toEqual([false, false]);
    expect(await certified([earned("ann", "2024-05-01", { partner_id: "school" })])).toEqual([false, false]);
  });
});

describe("the denominator", () => {
  test("both times are looked at once a year has passed since the exit", async () => {
    expect(await certified([earned("ann", "2024-05-01")], {}, "2025-06-30")).toEqual([undefined, undefined]);
    expect(await certified([earned("ann", "2024-05-01")], {}, "2025-07-01")).toEqual([true, true]);
  });
  test("children, open episodes, and exits by death or to an institution are not in it", async () => {
    const none = [undefined, undefined];
    expect(await certified([], { age_at_entry: 17 })).toEqual(none);
    expect(await certified([], { exited_on: null })).toEqual(none);
    expect(await certified([], { exit_reason: "deceased" })).toEqual(none);
    expect(await certified([], { exit_reason: "institutionalized" })).toEqual(none);
    expect(await certified([], { exit_reason: "declined" })).toEqual([false, false]);
  });
});

test("parts add up, at the partner and in the network, to date and by the year of the exit", async () => {
  const people = ["ann", "bob", "cat"];
  const door = await warehouseOf({
    person: people.map((who) => person(who)),
    enrollment: people.map((who) => enrolled(who, "2024-01-10", { exited_on: "2024-06-30" })),
    credential: [earned("ann", "2024-05-01"), earned("bob", "2024-12-01")],
  });
  await collectAtHub(door, anyCertificate);
  const figure = await figuresOf(door, anyCertificate);
  const parts = ["left", "in_program", "within_year", "after_exit", "none"];
  expect(parts.map((part) => figure(`all network network to-date ${part}`))).toEqual([3, 1, 2, 1, 1]);
  expect(figure("all network network PY2023 in_program")).toBe(1);
  await door.close();
});
