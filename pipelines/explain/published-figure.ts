import type { FigureAddress } from "../../models/figure-address.ts";
import type { FigureKey, Publication, RateStatus } from "../../models/published.ts";

/** What was published at an address: its status, its number in words, and the parts it is made of. */
export interface PublishedFigure {
  status: RateStatus;
  /** The number with whatever stands beside it; null where none is shown. */
  says: string | null;
}

/** The published row at an address. Throws when the release has no such figure. */
export function publishedFigure(publication: Publication, at: FigureAddress): PublishedFigure {
  const found = <Row extends FigureKey>(rows: readonly Row[], isFigure: (row: Row) => boolean) => {
    const row = rows.find((each) => isAt(each, at) && isFigure(each));
    if (!row) throw new Error(`the release has no such figure: ${at.kind} ${at.figure} of ${at.measure}`);
    return row;
  };
  switch (at.kind) {
    case "count": {
      const { status, value } = found(publication.cell, ({ part }) => part === at.figure);
      return { status, says: value === null ? null : String(value) };
    }
    case "rate": {
      const { status, share, low, high, numerator, denominator } = found(
        publication.rate,
        ({ rate }) => rate === at.figure,
      );
      const says = `${percent(share)} (95 % interval ${percent(low)} to ${percent(high)}): ${numerator} of ${denominator}`;
      return { status, says: share === null ? null : says };
    }
    case "median": {
      const { status, value, low, high, n } = found(publication.median, ({ median }) => median === at.figure);
      return { status, says: value === null ? null : `${value} (95 % interval ${low} to ${high}) of ${n} people` };
    }
    case "sum": {
      const { status, value, n } = found(publication.sum, ({ sum }) => sum === at.figure);
      return { status, says: value === null ? null : `${value} for ${n} people` };
    }
    case "ratio": {
      const { status, ratio, low, high } = found(publication.standardised, ({ rate }) => rate === at.figure);
      return { status, says: ratio === null ? null : `${ratio} (95 % interval ${low} to ${high})` };
    }
  }
}

const isAt = (row: FigureKey, at: FigureKey) =>
  row.measure === at.measure &&
  row.series === at.series &&
  row.slice === at.slice &&
  row.member === at.member &&
  row.period === at.period;

const percent = (share: number | null) => (share === null ? "" : `${(100 * share).toFixed(1)} %`);
