import type { PeriodKind } from "../figure-key.ts";
import { periodsOf, type Structure } from "./structure.ts";

/** All the time from the first day to the end of a period, put together from as few periods as there are. */
export interface Span {
  of: readonly { kind: PeriodKind; period: string }[];
}

/** Every span that periods of the given kinds make, the shortest first. */
export function spansOf(kinds: readonly PeriodKind[], structure: Structure): Span[] {
  const years = periodsOf("year", structure);
  const ends = kinds.includes("quarter") ? periodsOf("quarter", structure) : kinds.includes("year") ? years : [];
  const partial = ends
    .slice(0, kinds.includes("all") ? -1 : undefined)
    .map((end) => ({ of: upTo(end, kinds, structure) }));
  return kinds.includes("all")
    ? [...partial, { of: [{ kind: "all", period: periodsOf("all", structure)[0]! }] }]
    : partial;
}

/** Whole years before the one of `end`, then the quarters of that one up to it; quarters alone, or years alone, where there is no more. */
function upTo(end: string, kinds: readonly PeriodKind[], structure: Structure): Span["of"] {
  const years = periodsOf("year", structure).map((period) => ({ kind: "year" as const, period }));
  if (!kinds.includes("quarter")) return years.filter(({ period }) => period <= end);
  const quarters = [...structure.quarters].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  const so = quarters.filter(({ quarter }) => quarter <= end);
  const isWhole = (year: string) => quarters.every((one) => one.year !== year || one.quarter <= end);
  const whole = kinds.includes("year")
    ? years.filter(({ period }) => so.some(({ year }) => year === period) && isWhole(period))
    : [];
  const inWhole = new Set(whole.map(({ period }) => period));
  return [
    ...whole,
    ...so
      .filter(({ year }) => !inWhole.has(year))
      .map(({ quarter }) => ({ kind: "quarter" as const, period: quarter })),
  ];
}
