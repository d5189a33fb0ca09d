import { TOKEN_PATTERN } from "../../../models/contract/field.ts";
import { firstForm } from "../../screen/first-form.ts";
import type { ValuesFinding } from "../../screen/identifier-finding.ts";
import type { TalliedColumn } from "../../screen/judge-columns.ts";
import { tallyColumn } from "../../screen/tally-column.ts";
import { type Evidence, SHAPES, SHORTEST, valueForms } from "../../screen/value-forms.ts";
import { SeenKeys } from "./seen-keys.ts";

/** Tokens are told apart up to here; a column that holds more of them is one of tokens. */
const TOKENS_TOLD_APART = 4096;
/** Forms of the first values are remembered, for columns of few different ones. */
const REMEMBERED = 256;

const token = new RegExp(`^(?:${TOKEN_PATTERN})$`);
const shapes = (Object.entries(SHAPES) as [keyof typeof SHAPES, string][]).map(
  ([name, pattern]) => [name, new RegExp(`^(?:${pattern})$`, "u")] as const,
);

/** What the values of one column look like, counted one by one. */
export class ColumnScreen {
  readonly #forms = new Map<number, number>();
  readonly #known = new Map<string, number | null>();
  readonly #seen = new SeenKeys();
  readonly #tally = tallyColumn();
  readonly #evidence = Object.fromEntries([
    ["filled", 0],
    ["distinct", 0],
    ...shapes.map(([name]) => [name, 0]),
  ]) as Omit<Evidence, "rows">;
  #tokens = 0;

  add(cell: string | null): void {
    if (cell === null) return;
    const evidence = this.#evidence;
    evidence.filled += 1;
    const isToken = cell.charCodeAt(0) === 0x76 && token.test(cell);
    if (isToken) this.#tokens += 1;
    if ((isToken && this.#tokens > TOKENS_TOLD_APART) || this.#seen.add(cell)) evidence.distinct += 1;
    if (isToken) return;
    for (const [name, shape] of shapes) if (shape.test(cell)) evidence[name] += 1;
    this.#tally.add(cell);
    if (cell.length < SHORTEST) return;
    const form = this.#formOf(cell);
    if (form !== null) this.#forms.set(form, (this.#forms.get(form) ?? 0) + 1);
  }

  /** The identifiers that the column holds in more rows than chance makes, each once. */
  found(file: string, column: string): ValuesFinding[] {
    const rowsOf = new Map<string, number>();
    for (const [form, rows] of [...this.#forms].sort(([a], [b]) => a - b)) {
      const { identifier, refused } = valueForms[form]!;
      if (refused({ rows, ...this.#evidence })) rowsOf.set(identifier, (rowsOf.get(identifier) ?? 0) + rows);
    }
    return [...rowsOf].map(([identifier, rows]) => ({
      code: "identifier-values",
      facts: { file, column, identifier, rows },
    }));
  }

  /** The column as it is judged beside the others. */
  tallied(column: string): TalliedColumn {
    return { column, filled: this.#evidence.filled, tallies: this.#tally.tallies() };
  }

  #formOf(cell: string): number | null {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const form = firstForm(cell);
    if (this.#known.size < REMEMBERED) this.#known.set(cell, form);
    return form;
  }
}
