import type { Finding } from "../../findings.ts";
import { LONGEST_CELL } from "../../intake/cell-place.ts";
import { columnFaults, knownColumns } from "../../intake/columns.ts";
import { firstLineIn, LONGEST_HEADER } from "../../intake/first-record.ts";
import { firstTelling } from "../../intake/first-telling.ts";
import { headerFaults, tooManyColumns } from "../../intake/header-faults.ts";
import { separatorLine, type TextHeader, textHeader } from "../../intake/text-header.ts";
import type { TableFeed } from "../../network.ts";
import { barredNames } from "../../screen/barred.ts";
import type { IdentifierFinding } from "../../screen/identifier-finding.ts";
import type { Screening } from "../../screen/profile.ts";
import { LONGEST_NAME, screenHeader } from "../../screen/screen-header.ts";
import { shownHeader } from "../../screen/shown-header.ts";
import { RowChecks } from "./row-checks.ts";
import { TableCheck } from "./table-check.ts";

export type Fault = Pick<Finding, "code" | "facts">;

/** Characters in which a header is found, and its first line's end if it has one: each may be as long as a header. */
const OPENED_WITH = 2 * LONGEST_HEADER;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The first megabyte of a text, as UTF-8 counts. */
export const beginningOf = (text: string) =>
  decoder.decode(new TextEncoder().encode(text.slice(0, LONGEST_HEADER)).subarray(0, LONGEST_HEADER));

/** What comes of a file's header. */
interface Opened {
  header: readonly string[];
  above: number;
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
  #blank = false;
  #before: Fault[] = [];
  #opened: Opened | null = null;
  #table: TableCheck | null = null;
  checks: RowChecks | null = null;

  constructor(file: string, feed: TableFeed, screening: Screening) {
    this.#file = file;
    this.#screening = screening;
    this.#feed = feed;
    this.#agreed = knownColumns([feed]);
  }

  add(text: string): void {
    if (this.#pending === null) this.#table?.add(text);
    else this.#pending += text;
    if (this.#pending !== null && this.#pending.length >= OPENED_WITH) this.#open(this.#pending, false);
  }

  /** Everything found, in the order in which it is said. */
  end(): Fault[] {
    if (this.#pending !== null) this.#open(this.#pending, true);
    this.#table?.end();
    return [...this.#before, ...this.#found()];
  }

  #open(text: string, last: boolean) {
    if (this.#blank) return this.#openBelowBlanks(text, last);
    const start = beginningOf(text);
    const agreed = this.#feed.delimiter;
    const separator = separatorLine(start);
    if (separator && separator !== agreed) {
      this.#pending = null;
      this.#before.push({ code: "separator-line", facts: { file: this.#file, separator, agreed } });
      return;
    }
    const skipped = separator ? start.indexOf("\n") + 1 : 0;
    const header = this.#headerOf(start.slice(skipped));
    if (header) return this.#openTable(text.slice(skipped), header, separator ? 1 : 0);
    this.#blank = true;
    this.#openBelowBlanks(text.slice(skipped), last);
  }

  /** Goes on where a text that begins with nothing but blanks has something else. */
  #openBelowBlanks(text: string, last: boolean) {
    const at = firstTelling(text, this.#feed.delimiter);
    this.#pending = at < 0 ? "" : text.slice(at);
    if (!last && this.#pending.length < OPENED_WITH) return;
    const header = this.#headerOf(beginningOf(this.#pending));
    if (!header) {
      this.#before = headerFaults(this.#file, null);
      return;
    }
    this.#before = [{ code: "blank-beginning", facts: { file: this.#file } }];
    this.#openTable(this.#pending, header, 0);
  }

  #headerOf(beginning: string): TextHeader | null {
    return textHeader(beginning, this.#feed.delimiter, this.#agreed, { titled: true });
  }

  #openTable(text: string, { delimiter, cells, start, above, aboveCells }: TextHeader, before: number) {
    this.#pending = null;
    const [file, agreed] = [this.#file, this.#feed.delimiter];
    if (delimiter !== agreed)
      this.#before.push({ code: "wrong-delimiter", facts: { file, seems: delimiter, agreed, by: "mapping" } });
    const header = shownHeader(cells, this.#agreed);
    if (!header.some((column) => this.#agreed.has(column))) {
      this.#before.push({ code: "no-agreed-column", facts: { file, columns: header.length } });
      return;
    }
    const tooMany = tooManyColumns(file, header.length);
    if (tooMany.length > 0) {
      this.#before.push(...tooMany);
      return;
    }
    const screening = this.#screening;
    const wrong = headerFaults(file, header);
    const named = [...screenHeader(file, cells, this.#agreed), ...barredNames(file, cells, screening)];
    const differs = columnFaults(file, header, [this.#feed]);
    this.#opened = { header, above: before + above, wrong, named, differs };
    const clean = [this.#before, wrong, named, differs].every(({ length }) => length === 0);
    if (clean) this.checks = new RowChecks(this.#feed, header);
    const under = text.slice(start);
    this.#table = new TableCheck({
      header,
      called: header.map((name, at) => name || `column ${at + 1}`),
      delimiter,
      above: { records: before + above, cells: aboveCells },
      screening,
      loose: firstLineIn(beginningOf(under)) === null || cells.some((cell) => cell.length > LONGEST_NAME),
      checks: this.checks,
    });
    this.#table.add(under);
  }

  #found(): Fault[] {
    if (!this.#opened || !this.#table) return [];
    const { header, above, wrong, named, differs } = this.#opened;
    const { overlong } = this.#table;
    if (overlong) {
      const column = header[overlong.position - 1] || `column ${overlong.position}`;
      const facts = { file: this.#file, row: overlong.row + above, column, limit: LONGEST_CELL };
      return [...named, { code: "overlong-cell", facts }];
    }
    const found = new Set(named.map(({ facts }) => facts.column));
    const held = this.#table.identifiers(this.#file, found);
    return wrong.length > 0 ? [...wrong, ...named, ...held] : [...named, ...held, ...differs];
  }
}
