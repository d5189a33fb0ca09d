import type { Incidence } from "./incidence.ts";

/** Between which whole numbers each cell must lie, as far as going from relation to relation tells: never too narrow. */
export interface Bounds {
  low: Float64Array;
  high: Float64Array;
  /** A relation no numbers can satisfy, -1 for none. */
  contradiction: number;
}

/** Rounds per relation before slow narrowing is cut off; stopping early only leaves bounds wider. */
const PATIENCE = 60;

/** What a reader can work out by adding and subtracting: known cells have their value, unknown ones are 0 or more. */
export function boundsOf(incidence: Incidence, unknown: Uint8Array, value: Float64Array): Bounds {
  const { relationCount, relationAt, cellStart } = incidence;
  const low = value.map((known, cell) => (unknown[cell] ? 0 : known));
  const high = value.map((known, cell) => (unknown[cell] ? Number.POSITIVE_INFINITY : known));
  const bounds: Bounds = { low, high, contradiction: -1 };
  const narrow = narrowing(incidence, bounds);
  // No relation waits twice at once, so that those waiting go round in a ring.
  const ring = Int32Array.from({ length: relationCount }, (_, relation) => relation);
  const waiting = new Uint8Array(relationCount).fill(1);
  for (let next = 0, end = relationCount; next < end && next < PATIENCE * relationCount; next++) {
    const relation = ring[next % relationCount]!;
    waiting[relation] = 0;
    for (const cell of narrow(relation)) {
      for (let at = cellStart[cell]!; at < cellStart[cell + 1]!; at++) {
        const other = relationAt[at]!;
        if (other === relation || waiting[other]) continue;
        waiting[other] = 1;
        ring[end++ % relationCount] = other;
      }
    }
    if (bounds.contradiction >= 0) break;
  }
  return bounds;
}

/** Cells that must be zero because the given ones are known not to exist: 1 for these and for the given ones. */
export function zerosAround(incidence: Incidence, absent: Uint8Array): Uint8Array {
  const { high } = boundsOf(
    incidence,
    absent.map((is) => 1 - is),
    new Float64Array(incidence.cellCount),
  );
  return Uint8Array.from(high, (most) => (most === 0 ? 1 : 0));
}

const NONE: readonly number[] = [];

/**
 * Narrows the cells of one relation after another by what the others leave them, each once: with signs of one size a second time
 * adds nothing. What is said of a relation are the cells that changed.
 */
function narrowing(incidence: Incidence, bounds: Bounds): (relation: number) => readonly number[] {
  const { relationStart, cellAt, signAt } = incidence;
  const { low, high } = bounds;
  const longest = relationStart.reduce((most, start, r) => Math.max(most, start - (relationStart[r - 1] ?? 0)), 0);
  const [from, to] = [new Float64Array(longest), new Float64Array(longest)];
  return (relation) => {
    const [start, end] = [relationStart[relation]!, relationStart[relation + 1]!];
    let [least, leastOpen, most, mostOpen] = [0, 0, 0, 0];
    for (let e = start; e < end; e++) {
      const cell = cellAt[e]!;
      const isPart = signAt[e]! > 0;
      const lowest = isPart ? low[cell]! : -high[cell]!;
      const highest = isPart ? high[cell]! : -low[cell]!;
      from[e - start] = lowest;
      to[e - start] = highest;
      if (lowest === Number.NEGATIVE_INFINITY) leastOpen++;
      else least += lowest;
      if (highest === Number.POSITIVE_INFINITY) mostOpen++;
      else most += highest;
    }
    if (leastOpen > 1 && mostOpen > 1) return NONE;
    let changed = NONE;
    for (let e = start; e < end; e++) {
      const cell = cellAt[e]!;
      const othersLeast = rest(least, leastOpen, from[e - start]!, Number.NEGATIVE_INFINITY);
      const othersMost = rest(most, mostOpen, to[e - start]!, Number.POSITIVE_INFINITY);
      const newHigh = signAt[e]! > 0 ? -othersLeast : othersMost;
      const newLow = signAt[e]! > 0 ? -othersMost : othersLeast;
      if (newHigh >= high[cell]! && newLow <= low[cell]!) continue;
      high[cell] = Math.min(high[cell]!, newHigh);
      low[cell] = Math.max(low[cell]!, newLow);
      changed = changed === NONE ? [cell] : [...changed, cell];
      if (low[cell]! > high[cell]!) bounds.contradiction = relation;
    }
    return changed;
  };
}

/** The finite ends of a sum without one of them; infinite when another is. */
function rest(finite: number, open: number, own: number, infinity: number): number {
  if (own === infinity) return open > 1 ? infinity : finite;
  return open > 0 ? infinity : finite - own;
}
