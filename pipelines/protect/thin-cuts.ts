import { type Draft, setState } from "./draft.ts";

/** Share of a cut's counts below which what is left of it is not worth its holes. */
const THIN = 1 / 3;

/** Counts a cut must have before it is judged as one. */
const MANY = 50;

/**
 * Withholds a cut (a slice over one kind of period) whole where small numbers leave less than a third of it, a breakdown that says
 * little and whose every number would need others withheld to stay.
 */
export function withholdThinCuts(draft: Draft): void {
  const { system, state, value } = draft;
  const counts = new Map<string, { shown: number[]; all: number }>();
  system.cells.forEach(({ series, slice, period_kind, role, shared }, cell) => {
    if (role !== "printed" || shared || slice === "network" || value[cell] === 0) return;
    if (state[cell] === "absent" || state[cell] === "unsettled") return;
    const name = `${series} ${slice} ${period_kind}`;
    const cut = counts.get(name) ?? { shown: [], all: 0 };
    counts.set(name, cut);
    cut.all++;
    if (state[cell] === "shown") cut.shown.push(cell);
  });
  for (const { shown, all } of counts.values()) {
    if (all >= MANY && shown.length < THIN * all) for (const cell of shown) setState(draft, cell, "complementary");
  }
}
