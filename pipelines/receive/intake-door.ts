import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Places } from "../places.ts";
import { type Door, openWarehouse, quoteName } from "../warehouse.ts";

/** The scratch folders of one delivery: the texts read, and the rows made of them. */
export interface Scratch {
  work: string;
  made: string;
}

/** The one door through which every delivery of a run is read. */
export interface IntakeDoor {
  /** Runs the work on one delivery; whatever comes of it, no table and no scratch is left for the next. */
  use<Result>(work: (door: Door, scratch: Scratch) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** A door in memory that opens with the first delivery. */
export function intakeDoor(places: Pick<Places, "work">, memory: string): IntakeDoor {
  const scratch = { work: path.join(places.work, "delivery"), made: path.join(places.work, "intake") };
  const folders = [scratch.work, scratch.made];
  let open: Door | undefined;
  const close = async () => {
    await open?.close();
    open = undefined;
  };
  return {
    async use(work) {
      for (const folder of folders) mkdirSync(folder, { recursive: true, mode: 0o700 });
      open ??= await openWarehouse(":memory:", { memory, folders, spill: path.join(places.work, "spill") });
      try {
        return await work(open, scratch);
      } finally {
        await dropTables(open).catch(close);
        for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      }
    },
    close,
  };
}

async function dropTables(door: Door) {
  const tables = await door.rows<{ schema_name: string; table_name: string }>(
    "select database_name || '.' || schema_name as schema_name, table_name from duckdb_tables() where not internal",
  );
  for (const { schema_name, table_name } of tables)
    await door.run(`drop table ${schema_name}.${quoteName(table_name)}`);
}
