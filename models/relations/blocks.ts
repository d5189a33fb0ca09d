import { isBeside } from "./shared-cells.ts";
import type { RelationSystem } from "./system.ts";

/** Unknown cells in groups that hang closely together, each of which a search may first look at alone, small ones first. */
export interface Blocks {
  /** Groups in which every reader who does not know them sees the same: what changes in one of them changes nobody else's numbers. */
  forAll: number[][];
  /** Other groups: each reader may have taken its own people off them. */
  large: number[][];
}

/** The blocks of a system: of each partner, of each unit of several, and of each strand, alone and with what ties it to the others. */
export function blocksOf(
  { strands, cells, owners, beside, unduplicated }: RelationSystem,
  unknown: Uint8Array,
): Blocks {
  const all = [...cells.keys()].filter((cell) => unknown[cell]);
  const apart = all.filter((cell) => !cells[cell]!.shared);
  const strandOf = (cell: number) => `${cells[cell]!.measure}/${cells[cell]!.series}`;
  const unit = (cell: number) => owners[cell] ?? `${cells[cell]!.slice} ${cells[cell]!.member}`;
  const local = (isOwned: boolean) => {
    const isIn = (cell: number) => (owners[cell] !== null) === isOwned;
    const inStrands = groupsBy(apart.filter(isIn), (cell) => `${strandOf(cell)} ${unit(cell)}`);
    return strands.length === 1 ? inStrands : [...inStrands, ...groupsBy(all.filter(isIn), unit)];
  };
  const [owned, units] = [local(true), local(false)];
  // Where people count once in the whole network nobody can take its own off, and every unit is the same to all.
  const [forAll, large] = unduplicated ? [[...owned, ...units], []] : [owned, units];
  if (strands.length === 1) return { forAll, large };
  const tying = all.filter((cell) => isBeside(beside, cells[cell]!));
  const alone = groupsBy(apart, strandOf);
  const tied = alone.map((group) => [...new Set([...group, ...tying])].sort((a, b) => a - b));
  return { forAll, large: [...large, ...alone, ...tied] };
}

function groupsBy(cells: readonly number[], name: (cell: number) => string): number[][] {
  return [...Map.groupBy(cells, name).values()];
}
