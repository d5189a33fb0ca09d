import type { Measure } from "../../models/measures/measure.ts";
import type { Publication, PublishedMedian, PublishedSum } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { amountAt, isMovedByFew } from "../../models/relations/moved-by-few.ts";
import { figureThen, isClosed, type Past, printedThen as printedIn } from "../../models/relations/past.ts";
import { type Failure, failureAt } from "./failure.ts";
import type { Printed } from "./knowledge.ts";

/** What earlier releases printed and withheld in periods that are open, under the names it has beside what is printed now. */
export function printedThen(past: Past): Map<string, Printed> {
  const printed = new Map<string, Printed>();
  for (const [address, figure] of past.figures) {
    if (isClosed(past, figure)) continue;
    const { measure, reason } = figure;
    const value = printedIn(past, address);
    const status = value === null ? (reason ?? "withheld") : "shown";
    printed.set(addressOf(figureThen(figure, past.release)), { measure, status, value });
    const before = past.printed.get(address);
    if (before && before.release !== past.release)
      printed.set(addressOf(figureThen(figure, before.release)), { measure, status: "shown", value: before.value });
  }
  return printed;
}

/** Medians and sums that have moved although so few people came or went that it tells of these. */
export function checkAmounts(
  { release, median, sum }: Publication,
  measures: readonly Measure[],
  past: Past,
): Failure[] {
  const { threshold } = release[0]!;
  const check = (kind: "median" | "sum", row: PublishedMedian | PublishedSum, id: string): Failure[] => {
    const declared = measures.find((one) => one.id === row.measure);
    const among = (kind === "median" ? declared?.medians : declared?.sums)?.find((one) => one.id === id)?.among;
    const { value, n } = row;
    if (value === null || n === null || among === undefined) return [];
    const moved = isMovedByFew(
      past,
      amountAt(kind, row, id),
      addressOf({ ...row, part: among }),
      { value, n },
      threshold,
    );
    return moved ? [failureAt(addressOf({ ...row, part: `${kind} ${id}` }), "narrow")] : [];
  };
  return [
    ...median.flatMap((row) => check("median", row, row.median)),
    ...sum.flatMap((row) => check("sum", row, row.sum)),
  ];
}

/** Figures of closed periods that are not printed as they were: what was printed stays, and what was withheld stays so. */
export function checkPast({ cell, release }: Publication, past: Past): Failure[] {
  const { threshold } = release[0]!;
  return cell.flatMap((now) => {
    const address = addressOf(now);
    const before = past.figures.get(address);
    if (!before || !isClosed(past, before)) return [];
    const value = printedIn(past, address);
    const isStricter = now.status === "withheld" && value !== null && value < threshold;
    return isStricter || now.value === value ? [] : [failureAt(address, "changed")];
  });
}
