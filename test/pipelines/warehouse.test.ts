import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Door, openWarehouse, quoteName, quoteText } from "../../pipelines/warehouse.ts";

let folder: string;
let door: Door;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-door-"));
  door = await openWarehouse(path.join(folder, "w.duckdb"), { folders: [path.join(folder, "in")], memory: "1GB" });
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

describe("DuckDB is closed to everything but the folders it is given", () => {
  const outside = [
    "select * from read_text('/etc/hostname')",
    "select * from glob('/etc/*')",
    "copy (select 1) to '/tmp/common-measure-outside.csv'",
    "attach '/tmp/common-measure-outside.duckdb' as other",
    "install httpfs",
    "load httpfs",
    "select * from read_csv('http://127.0.0.1:9/x.csv')",
    "set enable_external_access = true",
    "set memory_limit = '64GB'",
    "set allowed_directories = ['/']",
    "set temp_directory = '/tmp'",
    "set lock_configuration = false",
    "set autoload_known_extensions = true",
    "export database '/tmp/common-measure-outside'",
    "select * from read_blob('/etc/hostname')",
    "select * from read_parquet('/tmp/*.parquet')",
    "select * from '/etc/hostname'",
  ];
  test.each(outside)("%s", async (sql) => {
    await expect(door.rows(sql)).rejects.toThrow(
      /Permission|disabled|configuration|locked|HTTP|Extension|not found|Cannot|does not exist/i,
    );
  });
  test("not even through a link or a dotted path inside them", async () => {
    const inside = path.join(folder, "in");
    mkdirSync(inside);
    writeFileSync(path.join(folder, "secret.csv"), "a\n1\n");
    symlinkSync(path.join(folder, "secret.csv"), path.join(inside, "link.csv"));
    writeFileSync(path.join(inside, "mine.csv"), "a\n1\n");
    symlinkSync("/etc", path.join(inside, "folder"));
    for (const outside of ["../secret.csv", "link.csv", "folder/hostname"])
      await expect(door.rows(`select * from read_csv('${inside}/${outside}')`)).rejects.toThrow(/Permission/);
    await expect(door.run(`copy (select 1) to '${inside}/folder/x.csv'`)).rejects.toThrow(/Permission/);
    expect(await door.rows(`select * from read_csv('${inside}/mine.csv')`)).toEqual([{ a: 1 }]);
  });
});

describe("every door has its limits", () => {
  const settings = async (of: Door) => {
    const rows = await of.rows<{ name: string; value: string }>("select name, value from duckdb_settings()");
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  };
  test("no extension comes by itself, nothing is reached from outside, and nothing of it can be changed", async () => {
    expect(await settings(door)).toMatchObject({
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      allow_community_extensions: "false",
      allow_unsigned_extensions: "false",
      allow_persistent_secrets: "false",
      enable_external_access: "false",
      lock_configuration: "true",
      allowed_directories: `[${folder}/in/]`,
    });
  });
  test("one without folders may reach none, not even a folder for what does not fit into memory", async () => {
    const other = await openWarehouse(":memory:");
    const { allowed_directories, temp_directory, memory_limit } = await settings(other);
    await other.close();
    expect([allowed_directories, temp_directory, memory_limit]).toEqual(["[]", "", "3.7 GiB"]);
  });
  test("work that needs more than its memory and its folder ends with an error, and the next goes on", async () => {
    const spill = path.join(folder, "spill");
    const other = await openWarehouse(":memory:", { memory: "20MB", threads: 1, spill, spillLimit: "5MB" });
    const large =
      "create temp table t as select cast(uuid() as varchar) as a, cast(uuid() as varchar) as b from range(1500000)";
    await expect(other.run(large)).rejects.toThrow(/max_temp_directory_size/);
    expect(await other.rows("select 1 as one")).toEqual([{ one: 1 }]);
    await other.close();
  });
});

test("days are text, counts and sums are numbers, decimals are numbers", async () => {
  expect(
    await door.rows(
      "select date '2024-02-29' as day, count(*) as n, sum(x) as s, cast(1.25 as decimal(9, 2)) as money from range(3) t(x)",
    ),
  ).toEqual([{ day: "2024-02-29", n: 3, s: 3, money: 1.25 }]);
});

test("a file is opened once in a process, and only its owner can read it", async () => {
  await expect(openWarehouse(path.join(folder, "w.duckdb"))).rejects.toThrow("already open in this process");
  expect(statSync(path.join(folder, "w.duckdb")).mode & 0o077).toBe(0);
});

test("names and texts cannot end their quotes", async () => {
  const name = 'x" ; drop table t; --';
  const [row] = await door.rows(`select ${quoteText("it's; --")} as ${quoteName(name)}`);
  expect(row).toEqual({ [name]: "it's; --" });
});

test("an error of DuckDB says which statement failed, without the keys in it", async () => {
  const failing = door.rows(`select unhex('${"ab".repeat(64)}') || nonsense`);
  await expect(failing).rejects.toThrow(/SQL: select \[key\] \|\| nonsense/);
});
