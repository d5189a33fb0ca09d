import path from "node:path";
import { groupSlices } from "../../models/figure-key.ts";
import { handFile } from "./by-hand.ts";
import { withDuckDB } from "./plain-duckdb.ts";

/** Measures that are made by hand too, part by part, in every slice but those by who people are. */
export const madeByHand = [
  ...["people-served", "matrix-movement", "care-plan", "job-placement", "job-retention", "employment-after-exit"],
  ...["any-certificate", "recognized-credential"],
];

const key = "measure, series, slice, member, period_kind, period, part";
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Figures in a folder that both sides are to make, and the differences; a figure that a side lacks is null there. */
export async function compareFigures(folder: string): Promise<{ figures: number; differences: string[] }> {
  return withDuckDB(":memory:", {}, async (connection) => {
    await connection.run(`attach ${literal(path.join(folder, "warehouse.duckdb"))} as ours (read_only)`);
    await connection.run(`attach ${literal(handFile(folder))} as hand (read_only)`);
    const listed = (names: readonly string[]) => names.map(literal).join(", ");
    await connection.run(`create view compared as select * from ours.figure
      where measure in (${listed(madeByHand)}) and slice not in (${listed(groupSlices)})
        and (measure, part) in (select (measure, part) from hand.figure)`);
    const different = await connection.runAndReadAll(`
      select concat_ws(' ', ${key}) || ': ours ' || coalesce(cast(o.value as varchar), 'null')
        || ', by hand ' || coalesce(cast(h.value as varchar), 'null')
      from compared as o full join hand.figure as h using (${key})
      where o.value is distinct from h.value order by all`);
    const [[figures]] = (await connection.runAndReadAll("select count(*)::integer from compared")).getRows() as [
      [number],
    ];
    return { figures, differences: different.getRows().map(([says]) => String(says)) };
  });
}
