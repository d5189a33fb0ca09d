import type { Measure, Median } from "../../models/measures/measure.ts";
import type { PublishedCell, PublishedMedian, RateStatus } from "../../models/published.ts";
import { isMedianOfTooFew } from "../../models/relations/criterion.ts";
import type { MedianFigureTable } from "../../models/warehouse.ts";
import { publishable } from "./publishable.ts";

/** The smallest step of a published median in cents, so that it is nobody's own wage to the cent. */
const STEP: Readonly<Record<Median["unit"], number>> = { "dollars a quarter": 100, "dollars an hour": 10 };

/** What a median must rest on. */
interface MedianLimits {
  minimumDenominator: number;
  width: number;
}

/** The medians that publishable cells allow: none stands without the count of its people beside it, or rests on fewer than the minimum. */
export function mediansOf(
  figures: readonly MedianFigureTable[],
  cells: readonly PublishedCell[],
  measures: readonly Measure[],
  limits: MedianLimits,
): PublishedMedian[] {
  const byAddress = new Map(figures.map((figure) => [addressOf(figure, figure.median), figure]));
  const mediansByMeasure = new Map(measures.map(({ id, medians = [] }) => [id, medians]));
  return cells.flatMap((cell) => {
    if (cell.period_kind !== "all" || (cell.slice !== "network" && cell.slice !== "partner")) return [];
    const own = mediansByMeasure.get(cell.measure)?.filter(({ among }) => among === cell.part) ?? [];
    return own.map((median) => medianOf(cell, median, byAddress.get(addressOf(cell, median.id)), limits));
  });
}

const addressOf = ({ measure, series, slice, member }: Omit<PublishedCell | MedianFigureTable, "part">, id: string) =>
  [measure, series, slice, member, id].join(" ");

function medianOf(
  cell: PublishedCell,
  { id, unit }: Median,
  figure: MedianFigureTable | undefined,
  { minimumDenominator, width }: MedianLimits,
): PublishedMedian {
  const { part: _part, status: _status, value: n, ...key } = cell;
  if (n !== null && n !== (figure?.people ?? 0))
    throw new Error(`a median of other people than its count: ${addressOf(cell, id)}`);
  const status: RateStatus =
    n !== null && (n < minimumDenominator || isMedianOfTooFew(n, { width })) ? "too_few_to_rate" : cell.status;
  const at = (cents: number | null | undefined) => {
    if (cents == null) throw new Error(`no interval of a median: ${addressOf(cell, id)}`);
    return (Math.round(cents / STEP[unit]) * STEP[unit]) / 100;
  };
  const shown =
    status === "shown"
      ? { value: at(figure?.value), low: at(figure?.low), high: at(figure?.high) }
      : { value: null, low: null, high: null };
  return publishable<PublishedMedian>({ ...key, median: id, status, n, ...shown });
}
