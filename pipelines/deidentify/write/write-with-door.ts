import { chmodSync } from "node:fs";
import { type Door, quoteName, quoteText } from "../../warehouse.ts";
import type { WrittenTable } from "./written-table.ts";

const OPTIONS = {
  parquet: "format parquet, compression zstd",
  json: "format json, array true",
  jsonl: "format json, array false",
} as const;

/** Formats that DuckDB writes. */
export type DoorFormat = keyof typeof OPTIONS;

const AT_ONCE = 20_000;

/** Writes a table as Parquet, as an array of JSON objects or as one object a line; a cell without anything is null. The door may write there, and its rows come from elsewhere. */
export async function writeWithDoor(door: Door, to: string, { header, rows }: WrittenTable, format: DoorFormat) {
  const names = header.map((_, at) => `c${at}`);
  const types = Object.fromEntries(names.map((name) => [name, "varchar" as const]));
  await door.run(`create or replace temp table leaving (${names.map((name) => `${name} varchar`).join(", ")})`);
  let records: object[] = [];
  for await (const row of rows) {
    records.push(Object.fromEntries(names.map((name, at) => [name, row[at] === "" ? null : row[at]])));
    if (records.length < AT_ONCE) continue;
    await door.append("leaving", types, records);
    records = [];
  }
  await door.append("leaving", types, records);
  const named = names.map((name, at) => `${name} as ${quoteName(header[at]!)}`).join(", ");
  await door.run(`copy (select ${named} from leaving) to ${quoteText(to)} (${OPTIONS[format]})`);
  await door.run("drop table leaving");
  chmodSync(to, 0o600);
}
