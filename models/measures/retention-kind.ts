import { groupSlices } from "../figure-key.ts";
import type { Identity, MeasureKind, Part, Rate } from "./measure.ts";
import { adultsByPlacement, type RetentionDay, retainedAfter, stoppedBefore } from "./population.ts";

/** The one day looked at by who people are: at every day most of these counts would be too small to show. */
const DAY_BY_GROUP = 180;

/** Whom retention is about. */
export const PLACED = "people placed in a job";

/**
 * Who of one cohort is still there at each of several days: a row is kept through its column `lasted_days`, and after that lost where
 * it `ended`, not known where it did not. Among those known it is given as a share, and with its bounds: at least, were all the
 * unknown lost, and at most, were they all kept.
 */
export function retentionKind(horizons: readonly RetentionDay[]): MeasureKind & { kind: "share" } {
  return {
    kind: "share",
    base: "placed",
    parts: [
      {
        id: "placed",
        title: "Placed",
        means: "Placements that began long enough ago.",
        when: "true",
        printed: true,
        population: adultsByPlacement,
      },
      ...horizons.flatMap(partsAt),
      ...steps(horizons).flatMap(partsBetween),
    ],
    identities: [...horizons.flatMap(sumsAt), ...steps(horizons).flatMap(sumsBetween)],
    rates: horizons.flatMap(ratesAt),
  };
}

function partsAt(days: RetentionDay): Part[] {
  const part = (id: string, title: string, means: string, when: string): Part => {
    return { id: `${id}_${days}`, title: `${title} after ${days} days`, means, when, printed: true, ...only(days) };
  };
  const [kept, ended] = [`lasted_days >= ${days}`, `lasted_days < ${days} and ended`];
  return [
    part("known", "Status known", "Employed through the day, or known to have stopped before it.", `${kept} or ended`),
    {
      ...part("retained", "Still employed", "Employed through the day, with at most the allowed gap.", kept),
      population: retainedAfter[days],
    },
    {
      ...part("not_retained", "No longer employed", "Known to have stopped before the day.", ended),
      population: stoppedBefore[days],
    },
    part("lost", "Not known", "Last heard of before the day, still employed then.", `not (${kept}) and not ended`),
    part("possible", "Not known to have stopped", "Still employed, or not known.", `${kept} or not ended`),
  ];
}

const only = (days: number) => (days === DAY_BY_GROUP ? {} : { notFor: groupSlices });

function ratesAt(days: number): Rate[] {
  const title = `Still employed after ${days} days`;
  const employed = `were still employed after ${days} days`;
  const known = `were known to be still employed after ${days} days`;
  const open = `were not known to have stopped within ${days} days`;
  return [
    {
      ...{ id: `retained_${days}`, title, numerator: `retained_${days}`, denominator: `known_${days}` },
      ...{ did: employed, among: `${PLACED} whose status is known`, of: employed },
      bounds: { low: `at_least_${days}`, high: `at_most_${days}` },
    },
    {
      ...{ id: `at_least_${days}`, title: `${title}, at least`, numerator: `retained_${days}`, denominator: "placed" },
      ...{ did: known, among: PLACED, of: known },
    },
    {
      ...{ id: `at_most_${days}`, title: `${title}, at most`, numerator: `possible_${days}`, denominator: "placed" },
      ...{ did: open, among: PLACED, of: open },
    },
  ];
}

const sumsAt = (days: number): Identity[] => [
  { total: "placed", of: [`known_${days}`, `lost_${days}`] },
  { total: `known_${days}`, of: [`retained_${days}`, `not_retained_${days}`] },
  { total: `possible_${days}`, of: [`retained_${days}`, `lost_${days}`] },
];

interface Step {
  from: number;
  to: number;
}

const steps = (horizons: readonly RetentionDay[]): Step[] =>
  horizons.slice(1).map((to, before) => ({ from: horizons[before]!, to }));

/** Whoever left the kept between two days can be worked out from what is printed of both. */
function partsBetween({ from, to }: Step): Part[] {
  const between = `lasted_days >= ${from} and lasted_days < ${to}`;
  const part = (id: string, title: string, when: string): Part => {
    return { id: `${id}_${from}_to_${to}`, title, means: title, when, printed: false, notFor: groupSlices };
  };
  return [
    part("stopped", `Stopped from day ${from} to before day ${to}`, `${between} and ended`),
    part("last_heard", `Last heard of from day ${from} to before day ${to}`, `${between} and not ended`),
  ];
}

const sumsBetween = ({ from, to }: Step): Identity[] => [
  { total: `retained_${from}`, of: [`retained_${to}`, `stopped_${from}_to_${to}`, `last_heard_${from}_to_${to}`] },
  { total: `not_retained_${to}`, of: [`not_retained_${from}`, `stopped_${from}_to_${to}`] },
  { total: `lost_${to}`, of: [`lost_${from}`, `last_heard_${from}_to_${to}`] },
];
