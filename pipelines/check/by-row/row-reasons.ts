/** Why a row is set aside: its file and number, the partner's column, the rule and the sentence for it. */
export interface RowReason {
  file: string;
  row: number;
  column: string;
  rule: string;
  says: string;
}

type Kind = Omit<RowReason, "file" | "row">;

/** Reasons in the order of their rows, eight bytes each, so that a file may be broken from end to end. */
export class RowReasons {
  readonly #file: string;
  readonly #kinds: Kind[] = [];
  readonly #places = new Map<string, number>();
  #entries = new Uint32Array(1024);
  #size = 0;
  #rowStart = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a reason; one that the row has already is not added again. */
  add(row: number, kind: Kind): void {
    const place = this.#placeOf(kind);
    if (this.#size === 0 || this.#entries[this.#size - 2] !== row) this.#rowStart = this.#size;
    for (let at = this.#rowStart; at < this.#size; at += 2) if (this.#entries[at + 1] === place) return;
    if (this.#size === this.#entries.length) this.#grow();
    this.#entries.set([row, place], this.#size);
    this.#size += 2;
  }

  *[Symbol.iterator](): Iterator<RowReason> {
    for (let at = 0; at < this.#size; at += 2)
      yield { file: this.#file, row: this.#entries[at]!, ...this.#kinds[this.#entries[at + 1]!]! };
  }

  #placeOf(kind: Kind): number {
    const key = [kind.column, kind.rule, kind.says].join("\0");
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#kinds.push(kind) - 1);
    return this.#kinds.length - 1;
  }

  #grow() {
    const larger = new Uint32Array(this.#entries.length * 2);
    larger.set(this.#entries);
    this.#entries = larger;
  }
}
