/** A file with a cell longer than this, in bytes, is not read: a few times as much and its row would be lost without a word, and unscreened. */
export const LONGEST_CELL = 8_000_000;

/** Where a cell stands: its record (1 is the first looked at) and its place in it, from 1. */
export interface CellPlace {
  row: number;
  position: number;
}
