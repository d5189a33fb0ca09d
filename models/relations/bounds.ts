import { cellsOf, type Incidence, relationsOf, signsOf } from "./incidence.ts";

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
  const { relationCount } = incidence;
  const low = value.map((known, cell) => (unknown[cell] ? 0 : known));
  const high = value.map((known, cell) => (unknown[cell] ? Number.POSITIVE_INFINITY : known));
  const bounds: Bounds = { low, high, contradiction: -1 };
  const queue = Array.from({ length: relationCount }, (_, relation) => relation);
  const waiting = new Uint8Array(relationCount).fill(1);
  for (let next = 0; next < queue.length && next < PATIENCE * relationCount; next++) {
    const relation = queue[next]!;
    waiting[relation] = 0;
    for (const cell of narrow(incidence, relation, bounds)) {
      for (const other of relationsOf(incidence, cell)) {
        if (other === relation || waiting[other]) continue;
        waiting[other] = 1;
        queue.push(other);
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

/** Narrows the cells of one relation by what the others leave them, once: with signs of one size a second time adds nothing. */
function narrow(incidence: Incidence, relation: number, bounds: Bounds): number[] {
  const cells = cellsOf(incidence, relation);
  const signs = signsOf(incidence, relation);
  const changed: number[] = [];
  const { low, high } = bounds;
  const from = Array.from(cells, (cell, e) => (signs[e]! > 0 ? low[cell]! : -high[cell]!));
  const to = Array.from(cells, (cell, e) => (signs[e]! > 0 ? high[cell]! : -low[cell]!));
  const least = finiteSum(from);
  const most = finiteSum(to);
  for (let e = 0; e < cells.length; e++) {
    const cell = cells[e]!;
    const othersLeast = rest(least, from[e]!, Number.NEGATIVE_INFINITY);
    const othersMost = rest(most, to[e]!, Number.POSITIVE_INFINITY);
    const newHigh = signs[e]! > 0 ? -othersLeast : othersMost;
    const newLow = signs[e]! > 0 ? -othersMost : othersLeast;
    if (newHigh >= high[cell]! && newLow <= low[cell]!) continue;
    high[cell] = Math.min(high[cell]!, newHigh);
    low[cell] = Math.max(low[cell]!, newLow);
    changed.push(cell);
    if (low[cell]! > high[cell]!) bounds.contradiction = relation;
  }
  return changed;
}

function finiteSum(ends: readonly number[]): { finite: number; open: number } {
  let [finite, open] = [0, 0];
  for (const end of ends) {
    if (Number.isFinite(end)) finite += end;
    else open++;
  }
  return { finite, open };
}

/** A sum of interval ends without one of them; infinite when another is. */
function rest({ finite, open }: { finite: number; open: number }, own: number, infinity: number): number {
  const othersOpen = Number.isFinite(own) ? open : open - 1;
  if (othersOpen > 0) return infinity;
  return Number.isFinite(own) ? finite - own : finite;
}
