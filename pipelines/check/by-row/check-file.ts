import { brokenRows } from "../../broken-rows.ts";
import { type Finding, outcome } from "../../findings.ts";
import { knownColumns } from "../../intake/columns.ts";
import { TextDecoding, type TextFault } from "../../intake/decode-text.ts";
import { textHeader } from "../../intake/text-header.ts";
import type { TableFeed } from "../../network.ts";
import type { Screening } from "../../screen/profile.ts";
import { identifierInFileName } from "../../screen/screen-file-name.ts";
import { screenHeader } from "../../screen/screen-header.ts";
import { visible } from "../../visible.ts";
import type { RowReason } from "./row-reasons.ts";
import { Sha256 } from "./sha256.ts";
import { beginningOf, type Fault, TextCheck } from "./text-check.ts";

/** What came of a file: what is said of it, and of each row that is set aside, as the pipeline would. */
export interface CheckedFile {
  /** What the file is called in everything said of it. */
  name: string;
  outcome: "accepted" | "stopped" | "refused";
  findings: readonly Finding[];
  /** Records accepted, rows that break a rule, and rows; null where nothing is made of the file. */
  counts: { accepted: number; broken: number; rows: number } | null;
  reasons: Iterable<RowReason> & { readonly count: number };
}

/** Whose file it is, how its columns are read and what it may not hold. */
export interface CheckedAs {
  partner: string;
  feed: TableFeed;
  screening: Screening;
}

/** A file is read in parts of this many bytes, wherever it comes from. */
export const PART = 1 << 20;

/** Bytes looked at again where a file is not in its encoding. */
const LOOKED_AT_AGAIN = 2 * PART;

/** Checks one CSV export of a feed whose bytes come in parts of any size; nothing of it is kept but counts. */
export class FileCheck {
  readonly #called: string;
  readonly #namedFor: string | null;
  readonly #hash: Sha256 | null;
  readonly #partner: string;
  readonly #feed: TableFeed;
  readonly #reader: TextDecoding;
  readonly #text: TextCheck;
  #part = new Uint8Array(PART);
  #filled = 0;
  #beginning: Uint8Array[] = [];

  constructor(file: string, { partner, feed, screening }: CheckedAs) {
    this.#called = visible(file);
    this.#namedFor = identifierInFileName(file);
    this.#hash = this.#namedFor ? new Sha256() : null;
    this.#partner = partner;
    this.#feed = feed;
    this.#reader = new TextDecoding(feed.encoding);
    this.#text = new TextCheck(this.#called, feed, screening);
  }

  add(bytes: Uint8Array): void {
    this.#hash?.add(bytes);
    for (let at = 0; !this.#hash && at < bytes.length; ) {
      const some = bytes.subarray(at, at + PART - this.#filled);
      this.#part.set(some, this.#filled);
      this.#filled += some.length;
      at += some.length;
      if (this.#filled === PART) this.#read();
    }
  }

  end(): CheckedFile {
    if (this.#hash) return this.#refusedForName(this.#hash.end());
    if (this.#filled > 0) this.#read();
    this.#text.add(this.#reader.read(null));
    if (this.#reader.fault) return this.#settle(this.#unreadable(this.#reader.fault), false);
    return this.#settle(this.#text.end(), true);
  }

  #read() {
    const part = this.#part.subarray(0, this.#filled);
    if (this.#beginning.length * PART < LOOKED_AT_AGAIN) this.#beginning.push(part.slice());
    this.#text.add(this.#reader.read(part));
    this.#filled = 0;
  }

  #refusedForName(hash: string): CheckedFile {
    const name = `sha256-${hash.slice(0, 8)}`;
    const facts = { file: name, identifier: this.#namedFor! };
    return { ...this.#settle([{ code: "identifying-file-name", facts }], false), name };
  }

  /** A file in another encoding than agreed still has a header, and an identifying column in it is still named. */
  #unreadable({ code, row }: TextFault): Fault[] {
    const { encoding, delimiter } = this.#feed;
    const found = { code, facts: { file: this.#called, row, encoding } } as Fault;
    if (code === "not-text") return [found];
    const reader = new TextDecoding("windows-1252");
    const beginning = beginningOf(this.#beginning.map((part) => reader.read(part)).join(""));
    const agreed = knownColumns([this.#feed]);
    const header = textHeader(beginning, delimiter, agreed, { titled: true });
    return [found, ...screenHeader(this.#called, header?.cells ?? [], agreed)];
  }

  #settle(faults: readonly Fault[], isRead: boolean): CheckedFile {
    const about = { partner: this.#partner, feed: this.#feed.id };
    const findings = faults.map((fault) => ({ ...fault, ...about }) as Finding);
    const name = this.#called;
    const refusing = findings.filter((finding) => outcome(finding) === "refused");
    if (refusing.length > 0) return { name, outcome: "refused", findings: refusing, counts: null, reasons: NONE };
    const { checks } = this.#text;
    if (!isRead || !checks || findings.some((finding) => outcome(finding) !== "noted"))
      return { name, outcome: "stopped", findings, counts: null, reasons: NONE };
    const { accepted, broken, rows, reasons } = checks;
    const all = [...findings, ...brokenRows(about, { file: name, broken, rows }, this.#feed.stop_above)];
    const stopped = all.some((finding) => outcome(finding) === "stopped");
    return {
      name,
      outcome: stopped ? "stopped" : "accepted",
      findings: all,
      counts: { accepted, broken, rows },
      reasons,
    };
  }
}

const NONE = Object.assign([] as RowReason[], { count: 0 });
