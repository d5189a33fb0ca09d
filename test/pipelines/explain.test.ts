import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explain } from "../../pipelines/explain.ts";
import { type Places, placesOf } from "../../pipelines/places.ts";
import { silent } from "../../pipelines/progress.ts";
import { query } from "../../pipelines/query.ts";
import { type Network, readNetwork } from "../../pipelines/read-network.ts";
import { run } from "../../pipelines/run.ts";

const root = path.resolve(import.meta.dirname, "../..");
const example = path.join(root, "test/cases/a full snapshot deletes what it leaves out");
let folder: string;
let network: Network;
let places: Places;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "explain-"));
  cpSync(path.join(example, "network"), folder, { recursive: true });
  cpSync(path.join(example, "sends-1"), path.join(folder, "exports"), { recursive: true });
  network = readNetwork(path.join(folder, "network.yaml"));
  const environment = { COMMON_MEASURE_KEYS: path.join(folder, "keys") };
  places = placesOf(network, environment);
  await expect(explain(network, places, "people-served/all/network/network/to-date/people")).rejects.toThrow(
    "there is no whole publication yet",
  );
  await expect(query(places.warehouse, "select 1", { memory: "1GB", csv: false })).rejects.toThrow("no warehouse yet");
  const effects = {
    now: () => new Date("2026-07-01T00:00:00Z"),
    environment,
    process: process.pid,
    progress: silent,
    projectRoot: root,
  };
  await run(network, effects, { withoutSite: true });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = async (address: string) => (await explain(network, places, address)).join("\n");

test("a withheld count says its definition, its SQL, its files with rows and hashes, and never its number", async () => {
  const text = await lines("people-served/all/network/network/to-date/people");
  expect(text).toMatch(/^People served: People, network network, To date\n {2}no number is published: withheld\n/);
  expect(text).toContain("Numerator    People with at least one enrollment in a program of the network.");
  expect(text).toContain("select * from (select f.*, q.quarter, q.year");
  expect(text).toMatch(
    /hub\/enrollments\.csv, received 2026-07-01: \d+ of enrollment, rows 2, 3, .*sha256 [0-9a-f]{64}/,
  );
  expect(text).toContain("unknown person: no row that breaks this is counted");
});

test("the SQL it prints counts what the figure counts", async () => {
  const text = await lines("people-served/all/network/network/to-date/people");
  const sql = text.slice(text.indexOf("-- people\n") + 10, text.indexOf("\n\nRows about these people"));
  const one = { memory: "1GB", csv: true };
  const [, counted] = await query(places.warehouse, `select count(*) as n from (${sql})`, one);
  const [, figure] = await query(
    places.warehouse,
    "select value from figure where measure = 'people-served' and slice = 'network' and period = 'to-date' and part = 'people'",
    one,
  );
  expect(Number(counted!.replaceAll('"', ""))).toBeGreaterThan(0);
  expect(counted).toBe(figure);
});

test("a rate says both its parts and the sums that hold what is withheld around them", async () => {
  const text = await lines("matrix-movement/housing/network/network/to-date/rate:improved");
  expect(text).toContain("What is withheld around improved");
  expect(text).toMatch(/improved.* = .*: of \d+ counts \d+ withheld, \d+ never printed/);
});

test("a figure, a measure or a part that there is not is named", async () => {
  await expect(lines("people-fed/all/network/network/to-date/people")).rejects.toThrow("no such measure: people-fed");
  await expect(lines("people-served/all/network/network/to-date/dogs")).rejects.toThrow(
    "people-served has no count dogs",
  );
  await expect(lines("people-served/all/partner/nobody/to-date/people")).rejects.toThrow(
    "the release has no such figure",
  );
});

test("the warehouse is opened for reading alone, and an answer as CSV carries no formula", async () => {
  await expect(query(places.warehouse, "delete from episode", { memory: "1GB", csv: false })).rejects.toThrow(
    /read-only/i,
  );
  expect(await query(places.warehouse, "select '=1+1' as a, -3 as b", { memory: "1GB", csv: true })).toEqual([
    '"a","b"',
    `"'=1+1","-3"`,
  ]);
  expect(await query(places.warehouse, "select '-1+1' as a", { memory: "1GB", csv: true })).toEqual(['"a"', `"'-1+1"`]);
  expect(await query(places.warehouse, "select 12 as n, 'x' as word", { memory: "1GB", csv: false })).toEqual([
    "n   word",
    "12  x",
    "(1 row)",
  ]);
});
