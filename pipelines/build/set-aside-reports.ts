import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Door, quoteText } from "../warehouse.ts";
import { writeCsv } from "../write-csv.ts";

/** Writes the set-aside rows of each partner as `<folder>/<partner>.csv`, for the partner to mend: file, row, column, rule, sentence. */
export async function writeSetAsideReports(door: Door, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const partners = await door.rows<{ partner_id: string }>(
    "select distinct partner_id from set_aside order by partner_id",
  );
  for (const { partner_id } of partners) {
    const query = `select file_name as file, row_number as row, column_name as "column", rule, says from set_aside
      where partner_id = ${quoteText(partner_id)} order by file_name, row_number, column_name, rule`;
    await writeCsv(door, query, path.join(folder, `${partner_id}.csv`));
  }
}
