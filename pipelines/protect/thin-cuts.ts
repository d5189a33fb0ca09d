import { type Draft, type State, setState } from "./draft.ts";

/** Share of a cut's counts that must reach the threshold, for less a breakdown is more holes than numbers. */
const DENSE = 0.7;

/** Counts there must be to be judged together. */
const MANY = 10;

/** Share of a cut's counts below which what the group rule has left of it is not worth its holes. */
const WORTHWHILE = 1 / 3;

/** True when so few of some counts are large that they are withheld together. */
export function isSparse(large: number, all: number): boolean {
  return all >= MANY && large < DENSE * all;
}

/** Withholds cuts whole most of whose counts are small: every number shown there would need others withheld to hide its neighbours. */
export function withholdSparseCuts(draft: Draft): void {
  withholdCuts(draft, isSparse, "primary");
}

/** Withholds cuts whole of which the group rule has left less than a third. */
export function withholdThinCuts(draft: Draft): void {
  withholdCuts(draft, (shown, all) => all >= MANY && shown < WORTHWHILE * all, "complementary");
}

/** A cut is a slice of a series over one kind of period, its details apart; the whole network to date is always given a chance. */
function withholdCuts(draft: Draft, isToo: (shown: number, all: number) => boolean, as: State): void {
  const { system, state, value } = draft;
  const details = new Set(
    system.strands.flatMap(({ measure: { id, kind } }) =>
      kind.parts.flatMap((part) => (part.detail ? [`${id} ${part.id}`] : [])),
    ),
  );
  const cuts = new Map<string, { shown: number[]; all: number }>();
  system.cells.forEach(({ measure, series, slice, period_kind, part, role, shared }, cell) => {
    const isDetail = details.has(`${measure} ${part}`);
    if (role !== "printed" || value[cell] === 0 || (slice === "network" && period_kind === "all" && !isDetail)) return;
    if (state[cell] === "absent" || state[cell] === "unsettled") return;
    const name = `${shared ? "" : `${measure}/${series}`} ${slice} ${period_kind} ${isDetail}`;
    const cut = cuts.get(name) ?? { shown: [], all: 0 };
    cuts.set(name, cut);
    cut.all++;
    if (state[cell] === "shown") cut.shown.push(cell);
  });
  for (const { shown, all } of cuts.values()) {
    if (isToo(shown.length, all)) for (const cell of shown) setState(draft, cell, as);
  }
}
