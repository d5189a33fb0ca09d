import { type Day, FIRST_DAY, LAST_DAY, monthOf } from "./calendar.ts";
import type { Random } from "./random.ts";

/** Families come most in January and when school begins, least in December. */
const SEASON = [1.22, 1.05, 1.0, 0.94, 0.92, 0.96, 1.04, 1.24, 1.12, 1.0, 0.86, 0.7];

const reached = cumulative();

function cumulative(): Float64Array {
  const days = LAST_DAY - FIRST_DAY + 1;
  const sums = new Float64Array(days);
  for (let at = 0, sum = 0; at < days; at++) {
    sum += rampUp(at / days) * SEASON[monthOf(FIRST_DAY + at)]! * openDoors(FIRST_DAY + at);
    sums[at] = sum;
  }
  return sums;
}

/** A young network grows fast and then levels off. */
function rampUp(share: number): number {
  return 0.3 + 1.1 * (1 - Math.exp(-3 * share));
}

/** Few agencies take anyone in on a Saturday or Sunday. */
function openDoors(value: Day): number {
  const weekday = (value + 4) % 7;
  return weekday === 0 || weekday === 6 ? 0.12 : 1;
}

/** The day on which a household first comes to the network. */
export function arrivalDay(random: Random): Day {
  const wanted = random.real() * reached.at(-1)!;
  let low = 0;
  let high = reached.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return FIRST_DAY + low;
}
