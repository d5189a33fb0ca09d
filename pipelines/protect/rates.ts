import type { Measure, Rate } from "../../models/measures/measure.ts";
import type { FigureKey, PublishedCell, PublishedRate, RateStatus } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { wilson } from "../../models/statistics/wilson.ts";
import { publishable } from "./publishable.ts";

/** The rates that publishable cells allow, in the order of the cells; none is made from anything else. */
export function ratesOf(
  cells: readonly PublishedCell[],
  measures: readonly Measure[],
  minimum: number,
): PublishedRate[] {
  const byAddress = new Map(cells.map((cell) => [addressOf(cell), cell]));
  const kinds = new Map(measures.map((measure) => [measure.id, measure.kind]));
  return cells.flatMap((base) => {
    const kind = kinds.get(base.measure);
    if (kind?.base !== base.part) return [];
    const { part: _part, status: _status, value: _value, ...unit } = base;
    const at = (part: string) => byAddress.get(addressOf({ ...unit, part }));
    return kind.rates.flatMap((rate) => {
      const [numerator, denominator] = [at(rate.numerator), at(rate.denominator)];
      return numerator && denominator ? [rateOf(unit, rate, numerator, denominator, minimum)] : [];
    });
  });
}

function rateOf(
  unit: Omit<FigureKey, "protected">,
  rate: Rate,
  numerator: PublishedCell,
  denominator: PublishedCell,
  minimum: number,
): PublishedRate {
  const status = statusOf(numerator, denominator, minimum);
  const shown =
    status === "shown" ? wilson(numerator.value!, denominator.value!) : { share: null, low: null, high: null };
  return publishable<PublishedRate>({
    ...unit,
    rate: rate.id,
    status,
    numerator: numerator.value,
    denominator: denominator.value,
    ...shown,
  });
}

function statusOf(numerator: PublishedCell, denominator: PublishedCell, minimum: number): RateStatus {
  for (const { status } of [denominator, numerator]) {
    if (status !== "shown" && status !== "withheld") return status;
  }
  if (numerator.value === null || denominator.value === null) return "withheld";
  return denominator.value < minimum ? "too_few_to_rate" : "shown";
}
