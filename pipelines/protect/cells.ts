import type { CellStatus, PublishedCell } from "../../models/published.ts";
import type { Draft } from "./draft.ts";
import { publishable } from "./publishable.ts";

/** The publishable cells of a settled draft, in the order of its figures; hidden parts and overlaps are not among them. */
export function cellsOfDraft({ system, state, value, figures }: Draft): PublishedCell[] {
  return [...system.figures].flatMap(([address, c]) => {
    if (system.cells[c]!.role !== "printed") return [];
    const { value: _value, people: _people, reason, ...figure } = figures.get(address)!;
    const status: CellStatus = reason ?? (state[c] === "shown" ? "shown" : "withheld");
    return [publishable<PublishedCell>({ ...figure, status, value: status === "shown" ? value[c]! : null })];
  });
}
