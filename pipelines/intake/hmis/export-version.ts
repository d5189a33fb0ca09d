import { type HmisVersion, hmisVersion } from "../../hmis-version.ts";
import { type Door, quoteName } from "../../warehouse.ts";
import { tableColumns } from "../table-columns.ts";

/** The version that every row of a staged Export.csv names; null when they name none, or several, or there is no row. */
export async function exportVersion(door: Door, table: string): Promise<HmisVersion | null> {
  if (!(await tableColumns(door, table)).has("CSVVersion")) return null;
  const rows = await door.rows<{ version: string | null }>(
    `select distinct cast("CSVVersion" as varchar) as version from ${quoteName(table)}`,
  );
  const versions = new Set(rows.map(({ version }) => hmisVersion(version ?? "")));
  return versions.size === 1 ? [...versions][0]! : null;
}
