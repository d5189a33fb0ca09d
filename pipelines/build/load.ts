import { existsSync } from "node:fs";
import path from "node:path";
import { checks } from "../../models/checks/catalogue.ts";
import { recordKinds } from "../../models/contract/catalogue.ts";
import type { RecordKind } from "../../models/contract/field.ts";
import { createRecordTable, recordColumns, storedName } from "../../models/contract/record-table.ts";
import type { Receipt } from "../receipts.ts";
import { type Door, quoteText, tableSize } from "../warehouse.ts";

/** What to load: the receipts in use, oldest first, and the stopped ones whose reasons are still to be mended. */
export interface Load {
  intake: string;
  inUse: readonly Receipt[];
  stopped: readonly Receipt[];
}

/** Fills one table per record kind from the accepted rows: of several versions of a record the one received last counts. */
export async function loadRecords(door: Door, load: Load): Promise<void> {
  const columns = {
    intake: "varchar",
    place: "integer",
    partner: "varchar",
    feed: "varchar",
    hash: "varchar",
    name: "varchar",
  } as const;
  await door.run(
    `create temp table received (${Object.entries(columns)
      .map(([name, type]) => `${name} ${type}`)
      .join(", ")})`,
  );
  const received = load.inUse.map(({ intake, partner, feed, hash, name }, place) => ({
    intake,
    place,
    partner,
    feed,
    hash,
    name,
  }));
  await door.append("received", columns, received);
  for (const record of recordKinds) {
    await door.run(createRecordTable(record));
    const files = parquetFiles(load, load.inUse, record.kind);
    if (files.length > 0) await door.run(insertLatest(record, load, files));
  }
  await loadSetAside(door, load);
  for (const check of checks) for (const record of check.records) await setAsideOffenders(door, check, record);
  await door.run("drop table received");
}

function parquetFiles({ intake }: Load, receipts: readonly Receipt[], name: string): string[] {
  return receipts.map((receipt) => path.join(intake, receipt.intake, `${name}.parquet`)).filter(existsSync);
}

const readParquet = (files: readonly string[], options = "") =>
  `read_parquet([${files.map(quoteText).join(", ")}]${options})`;

function insertLatest(record: RecordKind, { intake }: Load, files: readonly string[]): string {
  const columns = recordColumns(record)
    .map(([name]) => name)
    .join(", ");
  const key = record.key.map(storedName).join(", ");
  const folder = `split_part(substr(filename, ${path.resolve(intake).length + 2}), '/', 1)`;
  return `insert into ${record.kind} (${columns})
    select ${columns} from (
      select f.*, row_number() over (partition by f.partner_id, ${key} order by r.place desc, f.row_number desc) as _nth
      from ${readParquet(files, ", filename = true")} as f join received as r on r.intake = ${folder}
    ) where _nth = 1`;
}

async function loadSetAside(door: Door, load: Load) {
  await door.run(`create table set_aside (partner_id varchar, feed_id varchar, file_hash varchar, row_number bigint,
    file_name varchar, record varchar, column_name varchar, rule varchar, says varchar)`);
  const files = parquetFiles(load, [...load.inUse, ...load.stopped], "set_aside");
  if (files.length > 0) await door.run(`insert into set_aside select * from ${readParquet(files)}`);
}

async function setAsideOffenders(
  door: Door,
  check: (typeof checks)[number],
  record: (typeof recordKinds)[number]["kind"],
) {
  const where = check.broken(record);
  await door.run(`insert into set_aside select distinct r.partner_id, r.feed_id, r.file_hash, r.row_number, f.name,
    ${quoteText(record)}, coalesce(c.column_name, ${quoteText(check.column)}), ${quoteText(check.id)}, ${quoteText(check.says)}
    from ${record} as r
    left join received as f on f.partner = r.partner_id and f.feed = r.feed_id and f.hash = r.file_hash
    left join feed_column as c on c.partner_id = r.partner_id and c.feed_id = r.feed_id and c.field = ${quoteText(check.column)}
    where ${where}`);
  await door.run(`delete from ${record} as r where ${where}`);
}

/** Records in the warehouse, of all kinds together. */
export async function recordCount(door: Door): Promise<number> {
  let total = 0;
  for (const record of recordKinds) total += await tableSize(door, record.kind);
  return total;
}
