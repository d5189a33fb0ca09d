import type { Fault } from "../../intake/fault.ts";
import type { OpenTable } from "./open-table.ts";

type Cells = readonly (string | null)[];

/** Where in rows of cells a table is: under a header row (0 where the cells have none), in these positions, from 1. */
export interface CellsUnder {
  headerRow: number;
  positions: readonly number[];
}

/** Screens and checks rows of cells, whatever format they come in: the same as `stageCells` makes a table of. */
export class CellsCheck {
  readonly #table: OpenTable;
  readonly #under: CellsUnder;
  readonly #own: ReadonlySet<number>;

  constructor(table: OpenTable, under: CellsUnder) {
    this.#table = table;
    this.#under = under;
    this.#own = new Set(under.positions);
  }

  /** A row; with cells beyond the table's it does not fit, and what stands above the header is screened. */
  add(row: number, cells: Cells): void {
    const { headerRow, positions } = this.#under;
    const { screen, checks } = this.#table;
    if (row < headerRow) for (const cell of cells) screen.misfits.screen(cell);
    if (row <= headerRow) return;
    if (cells.some((cell, at) => cell !== null && !this.#own.has(at + 1))) {
      screen.misfits.addCells(cells);
      for (const check of checks) check.lose(row, "too_many_cells", 1, null);
      return;
    }
    const own = positions.map((position) => cells[position - 1] ?? null);
    if (own.every((cell) => cell === null)) return;
    screen.add(own);
    for (const check of checks) check.add(row, own);
  }

  /** Everything found. */
  end(): Fault[] {
    return this.#table.end();
  }
}
