import { gammaAbove } from "./gamma.ts";

/** Bowker's test that moves between two levels are as many one way as the other. */
export interface Symmetry {
  statistic: number;
  /** Pairs of levels between which anybody moved. */
  freedom: number;
  /** 1 when nobody moved. */
  probability: number;
}

/**
 * Bowker's test of symmetry of a square table (rows before, columns after), without continuity correction; McNemar's for two levels.
 * Meant for large counts: with fewer than some ten moves between the levels it is only roughly right. Throws unless the table is square.
 */
export function mcnemarBowker(table: readonly (readonly number[])[]): Symmetry {
  if (table.some((row) => row.length !== table.length)) throw new Error(`not a square table: ${table.length} rows`);
  const pairs = table.flatMap((row, i) => row.slice(0, i).map((below, j): [number, number] => [below, table[j]![i]!]));
  const moved = pairs.filter(([below, above]) => below + above > 0);
  const statistic = moved.reduce((sum, [below, above]) => sum + (above - below) ** 2 / (above + below), 0);
  const freedom = moved.length;
  return { statistic, freedom, probability: freedom > 0 ? gammaAbove(freedom / 2, statistic / 2) : 1 };
}
