import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPublication } from "../pipelines/protect/store.ts";
import { readRunRecords } from "../pipelines/run-record.ts";
import { openWarehouse } from "../pipelines/warehouse.ts";

const root = path.resolve(import.meta.dirname, "..");
const example = path.join(import.meta.dirname, "cases", "a full snapshot deletes what it leaves out");

const names = { a: "Two Partners", b: "Two Partners, a year later" };
type Inputs = keyof typeof names;

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-kill-"));
  cpSync(path.join(example, "network"), folder, { recursive: true });
  writeFileSync(path.join(folder, "kill-after.mjs"), KILL_AFTER);
  configured("a");
  sent("a");
  expect(await ended(start())).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Configures the network one way or the other: what is published differs. */
function configured(which: Inputs): void {
  const file = path.join(folder, "network.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^name: .*$/m, `name: ${names[which]}`));
}

/** Puts one or the other of two deliveries into the partner's folder: people differ, and the second has a broken row. */
function sent(which: Inputs): void {
  cpSync(path.join(example, which === "a" ? "sends-1" : "sends-2"), path.join(folder, "exports"), { recursive: true });
  if (which === "b")
    appendFileSync(path.join(folder, "exports", "hub", "enrollments.csv"), "no token,,2024-01-10,,20\n");
}

/** Kills the run right after it has put a file of the name in `KILL_AFTER` into its place. */
const KILL_AFTER = `import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
const rename = fs.renameSync;
fs.renameSync = (from, to) => {
  rename(from, to);
  if (path.basename(to) === process.env.KILL_AFTER) process.kill(process.pid, "SIGKILL");
};
syncBuiltinESMExports();
`;

/** A run in a process of its own, as a user starts it. */
const start = (...more: string[]) => command([], {}, more);

const startAndKillAfter = (name: string, more: string[]) =>
  command(["--import", path.join(folder, "kill-after.mjs")], { KILL_AFTER: name }, more);

function command(node: string[], environment: Record<string, string>, more: string[]): ChildProcess {
  const run = [path.join(root, "pipelines", "cli.ts"), "run", "--network", path.join(folder, "network.yaml"), ...more];
  const env = { ...process.env, COMMON_MEASURE_KEYS: path.join(folder, "keys"), CI: "1", ...environment };
  return spawn(process.execPath, [...node, ...run], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
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

/** Everything a reader of the last publication has: the figures in the warehouse, the published store, the set-aside reports, the pages. */
async function whole(): Promise<Record<"warehouse" | "published" | "setAside" | "site", string>> {
  const warehouse = await openWarehouse(path.join(folder, "warehouse.duckdb"), { readOnly: true });
  const figures = await warehouse.rows("select * from figure order by all");
  await warehouse.close();
  return {
    warehouse: JSON.stringify(figures),
    published: JSON.stringify(await readPublication(path.join(folder, "published.duckdb"))),
    setAside: filesOf(path.join(folder, "set-aside")),
    site: ["staff", "funders", "agency/hub"].map((audience) => filesOf(path.join(folder, "dist", audience))).join("\n"),
  };
}

function filesOf(place: string): string {
  const names = readdirSync(place, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(html|csv|json)$|_headers$/.test(name),
  );
  return JSON.stringify(names.sort().map((name) => [name, readFileSync(path.join(place, name), "utf8")]));
}

const leftovers = () => [
  readdirSync(folder).filter((name) => /\.run-|\.new$/.test(name)),
  existsSync(path.join(folder, "intake", ".work")),
];

test("a run with new inputs that is killed at any moment leaves all of the old or all of the new, and the next run ends with the new", async () => {
  const use = (which: Inputs) => {
    configured(which);
    sent(which);
  };
  const a = await whole();
  use("b");
  const began = Date.now();
  expect(await ended(start())).toBe(0);
  const length = Date.now() - began;
  const b = await whole();
  for (const part of ["warehouse", "published", "setAside", "site"] as const) expect(b[part]).not.toBe(a[part]);
  use("a");
  const child = start();
  await wait(0.9 * length);
  child.kill("SIGKILL");
  await ended(child);
  expect([a, b]).toContainEqual(await whole());
  expect(await ended(start())).toBe(0);
  expect(await whole()).toEqual(a);
  expect(leftovers()).toEqual([[], false]);
}, 600_000);

const WITHOUT_SITE = ["--without-site"];

test.each([
  ["warehouse.duckdb", WITHOUT_SITE],
  ["set-aside", WITHOUT_SITE],
  ["current", []],
  ["standing.json", []],
])(
  "a run killed right after it has replaced %s is never taken for the one before it",
  async (name, options) => {
    configured("a");
    sent("a");
    expect(await ended(start())).toBe(0);
    const before = await whole();
    configured("b");
    const child = startAndKillAfter(name, options);
    await ended(child);
    expect(child.signalCode).toBe("SIGKILL");
    configured("a");
    expect(await ended(start(...options))).toBe(0);
    expect(await whole()).toEqual(before);
    expect(leftovers()).toEqual([[], false]);
  },
  480_000,
);

test("a run that is interrupted says so, and changes nothing", async () => {
  const before = await whole();
  const child = start("--again", "--without-site");
  let said = "";
  child.stderr!.on("data", (chunk) => {
    said += chunk;
  });
  await underWay(child);
  child.kill("SIGINT");
  expect(await ended(child)).toBe(130);
  expect(said).toContain("interrupted: the last publication stays as it is");
  expect(await whole()).toEqual(before);
});

test("a second run at the same time says who holds the lock and changes nothing", async () => {
  const first = start("--again", "--without-site");
  await underWay(first);
  const second = start("--again", "--without-site");
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

test("the sites of all audiences are switched in one step, and every run leaves its record", () => {
  for (const audience of ["staff", "funders", "agency"])
    expect(readlinkSync(path.join(folder, "dist", audience))).toBe(`.builds/current/${audience}`);
  expect(readlinkSync(path.join(folder, "dist", ".builds", "current"))).toMatch(/^run-\w+$/);
  const outcomes = readRunRecords(path.join(folder, "runs")).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "published").length).toBeGreaterThanOrEqual(4);
});
