/** A small seeded generator of pseudo-random numbers (sfc32): the same key gives the same numbers on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(...key: readonly number[]) {
    let state = 0x9e3779b9;
    for (const part of key) state = scramble(state ^ part);
    this.#a = scramble(state + 1);
    this.#b = scramble(state + 2);
    this.#c = scramble(state + 3);
    for (let turn = 0; turn < 8; turn++) this.real();
  }

  /** A number from 0 up to, and without, 1. */
  real(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** A whole number between `low` and `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.real() * (high - low + 1));
  }

  /** True in the given share of calls. */
  chance(share: number): boolean {
    return this.real() < share;
  }

  /** One of the list, each as likely as the others. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.real() * list.length)]!;
  }

  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    let sum = 0;
    for (const key in weights) sum += weights[key]!;
    let left = this.real() * sum;
    let last: K | undefined;
    for (const key in weights) {
      last = key;
      left -= weights[key]!;
      if (left < 0) break;
    }
    return last!;
  }

  /** Nearly normal, and never further than about three and a half deviations from the mean. */
  normal(mean: number, deviation: number): number {
    const sum = this.real() + this.real() + this.real() + this.real() - 2;
    return mean + deviation * sum * Math.sqrt(3);
  }

  /** Waiting time until an event that comes once in `mean` on average. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.real());
  }
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) | 0;
}
