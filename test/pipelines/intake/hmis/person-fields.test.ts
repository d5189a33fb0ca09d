import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkExport, hmisRecords } from "../../../../pipelines/intake/hmis.ts";
import type { Door } from "../../../../pipelines/warehouse.ts";
import { hmisFeed, hmisRows, loadHmis, stageFixture } from "../../../support/stage-hmis.ts";

interface Person {
  _row: number;
  gender: string;
  race_ethnicity: string;
  veteran: string | null;
  age: string | null;
}

const told = ({ _row, gender, race_ethnicity, veteran, age }: Record<string, unknown>): Person =>
  ({ _row, gender, race_ethnicity, veteran, age }) as Person;

const persons = async (door: Door, tables: ReadonlyMap<string, string>) =>
  (await hmisRows(door, tables, "person")).map(told);

const person = (_row: number, gender: string, race_ethnicity: string, veteran: string | null, age: string | null) => ({
  ...{ _row, gender, race_ethnicity, veteran, age },
});

describe("FY2024", () => {
  let door: Door;
  let tables: Map<string, string>;
  beforeAll(async () => {
    ({ door, tables } = await stageFixture("hmis-2024"));
  });
  afterAll(() => door.close());

  test("the export fits, and every row passes the contract", async () => {
    expect(await checkExport(door, tables)).toEqual([]);
    const broken = await loadHmis(door, tables);
    expect(broken).toEqual({ person: 0, household_member: 0, enrollment: 0, income: 0, service: 0 });
  });

  test("several genders and races are each one code; the Middle East and North Africa are with White", async () => {
    expect(await persons(door, tables)).toEqual([
      person(2, "woman", "hispanic", "false", "35"),
      person(3, "man", "white", "true", "57"),
      person(4, "nonbinary", "multiple", "false", "23"),
      person(5, "woman", "white", "false", "39"),
      person(6, "nonbinary", "american_indian", "false", "90"),
      person(7, "unknown", "unknown", null, null),
      person(8, "nonbinary", "native_hawaiian", "false", "26"),
      person(9, "nonbinary", "multiple", null, "48"),
      person(10, "nonbinary", "asian", null, "16"),
    ]);
  });

  test("the spelling of Hispanic or Latino that FY2026 has is read too, and the fields say which one stood there", async () => {
    await door.run(
      `create table respelled as select * rename ("HispanicLatinaeo" as "HispanicLatinao") from "hmis_Client"`,
    );
    const other = new Map([...tables, ["Client.csv", "respelled"]]);
    expect(await checkExport(door, other)).toEqual([]);
    expect(await persons(door, other)).toEqual(await persons(door, tables));
    const source = async (of: ReadonlyMap<string, string>) =>
      (await hmisRecords(door, hmisFeed, of)).find(({ record }) => record === "person")!.source.race_ethnicity;
    expect([await source(tables), await source(other)]).toEqual(["HispanicLatinaeo", "HispanicLatinao"]);
  });

  test("a column of the version that is not there is named by the specification's spelling", async () => {
    await door.run(
      `create table fewer as select * exclude ("HispanicLatinaeo", "CulturallySpecific") from "hmis_Client"`,
    );
    expect(await checkExport(door, new Map([...tables, ["Client.csv", "fewer"]]))).toEqual(
      ["HispanicLatinaeo", "CulturallySpecific"].map((column) => ({
        code: "missing-column",
        facts: { file: "Client.csv", column, field: "HMIS CSV FY2024" },
      })),
    );
  });
});

describe("FY2026", () => {
  let door: Door;
  let tables: Map<string, string>;
  beforeAll(async () => {
    ({ door, tables } = await stageFixture("hmis-2026"));
  });
  afterAll(() => door.close());

  test("the export fits, and every row passes the contract", async () => {
    expect(await checkExport(door, tables)).toEqual([]);
    const broken = await loadHmis(door, tables);
    expect(broken).toEqual({ person: 0, household_member: 0, enrollment: 0, income: 0, service: 0 });
  });

  test("sex stands for gender, wherever its column is", async () => {
    expect(await persons(door, tables)).toEqual([
      person(2, "woman", "hispanic", "false", "35"),
      person(3, "man", "white", "true", "57"),
      person(4, "unknown", "multiple", "false", "23"),
      person(5, "unknown", "white", null, "39"),
      person(6, "unknown", "unknown", null, null),
    ]);
  });

  test("an export that says FY2026 and has the genders of FY2024 instead of sex lacks a column", async () => {
    await door.run(`create table gendered as select * rename ("Sex" as "Woman") from "hmis_Client"`);
    expect(await checkExport(door, new Map([...tables, ["Client.csv", "gendered"]]))).toEqual([
      { code: "missing-column", facts: { file: "Client.csv", column: "Sex", field: "HMIS CSV FY2026" } },
    ]);
  });
});
