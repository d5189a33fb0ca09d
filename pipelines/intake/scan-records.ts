/** Records longer than this, in bytes, are set aside. */
export const LONGEST_RECORD = 2_000_000;

/** DuckDB keeps no more of a rejected record's text than this, in bytes. */
export const KEPT = 10_000;

/** What is wrong with a record as such; the first thing from its beginning on. */
export type RecordFault = "too_few_cells" | "too_many_cells" | "broken_quotes" | "too_wide";

/** What is done with the records of a file, in its order; a record's number counts from the header, which is 1, blank lines included. */
export interface RecordSink {
  header?(): void;
  /** A record that fits the header: its number, and its cells as they stand, without their quotation marks. */
  record(record: number, cells: readonly string[]): void;
  /** A record that does not: its number, its text, and all text from its beginning on that is there so far. */
  fault(record: number, fault: RecordFault, text: string, onward: string): void;
  /** Where, in characters from the file's beginning, quotation marks count for nothing because two in a record are broken. */
  twiceBroken?(from: number, to: number): void;
  /** Where, in characters from the file's beginning, a line is blank and no record. */
  blank?(at: number): void;
}

/**
 * Reads delimited text record by record exactly as DuckDB's strict reader does, header included: a quoted cell may have one space before
 * its mark and any after it, empty cells beyond the last column are let go, and what follows a broken quotation mark is lost to the line's end.
 * A second broken mark in a record ends it with the line of the first.
 */
export class RecordScanner {
  readonly #columns: number;
  readonly #delimiter: string;
  readonly #sink: RecordSink;
  #text = "";
  /** Text behind a record without an end so far: it is looked at when it is as long as that, so that a long record is not read over and over. */
  #waiting = "";
  #at = 0;
  /** Where the record under way is counted from, as if no line before it were blank: the line end before it, or its own beginning after the header and after broken quotes. */
  #before = 0;
  #quote = 0;
  #number = 0;
  /** Characters read and let go. */
  #gone = 0;

  constructor(columns: number, delimiter: string, sink: RecordSink) {
    this.#columns = columns;
    this.#delimiter = delimiter;
    this.#sink = sink;
  }

  /** Characters from the file's beginning that are of records read to their end, or of blank lines. */
  get scanned(): number {
    return this.#gone + this.#at;
  }

  /** Reads on; a record that does not end in this part is read with the next. */
  add(part: string): void {
    this.#waiting += part;
    if (this.#waiting.length < this.#text.length - this.#before) return;
    this.#take();
    while (this.#at < this.#text.length && this.#next(false));
  }

  /** Reads what is left. */
  end(): void {
    this.#take();
    while (this.#at < this.#text.length) this.#next(true);
  }

  #take() {
    this.#text = this.#text.slice(this.#before) + this.#waiting;
    this.#waiting = "";
    this.#at -= this.#before;
    this.#gone += this.#before;
    this.#before = 0;
    this.#quote = this.#text.indexOf('"', this.#at);
  }

  #next(last: boolean): boolean {
    const text = this.#text;
    if (text.charCodeAt(this.#at) === LINE_END) {
      this.#blank();
      return true;
    }
    const line = text.indexOf("\n", this.#at);
    if (line < 0 && !last) return false;
    const end = line < 0 ? text.length : line;
    if (this.#quote >= 0 && this.#quote < this.#at) this.#quote = text.indexOf('"', this.#at);
    if (this.#quote < 0 || this.#quote > end) this.#plain(end);
    else if (!this.#quoted(last)) return false;
    return true;
  }

  #blank() {
    this.#number += 1;
    if (this.#columns === 1 && this.#number > 1) this.#sink.record(this.#number, [""]);
    else {
      this.#sink.blank?.(this.#gone + this.#at);
      this.#before += 1;
    }
    this.#at += 1;
  }

  #plain(end: number) {
    const cells = this.#text.slice(this.#at, end).split(this.#delimiter);
    const surplus = cells.length - this.#columns;
    if (surplus === 0) return this.#settle({ cells, fault: null, end });
    if (surplus < 0) return this.#settle({ cells, fault: "too_few_cells", end });
    const tooMany = cells.slice(this.#columns).some((cell) => cell !== "");
    this.#settle({ cells: cells.slice(0, this.#columns), fault: tooMany ? "too_many_cells" : null, end });
  }

  /** Reads a record with quotation marks in its first line; false when it does not end in the text so far. */
  #quoted(last: boolean): boolean {
    const read = quotedRecord(this.#text, this.#at, this.#columns, this.#delimiter);
    if (!read.ended && !last) return false;
    this.#settle(read);
    return true;
  }

  #settle({ cells, fault, end, brokenAt = -1, twice = false }: ReadRecord) {
    this.#number += 1;
    const [text, begin] = [this.#text, this.#before];
    if (twice) this.#sink.twiceBroken?.(this.#gone + brokenAt, this.#gone + end);
    const open = fault === "broken_quotes" && brokenAt < 0;
    const found = !open && isTooWide(text, begin, end) ? "too_wide" : fault;
    if (this.#number > 1 && found) {
      const from = text.charCodeAt(begin) === LINE_END ? begin + 1 : begin;
      const kept = twice
        ? text.slice(from, brokenAt) + text.slice(brokenAt, end).replaceAll('"', "'")
        : text.slice(from, end);
      this.#sink.fault(this.#number, found, kept, text.slice(from));
    } else if (this.#number > 1) this.#sink.record(this.#number, cells);
    else this.#sink.header?.();
    this.#at = Math.min(end + 1, text.length);
    this.#before = this.#number === 1 || brokenAt >= 0 ? this.#at : end;
  }
}

const LINE_END = 0x0a;
const QUOTE = 0x22;
const SPACE = 0x20;

const encoder = new TextEncoder();
/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string) => encoder.encode(text).length;

const isTooWide = (text: string, begin: number, end: number) =>
  end - begin > LONGEST_RECORD / 3 && bytesOf(text.slice(begin, end)) > LONGEST_RECORD;

interface ReadRecord {
  cells: string[];
  fault: RecordFault | null;
  /** Where its line end is, or the end of the text. */
  end: number;
  /** Where a text goes on after the mark that closed it; -1 where it does nowhere. */
  brokenAt?: number;
  /** Whether that happens again in the same record. */
  twice?: boolean;
}

interface QuotedRecord extends ReadRecord {
  /** Whether its line end is there. */
  ended: boolean;
}

function quotedRecord(text: string, begin: number, columns: number, delimiter: string): QuotedRecord {
  const between = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let surplus = 0;
  let fault: RecordFault | null = null;
  let faultAt = Number.POSITIVE_INFINITY;
  let brokenAt = -1;
  let [start, opened, closed] = [begin, -1, -1];
  let state: "start" | "space" | "plain" | "quoted" | "closed" = "start";
  let escaped = false;
  const say = (found: RecordFault, column: number) => {
    if (column >= faultAt) return;
    [fault, faultAt] = [found, column];
  };
  const close = (end: number) => {
    const inner = opened < 0 ? text.slice(start, end) : text.slice(opened + 1, Math.max(closed, opened + 1));
    const value = escaped ? withoutDoubled(inner) : inner;
    if (cells.length < columns) cells.push(value);
    else if (surplus > 0 || value !== "") say("too_many_cells", columns + ++surplus);
    [start, opened, state, escaped] = [end + 1, -1, "start", false];
  };
  for (let at = begin; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (state === "quoted") {
      if (code !== QUOTE) continue;
      [state, closed] = ["closed", at];
    } else if (code === between) close(at);
    else if (code === LINE_END) {
      close(at);
      return { cells, fault: fault ?? fewer(cells, columns), end: at, ended: true, brokenAt };
    } else if (state === "closed") {
      if (code === QUOTE) [state, escaped] = ["quoted", true];
      else if (code !== SPACE) {
        if (brokenAt >= 0) return cutShort(text, brokenAt, cells, fault ?? "broken_quotes");
        say("broken_quotes", cells.length + surplus + 1);
        [state, brokenAt] = ["plain", at];
      }
    } else if (code === QUOTE && state !== "plain") [state, opened, closed] = ["quoted", at, at];
    else state = code === SPACE && state === "start" ? "space" : "plain";
  }
  if (state === "quoted") say("broken_quotes", cells.length + surplus + 1);
  else close(text.length);
  return { cells, fault: fault ?? fewer(cells, columns), end: text.length, ended: false, brokenAt };
}

const fewer = (cells: readonly string[], columns: number) => (cells.length < columns ? "too_few_cells" : null);

function cutShort(text: string, brokenAt: number, cells: string[], fault: RecordFault): QuotedRecord {
  const line = text.indexOf("\n", brokenAt);
  return { cells, fault, end: line < 0 ? text.length : line, ended: line >= 0, brokenAt, twice: true };
}

/** The text of a quoted cell with one mark for two. */
function withoutDoubled(text: string): string {
  let result = "";
  let dropped = false;
  for (const character of text) {
    dropped = character === '"' && !dropped;
    if (!dropped) result += character;
  }
  return result;
}
