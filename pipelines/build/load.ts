import { existsSync } from "node:fs";
import path from "node:path";
import { checks } from "../../models/checks/catalogue.ts";
import { recordKinds } from "../../models/contract/catalogue.ts";
import type { RecordKind } from "../../models/contract/field.ts";
import { createRecordTable, recordColumns, storedName } from "../../models/contract/record-table.ts";
import type { Partner } from "../network.ts";
import type { Receipt } from "../receive/receipt.ts";
import { type Door, quoteText, tableSize } from "../warehouse.ts";
import { type RareFound, treatRare } from "./rare-combinations.ts";

/** What to load: the receipts in use, oldest first, and the stopped ones whose reasons are still to be mended. */
export interface Load {
  intake: string;
  inUse: readonly Receipt[];
  stopped: readonly Receipt[];
  /** Partners, each with what becomes of people in rare combinations; none when left out. */
  partners?: readonly Pick<Partner, "id" | "rare">[];
}

/**
 * Fills one table per record kind from the accepted rows: of several versions of a record the one received last counts.
 * Returns what was found of people in rare combinations.
 */
export async function loadRecords(door: Door, load: Load): Promise<RareFound[]> {
  await fillReceived(door, load);
  await fillSource(door, load);
  for (const record of recordKinds) {
    await door.run(createRecordTable(record));
    const files = parquetFiles(load, load.inUse, record.kind);
    await checkCounts(door, record, load, files);
    if (files.length > 0) await door.run(insertLatest(record, files));
  }
  await loadSetAside(door, load);
  const rare = await treatRare(door, load.partners ?? []);
  for (const check of checks) for (const record of check.records) await setAsideOffenders(door, check, record);
  for (const table of ["received", "source", "source_column"]) await door.run(`drop table ${table}`);
  return rare;
}

/** Temp table `received`: the folder of each receipt in use and its place in the order. */
async function fillReceived(door: Door, { inUse }: Load) {
  await door.run("create temp table received (intake varchar, place integer)");
  const rows = inUse.map(({ intake }, place) => ({ intake, place }));
  await door.append("received", { intake: "varchar", place: "integer" }, rows);
}

/** Temp tables `source` and `source_column`: the file each kind of record of a delivery came from, and the columns of its fields, as the partner knows them. */
async function fillSource(door: Door, { inUse }: Load) {
  const columns = { partner: "varchar", feed: "varchar", hash: "varchar", record: "varchar", file: "varchar" } as const;
  await door.run(
    "create temp table source (partner varchar, feed varchar, hash varchar, record varchar, file varchar)",
  );
  const rows = inUse.flatMap(({ partner, feed, hash, converted }) =>
    converted.map((each) => ({ partner, feed, hash, record: each.record, file: each.file, columns: each.columns })),
  );
  const last = new Map(rows.map((row) => [[row.partner, row.feed, row.hash, row.record].join(" "), row]));
  await door.append("source", columns, [...last.values()]);
  const named = [...last.values()].flatMap((row) =>
    Object.entries(row.columns).map(([field, column]) => ({ ...row, field, column })),
  );
  const { file: _, ...keys } = columns;
  await door.run(
    'create temp table source_column (partner varchar, feed varchar, hash varchar, record varchar, field varchar, "column" varchar)',
  );
  await door.append("source_column", { ...keys, field: "varchar", column: "varchar" }, named);
}

/** Throws unless the Parquet of every delivery holds exactly the rows its receipt says were accepted. */
async function checkCounts(door: Door, { kind }: RecordKind, { intake, inUse }: Load, files: readonly string[]) {
  const counted =
    files.length === 0
      ? []
      : await door.rows<{ folder: string; n: number }>(
          `select ${INTAKE_FOLDER} as folder, count(*) as n from ${readParquet(files, ", filename = true")} group by folder`,
        );
  const there = new Map(counted.map(({ folder, n }) => [folder, n]));
  for (const { partner, name, intake: folder, converted } of inUse) {
    const accepted = converted.find(({ record }) => record === kind)?.accepted ?? 0;
    const found = there.get(folder) ?? 0;
    if (found !== accepted)
      throw new Error(
        `${partner}/${name}: ${accepted} rows of ${kind} were accepted and ${found} can be loaded; delete ${path.join(intake, folder)}, and the next run makes it again`,
      );
  }
}

// The last folder but the file: counting characters of the path would depend on how they are counted.
const INTAKE_FOLDER = "split_part(filename, '/', -2)";

function parquetFiles({ intake }: Load, receipts: readonly Receipt[], name: string): string[] {
  return receipts.map((receipt) => path.join(intake, receipt.intake, `${name}.parquet`)).filter(existsSync);
}

const readParquet = (files: readonly string[], options = "") =>
  `read_parquet([${files.map(quoteText).join(", ")}]${options})`;

function insertLatest(record: RecordKind, files: readonly string[]): string {
  const columns = recordColumns(record)
    .map(([name]) => name)
    .join(", ");
  const key = record.key.map(storedName).join(", ");
  return `insert into ${record.kind} (${columns})
    select ${columns} from (
      select f.*, row_number() over (partition by f.partner_id, ${key} order by r.place desc, f.row_number desc) as _nth
      from ${readParquet(files, ", filename = true")} as f join received as r on r.intake = ${INTAKE_FOLDER}
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
  await door.run(`insert into set_aside select distinct r.partner_id, r.feed_id, r.file_hash, r.row_number, f.file,
    ${quoteText(record)}, coalesce(c."column", ${quoteText(check.column)}), ${quoteText(check.id)}, ${quoteText(check.says)}
    from ${record} as r
    left join source as f on f.partner = r.partner_id and f.feed = r.feed_id and f.hash = r.file_hash and f.record = ${quoteText(record)}
    left join source_column as c on c.partner = r.partner_id and c.feed = r.feed_id and c.hash = r.file_hash and c.record = ${quoteText(record)} and c.field = ${quoteText(check.column)}
    where ${where}`);
  await door.run(`delete from ${record} as r where ${where}`);
}

/** Records in the warehouse, of all kinds together. */
export async function recordCount(door: Door): Promise<number> {
  let total = 0;
  for (const record of recordKinds) total += await tableSize(door, record.kind);
  return total;
}
