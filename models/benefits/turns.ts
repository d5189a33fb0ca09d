import type { CurvePoint } from "./benefit-curve.ts";
import { type Program, programs } from "./net-resources.ts";

/**
 * A stretch of earnings on which working more does not pay, in dollars a year. On a cliff the family has less after it than
 * before; on a plateau it keeps at most 40 cents of each further dollar.
 */
export interface Turn {
  kind: "cliff" | "plateau";
  from: number;
  to: number;
  /** By how much net resources are less at the end than at the beginning; negative where they are more. */
  lost: number;
  /** The first earnings with at least what there was before a cliff; null on a plateau, or beyond the grid. */
  breakEven: number | null;
  /** The help that falls the most on the stretch. */
  program: Program;
}

const PLATEAU_RATE = 0.6;

/** The share of further earnings that a step takes away; above 1 the family ends with less. */
export const effectiveRate = (before: CurvePoint, after: CurvePoint) =>
  1 - (after.net - before.net) / (after.earned - before.earned);

function kindOf(before: CurvePoint, after: CurvePoint): Turn["kind"] | null {
  const rate = effectiveRate(before, after);
  if (rate > 1) return "cliff";
  return rate >= PLATEAU_RATE ? "plateau" : null;
}

function turnOf(kind: Turn["kind"], curve: readonly CurvePoint[], first: number, last: number): Turn {
  const [before, after] = [curve[first]!, curve[last]!];
  const fallOf = (program: Program) => before.help[program] - after.help[program];
  const recovered = curve.slice(last).find(({ net }) => net >= before.net);
  return {
    kind,
    from: before.earned,
    to: after.earned,
    lost: before.net - after.net,
    breakEven: kind === "cliff" ? (recovered?.earned ?? null) : null,
    program: programs.reduce((most, program) => (fallOf(program) > fallOf(most) ? program : most)),
  };
}

/** Cliffs and plateaus of a curve, from low earnings to high; steps of one kind that follow each other are one. */
export function turnsOf(curve: readonly CurvePoint[]): Turn[] {
  const kinds = curve.slice(1).map((after, i) => kindOf(curve[i]!, after));
  return kinds.flatMap((kind, i) => {
    if (kind === null || kinds[i - 1] === kind) return [];
    const end = kinds.findIndex((other, j) => j > i && other !== kind);
    return [turnOf(kind, curve, i, end === -1 ? kinds.length : end)];
  });
}
