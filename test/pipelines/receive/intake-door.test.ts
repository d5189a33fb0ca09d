import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { intakeDoor } from "../../../pipelines/receive/intake-door.ts";
import type { Door } from "../../../pipelines/warehouse.ts";

test("every delivery goes through one door, and finds no table and no file of the one before, even of one that failed", async () => {
  const work = mkdtempSync(path.join(tmpdir(), "common-measure-door-"));
  const intake = intakeDoor({ work }, "1GB");
  const doors = new Set<Door>();
  const failing = intake.use(async (door, { work: scratch, made }) => {
    doors.add(door);
    await door.run("create temp table left_over as select 1 as a");
    await door.run(`copy left_over to '${made}/left.parquet' (format parquet)`);
    await door.run(`copy left_over to '${scratch}/left.csv'`);
    throw new Error("broken");
  });
  await expect(failing).rejects.toThrow("broken");
  await intake.use(async (door, { made }) => {
    doors.add(door);
    expect(await door.rows("select table_name from duckdb_tables()")).toEqual([]);
    expect(existsSync(path.join(made, "left.parquet"))).toBe(false);
    await door.run(`copy (select 1 as a) to '${made}/next.parquet' (format parquet)`);
    await expect(door.rows("from read_text('/etc/hostname')")).rejects.toThrow("Permission");
  });
  expect(doors.size).toBe(1);
  await intake.close();
  rmSync(work, { recursive: true });
});
