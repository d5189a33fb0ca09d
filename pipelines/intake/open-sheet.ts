import type { Door } from "../warehouse.ts";
import { loadCells } from "./cell-file.ts";
import { findHeader } from "./find-header.ts";
import type { Opened } from "./opened.ts";
import { type CellsUnder, filledUnder, stageCells } from "./stage-cells.ts";
import type { UnpackedSheet } from "./workbook/unpack-workbook.ts";

/** Opens a sheet under the first row that holds the agreed columns, whatever titles stand above it. Columns without a name and without a value are none. */
export async function openSheet(
  door: Door,
  { id, name }: { id: string; name: string },
  { cells, first }: UnpackedSheet,
  known: ReadonlySet<string>,
): Promise<Opened> {
  const found = findHeader(
    first.map((row) => row.cells.map((cell) => cell.trim())),
    known,
  );
  if (!found) return { name, header: null, faults: [], stage: () => Promise.reject(new Error(`no header: ${name}`)) };
  const { row: headerRow, cells: header } = first[found.at]!;
  const table = `cells_${id}`;
  await loadCells(door, table, cells);
  const at = (positions: readonly number[]): CellsUnder => ({ cells: table, width: cells.width, headerRow, positions });
  const all = header.map((_, index) => index + 1);
  const unnamed = all.filter((position) => header[position - 1]!.trim() === "");
  const filled = await filledUnder(door, at(all), unnamed);
  const positions = all.filter((position) => !unnamed.includes(position) || filled.includes(position));
  return {
    name,
    header: positions.map((position) => header[position - 1]!.trim()),
    faults: [],
    stage: (columns) => stageCells(door, id, at(positions), columns),
  };
}
