import { type Door, quoteName } from "../warehouse.ts";
import { cellColumn } from "./cell-file.ts";
import type { Staged } from "./stage-csv.ts";

/** Where in a table of cells the data is: under a header row (0 where the cells have none), in these positions, from 1. */
export interface CellsUnder {
  cells: string;
  width: number;
  headerRow: number;
  positions: readonly number[];
}

/** Makes a table of text of what stands under a header; rows with cells beyond it go to the faults, and they and all above the header are screened. */
export async function stageCells(door: Door, id: string, of: CellsUnder, columns: readonly string[]): Promise<Staged> {
  const [table, faults, rejected] = [`staged_${id}`, `faults_${id}`, `rejected_${id}`];
  const { cells, headerRow, positions } = of;
  const strange = others(of).map(cellColumn);
  const beyond = anyFilled(strange);
  const named = columns.map((column, index) => `${cellColumn(positions[index]!)} as ${quoteName(column)}`);
  await door.run(`create temp table ${table} as select _row, ${named.join(", ")} from ${cells}
    where _row > ${headerRow} and not ${beyond} and ${anyFilled(positions.map(cellColumn))}`);
  await door.run(`create temp table ${faults} as select _row, 'too_many_cells' as rule, 1 as lines, cast(null as varchar) as column_name
    from ${cells} where _row > ${headerRow} and ${beyond}`);
  await door.run(`create temp table ${rejected} as select cell from
    (unpivot (select ${allCells(of)} from ${cells} where _row < ${headerRow} or (_row > ${headerRow} and ${beyond}))
      on columns(*) into name col value cell)`);
  return { table, columns, faults, rejected };
}

/** The rows under a header in which each of some cells is filled, by position. */
export async function filledUnder(
  door: Door,
  { cells, headerRow }: CellsUnder,
  positions: readonly number[],
): Promise<number[]> {
  if (positions.length === 0) return [];
  const counts = positions.map((position) => `count(${cellColumn(position)}) as ${cellColumn(position)}`);
  const [row] = await door.rows<Record<string, number>>(
    `select ${counts.join(", ")} from ${cells} where _row > ${headerRow}`,
  );
  return positions.filter((position) => row![cellColumn(position)]! > 0);
}

const others = ({ width, positions }: CellsUnder) =>
  Array.from({ length: width }, (_, index) => index + 1).filter((position) => !positions.includes(position));

const allCells = ({ width }: CellsUnder) =>
  Array.from({ length: width }, (_, index) => cellColumn(index + 1)).join(", ");

const anyFilled = (columns: readonly string[]) =>
  columns.length === 0 ? "false" : `(coalesce(${columns.join(", ")}) is not null)`;
