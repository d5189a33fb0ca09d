import { spawnSync } from "node:child_process";
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-modes-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("every file that a run writes is for its owner alone, and so is every folder, however loose the shell is", () => {
  const example = path.join(root, "test/cases/a broken row is set aside and the rest of the file loads");
  const network = path.join(folder, "network");
  cpSync(path.join(example, "network"), network, { recursive: true });
  cpSync(path.join(example, "sends-1"), path.join(network, "exports"), { recursive: true });
  const before = new Set(readdirSync(folder, { recursive: true, encoding: "utf8" }));
  const command = 'umask 000 && exec "$0" "$1" run --without-site --network "$2"';
  const cli = path.join(root, "pipelines/cli.ts");
  const env = { ...process.env, COMMON_MEASURE_KEYS: path.join(folder, "keys"), CI: "1" };
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", command, process.execPath, cli, path.join(network, "network.yaml")],
    {
      env,
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([0, ""]);
  const made = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => !before.has(name));
  const loose = made.filter((name) => (lstatSync(path.join(folder, name)).mode & 0o077) !== 0);
  expect(loose).toEqual([]);
  for (const kind of [
    /^network\/inbox\/[0-9a-f]{64}$/,
    /\.parquet$/,
    /warehouse\.duckdb$/,
    /set-aside\/.+\.csv$/,
    /feedback\/.+\.csv$/,
    /runs\/run-.+\.json$/,
    /keys\/.+\.key$/,
  ])
    expect(made.some((name) => kind.test(name))).toBe(true);
});
