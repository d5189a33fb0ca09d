import type { Measure, Sum } from "../../models/measures/measure.ts";
import { SUM_STEP } from "../../models/measures/sum-step.ts";
import type { PublishedCell, PublishedSum, RateStatus } from "../../models/published.ts";
import type { SumFigureTable } from "../../models/warehouse.ts";
import { isDominated } from "./dominance.ts";
import { publishable } from "./publishable.ts";

/** What a sum must rest on. */
interface SumLimits {
  threshold: number;
  minimumDenominator: number;
}

/**
 * The sums that publishable cells allow: none stands without the count of its people beside it, or where one or two people make up
 * most of it, be it for a partner that takes its own people's amounts off. The network's to date alone, and rounded.
 */
export function sumsOf(
  figures: readonly SumFigureTable[],
  cells: readonly PublishedCell[],
  measures: readonly Measure[],
  limits: SumLimits,
): PublishedSum[] {
  const byAddress = Map.groupBy(figures, (figure) => addressOf(figure, figure.sum));
  const sumsByMeasure = new Map(measures.map(({ id, sums = [] }) => [id, sums]));
  return cells.flatMap((cell) => {
    if (cell.period_kind !== "all" || cell.slice !== "network") return [];
    const own = sumsByMeasure.get(cell.measure)?.filter(({ among }) => among === cell.part) ?? [];
    return own.map((sum) => sumOf(cell, sum, byAddress.get(addressOf(cell, sum.id)) ?? [], limits));
  });
}

const addressOf = ({ measure, series }: Pick<SumFigureTable, "measure" | "series">, sum: string) =>
  [measure, series, sum].join(" ");

function sumOf(
  cell: PublishedCell,
  { id, unit }: Sum,
  seen: readonly SumFigureTable[],
  limits: SumLimits,
): PublishedSum {
  const { part: _part, status: _status, value: n, ...key } = cell;
  const whole = seen.find(({ without }) => without === null);
  if (n !== null && whole && whole.people > n)
    throw new Error(`a sum of other people than its count: ${addressOf(cell, id)}`);
  const status = statusOf(cell, seen, limits);
  const step = SUM_STEP[unit];
  const value = status === "shown" && whole ? Math.round(whole.amount / 100 / step) * step : null;
  return publishable<PublishedSum>({ ...key, sum: id, status, n, value });
}

function statusOf(
  { status, value }: PublishedCell,
  seen: readonly SumFigureTable[],
  { threshold, minimumDenominator }: SumLimits,
): RateStatus {
  if (status !== "shown" || value === null) return status;
  const least = Math.max(threshold, minimumDenominator);
  if (value < least) return "too_few_to_rate";
  const isSafe = (figure: SumFigureTable) =>
    figure.people >= (figure.without === null ? least : threshold) && !isDominated(figure);
  return seen.some(({ without }) => without === null) && seen.every(isSafe) ? "shown" : "withheld";
}
