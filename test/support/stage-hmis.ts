import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { recordKind } from "../../models/contract/catalogue.ts";
import { checkSql } from "../../models/contract/check-sql.ts";
import { createRecordTable, recordColumns, storedName } from "../../models/contract/record-table.ts";
import { deidentify } from "../../pipelines/deidentify/deidentify.ts";
import { hmisRecords } from "../../pipelines/intake/hmis.ts";
import type { HmisFeed } from "../../pipelines/network.ts";
import { type Door, openWarehouse, quoteName, quoteText } from "../../pipelines/warehouse.ts";

/** The HUD DataLab test kit, outside the repository; tests that need it are skipped where it is not. */
export const dataLab = path.resolve(import.meta.dirname, "../../../shared/data/hud-datalab-rrh");

/** A feed whose only project is `808`. */
export const hmisFeed: HmisFeed = {
  id: "hmis",
  files: "*.csv",
  sends: "full_snapshot",
  stop_above: 0.1,
  stop_below: 0.5,
  format: "hmis_csv",
  projects: { "808": "rapid-re-housing" },
};

/** An open database in memory with the CSV files of a folder as tables of text, by file name. */
export async function stageHmis(folder: string): Promise<{ door: Door; tables: Map<string, string> }> {
  const door = await openWarehouse(":memory:", { folders: [folder] });
  const tables = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".csv"))) {
    const table = `hmis_${path.basename(file, ".csv")}`;
    const source = quoteText(path.resolve(folder, file));
    await door.run(`create table ${quoteName(table)} as select row_number() over () + 1 as _row, *
      from read_csv(${source}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = '')`);
    tables.set(file, table);
  }
  return { door, tables };
}

/** A small export of `test/fixtures`, de-identified by its partner and staged. */
export async function stageFixture(name: string): Promise<{ door: Door; tables: Map<string, string> }> {
  const work = mkdtempSync(path.join(tmpdir(), "hmis-"));
  try {
    const from = path.resolve(import.meta.dirname, "../fixtures", name, "export");
    await deidentify({ from, to: path.join(work, "out"), key: Buffer.alloc(32, 7), keyId: "test" });
    return await stageHmis(path.join(work, "out"));
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The records of a kind in staged tables, by row. */
export async function hmisRows(
  door: Door,
  tables: ReadonlyMap<string, string>,
  kind: string,
): Promise<Record<string, string | null>[]> {
  const { select } = (await hmisRecords(door, hmisFeed, tables)).find(({ record }) => record === kind)!;
  return door.rows(`select * from (${select}) order by _row`);
}

/** The names of a table's columns without `_row`. */
export async function columnsOf(door: Door, table: string): Promise<string[]> {
  const rows = await door.rows<{ name: string }>(
    `select column_name as name from (describe ${quoteName(table)}) where column_name <> '_row'`,
  );
  return rows.map(({ name }) => name);
}

/** Loads staged HMIS tables into tables of records as the contract has them; answers with the number of rows each kind set aside. */
export async function loadHmis(door: Door, tables: ReadonlyMap<string, string>): Promise<Record<string, number>> {
  const broken: Record<string, number> = {};
  for (const mapped of await hmisRecords(door, hmisFeed, tables)) {
    const record = recordKind(mapped.record);
    await door.run(`create or replace table checked as ${checkSql(record, `(${mapped.select})`)}`);
    await door.run(createRecordTable(record));
    const fields = Object.keys(record.fields).map((field) => `${quoteName(field)} as ${storedName(field)}`);
    const origin = ["'shelter' as partner_id", "'hmis' as feed_id", "'0' as file_hash", "_row as row_number"];
    const columns = recordColumns(record).map(([name]) => name);
    await door.run(`insert into ${record.kind} (${columns.join(", ")}) select ${columns.join(", ")}
      from (select ${[...fields, ...origin].join(", ")} from checked where len(_why) = 0)`);
    const [row] = await door.rows<{ n: number }>("select count(*) as n from checked where len(_why) > 0");
    broken[mapped.record] = row!.n;
  }
  return broken;
}
