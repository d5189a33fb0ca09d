import { knownColumns } from "../../intake/columns.ts";
import type { Fault } from "../../intake/fault.ts";
import { firstLineIn, LONGEST_HEADER } from "../../intake/first-record.ts";
import { firstTelling } from "../../intake/first-telling.ts";
import { headerFaults } from "../../intake/header-faults.ts";
import { separatorLine, type TextHeader, textHeader } from "../../intake/text-header.ts";
import type { TableFeed } from "../../network.ts";
import { LONGEST_NAME } from "../../screen/screen-header.ts";
import { openTable, type TableToOpen } from "./open-table.ts";
import { TableCheck } from "./table-check.ts";

/** Characters in which a header is found, and its first line's end if it has one: each may be as long as a header. */
const OPENED_WITH = 2 * LONGEST_HEADER;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The first megabyte of a text, as UTF-8 counts. */
export const beginningOf = (text: string) =>
  decoder.decode(new TextEncoder().encode(text.slice(0, LONGEST_HEADER)).subarray(0, LONGEST_HEADER));

/** Reads a file's text in parts: finds its header, then screens and checks what stands under it, as the pipeline's door does. */
export class TextCheck {
  readonly #of: TableToOpen;
  readonly #delimiter: TableFeed["delimiter"];
  readonly #agreed: ReadonlySet<string>;
  #pending: string | null = "";
  #blank = false;
  #before: Fault[] = [];
  #table: TableCheck | null = null;

  constructor(of: TableToOpen) {
    this.#of = of;
    this.#delimiter = of.tables[0]!.delimiter;
    this.#agreed = knownColumns(of.tables);
  }

  add(text: string): void {
    if (this.#pending === null) this.#table?.add(text);
    else this.#pending += text;
    if (this.#pending !== null && this.#pending.length >= OPENED_WITH) this.#open(this.#pending, false);
  }

  /** Everything found, in the order in which it is said. */
  end(): readonly Fault[] {
    if (this.#pending !== null) this.#open(this.#pending, true);
    return this.#table?.end() ?? this.#before;
  }

  #open(text: string, last: boolean) {
    if (this.#blank) return this.#openBelowBlanks(text, last);
    const start = beginningOf(text);
    const agreed = this.#delimiter;
    const separator = separatorLine(start);
    if (separator && separator !== agreed) {
      this.#pending = null;
      this.#before.push({ code: "separator-line", facts: { file: this.#of.file, separator, agreed } });
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
    const at = firstTelling(text, this.#delimiter);
    this.#pending = at < 0 ? "" : text.slice(at);
    if (!last && this.#pending.length < OPENED_WITH) return;
    const header = this.#headerOf(beginningOf(this.#pending));
    if (!header) {
      this.#before = headerFaults(this.#of.file, null);
      return;
    }
    this.#before = [{ code: "blank-beginning", facts: { file: this.#of.file } }];
    this.#openTable(this.#pending, header, 0);
  }

  #headerOf(beginning: string): TextHeader | null {
    return textHeader(beginning, this.#delimiter, this.#agreed, { titled: true });
  }

  #openTable(text: string, { delimiter, cells, start, above, aboveCells }: TextHeader, before: number) {
    this.#pending = null;
    const { file } = this.#of;
    const facts = { file, seems: delimiter, agreed: this.#delimiter, by: "mapping" } as const;
    if (delimiter !== this.#delimiter) this.#before.push({ code: "wrong-delimiter", facts });
    const table = openTable(this.#of, cells, this.#before);
    if (!("screen" in table)) {
      this.#before = [...table];
      return;
    }
    const under = text.slice(start);
    this.#table = new TableCheck({
      file,
      table,
      delimiter,
      above: { records: before + above, cells: aboveCells },
      loose: firstLineIn(beginningOf(under)) === null || cells.some((cell) => cell.length > LONGEST_NAME),
      before: this.#before,
    });
    this.#table.add(under);
  }
}
