import path from "node:path";
import { handFile } from "./by-hand.ts";
import { withDuckDB } from "./plain-duckdb.ts";

const key = "measure, series, slice, member, period_kind, period, part";
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Figures in a folder where both sides made theirs, and the differences; a figure that a side lacks is null there. */
export async function compareFigures(folder: string): Promise<{ figures: number; differences: string[] }> {
  return withDuckDB(":memory:", {}, async (connection) => {
    await connection.run(`attach ${literal(path.join(folder, "warehouse.duckdb"))} as ours (read_only)`);
    await connection.run(`attach ${literal(handFile(folder))} as hand (read_only)`);
    const different = await connection.runAndReadAll(`
      select concat_ws(' ', ${key}) || ': ours ' || coalesce(cast(o.value as varchar), 'null')
        || ', by hand ' || coalesce(cast(h.value as varchar), 'null')
      from ours.figure as o full join hand.figure as h using (${key})
      where o.value is distinct from h.value order by all`);
    const [[figures]] = (await connection.runAndReadAll("select count(*)::integer from ours.figure")).getRows() as [
      [number],
    ];
    return { figures, differences: different.getRows().map(([says]) => String(says)) };
  });
}
