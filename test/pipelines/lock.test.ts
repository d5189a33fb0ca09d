import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdLock, RunInProgress } from "../../pipelines/lock.ts";

const holder = { run: "run-1", process: 7, started_at: "2026-01-01T00:00:00.000Z" };
let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-lock-"));
  lock = path.join(folder, "run.lock.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = async () => {
  const error = await holdLock({ lock }, holder).catch((thrown: Error) => thrown);
  return error instanceof Error ? { inProgress: error instanceof RunInProgress, says: error.message } : null;
};

test("a second run is told who holds the lock, and that another run does when the note says nothing", async () => {
  const held = await holdLock({ lock }, holder);
  const says = (who: string) => `${who} holds the lock of this network; wait for it to end, or end it`;
  expect(await refusal()).toEqual({
    inProgress: true,
    says: says("run run-1 (process 7, since 2026-01-01T00:00:00.000Z)"),
  });
  for (const note of ["{", "null", "{}"]) {
    writeFileSync(`${lock}.json`, note);
    expect(await refusal()).toEqual({ inProgress: true, says: says("another run") });
  }
  rmSync(`${lock}.json`);
  expect(await refusal()).toEqual({ inProgress: true, says: says("another run") });
  await held.release();
  await (await holdLock({ lock }, holder)).release();
});

test("a file that is no lock is not another run, and the error says which file it is", async () => {
  writeFileSync(lock, "no database at all ".repeat(1000));
  expect(await refusal()).toEqual({
    inProgress: false,
    says: `not a lock file: ${lock} (delete it when no run is in progress)`,
  });
  rmSync(lock);
  mkdirSync(lock);
  expect(await refusal()).toEqual({
    inProgress: false,
    says: expect.stringMatching(/^the lock cannot be taken: .*Is a directory/),
  });
});
