import type { FigureAddress } from "../../models/figure-address.ts";
import type { Measure, Part } from "../../models/measures/measure.ts";

/** The parts whose rows a figure is made of: itself, numerator and denominator, or the people a median, sum or ratio is of. Throws when the measure has no such figure. */
export function countedParts(
  { id, kind, medians = [], sums = [], standardised }: Measure,
  { kind: of, figure }: FigureAddress,
): Part[] {
  const rate = () => kind.rates.find((one) => one.id === figure && (of === "rate" || standardised?.rate === figure));
  const among = [...medians.filter(() => of === "median"), ...sums.filter(() => of === "sum")].find(
    (one) => one.id === figure,
  )?.among;
  const names =
    of === "count" ? [figure] : of === "rate" || of === "ratio" ? [rate()?.numerator, rate()?.denominator] : [among];
  const parts = names.map((name) => kind.parts.find((part) => part.id === name));
  if (parts.some((part) => part === undefined)) throw new Error(`${id} has no ${of} ${figure}`);
  return parts.filter((part) => part !== undefined);
}
