import { afterAll, beforeAll, expect, test } from "vitest";
import type { PirlFeed } from "../../../../pipelines/network.ts";
import { type Door, openWarehouse } from "../../../../pipelines/warehouse.ts";
import { pirlFeed, pirlReasons, pirlRows, stageParticipant } from "../../../support/stage-pirl.ts";

let door: Door;
beforeAll(async () => {
  door = await openWarehouse(":memory:");
});
afterAll(() => door.close());

async function program(cells: Record<string, string>, programs: PirlFeed["programs"] = pirlFeed.programs) {
  await stageParticipant(door, { PIRL903: "", ...cells });
  const rows = await pirlRows(door, "enrollment", ["program_id"], { ...pirlFeed, programs });
  return rows.map(({ program_id }) => program_id);
}

test("who took part in several programs is counted under the first in the order of the record, Wagner-Peyser last", async () => {
  const programs = { wagner_peyser: "jobs", adult: "adults", youth: "young" };
  expect(await program({ PIRL903: "1", PIRL905: "2", PIRL918: "1" }, programs)).toEqual(["young"]);
  expect(await program({ PIRL903: "3", PIRL918: "1" }, programs)).toEqual(["adults"]);
  expect(await program({ CALC4001: "1", PIRL918: "1" }, programs)).toEqual(["adults"]);
  expect(await program({ PIRL918: "1" }, programs)).toEqual(["jobs"]);
});

test("who was only reported, and who is in no program, is left out; the rest are in otherwise, where there is one", async () => {
  expect(await program({ PIRL903: "4" })).toEqual([]);
  expect(await program({ PIRL903: "0" })).toEqual([]);
  expect(await program({ PIRL918: "1" })).toEqual(["wagner-peyser"]);
  const otherwise = { youth: "young", otherwise: "grown" };
  expect(await program({ PIRL905: "0", PIRL918: "1" }, otherwise)).toEqual(["grown"]);
  expect(await program({ PIRL905: "" }, otherwise)).toEqual(["grown"]);
  expect(await program({ PIRL918: "4" }, otherwise)).toEqual([]);
  expect(await program({ PIRL905: "0", CALC4006: "1" }, otherwise)).toEqual([]);
});

test("cells are read as states and spreadsheets write them, and what cannot be read is left for the contract", async () => {
  const fields = ["entered_on", "exited_on", "exit_reason", "age_at_entry"];
  const read = async (cells: Record<string, string>) => {
    await stageParticipant(door, cells);
    return (await pirlRows(door, "enrollment", fields)).map((row) => fields.map((field) => row[field]))[0];
  };
  expect(await read({ PIRL923: "05", AgeAtEntry: "17.0" })).toEqual(["2024-01-15", "2024-11-10", "moved", "17"]);
  expect(await read({ PIRL900: "20240115.0", PIRL901: "2024-11-10", PIRL923: "1.0" })).toEqual([
    ...["2024-01-15", "2024-11-10", "institutionalized", "30"],
  ]);
  expect(await read({ PIRL900: "1/15/2024", PIRL901: "00000000", PIRL923: "0", AgeAtEntry: "104" })).toEqual([
    ...["1/15/2024", null, null, "90"],
  ]);
  expect(await pirlReasons(door, "enrollment")).toEqual(["2 entered_on:not_a_date"]);
});

test("a code that the record does not have is found by the contract, with what is told of quarters too", async () => {
  await stageParticipant(door, { PIRL201: "5", PIRL923: "77", PIRL1600: "7", PIRL1800: "12", PIRL1801: "20240901" });
  expect(await pirlReasons(door, "person")).toEqual(["2 gender:unknown_code"]);
  expect(await pirlReasons(door, "enrollment")).toEqual(["2 exit_reason:unknown_code"]);
  expect(await pirlReasons(door, "job")).toEqual(["2 verified_by:unknown_code"]);
  expect(await pirlReasons(door, "credential")).toEqual(["2 type:unknown_code"]);
});

test("a credential without its day and a training without its own are found", async () => {
  await stageParticipant(door, { PIRL1800: "4", PIRL1303: "06" });
  expect(await pirlReasons(door, "credential")).toEqual(["2 earned_on:required"]);
  expect(await pirlReasons(door, "service")).toEqual(["2 provided_on:required"]);
});

test("the quarters after an exit are those of the guidance: November ends its fourth on 31 December, May on 30 June", async () => {
  const all = { PIRL1600: "1", PIRL1602: "1", PIRL1604: "1", PIRL1606: "1" };
  const days = async (exit: string) => {
    await stageParticipant(door, { ...all, PIRL901: exit });
    return (await pirlRows(door, "job", ["started_on"])).map(({ started_on }) => started_on);
  };
  expect(await days("20211115")).toEqual(["2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31"]);
  expect(await days("20220531")).toEqual(["2022-09-30", "2022-12-31", "2023-03-31", "2023-06-30"]);
  expect(await days("")).toEqual([]);
});

test("without a word on any quarter work is known up to the end of the quarter of the exit", async () => {
  const known = async (cells: Record<string, string>) => {
    await stageParticipant(door, { PIRL901: "20241231", ...cells });
    return (await pirlRows(door, "enrollment", ["work_known_to"])).map(({ work_known_to }) => work_known_to);
  };
  expect(await known({})).toEqual(["2024-12-31"]);
  expect(await known({ PIRL1600: "9", PIRL1602: "0" })).toEqual(["2024-12-31"]);
  expect(await known({ PIRL1600: "0", PIRL1602: "0", PIRL1604: "9" })).toEqual(["2025-06-30"]);
});

test("race is read from the one number of the public records where the flags are not there", async () => {
  await stageParticipant(door, { CALC4020: "4" });
  expect(await pirlRows(door, "person", ["race_ethnicity"])).toEqual([{ _row: 2, race_ethnicity: "native_hawaiian" }]);
  await stageParticipant(door, { CALC4020: "4", PIRL210: "1" });
  expect(await pirlRows(door, "person", ["race_ethnicity"])).toEqual([{ _row: 2, race_ethnicity: "hispanic" }]);
});
