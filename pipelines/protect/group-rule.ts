import { isHarmless } from "../../models/relations/criterion.ts";
import { cellsOf, relationsOf, signsOf } from "../../models/relations/incidence.ts";
import { type Draft, setState } from "./draft.ts";

/** How much dearer a cell is for every relation in which it would be the first unknown. */
const OPENING = 1.5;
/** How much dearer a cell is that would not be enough alone. */
const TOO_SMALL = 3;

/** Cells a relation that reaches over partners needs, as each partner can take its own off. */
const UNKNOWNS_NEEDED = { within: 2, overPartners: 3 } as const;

/** Brings the given relations, and those that withholding touches, under the group rule: nothing withheld stands alone in a sum. */
export function withholdInGroups(draft: Draft, relations: Iterable<number>): void {
  const queue = [...relations];
  for (let next = 0; next < queue.length; next++) {
    const relation = queue[next]!;
    while (!holds(draft, relation)) {
      const cell = cheapestShown(draft, [relation], missing(draft, relation));
      if (cell < 0) break;
      setState(draft, cell, "complementary");
      queue.push(...relationsOf(draft.incidence, cell));
    }
  }
}

/** Shows again, dearest first, every complementary cell that the group rule can do without. */
export function giveBack(draft: Draft): void {
  const given = draft.state.flatMap((state, cell) => (state === "complementary" && !draft.fixed[cell] ? [cell] : []));
  given.sort((a, b) => draft.cost[b]! - draft.cost[a]! || a - b);
  for (const cell of given) {
    setState(draft, cell, "shown");
    if (!relationsOf(draft.incidence, cell).every((relation) => holds(draft, relation))) {
      setState(draft, cell, "complementary");
    }
  }
}

/** The shown cell of the relations that is the least loss, -1 when none is shown; `needed` people are to be hidden by it. */
function cheapestShown(draft: Draft, relations: Iterable<number>, needed = 0): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const relation of relations) {
    const signs = signsOf(draft.incidence, relation);
    cellsOf(draft.incidence, relation).forEach((cell, e) => {
      if (draft.state[cell] !== "shown") return;
      const enough = signs[e]! < 0 || draft.value[cell]! >= needed ? 1 : TOO_SMALL;
      const cost = enough * lossOf(draft, cell);
      if (cost >= least) return;
      least = cost;
      best = cell;
    });
  }
  return best;
}

/** What is lost with a cell: its own cost, and more for every relation in which it would be the first unknown. */
function lossOf(draft: Draft, cell: number): number {
  let opened = 0;
  for (const relation of relationsOf(draft.incidence, cell)) {
    if (!cellsOf(draft.incidence, relation).some((c) => draft.unknown[c])) opened++;
  }
  return draft.cost[cell]! * (1 + OPENING * opened);
}

function holds(draft: Draft, relation: number): boolean {
  const cells = cellsOf(draft.incidence, relation);
  if (!cells.some((cell) => mustNotStandAlone(draft, cell))) return true;
  const { spansPartners } = draft.system.relations[relation]!;
  const needed = spansPartners ? UNKNOWNS_NEEDED.overPartners : UNKNOWNS_NEEDED.within;
  let [unknown, possible] = [0, 0];
  for (const cell of cells) {
    if (draft.unknown[cell]) unknown++;
    if (draft.unknown[cell] || draft.value[cell]! > 0) possible++;
  }
  return unknown >= Math.min(needed, possible) && missing(draft, relation) <= 0;
}

/** True for what is withheld, and for hidden or unsettled cells of few people; those of many may be worked out. */
function mustNotStandAlone({ state, value, ofFew, system, protection }: Draft, cell: number): boolean {
  switch (state[cell]) {
    case "primary":
    case "complementary":
      return true;
    case "hidden":
    case "unsettled":
      return !isHarmless(system.cells[cell]!.role, value[cell]!, value[cell]!, protection, ofFew[cell] === 1);
    default:
      return false;
  }
}

/** People who are still to be hidden among the parts of a sum whose total is known; the largest partner does not hide the others. */
function missing(draft: Draft, relation: number): number {
  const { of, totals, owners } = draft.system.relations[relation]!;
  if (totals.some((cell) => draft.unknown[cell])) return 0;
  const byOwner = new Map<string, number>();
  let hidden = 0;
  of.forEach((cell, i) => {
    if (!draft.unknown[cell]) return;
    hidden += draft.value[cell]!;
    if (owners) byOwner.set(owners[i]!, (byOwner.get(owners[i]!) ?? 0) + draft.value[cell]!);
  });
  const { threshold, width } = draft.protection;
  return Math.max(threshold - 1, width) - (hidden - Math.max(0, ...byOwner.values()));
}
