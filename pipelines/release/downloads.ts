import { mkdirSync } from "node:fs";
import path from "node:path";
import { openWarehouse, quoteName } from "../warehouse.ts";
import { writeCsv } from "../write-csv.ts";

/** The column that names the figure of each kind of published row. */
const figures: Readonly<Record<string, string>> = {
  cell: "part",
  rate: "'rate:' || rate",
  median: "'median:' || median",
  sum: "'sum:' || sum",
  standardised: "'ratio:' || rate",
};

/** Writes every table of a published store as CSV, rows in their order; figures with their address first. */
export async function writeDownloads(published: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const door = await openWarehouse(published, { readOnly: true, folders: [folder] });
  try {
    const tables = await door.rows<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'main' order by name",
    );
    for (const { name } of tables) {
      const figure = figures[name];
      const address = figure ? `concat_ws('/', measure, series, slice, member, period, ${figure}) as address, ` : "";
      const query = `select ${address}* from ${quoteName(name)} order by rowid`;
      await writeCsv(door, query, path.join(folder, `${name}.csv`));
    }
  } finally {
    await door.close();
  }
}
