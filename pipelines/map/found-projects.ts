import { tableOf } from "../intake/hmis/export-tables.ts";
import type { Staged } from "../intake/stage-csv.ts";
import { tableColumns } from "../intake/table-columns.ts";
import { type Door, quoteName } from "../warehouse.ts";
import type { FoundProjects } from "./found-file.ts";

/** A ProjectID that may be repeated: HUD's are numbers and codes of no more than this. */
const ID = /^[\w-]{1,32}$/;
/** More projects than this no partner has. */
const MOST = 200;

/** The ids of the projects that an HMIS export lists or that people are enrolled in; never a name. */
export async function foundProjects(door: Door, staged: ReadonlyMap<string, Staged>): Promise<FoundProjects> {
  const tables = new Map([...staged].map(([name, { table }]) => [name, table]));
  const ids = new Set<string>();
  for (const file of ["Project.csv", "Enrollment.csv"]) {
    const table = tableOf(tables, file)?.table;
    if (!table || !(await tableColumns(door, table)).has("ProjectID")) continue;
    const rows = await door.rows<{ id: string }>(
      `select distinct "ProjectID" as id from ${quoteName(table)} where "ProjectID" is not null order by length(id), id`,
    );
    for (const { id } of rows) ids.add(id);
  }
  const shown = [...ids].filter((id) => ID.test(id)).slice(0, MOST);
  return { ids: shown, more: ids.size - shown.length };
}
