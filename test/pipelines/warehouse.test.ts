import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
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
  ];
  test.each(outside)("%s", async (sql) => {
    await expect(door.rows(sql)).rejects.toThrow(
      /Permission|disabled|configuration|locked|HTTP|Extension|not found|Cannot/i,
    );
  });
  test("not even through a link or a dotted path inside them", async () => {
    const inside = path.join(folder, "in");
    await import("node:fs").then(({ mkdirSync }) => mkdirSync(inside));
    writeFileSync(path.join(folder, "secret.csv"), "a\n1\n");
    symlinkSync(path.join(folder, "secret.csv"), path.join(inside, "link.csv"));
    writeFileSync(path.join(inside, "mine.csv"), "a\n1\n");
    await expect(door.rows(`select * from read_csv('${inside}/../secret.csv')`)).rejects.toThrow(/Permission/);
    expect(await door.rows(`select * from read_csv('${inside}/mine.csv')`)).toEqual([{ a: 1 }]);
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
