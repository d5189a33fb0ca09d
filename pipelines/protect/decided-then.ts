import { addressOf } from "../../models/relations/cell.ts";
import { isClosed, type Past, partNow, printedThen } from "../../models/relations/past.ts";
import type { RelationSystem } from "../../models/relations/system.ts";

/** Cells of which an earlier release decided whether they are shown: its own figures, and those of periods that it closed. */
export function decidedThen({ cells, figures }: RelationSystem, past: Past): Map<number, boolean> {
  const decided = new Map<number, boolean>();
  for (const [address, at] of figures) {
    const cell = cells[at]!;
    if (cell.role === "then") {
      const { part, release } = partNow(cell.part);
      decided.set(at, release !== past.release || printedThen(past, addressOf({ ...cell, part })) !== null);
      continue;
    }
    const figure = past.figures.get(address);
    if (figure && isClosed(past, figure))
      decided.set(at, printedThen(past, address) !== null || decided.get(at) === true);
  }
  return decided;
}
