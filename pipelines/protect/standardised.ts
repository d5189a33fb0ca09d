import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedRate, PublishedStandardised, RateStatus } from "../../models/published.ts";
import { isRatioOfTooFew, isRatioTooClose } from "../../models/relations/ratio-rule.ts";
import {
  type StandardStratum,
  standardisedMeasure,
  standardOf,
  standardStrata,
} from "../../models/relations/standard-strata.ts";
import { coarseRatio, expectedFrom, roundedRatio } from "../../models/statistics/coarse-ratio.ts";
import { standardisedRatios } from "../../models/statistics/standardised-ratio.ts";
import type { StandardisedFigureTable } from "../../models/warehouse.ts";
import { narrowedBy } from "./narrowed.ts";
import { publishable } from "./publishable.ts";
import type { PartnerMix } from "./swap-room.ts";

/** What a ratio must rest on. */
interface RatioLimits {
  minimumDenominator: number;
  width: number;
}

/** A ratio that may be printed if the others allow it. */
interface Draft {
  row: PublishedRate;
  expected: number;
  ratio: number | null;
  status: RateStatus;
}

/**
 * Each partner's people who met a measure beside those expected from its groups: to date, beside a printed share, rounded, and only
 * where nobody learns from all ratios together how many people of a group a partner serves. Throws when several measures have one.
 */
export function standardisedOf(
  figures: readonly StandardisedFigureTable[],
  rates: readonly PublishedRate[],
  measures: readonly Measure[],
  limits: RatioLimits,
): PublishedStandardised[] {
  const measure = standardisedMeasure(measures);
  if (!measure) return [];
  const strata = standardStrata({ rate: rates }, measure, limits.minimumDenominator);
  const own = strata.length < 2 ? [] : figures.filter((one) => one.measure === measure.id);
  const counts = own.map((one) => countOf(one, strata));
  if (counts.length > 0) checkStandard(counts, strata);
  const expected = new Map(standardisedRatios(counts).map((one) => [one.unit, one]));
  const drafts = rates
    .filter((row) => row.measure === measure.id && row.rate === measure.standardised.rate && isPartnerToDate(row))
    .map((row) => draftOf(row, expected.get(row.member)?.expected ?? 0, strata, limits));
  const printed = new Map(drafts.flatMap((draft) => (draft.status === "shown" ? [[draft.row.member, draft]] : [])));
  const mixes = new Map(
    [...Map.groupBy(counts, ({ unit }) => unit)].map(([id, own]) => [id, mixOf(own, strata, printed.get(id))]),
  );
  const gone = narrowedBy(mixes, standardOf(strata), limits.width);
  return drafts.map((draft) => rowOf(gone.has(draft.row.member) ? { ...draft, status: "withheld" } : draft));
}

const isPartnerToDate = ({ slice, period_kind }: PublishedRate) => slice === "partner" && period_kind === "all";

/** People of one group at one partner, in the stratum that the group is of. */
function countOf(
  { partner_id, member, numerator, denominator }: StandardisedFigureTable,
  strata: readonly StandardStratum[],
) {
  const own = strata.findIndex(({ members }) => members?.includes(member));
  const at = own < 0 ? strata.findIndex(({ members }) => members === null) : own;
  return { unit: partner_id, at, stratum: [String(at)], numerator, denominator };
}

type Count = ReturnType<typeof countOf>;

function checkStandard(counts: readonly Count[], strata: readonly StandardStratum[]) {
  for (const [at, { numerator, denominator }] of strata.entries()) {
    const own = counts.filter((count) => count.at === at);
    const isSame = sumOf(own, "numerator") === numerator && sumOf(own, "denominator") === denominator;
    if (!isSame) throw new Error(`a standard of other people than its counts: stratum ${at}`);
  }
}

const sumOf = (counts: readonly Count[], of: "numerator" | "denominator") =>
  counts.reduce((sum, count) => sum + count[of], 0);

function draftOf(
  row: PublishedRate,
  expected: number,
  strata: readonly StandardStratum[],
  { width }: RatioLimits,
): Draft {
  const { status, numerator } = row;
  if (status !== "shown" || numerator === null) return { row, expected, ratio: null, status };
  if (strata.length < 2) return { row, expected, ratio: null, status: "withheld" };
  const ratio = roundedRatio(numerator, expected);
  if (isRatioOfTooFew(numerator, ratio)) return { row, expected, ratio, status: "too_few_to_rate" };
  return { row, expected, ratio, status: isRatioTooClose(numerator, ratio, strata, { width }) ? "withheld" : "shown" };
}

function mixOf(own: readonly Count[], strata: readonly StandardStratum[], printed: Draft | undefined): PartnerMix {
  const each = strata.map((_, at) => own.filter((count) => count.at === at));
  const met = each.map((counts) => sumOf(counts, "numerator"));
  const unmet = each.map((counts, at) => sumOf(counts, "denominator") - met[at]!);
  const range = printed
    ? expectedFrom(printed.row.numerator!, printed.ratio!)
    : { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return { met, unmet, expected: printed?.expected ?? 0, ...range };
}

function rowOf({ row, ratio, status }: Draft): PublishedStandardised {
  const { numerator: observed, denominator: _denominator, share: _share, low: _low, high: _high, ...key } = row;
  const numbers = status === "shown" ? coarseRatio(observed!, ratio!) : { ratio: null, low: null, high: null };
  return publishable<PublishedStandardised>({ ...key, status, observed, ...numbers });
}
