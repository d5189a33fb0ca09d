import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deidentify } from "../pipelines/deidentify/deidentify.ts";
import { silent } from "../pipelines/progress.ts";
import { readNetwork } from "../pipelines/read-network.ts";
import { run } from "../pipelines/run.ts";
import type { RunRecord } from "../pipelines/run-record.ts";
import { openWarehouse } from "../pipelines/warehouse.ts";

const projectRoot = path.resolve(import.meta.dirname, "..");

interface Expected {
  period: { start: string; end: string };
  [figure: string]: unknown;
}

/** A network of one housing agency that sends HMIS exports, reporting on the export's own period. */
function makeNetwork(folder: string, project: string, { start, end }: Expected["period"]): void {
  mkdirSync(path.join(folder, "partners"), { recursive: true });
  const network = { id: "hmis-network", name: "HMIS Network", contact: "data@example.org", as_of: end };
  const rest = {
    goal: { people: 100, by: "2028-06-30" },
    tiers: [{ id: "tier-1", name: "One" }],
    report_period: { from: start, to: end },
  };
  writeFileSync(path.join(folder, "network.yaml"), JSON.stringify({ ...network, ...rest }));
  const feed = {
    id: "hmis",
    format: "hmis_csv",
    files: "*.csv",
    sends: "full_snapshot",
    projects: { [project]: "housing-rrh" },
  };
  const programs = [{ id: "housing-rrh", name: "Rapid re-housing", tier: "tier-1" }];
  const partner = {
    id: "housing",
    name: "Housing",
    kind: "housing_agency",
    folder: "exports",
    programs,
    feeds: [feed],
  };
  writeFileSync(path.join(folder, "partners", "housing.yaml"), JSON.stringify(partner));
}

async function runNetwork(folder: string): Promise<RunRecord> {
  const environment = { COMMON_MEASURE_KEYS: path.join(folder, "keys") };
  const effects = { now: () => new Date("2022-01-01"), environment, process: 1, progress: silent, projectRoot };
  return run(readNetwork(path.join(folder, "network.yaml")), effects, { withoutSite: true });
}

/** The figures HUD certifies, counted in the warehouse of a run. */
async function certified(folder: string): Promise<object> {
  const door = await openWarehouse(path.join(folder, "warehouse.duckdb"), { readOnly: true });
  const [counts] = await door.rows<Record<string, number>>(`select count(*) as persons,
    count(*) filter (where age >= 18) as adults, count(*) filter (where age < 18) as children, count(*) filter (where age is null) as "unknownAge",
    count(*) filter (where leaver) as leavers, count(*) filter (where leaver and age >= 18) as "adultLeavers",
    count(*) filter (where not leaver) as stayers, count(*) filter (where not leaver and age >= 18) as "adultStayers",
    count(*) filter (where veteran and age >= 18) as veterans, count(*) filter (where permanent_exit) as "permanentExits" from report_client`);
  const days = (leaver: boolean) =>
    door.rows(
      `select cast(round(avg(days_enrolled)) as integer) as mean, cast(median(days_enrolled) as integer) as median from report_client where leaver = ${leaver}`,
    );
  const [leavers] = await days(true);
  const [stayers] = await days(false);
  const classes = ["lost", "less", "same", "more", "gained", "none"];
  const [earnedIncomeStartToExit] = await door.rows(
    `select ${classes.map((name) => `count(*) filter (where earned_income_movement = '${name}') as ${name}`).join(", ")}, count(earned_income_movement) as total from report_client`,
  );
  await door.close();
  return { ...counts, daysEnrolled: { leavers, stayers }, earnedIncomeStartToExit };
}

/** Files of the rows set aside, as their partner is told. */
async function asideFiles(folder: string): Promise<string[]> {
  const door = await openWarehouse(path.join(folder, "warehouse.duckdb"), { readOnly: true });
  const rows = await door.rows<{ file: string }>("select distinct file_name as file from set_aside");
  await door.close();
  return rows.map(({ file }) => file);
}

const kits = [
  {
    name: "the small export written for this project",
    from: path.join(import.meta.dirname, "fixtures", "hmis", "export"),
    // The episode of a client who was deleted, and the income of a deleted episode.
    setAside: 2,
    project: null,
  },
  {
    name: "HUD's rapid re-housing test kit",
    from: path.resolve(projectRoot, "../shared/data/hud-datalab-rrh"),
    setAside: 0,
  },
];

describe.each(kits.filter(({ from }) => existsSync(from)))("$name", ({ from, setAside }) => {
  const expected = JSON.parse(readFileSync(expectedFile(from), "utf8")) as Expected;
  const files = readdirSync(from).filter((name) => name.endsWith(".csv"));
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "common-measure-hmis-"));
    makeNetwork(folder, projectOf(from), expected.period);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("as it is it is refused: every identifying column is named, no value is quoted, nothing is kept", async () => {
    for (const name of files) cpSync(path.join(from, name), path.join(folder, "exports", name), { recursive: true });
    const record = await runNetwork(folder);
    expect([record.outcome, record.files.map(({ outcome }) => outcome)]).toEqual(["failed", ["refused"]]);
    const says = record.files[0]!.says.join("\n");
    for (const column of ["FirstName", "LastName", "SSN", "DOB"])
      expect(says).toContain(`Client.csv: the column "${column}" is for`);
    expect(says).toContain('Export.csv: "HashStatus" says');
    expect(says).toContain("npm run deidentify");
    const kept = [says, readFileSync(path.join(folder, "inbox", "receipts.json"), "utf8")].join("\n");
    for (const value of identifiers(from)) expect(kept).not.toContain(value);
    expect(readdirSync(path.join(folder, "inbox"))).toEqual(["receipts.json"]);
    expect(readdirSync(path.join(folder, "intake"))).toEqual([]);
  });

  test("de-identified by its partner it goes through the pipeline and gives the certified figures", async () => {
    rmSync(path.join(folder, "exports"), { recursive: true });
    const key = Buffer.alloc(32, 7);
    await deidentify({ from, to: path.join(folder, "exports"), key, keyId: "test" });
    const record = await runNetwork(folder);
    expect([record.error, record.outcome, record.totals?.rows_set_aside]).toEqual([null, "published", setAside]);
    const { source: _source, period: _period, ...figures } = expected;
    expect(await certified(folder)).toEqual(figures);
    expect((await asideFiles(folder)).every((file) => files.includes(file))).toBe(true);
  });
});

/** Names, numbers and dates of birth in the export, long enough not to stand in a sentence by chance. */
function identifiers(from: string): string[] {
  const [header, ...lines] = readFileSync(path.join(from, "Client.csv"), "latin1").split(/\r?\n/);
  const columns = header!.replaceAll('"', "").split(",");
  const wanted = ["FirstName", "LastName", "SSN", "DOB"].map((name) => columns.indexOf(name));
  const cells = lines.flatMap((line) => wanted.map((index) => line.replaceAll('"', "").split(",")[index] ?? ""));
  return [...new Set(cells)].filter((cell) => cell.length > 4);
}

const projectOf = (from: string) =>
  readFileSync(path.join(from, "Project.csv"), "utf8").split(/\r?\n/)[1]!.replaceAll('"', "").split(",")[0]!;

const expectedFile = (from: string) =>
  [from, path.dirname(from)].map((folder) => path.join(folder, "expected.json")).find(existsSync)!;
