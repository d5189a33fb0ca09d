import type { Contributions } from "../../models/relations/alike-partners.ts";
import { type Insider, insidersOf } from "../../models/relations/insiders.ts";
import { linksOf } from "../../models/relations/since-release.ts";
import { type Draft, setState } from "./draft.ts";

/** The partners that a draft is protected from. */
export function insidersOfDraft(draft: Draft, contributions: Contributions | null): Insider[] {
  const { inside, value, state } = draft;
  return insidersOf(inside.system, inside.incidence, value, contributions, (cell) => state[cell] !== "absent");
}

/** Withholds numbers of which an earlier release shows how few people came or went since, all but one partner's taken off. */
export function withholdFewSince(draft: Draft, insiders: readonly Insider[]): void {
  const { system, state, value, protection } = draft;
  if (system.unduplicated) return;
  for (const { now, before, since } of linksOf(system)) {
    if (state[now] !== "shown" || state[before] !== "shown") continue;
    const left = insiders.map(({ share }) => Math.abs(value[now]! - value[before]! - (share[now]! - share[before]!)));
    const isOwn = system.owners[since] !== null;
    if (!isOwn && left.some((people) => people > 0 && people < protection.threshold)) setState(draft, now, "primary");
  }
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
