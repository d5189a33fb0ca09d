import { type Door, quoteName } from "../warehouse.ts";
import type { Staged } from "./stage-csv.ts";

/** Makes a table of text out of the rows of a query, one expression per column, in their order; no row can fail to fit. What `beside` selects as `cell` is screened with it. */
export async function stageTexts(
  door: Door,
  id: string,
  columns: readonly string[],
  texts: readonly string[],
  rows: string,
  beside = "select cast(null as varchar) as cell where false",
): Promise<Staged> {
  const [table, faults, rejected] = [`staged_${id}`, `faults_${id}`, `rejected_${id}`];
  const named = columns.map((column, index) => `${texts[index]!} as ${quoteName(column)}`);
  await door.run(`create temp table ${table} as select row_number() over () as _row, ${named.join(", ")} ${rows}`);
  await door.run(`create temp table ${faults} (_row bigint, rule varchar, lines bigint, column_name varchar)`);
  await door.run(`create temp table ${rejected} as ${beside}`);
  return { table, columns, faults, rejected };
}
