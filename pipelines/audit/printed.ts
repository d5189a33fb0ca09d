import type { Measure } from "../../models/measures/measure.ts";
import type { Publication, PublishedCell, PublishedRate } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { type Failure, failureAt } from "./failure.ts";

/** Limits the printed rows must keep. */
export interface PrintedLimits {
  threshold: number;
  minimumDenominator: number;
}

/** What is wrong with printed rows taken one by one: numbers that are too small, or there although the status says there are none. */
export function checkPrinted(publication: Publication, measures: readonly Measure[], limits: PrintedLimits): Failure[] {
  const cells = new Map(publication.cell.map((cell) => [addressOf(cell), cell]));
  const kinds = new Map(measures.map(({ id, kind }) => [id, kind]));
  return [
    ...publication.cell.flatMap((cell) => checkCell(cell, limits)),
    ...publication.rate.flatMap((rate) => {
      const declared = kinds.get(rate.measure)?.rates.find(({ id }) => id === rate.rate);
      const at = (part: string | undefined) => (part ? cells.get(addressOf({ ...rate, part })) : undefined);
      return checkRate(rate, at(declared?.numerator), at(declared?.denominator), limits);
    }),
  ];
}

function checkCell(cell: PublishedCell, { threshold }: PrintedLimits): Failure[] {
  if ((cell.value !== null) !== (cell.status === "shown")) return [failureAt(addressOf(cell), "contradiction")];
  if (cell.value !== null && cell.value < threshold) return [failureAt(addressOf(cell), "below threshold")];
  return [];
}

function checkRate(
  rate: PublishedRate,
  numerator: PublishedCell | undefined,
  denominator: PublishedCell | undefined,
  { minimumDenominator }: PrintedLimits,
): Failure[] {
  const address = addressOf({ ...rate, part: `rate ${rate.rate}` });
  const agrees = rate.numerator === (numerator?.value ?? null) && rate.denominator === (denominator?.value ?? null);
  if (!agrees) return [failureAt(address, "contradiction")];
  const { status, share, low, high } = rate;
  if (status !== "shown") return (share ?? low ?? high) ? [failureAt(address, "contradiction")] : [];
  if (numerator?.value == null || denominator?.value == null || share !== numerator.value / denominator.value) {
    return [failureAt(address, "contradiction")];
  }
  return denominator.value < minimumDenominator ? [failureAt(address, "below threshold")] : [];
}
