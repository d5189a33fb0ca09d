import { type Door, quoteName } from "../warehouse.ts";

/** The names of a table's columns. */
export async function tableColumns(door: Door, table: string): Promise<ReadonlySet<string>> {
  const rows = await door.rows<{ column_name: string }>(`select column_name from (describe ${quoteName(table)})`);
  return new Set(rows.map(({ column_name }) => column_name));
}
