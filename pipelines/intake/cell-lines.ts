/** What is between two cells of a row on its way to DuckDB; none holds it. */
export const BETWEEN = "\x1f";
/** More text than this is in no honest file, be it said many times of one cell. */
const MOST_TEXT = 1 << 30;
const LONGEST_CELL = 32_767;
/** Bytes of a row, its number and marks included. */
export const LONGEST_ROW = 2_000_000;

/** Thrown when a cell, a row or all rows together are longer than can be read. */
export class TooLongText extends Error {}

const encoder = new TextEncoder();

/** Rows of cells as lines of text, one per row, with its number and its cells. */
export class CellLines {
  /** Cells of the longest row so far. */
  width = 0;
  #length = 0;

  /** The line of a row, and its cells as they stand in it. Throws TooLongText. */
  add(row: number, cells: readonly string[]): { line: string; plain: string[] } {
    if (cells.some((cell) => cell.length > LONGEST_CELL)) throw new TooLongText();
    const plain = cells.map((cell) => cell.replaceAll(BETWEEN, " ").replaceAll("\0", " ").toWellFormed());
    const line = `${row},"${plain.join(BETWEEN).replaceAll('"', '""')}"\n`;
    this.#length += line.length;
    if (line.length > LONGEST_ROW / 3 && encoder.encode(line).length > LONGEST_ROW) throw new TooLongText();
    if (this.#length > MOST_TEXT) throw new TooLongText();
    this.width = Math.max(this.width, cells.length);
    return { line, plain };
  }
}
