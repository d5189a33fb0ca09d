import {
  type FunnelLimits,
  type FunnelPlace,
  funnelPlace,
  mirroredFunnelLimits,
} from "../../models/statistics/funnel-limits.ts";
import { gammaAbove } from "../../models/statistics/gamma.ts";
import { inflatedProportionLimits } from "../../models/statistics/inflated-limits.ts";
import { overdispersion, proportionScore } from "../../models/statistics/overdispersion.ts";
import { type Proportion, pooled } from "../../models/statistics/proportion.ts";
import { shrunkenRates } from "../../models/statistics/shrunken-rate.ts";
import type { Interval } from "../charts/interval-chart.ts";
import type { Unit } from "./like-groups.ts";

/** A unit of which the share is shown, with where it lies among its limits. */
export interface FunnelUnit extends Unit, Proportion {
  share: number;
  limits: FunnelLimits;
  place: FunnelPlace;
  /** The share drawn toward that of all. */
  drawn: Interval;
}

/** Like units beside each other. */
export interface Funnel {
  /** The share that the limits lie around. */
  target: number;
  /** True where the units differ by more than chance, and the limits are wider for it. */
  widened: boolean;
  limitsAt(size: number): FunnelLimits;
  units: readonly FunnelUnit[];
}

type Shown = Unit & Proportion & { share: number };

/** The units whose share is shown, with their counts. */
export function shownUnits(units: readonly Unit[]): Shown[] {
  return units.flatMap((unit) => {
    const { share, numerator, denominator } = unit.rate;
    return share === null || numerator === null || denominator === null
      ? []
      : [{ ...unit, share, numerator, denominator }];
  });
}

/** How rarely chance alone may spread units so far that the limits are widened all the same. */
const CHANCE = 0.05;

const outer = (a: FunnelLimits, b: FunnelLimits): FunnelLimits => ({
  low998: Math.min(a.low998, b.low998),
  low95: Math.min(a.low95, b.low95),
  high95: Math.max(a.high95, b.high95),
  high998: Math.max(a.high998, b.high998),
});

/** Units around the share of all of them together, or around the `target` given: exact limits, and wider ones where they differ by more than chance. */
export function funnelOf(shown: readonly Shown[], given?: number | null): Funnel {
  const all = pooled(shown);
  const target = given ?? all.numerator / all.denominator;
  const { phi, tauSquared } = overdispersion(
    shown.map(({ numerator, denominator }) => proportionScore(numerator, denominator, target)),
  );
  const freedom = shown.length - (given == null ? 1 : 0);
  const widened = gammaAbove(freedom / 2, (shown.length * phi) / 2) < CHANCE;
  const limitsAt = (size: number) => {
    const exact = mirroredFunnelLimits(target, size);
    return widened ? outer(exact, inflatedProportionLimits(target, size, tauSquared)) : exact;
  };
  const drawn = shrunkenRates(shown);
  const units = shown.map((unit, i) => {
    const limits = limitsAt(unit.denominator);
    return { ...unit, limits, place: funnelPlace(unit.share, limits), drawn: drawn[i]! };
  });
  return { target, widened, limitsAt, units };
}
