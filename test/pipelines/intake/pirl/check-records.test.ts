import { afterAll, beforeAll, expect, test } from "vitest";
import { checkParticipants, pirlColumnFaults } from "../../../../pipelines/intake/pirl/check-records.ts";
import type { PirlFeed } from "../../../../pipelines/network.ts";
import { type Door, openWarehouse } from "../../../../pipelines/warehouse.ts";
import { pirlFeed, stageParticipant } from "../../../support/stage-pirl.ts";

let door: Door;
beforeAll(async () => {
  door = await openWarehouse(":memory:");
});
afterAll(() => door.close());

const least = ["PIRL100", "PIRL900", "PIRL901", "PIRL903", "PIRL904", "PIRL905", "AgeAtEntry"];
const faults = (header: readonly string[], feed: PirlFeed = pirlFeed) =>
  pirlColumnFaults("p.csv", header, feed).map(({ code, facts }) => [code, facts.column]);

test("the least a file needs is tokens, entry, exit, age and the flags of the feed's programs", () => {
  expect(faults(least)).toEqual([]);
  expect(faults(["CALC4039", "CALC4001", "CALC4002", "CALC4003", "100", "900", "901"])).toEqual([]);
  expect(faults(["PIRL1800"])).toEqual([
    ...["100", "900", "901", "AgeAtEntry", "905", "903", "904"].map((column) => ["missing-column", column]),
  ]);
  expect(
    faults(["PIRL100", "PIRL900", "PIRL901", "AgeAtEntry"], { ...pirlFeed, programs: { otherwise: "all" } }),
  ).toEqual([]);
});

test("a date of birth and a ZIP code are named though their columns are only numbers, and no setting lets them through", () => {
  const feed: PirlFeed = { ...pirlFeed, ignore: ["PIRL200"], columns: { "102": "P103" } };
  expect(pirlColumnFaults("p.csv", [...least, "PIRL200", "P103"], feed)).toEqual([
    { code: "identifier-column", facts: { file: "p.csv", column: "PIRL200", identifier: "a date of birth" } },
    { code: "identifier-column", facts: { file: "p.csv", column: "P103", identifier: "a ZIP code" } },
  ]);
});

test("a spelling nobody knows is an unknown column, with the element's name it is nearest to", () => {
  expect(pirlColumnFaults("p.csv", [...least, "Dates Entered Training #1", "Worker"], pirlFeed)).toEqual([
    {
      code: "unknown-column",
      facts: { file: "p.csv", column: "Dates Entered Training #1", nearest: "Date Entered Training #1" },
    },
    { code: "unknown-column", facts: { file: "p.csv", column: "Worker", nearest: null } },
  ]);
  expect(faults([...least, "Worker"], { ...pirlFeed, ignore: ["Worker"] })).toEqual([]);
});

test("two columns for one element that is read are one too many; elements nobody reads may come as they like", () => {
  expect(faults([...least, "Date of Program Entry", "PIRL2104", "2104"])).toEqual([
    ["duplicate-column", "Date of Program Entry"],
  ]);
});

test("a participant's own number refuses the file, one among tokens too; an empty cell does not", async () => {
  const tables = new Map([["p.csv", "pirl"]]);
  await stageParticipant(door, {});
  expect(await checkParticipants(door, pirlFeed, tables)).toEqual([]);
  await stageParticipant(door, { PIRL100: "000123456789" });
  expect(await checkParticipants(door, pirlFeed, tables)).toEqual([
    { code: "bare-participants", facts: { file: "p.csv", column: "PIRL100", rows: 1 } },
  ]);
  await door.run(`update pirl set "PIRL100" = null`);
  expect(await checkParticipants(door, pirlFeed, tables)).toEqual([]);
});
