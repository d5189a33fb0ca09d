import { cellText } from "../../../models/contract/cell-text.ts";
import type { Finding } from "../../findings.ts";
import { agreedColumns } from "../../intake/agreed-columns.ts";
import { LONGEST_CELL } from "../../intake/cell-place.ts";
import { columnFaults } from "../../intake/columns.ts";
import { seemingDelimiterIn, separatorIn } from "../../intake/delimiter-in-text.ts";
import { firstLineIn, headerIn, LONGEST_HEADER } from "../../intake/first-record.ts";
import { headerFaults } from "../../intake/header-faults.ts";
import type { TableFeed } from "../../network.ts";
import { barredNames } from "../../screen/barred.ts";
import type { IdentifierFinding } from "../../screen/identifier-finding.ts";
import type { Screening } from "../../screen/profile.ts";
import { LONGEST_NAME, screenHeader } from "../../screen/screen-header.ts";
import { RowChecks } from "./row-checks.ts";
import { TableCheck } from "./table-check.ts";

export type Fault = Pick<Finding, "code" | "facts">;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The first megabyte of a text, as UTF-8 counts. */
export const beginningOf = (text: string) =>
  decoder.decode(new TextEncoder().encode(text.slice(0, LONGEST_HEADER)).subarray(0, LONGEST_HEADER));

/** The names a feed has agreed to, those it ignores among them. */
export const agreedOf = (feed: TableFeed): ReadonlySet<string> =>
  new Set([...agreedColumns(feed).map(({ column }) => column), ...feed.ignore]);

/** What comes of a file's header. */
interface Opened {
  names: readonly string[];
  header: readonly string[];
  wrong: readonly Fault[];
  named: readonly IdentifierFinding[];
  differs: readonly Fault[];
}

/** Reads a file's text in parts: finds its header, then screens and checks what stands under it, as the pipeline's door does. */
export class TextCheck {
  readonly #file: string;
  readonly #feed: TableFeed;
  readonly #screening: Screening;
  readonly #agreed: ReadonlySet<string>;
  #pending: string | null = "";
  #delimiter: string;
  #blank = false;
  #before: Fault[] = [];
  #opened: Opened | null = null;
  #table: TableCheck | null = null;
  checks: RowChecks | null = null;

  constructor(file: string, feed: TableFeed, screening: Screening) {
    this.#file = file;
    this.#screening = screening;
    this.#feed = feed;
    this.#agreed = agreedOf(feed);
    this.#delimiter = feed.delimiter;
  }

  add(text: string): void {
    if (this.#pending === null) this.#table?.add(text);
    else this.#pending += text;
    if (this.#pending !== null && this.#pending.length >= LONGEST_HEADER) this.#open(this.#pending);
  }

  /** Everything found, in the order in which it is said. */
  end(): Fault[] {
    if (this.#pending !== null) this.#open(this.#pending, true);
    this.#table?.end();
    return [...this.#before, ...this.#found()];
  }

  #open(text: string, last = false) {
    const beginning = beginningOf(text);
    if (cellText(beginning) === null) this.#blank = true;
    if (this.#blank && this.#before.length === 0) return this.#belowBlanks(text, last);
    this.#pending = null;
    if (this.#before.length === 0 && !this.#agreesOnDelimiter(beginning)) return;
    this.#openTable(beginning);
    this.#table?.add(text);
  }

  #belowBlanks(text: string, last: boolean) {
    const rest = cellText(text);
    if (rest === null) {
      this.#pending = "";
      if (last) this.#before = headerFaults(this.#file, null);
      return;
    }
    this.#before = [{ code: "blank-beginning", facts: { file: this.#file } }];
    this.#pending = text.slice(text.indexOf(rest));
    if (last || this.#pending.length >= LONGEST_HEADER) this.#open(this.#pending, last);
  }

  #agreesOnDelimiter(beginning: string): boolean {
    const [file, agreed] = [this.#file, this.#feed.delimiter];
    const separator = separatorIn(beginning);
    if (separator) {
      this.#before.push({ code: "separator-line", facts: { file, separator, agreed } });
      return false;
    }
    const seems = seemingDelimiterIn(beginning, agreed, this.#agreed);
    if (!seems) return true;
    this.#before.push({ code: "wrong-delimiter", facts: { file, seems, agreed, by: "mapping" } });
    this.#delimiter = seems;
    return true;
  }

  #openTable(beginning: string) {
    const names = headerIn(beginning, this.#delimiter) ?? [];
    const header = names.map((column, at) => (isName(column) ? column : `column ${at + 1}`));
    if (!header.some((column) => this.#agreed.has(column))) {
      this.#before.push({ code: "no-agreed-column", facts: { file: this.#file, columns: header.length } });
      return;
    }
    const wrong = headerFaults(this.#file, header);
    const screening = this.#screening;
    const named = [...screenHeader(this.#file, names, this.#agreed), ...barredNames(this.#file, names, screening)];
    const differs = columnFaults(this.#file, header, [this.#feed]);
    this.#opened = { names, header, wrong, named, differs };
    const clean = [this.#before, wrong, named, differs].every(({ length }) => length === 0);
    if (clean) this.checks = new RowChecks(this.#feed, header);
    const loose = firstLineIn(beginning) === null || !names.every(isName);
    const called = header.map((name, at) => name || `column ${at + 1}`);
    const delimiter = this.#delimiter;
    this.#table = new TableCheck({ header, called, delimiter, screening, loose, checks: this.checks });
  }

  #found(): Fault[] {
    if (!this.#opened || !this.#table) return [];
    const { header, wrong, named, differs } = this.#opened;
    const { overlong } = this.#table;
    if (overlong) {
      const column = header[overlong.position - 1] || `column ${overlong.position}`;
      const facts = { file: this.#file, row: overlong.row, column, limit: LONGEST_CELL };
      return [...named, { code: "overlong-cell", facts }];
    }
    const found = new Set(named.map(({ facts }) => facts.column));
    const held = this.#table.identifiers(this.#file, found);
    return wrong.length > 0 ? [...wrong, ...named, ...held] : [...named, ...held, ...differs];
  }
}

const isName = (column: string) => column.length <= LONGEST_NAME;
