import { isBeside } from "./shared-cells.ts";
import type { RelationSystem } from "./system.ts";

/** Unknown cells in groups that hang closely together, each of which a search may first look at alone. */
export interface Blocks {
  /** Numbers of one partner: what changes in one of them changes nobody else's numbers. */
  owned: number[][];
  /** Numbers of one unit that counts people of several partners. */
  units: number[][];
  /** Numbers of one strand, alone and with what ties it to the others. */
  wide: number[][];
}

/** The blocks of a system, small ones first. */
export function blocksOf({ strands, cells, owners, beside }: RelationSystem, unknown: Uint8Array): Blocks {
  const all = [...cells.keys()].filter((cell) => unknown[cell]);
  const apart = all.filter((cell) => !cells[cell]!.shared);
  const strandOf = (cell: number) => `${cells[cell]!.measure}/${cells[cell]!.series}`;
  const unit = (cell: number) => owners[cell] ?? `${cells[cell]!.slice} ${cells[cell]!.member}`;
  const local = (isOwned: boolean) => {
    const isIn = (cell: number) => (owners[cell] !== null) === isOwned;
    const inStrands = groupsBy(apart.filter(isIn), (cell) => `${strandOf(cell)} ${unit(cell)}`);
    return strands.length === 1 ? inStrands : [...inStrands, ...groupsBy(all.filter(isIn), unit)];
  };
  if (strands.length === 1) return { owned: local(true), units: local(false), wide: [] };
  const tying = all.filter((cell) => isBeside(beside, cells[cell]!));
  const alone = groupsBy(apart, strandOf);
  const tied = alone.map((group) => [...new Set([...group, ...tying])].sort((a, b) => a - b));
  return { owned: local(true), units: local(false), wide: [...alone, ...tied] };
}

function groupsBy(cells: readonly number[], name: (cell: number) => string): number[][] {
  return [...Map.groupBy(cells, name).values()];
}
