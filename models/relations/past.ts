import type { FigureKey } from "../published.ts";
import type { FigureTable } from "../warehouse.ts";

/** What earlier releases bind a release to: the figures of the last one, and whatever any of them printed. */
export interface Past {
  /** The last release. */
  release: number;
  /** All figures of the last release, by address. */
  figures: ReadonlyMap<string, FigureTable>;
  /** Every number that was ever printed, by address, with the release that printed it last. */
  printed: ReadonlyMap<string, { value: number; release: number }>;
  /** Every median and sum that was ever printed, as it was printed last, by kind and address. */
  amounts?: ReadonlyMap<string, number>;
  /** The true figures of today by address: late people can be in one measure and not yet in another that counts the same. */
  now: ReadonlyMap<string, number>;
  /** Closed periods of each measure, as `kind period`: nothing in them changes any more. */
  closed: ReadonlyMap<string, ReadonlySet<string>>;
}

type Period = Pick<FigureKey, "measure" | "period_kind" | "period">;

/** True for a figure of a period that is closed. */
export const isClosed = ({ closed }: Past, { measure, period_kind, period }: Period): boolean =>
  closed.get(measure)?.has(`${period_kind} ${period}`) ?? false;

/** The name of a part as a release had it. */
export const partThen = (part: string, release: number) => `${part}@${release}`;

/** The part that a name of a part as a release had it stands for, and the release. */
export function partNow(part: string): { part: string; release: number } {
  const at = part.lastIndexOf("@");
  return { part: part.slice(0, at), release: Number(part.slice(at + 1)) };
}

/** A figure of an earlier release, under the name it has beside those of today. */
export const figureThen = <Row extends { part: string }>(row: Row, release: number): Row => ({
  ...row,
  part: partThen(row.part, release),
});

/** The number that the last release printed at an address, null where it printed none. */
export function printedThen({ printed, release }: Past, address: string): number | null {
  const before = printed.get(address);
  return before?.release === release ? before.value : null;
}
