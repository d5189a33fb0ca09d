/** The centre line and the limits of one point of a control chart; the near limits are two thirds of the way out. */
export interface ControlLimits {
  lower: number;
  nearLower: number;
  centre: number;
  nearUpper: number;
  upper: number;
}

/** Limits at `reach` on either side of the centre, in its unit; none beyond the ends of the scale where those are given. */
export function controlLimits(
  centre: number,
  reach: number,
  [least, most]: readonly [number, number] = [-Infinity, Infinity],
): ControlLimits {
  const at = (part: number) => Math.min(most, Math.max(least, centre + part * reach));
  return { lower: at(-1), nearLower: at(-2 / 3), centre, nearUpper: at(2 / 3), upper: at(1) };
}

/** The points from which limits are computed: the first `points` when the baseline is locked, or else all. Throws when there are fewer than two. */
export function baselineOf<Point>(values: readonly Point[], points = values.length): readonly Point[] {
  if (!(points >= 2) || points > values.length)
    throw new Error(`invalid baseline: ${points} of ${values.length} points`);
  return values.slice(0, points);
}

/** Mean distance between neighbours; with `screened`, without the distances of 3.267 times that mean or more (Nelson 1982). */
export function averageMovingRange(values: readonly number[], screened = false): number {
  const ranges = values.slice(1).map((value, at) => Math.abs(value - values[at]!));
  const mean = meanOf(ranges);
  return screened ? meanOf(ranges.filter((range) => range < 3.267 * mean || range === 0)) : mean;
}

/** The mean; not a number of no values. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
