import path from "node:path";
import { recordKind } from "../../models/contract/catalogue.ts";
import { checkSql } from "../../models/contract/check-sql.ts";
import { pirlRecords } from "../../pipelines/intake/pirl.ts";
import type { PirlFeed } from "../../pipelines/network.ts";
import { type Door, openWarehouse, quoteName, quoteText } from "../../pipelines/warehouse.ts";

/** A feed with a program for youth, adults and dislocated workers. */
export const pirlFeed: PirlFeed = {
  id: "pirl",
  files: "*.csv",
  sends: "full_snapshot",
  stop_above: 0.1,
  stop_below: 0.5,
  format: "wioa_pirl",
  encoding: "utf-8",
  delimiter: ",",
  programs: { youth: "young-adults", adult: "job-search", dislocated_worker: "job-search" },
  columns: {},
  ignore: [],
};

const fixtures = path.resolve(import.meta.dirname, "../fixtures/pirl");

/** The small participant record of `test/fixtures/pirl` as a table of text. */
export async function stageParticipants(): Promise<Door> {
  const door = await openWarehouse(":memory:", { folders: [fixtures] });
  await door.run(`create table pirl as select row_number() over () + 1 as _row, *
    from read_csv(${quoteText(path.join(fixtures, "participants.csv"))}, all_varchar = true, header = true, delim = ',', nullstr = '')`);
  return door;
}

/** A table of text with one row, `_row` 2, of the cells given and the least a participant has. */
export async function stageParticipant(door: Door, cells: Readonly<Record<string, string>>): Promise<void> {
  const all = { PIRL100: `v1:p:${"a".repeat(26)}`, PIRL900: "20240115", PIRL901: "20241110", PIRL903: "1", ...cells };
  const columns = Object.entries({ AgeAtEntry: "30", ...all }).map(
    ([column, cell]) => `${quoteText(cell)} as ${quoteName(column)}`,
  );
  await door.run(`create or replace table pirl as select 2 as _row, ${columns.join(", ")}`);
}

export type Row = Record<string, string | number | null>;

/** The records of a kind in the staged table, by row and then as they come, with only the fields asked for. */
export async function pirlRows(door: Door, kind: string, fields: readonly string[], feed = pirlFeed): Promise<Row[]> {
  const { select } = (await pirlRecords(door, feed, "participants.csv", "pirl")).find(({ record }) => record === kind)!;
  return door.rows(`select _row, ${fields.join(", ")} from (${select}) order by all`);
}

/** What the contract finds in the records of a kind, as `row field:rule`. */
export async function pirlReasons(door: Door, kind: string, feed = pirlFeed): Promise<string[]> {
  const mapped = (await pirlRecords(door, feed, "participants.csv", "pirl")).find(({ record }) => record === kind)!;
  const checked = checkSql(recordKind(kind), `(${mapped.select})`);
  const rows = await door.rows<{ row: number; why: string }>(
    `select _row as row, unnest(_why) as why from (${checked}) order by all`,
  );
  return rows.map(({ row, why }) => `${row} ${why}`);
}
