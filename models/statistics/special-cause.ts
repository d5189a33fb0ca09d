import type { ControlLimits } from "./control-limits.ts";
import { outsideOf, type Side, sideOf } from "./side.ts";

/** Why a point is taken as a sign of change, in the order in which one rule goes before another. */
export type Rule = "outside limits" | "trend" | "two of three" | "one side";

/** The rule a point falls under, and whether it speaks for higher (1) or lower (-1) values. */
export interface SpecialCause {
  rule: Rule;
  side: Side;
}

/**
 * The special causes of a control chart by the four rules of NHS England's "Making Data Count", null where there is only chance: a point
 * outside its limits; each of seven that rise or fall; each beyond the near limit of which there are two in three, all on one side of the
 * centre; each of seven on one side. A trend speaks for the way it goes. Throws unless every point has limits.
 */
export function specialCauses(values: readonly number[], limits: readonly ControlLimits[]): (SpecialCause | null)[] {
  if (values.length !== limits.length) throw new Error(`invalid limits: ${limits.length} for ${values.length} points`);
  const sides = values.map((value, at) => sideOf(value, limits[at]!.centre));
  const outside = values.map((value, at) => outsideOf(value, limits[at]!.lower, limits[at]!.upper));
  const near = values.map((value, at) =>
    outside[at] === 0 ? outsideOf(value, limits[at]!.nearLower, limits[at]!.nearUpper) : 0,
  );
  const steps = values.slice(1).map((value, at) => sideOf(value, values[at]!));
  const rules: [Rule, readonly Side[]][] = [
    ["outside limits", outside],
    ["trend", marked(values.length, 7, (first) => agreed(steps.slice(first, first + 6)))],
    ["two of three", twoOfThree(sides, near)],
    ["one side", marked(values.length, 7, (first) => agreed(sides.slice(first, first + 7)))],
  ];
  return values.map((_, at) => {
    const found = rules.find(([, marks]) => marks[at] !== 0);
    return found ? { rule: found[0], side: found[1][at]! } : null;
  });
}

function twoOfThree(sides: readonly Side[], near: readonly Side[]): Side[] {
  const windows = marked(sides.length, 3, (first) => {
    const count = near.slice(first, first + 3).filter((side) => side !== 0).length;
    return count >= 2 ? agreed(sides.slice(first, first + 3)) : 0;
  });
  return windows.map((side, at) => (near[at] === 0 ? 0 : side));
}

/** Marks each point of every window of so many points that has a side; the first window a point is in decides. */
function marked(points: number, size: number, windowSide: (first: number) => Side): Side[] {
  const marks = new Array<Side>(points).fill(0);
  for (let first = 0; first + size <= points; first++) {
    const side = windowSide(first);
    for (let at = first; at < first + size; at++) marks[at] ||= side;
  }
  return marks;
}

function agreed(sides: readonly Side[]): Side {
  return sides.every((side) => side === sides[0]) ? (sides[0] ?? 0) : 0;
}
