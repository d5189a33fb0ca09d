import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPublication } from "../pipelines/protect/store.ts";
import { readRunRecords } from "../pipelines/run-record.ts";
import { openWarehouse, tableSize } from "../pipelines/warehouse.ts";

const root = path.resolve(import.meta.dirname, "..");
const example = path.join(import.meta.dirname, "cases", "a full snapshot deletes what it leaves out");

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-kill-"));
  cpSync(path.join(example, "network"), folder, { recursive: true });
  cpSync(path.join(example, "sends-1"), path.join(folder, "exports"), { recursive: true });
  expect(await ended(start())).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A run in a process of its own, as a user starts it. */
function start(...more: string[]): ChildProcess {
  const run = [path.join(root, "pipelines", "cli.ts"), "run", "--network", path.join(folder, "network.yaml"), ...more];
  const env = { ...process.env, COMMON_MEASURE_KEYS: path.join(folder, "keys"), CI: "1" };
  return spawn(process.execPath, run, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  return child.exitCode;
}

/** Waits until a run holds the lock. */
async function underWay(child: ChildProcess): Promise<void> {
  const holder = () =>
    (JSON.parse(readFileSync(path.join(folder, "run.lock.duckdb.json"), "utf8")) as { process: number }).process;
  while (holder() !== child.pid) await wait(20);
}

/** Everything a reader of the last publication holds: figures in the warehouse, the published store, every byte of the site. */
async function whole(): Promise<string> {
  const warehouse = await openWarehouse(path.join(folder, "warehouse.duckdb"), { readOnly: true });
  const figures = await tableSize(warehouse, "figure");
  await warehouse.close();
  const publication = await readPublication(path.join(folder, "published.duckdb"));
  const site = path.join(folder, "dist", "staff");
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => /\.(html|csv)$/.test(name));
  return JSON.stringify([
    figures,
    publication,
    pages.sort().map((name) => [name, readFileSync(path.join(site, name), "utf8")]),
  ]);
}

test("a run that is killed at any moment leaves warehouse, published store and site whole, and the next run is clean", async () => {
  const before = await whole();
  const began = Date.now();
  expect(await ended(start("--again"))).toBe(0);
  const length = Date.now() - began;
  expect(await whole()).toBe(before);
  for (const share of [0.2, 0.45, 0.65, 0.8, 0.92]) {
    const child = start("--again");
    await wait(share * length);
    child.kill("SIGKILL");
    await ended(child);
    expect(await whole()).toBe(before);
  }
  expect(await ended(start("--again"))).toBe(0);
  expect(await whole()).toBe(before);
  const left = readdirSync(folder).filter((name) => /\.run-|\.new$/.test(name));
  expect([left, existsSync(path.join(folder, "intake", ".work"))]).toEqual([[], false]);
}, 240_000);

test("a run that is interrupted says so, and changes nothing", async () => {
  const before = await whole();
  const child = start("--again");
  let said = "";
  child.stderr!.on("data", (chunk) => {
    said += chunk;
  });
  await underWay(child);
  child.kill("SIGINT");
  expect(await ended(child)).toBe(130);
  expect(said).toContain("interrupted: the last publication stays as it is");
  expect(await whole()).toBe(before);
});

test("a second run at the same time says who holds the lock and changes nothing", async () => {
  const first = start("--again");
  await underWay(first);
  const second = start("--again");
  let said = "";
  second.stderr!.on("data", (chunk) => {
    said += chunk;
  });
  expect(await ended(second)).toBe(3);
  expect(said).toMatch(
    new RegExp(`run run-\\S+ \\(process ${first.pid}, since \\S+\\) holds the lock of this network`),
  );
  expect(await ended(first)).toBe(0);
});

test("the site is switched in one step, and every run leaves its record", () => {
  expect(readlinkSync(path.join(folder, "dist", "staff"))).toMatch(/^\.builds\/run-\w+\/staff$/);
  const outcomes = readRunRecords(path.join(folder, "runs")).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "published").length).toBeGreaterThanOrEqual(4);
});
