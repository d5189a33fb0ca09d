import { afterAll, beforeAll, expect, test } from "vitest";
import { recordKind } from "../../../models/contract/catalogue.ts";
import { checkExport, hmisRecords, hmisRequired } from "../../../pipelines/intake/hmis.ts";
import type { Door } from "../../../pipelines/warehouse.ts";
import { hmisFeed, hmisRows, loadHmis, stageFixture } from "../../support/stage-hmis.ts";

let door: Door;
let tables: Map<string, string>;
beforeAll(async () => {
  ({ door, tables } = await stageFixture("hmis"));
});
afterAll(() => door.close());

const records = (kind: string) => hmisRows(door, tables, kind);
const values = async (kind: string, field: string) => (await records(kind)).map((row) => row[field]);

test("every record has every field of its kind, and passes the contract", async () => {
  for (const { record, select } of await hmisRecords(door, hmisFeed, tables)) {
    const [row] = await door.rows(select);
    expect(Object.keys(row!)).toEqual(["_row", ...Object.keys(recordKind(record).fields)]);
  }
  const broken = await loadHmis(door, tables);
  expect(broken).toEqual({ person: 0, household_member: 0, enrollment: 0, income: 0, service: 0 });
});

test("people: the deleted one is left out, flags become one race and one gender", async () => {
  expect(await values("person", "_row")).toEqual([2, 3, 4, 5, 6, 7, 8, 10, 11]);
  expect(await values("person", "race_ethnicity")).toEqual([
    ...["hispanic", "hispanic", "unknown", "black", "multiple", "black", "white", "american_indian", "native_hawaiian"],
  ]);
  expect(await values("person", "gender")).toEqual([
    ...["woman", "man", "unknown", "man", "woman", "man", "nonbinary", "woman", "nonbinary"],
  ]);
  expect(await values("person", "veteran")).toEqual([
    "true",
    "false",
    "false",
    "true",
    null,
    ...Array(4).fill("false"),
  ]);
  expect(await values("person", "age_on")).toEqual(["2024-07-01", "2024-07-01", null, ...Array(6).fill("2024-07-01")]);
});

test("episodes: destinations in HUD's groups, deleted rows and deleted exits left out", async () => {
  expect(await values("enrollment", "exit_destination")).toEqual([
    ...["permanent", "permanent", null, "other", "homeless", null, "permanent"],
    ...["permanent", null, "unknown", "temporary"],
  ]);
  expect(await values("enrollment", "exit_reason")).toEqual([
    ...["completed", "completed", null, "deceased", "declined", null, "completed"],
    ...["completed", null, "unknown", "declined"],
  ]);
  expect(new Set(await values("enrollment", "program_id"))).toEqual(new Set(["rapid-re-housing"]));
});

test("a person who entered twice with a household is in it once, by the last place", async () => {
  const members = await records("household_member");
  expect(members).toHaveLength(10);
  expect(members.map((member) => [member._row, member.role])).toContainEqual([7, "other"]);
});

test("income: 99 is not known, Earned = 0 stays beside its amount", async () => {
  const incomes = await records("income");
  expect(incomes[2]).toMatchObject({ stage: "entry", any_income: null, earned: null, total_monthly: null });
  expect(incomes[5]).toMatchObject({ any_income: "true", earned: "false", earned_monthly: "500.00" });
});

test("services: financial assistance and case management, no bed nights", async () => {
  expect(await values("service", "type")).toEqual(["financial", "coordination"]);
  expect(await values("service", "cost")).toEqual(["350.00", null]);
});

test("a project without a program keeps its ProjectID, for the contract to find", async () => {
  const all = await hmisRecords(door, { ...hmisFeed, projects: {} }, tables);
  const mapped = all.find(({ record }) => record === "enrollment");
  const [row] = await door.rows<{ program_id: string }>(mapped!.select);
  expect(row!.program_id).toBe("808");
  expect(mapped!.source.program_id).toBe("ProjectID");
});

test("an export must be whole, of a version that is read, and de-identified, whatever its HashStatus says", async () => {
  expect(hmisRequired).toEqual(["Export.csv", "Client.csv", "Enrollment.csv", "Exit.csv", "IncomeBenefits.csv"]);
  expect(await checkExport(door, tables)).toEqual([]);
  const partial = new Map([...tables].filter(([file]) => file !== "Exit.csv"));
  expect(await checkExport(door, partial)).toEqual([{ code: "missing-file", facts: { file: "Exit.csv" } }]);
  await door.run(
    "create table hashed as select * replace ('4' as HashStatus, null as DeidentifiedBy) from hmis_Export",
  );
  const hashed = new Map([...tables, ["Export.csv", "hashed"]]);
  expect(await checkExport(door, hashed)).toEqual([
    { code: "unhashed-export", facts: { file: "Export.csv", column: "HashStatus" } },
  ]);
  const expected = "HMIS CSV FY2022, FY2024 or FY2026";
  await door.run("create table newer as select * replace ('2028 v1' as CSVVersion) from hmis_Export");
  expect(await checkExport(door, new Map([...tables, ["Export.csv", "newer"]]))).toEqual([
    { code: "wrong-format", facts: { file: "Export.csv", column: "CSVVersion", expected } },
  ]);
  await door.run(
    "create table mixed as from hmis_Export union all select * replace ('2024 v1' as CSVVersion) from hmis_Export",
  );
  expect(await checkExport(door, new Map([...tables, ["Export.csv", "mixed"]]))).toEqual([
    { code: "wrong-format", facts: { file: "Export.csv", column: "CSVVersion", expected } },
  ]);
  await door.run("create table nameless as select * exclude (AgeAtEntry) from hmis_Enrollment");
  expect(await checkExport(door, new Map([...tables, ["Enrollment.csv", "nameless"]]))).toEqual([
    { code: "missing-column", facts: { file: "Enrollment.csv", column: "AgeAtEntry", field: "HMIS CSV FY2022" } },
  ]);
});
