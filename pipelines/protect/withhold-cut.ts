import { isGroupSlice } from "../../models/figure-key.ts";
import type { FigureKey } from "../../models/published.ts";
import { kindOf } from "../../models/relations/system.ts";
import { type Draft, setState } from "./draft.ts";

type Cut = (place: Pick<FigureKey, "slice" | "period_kind">, isBase: boolean) => boolean;

/** What is withheld whole when closing leaks one by one comes to no end, each cut including those before it. */
const cuts: readonly Cut[] = [
  ({ slice }) => slice === "program" || slice === "followup" || isGroupSlice(slice),
  ({ slice, period_kind }) => slice !== "network" && period_kind !== "all",
  ({ slice, period_kind }) => slice !== "network" || period_kind === "quarter",
  ({ slice, period_kind }, isBase) => slice !== "network" || period_kind !== "all" || !isBase,
  () => true,
];

/** How many cuts there are, from the finest to everything. */
export const CUTS = cuts.length;

/** The strand of a cell; cells that several strands share are a group of their own. */
export function groupOf({ system }: Draft, cell: number): string {
  const { measure, series, shared } = system.cells[cell]!;
  return shared ? SHARED : `${measure}/${series}`;
}

/** The group of cells that several strands share. */
export const SHARED = "";

/** Withholds one cut of a group of cells, as it was shown. */
export function withholdCut(draft: Draft, group: string, cut: number): void {
  draft.system.cells.forEach((cell, c) => {
    const isIn = () => groupOf(draft, c) === group && cuts[cut]!(cell, cell.part === kindOf(draft.system, cell).base);
    if (draft.state[c] === "shown" && isIn()) setState(draft, c, "complementary");
  });
}
