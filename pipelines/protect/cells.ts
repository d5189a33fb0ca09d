import type { CellStatus, PublishedCell } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import type { FigureTable } from "../../models/warehouse.ts";
import type { Draft } from "./draft.ts";
import { publishable } from "./publishable.ts";

/** The publishable cells of a settled draft, in the order of its system; hidden parts and overlaps are not among them. */
export function cellsOfDraft(
  { system, state, value }: Draft,
  figures: ReadonlyMap<string, FigureTable>,
): PublishedCell[] {
  return system.cells.flatMap((cell, c) => {
    if (cell.role !== "printed") return [];
    const { role: _, ...address } = cell;
    const reason = figures.get(addressOf(cell))!.reason;
    const status: CellStatus = reason ?? (state[c] === "shown" ? "shown" : "withheld");
    return [publishable<PublishedCell>({ ...address, status, value: status === "shown" ? value[c]! : null })];
  });
}
