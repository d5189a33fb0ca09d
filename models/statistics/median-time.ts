import type { SurvivalEstimate } from "./product-limit.ts";

/** Lets a share that is one half up to rounding count as one half. */
const ROUNDING = 1e-9;

/** The day by which half have had the event, with its 95 % interval; null means not reached. */
export interface MedianTime {
  days: number | null;
  low: number | null;
  high: number | null;
}

type Step = SurvivalEstimate & { days: number };

/** The first day on which the share, and each bound of its interval, is one half or less (Brookmeyer and Crowley 1982). */
export function medianTime(steps: readonly Step[]): MedianTime {
  const firstDay = (boundOf: (step: Step) => number) =>
    steps.find((step) => boundOf(step) <= 0.5 + ROUNDING)?.days ?? null;
  return {
    days: firstDay(({ share }) => share),
    low: firstDay(({ share, low }) => low ?? share),
    high: firstDay(({ high }) => high ?? 1),
  };
}
