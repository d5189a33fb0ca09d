import type { Measure } from "../../models/measures/measure.ts";
import type { Publication, PublishedRate, PublishedStandardised } from "../../models/published.ts";
import { isRatioOfTooFew, isRatioTooClose } from "../../models/relations/ratio-rule.ts";
import { standardisedMeasure, standardStrata } from "../../models/relations/standard-strata.ts";
import { coarseRatio, RATIO_STEP } from "../../models/statistics/coarse-ratio.ts";
import { type Failure, failureAt } from "./failure.ts";

/** Limits that printed ratios must keep. */
interface RatioLimits {
  minimumDenominator: number;
  width: number;
}

/**
 * What is wrong with printed ratios, as far as it shows: every one is the one measure's that has them, of a partner to date, beside a
 * shown share, rounded, with an interval that follows from it, and leaves the size of every group open.
 */
export function checkStandardised(
  { rate, standardised }: Pick<Publication, "rate" | "standardised">,
  measures: readonly Measure[],
  limits: RatioLimits,
): Failure[] {
  const measure = standardisedMeasure(measures);
  const strata = measure ? standardStrata({ rate }, measure, limits.minimumDenominator) : [];
  const rates = new Map(rate.map((one) => [addressOf(one), one]));
  const seen = new Set<string>();
  return standardised.flatMap((row) => {
    const address = `${addressOf(row)} standardised`;
    const isDeclared = row.measure === measure?.id && row.rate === measure.standardised.rate;
    const isOnce = seen.size < seen.add(address).size;
    const beside = rates.get(addressOf(row));
    if (!isDeclared || !isOnce || !isWhereAllowed(row) || beside?.numerator !== row.observed)
      return [failureAt(address, "contradiction")];
    if (row.status !== "shown") return isBlank(row) ? [] : [failureAt(address, "contradiction")];
    if (!isSound(row, beside)) return [failureAt(address, "contradiction")];
    if (isRatioOfTooFew(row.observed!, row.ratio!)) return [failureAt(address, "below threshold")];
    return isRatioTooClose(row.observed!, row.ratio!, strata, limits) ? [failureAt(address, "narrow")] : [];
  });
}

const addressOf = ({
  measure,
  series,
  slice,
  member,
  period_kind,
  period,
  rate,
}: PublishedRate | PublishedStandardised) => [measure, series, slice, member, period_kind, period, rate].join(" ");

const isWhereAllowed = ({ slice, period_kind }: PublishedStandardised) => slice === "partner" && period_kind === "all";

const isBlank = ({ ratio, low, high }: PublishedStandardised) => ratio === null && low === null && high === null;

/** True for a rounded ratio beside a shown share, with the interval that it and the observed people make. */
function isSound({ observed, ratio, low, high }: PublishedStandardised, beside: PublishedRate): boolean {
  if (beside.status !== "shown" || observed === null || ratio === null || !(observed > 0)) return false;
  if (Math.abs(ratio / RATIO_STEP - Math.round(ratio / RATIO_STEP)) > 1e-9) return false;
  const expected = coarseRatio(observed, ratio);
  return expected.low === low && expected.high === high;
}
