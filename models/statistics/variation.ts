import type { ControlLimits } from "./control-limits.ts";
import { outsideOf } from "./side.ts";
import type { SpecialCause } from "./special-cause.ts";

/** What a measure is better for. */
export type Direction = "higher is better" | "lower is better" | "neither";

/** What a special cause, or a lack of one, means for what a measure is for. */
export type Variation = "common cause" | "improvement" | "concern" | "higher" | "lower";

/** Whether the target is met whatever chance does, never met, or now and then. */
export type Assurance = "consistently pass" | "consistently fail" | "inconsistent";

/** What a point means: only chance, better or worse than before, or merely higher or lower for a measure that has no better. */
export function variation(cause: SpecialCause | null, direction: Direction): Variation {
  if (!cause) return "common cause";
  const isHigher = cause.side > 0;
  if (direction === "neither") return isHigher ? "higher" : "lower";
  return isHigher === (direction === "higher is better") ? "improvement" : "concern";
}

/** Whether a target lies outside the limits, those of the last point as a rule; null for a measure that has no better. */
export function assurance(target: number, { lower, upper }: ControlLimits, direction: Direction): Assurance | null {
  if (direction === "neither") return null;
  const place = outsideOf(target, lower, upper);
  if (place === 0) return "inconsistent";
  const isAbove = place > 0;
  return isAbove === (direction === "higher is better") ? "consistently fail" : "consistently pass";
}
