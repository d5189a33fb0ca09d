import type { CellPlace } from "../../intake/cell-place.ts";

const QUOTE = 0x22;
const LINE_END = 0x0a;

/** Finds the first cell longer than a number of bytes in text that comes in parts; the same as `overlongCell` finds in a file. */
export class OverlongText {
  readonly #between: number;
  readonly #longest: number;
  #row = 1;
  #position = 1;
  #length = 0;
  #quoted = false;
  #closed = false;

  constructor(delimiter: string, longest: number) {
    this.#between = delimiter.charCodeAt(0);
    this.#longest = longest;
  }

  add(part: string): CellPlace | null {
    for (let at = 0; at < part.length; at++) {
      const code = part.charCodeAt(at);
      if (code === QUOTE) {
        const opens = !this.#quoted && (this.#length === 0 || this.#closed);
        this.#closed = this.#quoted;
        this.#quoted = opens;
      } else {
        this.#closed = false;
        if (!this.#quoted && (code === this.#between || code === LINE_END)) {
          if (code === LINE_END) [this.#row, this.#position] = [this.#row + 1, 1];
          else this.#position += 1;
          this.#length = 0;
          continue;
        }
      }
      this.#length += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
      if (this.#length > this.#longest) return { row: this.#row, position: this.#position };
    }
    return null;
  }
}

/** The place in a record, from 1, of its first cell longer than a number of bytes; null when it ends before. */
export function overlongIn(record: string, delimiter: string, longest: number): number | null {
  const place = new OverlongText(delimiter, longest).add(record);
  return place && place.row === 1 ? place.position : null;
}
