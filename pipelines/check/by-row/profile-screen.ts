import { type Barred, barredBy } from "../../screen/barred.ts";
import { columnWords } from "../../screen/column-words.ts";
import type { ValuesFinding } from "../../screen/identifier-finding.ts";
import { plainText } from "../../screen/plain-text.ts";
import type { Screening } from "../../screen/profile.ts";
import { SeenKeys } from "./seen-keys.ts";

interface Counted {
  barred: Barred;
  pattern: RegExp;
  seen: SeenKeys;
  rows: number;
  distinct: number;
}

/** Counts in one column what the partner's profile does not take: the same as `screenProfile` finds in a table. */
export class ProfileScreen {
  readonly #counted: Counted[];
  readonly #column: string;
  #filled = 0;

  constructor(column: string, screening: Screening) {
    this.#column = column;
    const words = columnWords(column);
    this.#counted = barredBy(screening)
      .filter((barred) => barred.in(words, column))
      .map((barred) => ({
        barred,
        pattern: new RegExp(`^(?:${barred.pattern})$`, "u"),
        seen: new SeenKeys(),
        rows: 0,
        distinct: 0,
      }));
  }

  add(cell: string | null): void {
    if (cell === null || this.#counted.length === 0) return;
    this.#filled += 1;
    const plain = plainText(cell);
    for (const counted of this.#counted) {
      if (counted.pattern.test(plain) === (counted.barred.none ?? false)) continue;
      counted.rows += 1;
      if (counted.seen.add(plain)) counted.distinct += 1;
    }
  }

  found(file: string): ValuesFinding[] {
    return this.#counted.flatMap(({ barred: { identifier, distinctAbove = 0 }, rows, distinct }): ValuesFinding[] =>
      rows > 0 && distinct > distinctAbove * this.#filled
        ? [{ code: "identifier-values", facts: { file, column: this.#column, identifier, rows } }]
        : [],
    );
  }
}
