import type { Contributions } from "../../models/relations/alike-partners.ts";
import { type Insider, insidersOf } from "../../models/relations/insiders.ts";
import { type Draft, setState } from "./draft.ts";

/** The partners that a draft is protected from. */
export function insidersOfDraft(draft: Draft, contributions: Contributions | null): Insider[] {
  const { system, incidence, value, state } = draft;
  return insidersOf(system, incidence, value, contributions, (cell) => state[cell] !== "absent");
}

/** Withholds numbers of which all but a few people are one partner's: it could take its own off and be left with the few, unless it knows them anyway. */
export function withholdDominated(draft: Draft, insiders: readonly Insider[]): void {
  const { system, state, value, protection } = draft;
  if (system.unduplicated) return;
  for (const { own, share } of insiders) {
    const known = new Set(own);
    for (const cell of system.cells.keys()) {
      if (state[cell] !== "shown" || system.owners[cell] !== null || known.has(cell)) continue;
      if (value[cell]! - share[cell]! < protection.threshold) setState(draft, cell, "primary");
    }
  }
}
