// FIPS 180-4. The browser's own digest takes a file only whole, and in no page without TLS.
const ROUNDS = primes(64).map((prime) => fraction(Math.cbrt(prime)));
const BEGINNING = primes(8).map((prime) => fraction(Math.sqrt(prime)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) >>> 0;
}

/** SHA-256 of bytes that come in parts. */
export class Sha256 {
  readonly #state = Uint32Array.from(BEGINNING);
  readonly #words = new Uint32Array(64);
  #left = new Uint8Array(0);
  #bytes = 0;

  add(part: Uint8Array): void {
    this.#bytes += part.length;
    const all = new Uint8Array(this.#left.length + part.length);
    all.set(this.#left);
    all.set(part, this.#left.length);
    let at = 0;
    for (; at + 64 <= all.length; at += 64) this.#block(new DataView(all.buffer, at, 64));
    this.#left = all.slice(at);
  }

  /** The hash, hex; nothing can be added after. */
  end(): string {
    const bits = this.#bytes * 8;
    const ending = new Uint8Array((this.#left.length < 56 ? 64 : 128) - this.#left.length);
    ending[0] = 0x80;
    const view = new DataView(ending.buffer);
    view.setUint32(ending.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(ending.length - 4, bits >>> 0);
    this.add(ending);
    return [...this.#state].map((word) => word.toString(16).padStart(8, "0")).join("");
  }

  #block(block: DataView) {
    const words = this.#words;
    for (let at = 0; at < 16; at++) words[at] = block.getUint32(4 * at);
    for (let at = 16; at < 64; at++) {
      const [x, y] = [words[at - 15]!, words[at - 2]!];
      const small = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
      const large = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
      words[at] = words[at - 16]! + small + words[at - 7]! + large;
    }
    let [a, b, c, d, e, f, g, h] = this.#state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let at = 0; at < 64; at++) {
      const choice = (e & f) ^ (~e & g);
      const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + ROUNDS[at]! + words[at]!) | 0;
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) this.#state[at] = this.#state[at]! + word;
  }
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));
