import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silent } from "../pipelines/progress.ts";
import { readNetwork } from "../pipelines/read-network.ts";
import { run } from "../pipelines/run.ts";
import type { RunRecord } from "../pipelines/run-record.ts";
import { openWarehouse } from "../pipelines/warehouse.ts";

const projectRoot = path.resolve(import.meta.dirname, "..");
const participants = readFileSync(path.join(projectRoot, "test/fixtures/pirl/participants.csv"), "utf8");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-pirl-"));
  for (const name of ["partners", "exports"]) mkdirSync(path.join(folder, name));
  const network = {
    id: "pirl-network",
    name: "PIRL Network",
    contact: "data@example.org",
    as_of: "2026-06-30",
    goal: { people: 100, by: "2028-06-30" },
    tiers: [{ id: "tier-1", name: "One" }],
  };
  const partner = {
    id: "board",
    name: "Workforce board",
    kind: "workforce_board",
    folder: "exports",
    programs: [
      { id: "job-search", name: "Job search", tier: "tier-1" },
      { id: "young-adults", name: "Young adults", tier: "tier-1" },
    ],
    feeds: [
      {
        id: "pirl",
        format: "wioa_pirl",
        files: "*.csv",
        sends: "full_snapshot",
        programs: { youth: "young-adults", adult: "job-search", dislocated_worker: "job-search" },
      },
    ],
  };
  writeFileSync(path.join(folder, "network.yaml"), JSON.stringify(network));
  writeFileSync(path.join(folder, "partners", "board.yaml"), JSON.stringify(partner));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function runWith(text: string): Promise<RunRecord> {
  writeFileSync(path.join(folder, "exports", "participants.csv"), text);
  const environment = { COMMON_MEASURE_KEYS: path.join(folder, "keys") };
  const effects = { now: () => new Date("2026-07-01"), environment, process: 1, progress: silent, projectRoot };
  return run(readNetwork(path.join(folder, "network.yaml")), effects, { withoutSite: true });
}

const withDob = participants
  .split("\r\n")
  .map((line, at) => (line === "" ? line : `${line},${at === 0 ? "PIRL200" : "19900310"}`))
  .join("\r\n");

test.each([
  ["a date of birth under its number", withDob, 'the column "PIRL200" is for a date of birth, which identifies people'],
  [
    "participants' own numbers",
    participants.replaceAll(/v1:millrace:(.)\w{25}/g, "00012345678$1"),
    `the column "PIRL100" holds participants' own numbers in 8 rows, where keyed tokens belong`,
  ],
  [
    "participants without a header",
    participants.slice(participants.indexOf("\n") + 1),
    "none of the 47 cells of the first row is the name of an agreed column",
  ],
])("%s refuses the file, and nothing of it is kept", async (_, text, says) => {
  const record = await runWith(text);
  expect([record.outcome, record.files.map(({ outcome }) => outcome)]).toEqual(["failed", ["refused"]]);
  expect(record.files[0]!.says.join("\n")).toContain(says);
  expect(record.files[0]!.says.join("\n")).not.toMatch(/19900310|0001234|aaaaaa/);
  expect(readdirSync(path.join(folder, "inbox"))).toEqual(["receipts.json"]);
  expect(readdirSync(path.join(folder, "intake"))).toEqual([]);
});

test("de-identified it goes through the pipeline; what counts quarters counts it, and what counts days leaves it out", async () => {
  const record = await runWith(participants);
  expect([record.error, record.outcome, record.totals?.rows_set_aside]).toEqual([null, "published", 1]);
  const door = await openWarehouse(path.join(folder, "warehouse.duckdb"), { readOnly: true });
  const figures = await door.rows<{ id: string; value: number | null; reason: string | null }>(
    `select measure || ' ' || part as id, value, reason from figure
      where slice = 'partner' and member = 'board' and period_kind = 'all' and series = 'all'`,
  );
  const aside = await door.rows("select row_number, rule from set_aside");
  await door.close();
  const figure = (id: string) => figures.find((each) => each.id === id);
  const value = (measure: string, ...parts: string[]) => parts.map((part) => figure(`${measure} ${part}`)?.value);
  expect(value("employment-after-exit", "left", "employed_q2", "unknown_q2", "not_employed_q2")).toEqual([3, 2, 1, 0]);
  expect(value("employment-after-exit", "employed_q4", "unknown_q4", "not_employed_q4")).toEqual([1, 1, 1]);
  expect(value("employment-after-exit", "earnings_known", "earnings_not_known")).toEqual([0, 2]);
  expect(value("recognized-credential", "trained", "credentialed")).toEqual([1, 1]);
  for (const days of ["job-placement exited", "job-retention placed", "living-wage-share placed"])
    expect([days, figures.find(({ id }) => id.startsWith(days.split(" ")[0]!))?.reason]).toEqual([
      days,
      "not_collected",
    ]);
  expect(aside).toEqual([{ row_number: 9, rule: "unknown_program" }]);
});
