import { type Door, quoteName } from "../warehouse.ts";
import type { ColumnTally } from "./column-shapes.ts";
import type { ValuesFinding } from "./identifier-finding.ts";
import { judgeColumns, type TalliedColumn } from "./judge-columns.ts";
import { tallySql } from "./tally-sql.ts";

/** Columns looked at in one statement: more of them cost more than their share. */
const AT_ONCE = 1000;

/** Columns of a table of VARCHAR whose values identify people together: births by their spread, names by their rate, halves of places, ZIP codes of the given states. */
export async function screenColumns(
  door: Door,
  table: string,
  file: string,
  columns: readonly string[],
  states: readonly string[],
): Promise<ValuesFinding[]> {
  const tallied: TalliedColumn[] = [];
  for (let first = 0; first < columns.length; first += AT_ONCE)
    tallied.push(...(await tallyTogether(door, table, columns.slice(first, first + AT_ONCE))));
  return judgeColumns(tallied, states).map((facts) => ({ code: "identifier-values", facts: { file, ...facts } }));
}

/** The columns with a cell of any shape. */
async function tallyTogether(door: Door, table: string, columns: readonly string[]): Promise<TalliedColumn[]> {
  const numbered = columns.map((column, index) => `${quoteName(column)} as ${quoteName(String(index))}`);
  const cells = `unpivot (select ${numbered.join(", ")} from ${quoteName(table)}) on columns(*) into name col value cell`;
  const tallies = await door.rows<ColumnTally & { col: string }>(tallySql(cells));
  const shaped = [...new Set(tallies.map(({ col }) => Number(col)))].sort((a, b) => a - b);
  if (shaped.length === 0) return [];
  const counts = shaped.map((at) => `count(nullif(${quoteName(columns[at]!)}, '')) as filled${at}`);
  const [filled] = await door.rows<Record<string, number>>(`select ${counts.join(", ")} from ${quoteName(table)}`);
  return shaped.map((at) => ({
    column: columns[at]!,
    filled: filled![`filled${at}`]!,
    tallies: tallies.filter(({ col }) => Number(col) === at),
  }));
}
