import type { PeriodKind, Slice } from "../../models/figure-key.ts";
import type { MeasureKind } from "../../models/measures/measure.ts";
import { type Cell, rankOf } from "../../models/relations/cell.ts";

const groupCost = 12;
const sliceCost: Partial<Record<Slice, number>> = { network: 60, followup: 20, tier: 15, partner: 6, program: 1 };
const periodCost: Record<PeriodKind, number> = { all: 4, year: 2, quarter: 1 };
/** By rank: the base, the counts of the first rate, those of other rates, the rest, the detail. */
const rankCost = [8, 5, 2, 1, 0.5] as const;

/** What readers lose when a cell is withheld: most where it is about many people, long times and the heart of a measure. */
export function costOf(cell: Cell, value: number, kind: MeasureKind): number {
  const weight =
    (sliceCost[cell.slice] ?? groupCost) * periodCost[cell.period_kind] * rankCost[rankOf(cell.part, kind)];
  return weight * (1 + Math.log1p(value) / 6);
}
