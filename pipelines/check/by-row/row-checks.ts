import { recordKind } from "../../../models/contract/catalogue.ts";
import { rowCheck } from "../../../models/contract/check-row.ts";
import { reasonSentence } from "../../../models/contract/reason.ts";
import type { TableFeed } from "../../network.ts";
import { type MappedRow, rowHolding, rowMapping } from "./map-row.ts";
import { RowReasons } from "./row-reasons.ts";
import type { SeenKeys } from "./seen-keys.ts";

/** What rows of a table are checked as, and with which others their keys must not be shared. */
export interface RowsToCheck {
  /** What the file is called in everything said. */
  file: string;
  feed: TableFeed;
  header: readonly string[];
  /** Keys of the records of this kind that come before. */
  seen: SeenKeys;
  /** Whether the same lines make records of this kind already: those come before all of these. */
  again: boolean;
}

type Cells = readonly (string | null)[];

/** Checks rows of a feed against the contract one by one: the same as `convert` does with the whole table. */
export class RowChecks {
  readonly reasons: RowReasons;
  /** Reasons that are known only when all rows are. */
  readonly lateReasons: RowReasons;
  readonly file: string;
  accepted = 0;
  broken = 0;
  /** Rows of the table; none where they are counted already. */
  rows = 0;
  readonly #of: RowsToCheck;
  readonly #record: ReturnType<typeof recordKind>;
  readonly #check: ReturnType<typeof rowCheck>;
  readonly #map: ReturnType<typeof rowMapping>;
  readonly #holds: (cells: Cells) => boolean;
  readonly #late: { row: number; key: string; domain: string | null; broken: boolean }[] = [];

  constructor(of: RowsToCheck) {
    const { file, feed, header } = of;
    this.#of = of;
    this.file = file;
    this.reasons = new RowReasons(file);
    this.lateReasons = new RowReasons(file);
    this.#record = recordKind(feed.record);
    this.#check = rowCheck(this.#record);
    this.#map = rowMapping(feed, header);
    this.#holds = rowHolding(feed, header);
  }

  get record(): TableFeed["record"] {
    return this.#of.feed.record;
  }

  /** A row that fits the header. */
  add(row: number, cells: Cells): void {
    if (!this.#of.again) this.rows += 1;
    if (!this.#holds(cells)) return;
    let broken = false;
    const late = this.#late.length;
    for (const record of this.#map(cells)) {
      const found = this.#reasonsOf(row, record);
      for (const reason of found) this.#say(this.reasons, row, reason, record.domain);
      if (found.length > 0) broken = true;
      else if (!this.#of.again) this.accepted += 1;
    }
    if (!broken) return;
    this.broken += 1;
    for (const waiting of this.#late.slice(late)) waiting.broken = true;
  }

  /** A row that does not, with the lines lost with it. */
  lose(row: number, rule: string, lines: number, column: string | null): void {
    if (this.#of.again) return;
    this.rows += lines;
    this.broken += lines;
    this.reasons.add(row, { column: column ?? "", rule, says: reasonSentence(this.#record, "", rule) });
  }

  /** Looks up the keys that waited for all others. */
  end(): void {
    let last = 0;
    for (const { row, key, domain, broken } of this.#late.splice(0)) {
      if (this.#of.seen.add(key)) {
        this.accepted += 1;
        continue;
      }
      this.#say(this.lateReasons, row, this.#repeated, domain);
      if (!broken && row !== last) this.broken += 1;
      last = row;
    }
  }

  get #repeated(): string {
    return `${this.#record.key[0]}:repeated_key`;
  }

  #reasonsOf(row: number, { fields, domain }: MappedRow): readonly string[] {
    const found = this.#check.reasons(fields);
    if (found.length > 0) return found;
    const key = this.#check.key(fields);
    if (this.#of.again) this.#late.push({ row, key, domain, broken: false });
    else if (!this.#of.seen.add(key)) return [this.#repeated];
    return [];
  }

  #say(reasons: RowReasons, row: number, reason: string, domain: string | null) {
    const [field, rule] = reason.split(":") as [string, string];
    const { columns, wide } = this.#of.feed;
    const source = columns[field] && (columns[field].from ?? field);
    const column = domain !== null && ["score", "answer"].includes(field) ? wide?.domains[domain] : source;
    reasons.add(row, { column: column ?? field, rule, says: reasonSentence(this.#record, field, rule) });
  }
}
