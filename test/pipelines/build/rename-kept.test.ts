import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renameKept } from "../../../pipelines/build/rename-kept.ts";
import { type Door, openWarehouse } from "../../../pipelines/warehouse.ts";

let folder: string;
let door: Door;
const at = (...names: string[]) => path.join(folder, ...names);
const key = (letter: string) => letter.repeat(32);
const people = (...keys: [row: number, key: string][]) => `create table person as
  select 'hub' as partner_id, 'people' as feed_id, 'file' as file_hash, cast(row as integer) as row_number, key as person_key
  from (values ${keys.map(([row, name]) => `(${row}, '${name}')`).join(", ")}) as t(row, key)`;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-"));
  for (const name of ["kept/1/units", "renamed", "work"]) mkdirSync(at(name), { recursive: true });
  writeFileSync(at("kept/1/kept.json"), JSON.stringify({ release: 1, key_id: "old" }));
  const before = await openWarehouse(at("warehouse.duckdb"), { folders: [at("kept/1/units")] });
  await before.run(people([2, key("a")], [3, key("b")]));
  await before.run(`copy (select * from (values
      ('${key("a")}/core', '${key("a")}', 5, 'man'), ('${key("b")}/${key("a")}', '${key("b")}', 6, null), ('${key("c")}/core', '${key("c")}', 7, null)
    ) as t(unit_id, person_key, amount, gender)) to '${at("kept/1/units/m.parquet")}' (format parquet)`);
  await before.close();
  door = await openWarehouse(":memory:", { folders: [at("kept"), at("renamed"), at("work")] });
  await door.run(people([2, key("1")], [3, key("2")]));
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

const rename = (kept: string, renamed: string) =>
  renameKept(door, {
    warehouse: at("warehouse.duckdb"),
    kept: at(kept),
    renamed: at(renamed),
    work: at("work"),
    keyId: "new",
  });
const rowsOf = (name: string) =>
  door.rows<{ unit_id: string; person_key: string }>(
    `select * from read_parquet('${at(name, "1/units/m.parquet")}') order by amount`,
  );

test("people in kept rows get the names they have under another key, and whom no file has any more one that nothing leads to", async () => {
  await rename("kept", "renamed");
  const [ann, ben, gone] = await rowsOf("renamed");
  expect(ann).toEqual({ unit_id: `${key("1")}/core`, person_key: key("1"), amount: 5, gender: "man" });
  expect(ben).toMatchObject({ unit_id: `${key("2")}/${key("1")}`, person_key: key("2") });
  expect(gone!.unit_id).toBe(`${gone!.person_key}/core`);
  expect(gone!.person_key).toMatch(/^[0-9a-f]{32}$/);
  expect(gone!.person_key).not.toBe(key("c"));
});

test("what was renamed already keeps its names when a change of key that was cut off is ended", async () => {
  mkdirSync(at("again"), { recursive: true });
  await rename("renamed", "work/again");
  const [ann, ben] = await rowsOf("work/again");
  expect([ann!.person_key, ben!.person_key]).toEqual([key("1"), key("2")]);
});
