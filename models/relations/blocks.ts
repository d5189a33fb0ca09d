import type { RelationSystem } from "./system.ts";

/** Unknown cells in groups that hang closely together, each of which a search may first look at alone: small ones first. */
export function blocksOf({ cells, series }: RelationSystem, unknown: Uint8Array): number[][] {
  const all = [...cells.keys()].filter((cell) => unknown[cell]);
  const own = all.filter((cell) => !cells[cell]!.shared);
  const unit = (cell: number) => `${cells[cell]!.slice} ${cells[cell]!.member}`;
  const seriesOf = (cell: number) => cells[cell]!.series;
  const units = groupsBy(own, (cell) => `${seriesOf(cell)} ${unit(cell)}`);
  return series.length === 1 ? units : [...units, ...groupsBy(all, unit), ...groupsBy(own, seriesOf)];
}

function groupsBy(cells: readonly number[], name: (cell: number) => string): number[][] {
  return [...Map.groupBy(cells, name).values()];
}
