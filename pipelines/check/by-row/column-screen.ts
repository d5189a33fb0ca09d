import { firstForm } from "../../screen/first-form.ts";
import type { ValuesFinding } from "../../screen/identifier-finding.ts";
import { LONG_NUMBER, NUMBER, SHORTEST, valueForms } from "../../screen/value-forms.ts";

/** Different values of a column are counted up to here; no form of identifier asks for as many. */
const DISTINCT = 64;
/** Forms of the latest values are remembered, for columns of few different ones. */
const REMEMBERED = 256;

const numbers = new RegExp(`^(?:${NUMBER})$`, "u");
const longNumbers = new RegExp(`^(?:${LONG_NUMBER})$`, "u");

/** What the values of one column look like, counted one by one. */
export class ColumnScreen {
  readonly #forms = new Map<number, number>();
  readonly #known = new Map<string, number | null>();
  readonly #distinct = new Set<string>();
  #filled = 0;
  #numbers = 0;
  #longNumbers = 0;

  add(cell: string | null): void {
    if (cell === null) return;
    this.#filled += 1;
    if (this.#distinct.size < DISTINCT) this.#distinct.add(cell);
    const first = cell.charCodeAt(0);
    // A number begins with a digit, an apostrophe or a minus sign.
    if (first <= 0x39 && first >= 0x27) {
      if (numbers.test(cell)) this.#numbers += 1;
      if (cell.length >= 13 && longNumbers.test(cell)) this.#longNumbers += 1;
    }
    if (cell.length < SHORTEST) return;
    const form = this.#formOf(cell);
    if (form !== null) this.#forms.set(form, (this.#forms.get(form) ?? 0) + 1);
  }

  /** The identifiers that the column holds in more rows than chance makes, each once. */
  found(file: string, column: string): ValuesFinding[] {
    const evidence = {
      filled: this.#filled,
      numbers: this.#numbers,
      long_numbers: this.#longNumbers,
      distinct: this.#distinct.size,
    };
    const rowsOf = new Map<string, number>();
    for (const [form, rows] of [...this.#forms].sort(([a], [b]) => a - b)) {
      const { identifier, refused } = valueForms[form]!;
      if (refused({ rows, ...evidence })) rowsOf.set(identifier, (rowsOf.get(identifier) ?? 0) + rows);
    }
    return [...rowsOf].map(([identifier, rows]) => ({
      code: "identifier-values",
      facts: { file, column, identifier, rows },
    }));
  }

  #formOf(cell: string): number | null {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const form = firstForm(cell);
    if (this.#known.size < REMEMBERED) this.#known.set(cell, form);
    return form;
  }
}
