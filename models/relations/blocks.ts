import { partsBeside } from "./shared-cells.ts";
import type { RelationSystem } from "./system.ts";

/** Unknown cells in groups that hang closely together, each of which a search may first look at alone. */
export interface Blocks {
  /** Numbers of one partner: what changes in one of them changes nobody else's numbers. */
  owned: number[][];
  /** Numbers of one unit that counts people of several partners. */
  units: number[][];
  /** Numbers of one series, alone and with what ties it to the others. */
  wide: number[][];
}

/** The blocks of a system, small ones first. */
export function blocksOf({ measure, cells, series, owners }: RelationSystem, unknown: Uint8Array): Blocks {
  const all = [...cells.keys()].filter((cell) => unknown[cell]);
  const apart = all.filter((cell) => !cells[cell]!.shared);
  const seriesOf = (cell: number) => cells[cell]!.series;
  const unit = (cell: number) => owners[cell] ?? `${cells[cell]!.slice} ${cells[cell]!.member}`;
  const local = (isOwned: boolean) => {
    const isIn = (cell: number) => (owners[cell] !== null) === isOwned;
    const inSeries = groupsBy(apart.filter(isIn), (cell) => `${seriesOf(cell)} ${unit(cell)}`);
    return series.length === 1 ? inSeries : [...inSeries, ...groupsBy(all.filter(isIn), unit)];
  };
  if (series.length === 1) return { owned: local(true), units: local(false), wide: [] };
  const beside = partsBeside(measure);
  const tying = all.filter((cell) => beside.has(cells[cell]!.part));
  const alone = groupsBy(apart, seriesOf);
  const tied = alone.map((group) => [...new Set([...group, ...tying])].sort((a, b) => a - b));
  return { owned: local(true), units: local(false), wide: [...alone, ...tied] };
}

function groupsBy(cells: readonly number[], name: (cell: number) => string): number[][] {
  return [...Map.groupBy(cells, name).values()];
}
