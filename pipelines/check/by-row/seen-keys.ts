const EMPTY = 0;

/** Keys seen so far, sixteen bytes each at most whatever their length: two that differ are taken for one in less than one of a million files. */
export class SeenKeys {
  #slots = new Uint32Array(2 * 1024);
  #size = 0;

  /** Adds a key; false when it was there. */
  add(key: string): boolean {
    if (this.#size * 4 > this.#slots.length) this.#grow();
    const [high, low] = hashes(key);
    const added = put(this.#slots, high, low);
    if (added) this.#size += 1;
    return added;
  }

  #grow() {
    const larger = new Uint32Array(this.#slots.length * 2);
    for (let at = 0; at < this.#slots.length; at += 2)
      if (this.#slots[at] !== EMPTY) put(larger, this.#slots[at]!, this.#slots[at + 1]!);
    this.#slots = larger;
  }
}

function put(slots: Uint32Array, high: number, low: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let place = low & mask; ; place = (place + 1) & mask) {
    const at = 2 * place;
    if (slots[at] === high && slots[at + 1] === low) return false;
    if (slots[at] !== EMPTY) continue;
    [slots[at], slots[at + 1]] = [high, low];
    return true;
  }
}

/** Two independent hashes of 32 bits; the first is never the mark of an empty slot. */
function hashes(key: string): [high: number, low: number] {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0 || 1, b >>> 0];
}
