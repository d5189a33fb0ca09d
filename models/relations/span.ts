import type { PeriodKind } from "../figure-key.ts";
import { periodsOf, type Structure } from "./structure.ts";

/** All the time from the first day to the end of a period, put together from as few periods as there are. */
export interface Span {
  of: readonly { kind: PeriodKind; period: string }[];
}

/** Every span that periods of the given kinds make, the shortest first. */
export function spansOf(kinds: readonly PeriodKind[], structure: Structure): Span[] {
  const finest = (["quarter", "year", "all"] as const).find((kind) => kinds.includes(kind));
  if (!finest) return [];
  const ends = periodsOf(finest, structure);
  return ends.map((end, at) => {
    if (at === ends.length - 1 && kinds.includes("all")) return { of: all("all", structure) };
    return { of: finest === "quarter" ? upTo(end, kinds, structure) : upToIn(finest, end, structure) };
  });
}

function all(kind: PeriodKind, structure: Structure): Span["of"] {
  return periodsOf(kind, structure).map((period) => ({ kind, period }));
}

function upToIn(kind: PeriodKind, end: string, structure: Structure): Span["of"] {
  return all(kind, structure).filter(({ period }) => period <= end);
}

/** The years that end with the quarter or before it, where the measure has years, and the quarters after these. */
function upTo(end: string, kinds: readonly PeriodKind[], structure: Structure): Span["of"] {
  const isOver = (year: string) => structure.quarters.every((one) => one.year !== year || one.quarter <= end);
  const years = kinds.includes("year") ? all("year", structure).filter(({ period }) => isOver(period)) : [];
  const yearOf = new Map(structure.quarters.map(({ quarter, year }) => [quarter, year]));
  const inYears = (quarter: string) => years.some(({ period }) => period === yearOf.get(quarter));
  return [...years, ...upToIn("quarter", end, structure).filter(({ period }) => !inYears(period))];
}
