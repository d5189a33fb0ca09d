import type { RelationSystem } from "./system.ts";

/** Which cell is in which relation, as flat lists for fast walks: a total has the sign -1, a part of the sum +1. */
export interface Incidence {
  cellCount: number;
  relationCount: number;
  /** Entries of relation r are at `relationStart[r]` up to, not including, `relationStart[r + 1]`. */
  relationStart: Int32Array;
  cellAt: Int32Array;
  signAt: Int8Array;
  /** Relations of cell c are at `cellStart[c]` up to, not including, `cellStart[c + 1]`. */
  cellStart: Int32Array;
  relationAt: Int32Array;
}

/** The relations of a system as flat lists. */
export function incidenceOf({ cells, relations }: RelationSystem): Incidence {
  const entries = relations.reduce((sum, { totals, of }) => sum + totals.length + of.length, 0);
  const relationStart = new Int32Array(relations.length + 1);
  const cellAt = new Int32Array(entries);
  const signAt = new Int8Array(entries);
  let next = 0;
  relations.forEach(({ totals, of }, r) => {
    for (const cell of totals) {
      cellAt[next] = cell;
      signAt[next++] = -1;
    }
    for (const cell of of) {
      cellAt[next] = cell;
      signAt[next++] = 1;
    }
    relationStart[r + 1] = next;
  });
  return {
    cellCount: cells.length,
    relationCount: relations.length,
    relationStart,
    cellAt,
    signAt,
    ...relationsByCell(cells.length, relationStart, cellAt),
  };
}

function relationsByCell(cellCount: number, relationStart: Int32Array, cellAt: Int32Array) {
  const cellStart = new Int32Array(cellCount + 1);
  for (const cell of cellAt) cellStart[cell + 1] = cellStart[cell + 1]! + 1;
  for (let c = 0; c < cellCount; c++) cellStart[c + 1] = cellStart[c + 1]! + cellStart[c]!;
  const relationAt = new Int32Array(cellAt.length);
  const filled = cellStart.slice();
  for (let r = 0; r + 1 < relationStart.length; r++) {
    for (let e = relationStart[r]!; e < relationStart[r + 1]!; e++) {
      const cell = cellAt[e]!;
      relationAt[filled[cell]!] = r;
      filled[cell] = filled[cell]! + 1;
    }
  }
  return { cellStart, relationAt };
}

/** Relations a cell is in. */
export function relationsOf(incidence: Incidence, cell: number): Int32Array {
  return incidence.relationAt.subarray(incidence.cellStart[cell], incidence.cellStart[cell + 1]);
}

/** Cells of a relation: its totals, then what they are the sum of. */
export function cellsOf(incidence: Incidence, relation: number): Int32Array {
  return incidence.cellAt.subarray(incidence.relationStart[relation], incidence.relationStart[relation + 1]);
}

/** Signs of the cells of a relation, in the order of `cellsOf`. */
export function signsOf(incidence: Incidence, relation: number): Int8Array {
  return incidence.signAt.subarray(incidence.relationStart[relation], incidence.relationStart[relation + 1]);
}

/** Unknown cells that relations connect with the given ones, the nearest first, until there are so many. */
export function nearest(incidence: Incidence, unknown: Uint8Array, from: readonly number[], many: number): number[] {
  const near = new Set(from);
  for (const cell of near) {
    for (const relation of relationsOf(incidence, cell)) {
      for (const other of cellsOf(incidence, relation)) if (unknown[other] && near.size < many) near.add(other);
    }
    if (near.size >= many) break;
  }
  return [...near].sort((a, b) => a - b);
}

/** Groups of unknown cells that relations connect: what happens in one group says nothing about another. */
export function connectedGroups(incidence: Incidence, unknown: Uint8Array): number[][] {
  return groupsFrom(incidence, unknown, unknown.keys());
}

/** Those of these groups that some cells are in. */
export function groupsFrom(incidence: Incidence, unknown: Uint8Array, from: Iterable<number>): number[][] {
  const { cellAt, cellStart, relationAt, relationStart } = incidence;
  const seen = new Uint8Array(incidence.cellCount);
  const passed = new Uint8Array(incidence.relationCount);
  const groups: number[][] = [];
  for (const start of from) {
    if (!unknown[start] || seen[start]) continue;
    seen[start] = 1;
    const group = [start];
    for (let next = 0; next < group.length; next++) {
      for (let at = cellStart[group[next]!]!; at < cellStart[group[next]! + 1]!; at++) {
        const relation = relationAt[at]!;
        if (passed[relation]) continue;
        passed[relation] = 1;
        for (let e = relationStart[relation]!; e < relationStart[relation + 1]!; e++) {
          const cell = cellAt[e]!;
          if (!unknown[cell] || seen[cell]) continue;
          seen[cell] = 1;
          group.push(cell);
        }
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}
