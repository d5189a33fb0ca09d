import type { RelationSystem } from "./system.ts";

/** Unknown cells in groups that hang closely together, each of which a search may first look at alone. */
export interface Blocks {
  /** Numbers of one partner, or of one unit that is nobody's own: what changes in one of them changes nobody else's numbers. */
  local: number[][];
  /** Numbers of one series. */
  wide: number[][];
}

/** The blocks of a system, small ones first. */
export function blocksOf({ cells, series, owners }: RelationSystem, unknown: Uint8Array): Blocks {
  const all = [...cells.keys()].filter((cell) => unknown[cell]);
  const own = all.filter((cell) => !cells[cell]!.shared);
  const seriesOf = (cell: number) => cells[cell]!.series;
  const unit = (cell: number) => owners[cell] ?? `${cells[cell]!.slice} ${cells[cell]!.member}`;
  const units = groupsBy(own, (cell) => `${seriesOf(cell)} ${unit(cell)}`);
  if (series.length === 1) return { local: units, wide: [] };
  return { local: [...units, ...groupsBy(all, unit)], wide: groupsBy(own, seriesOf) };
}

function groupsBy(cells: readonly number[], name: (cell: number) => string): number[][] {
  return [...Map.groupBy(cells, name).values()];
}
