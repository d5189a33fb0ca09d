import { recordKind } from "../../../models/contract/catalogue.ts";
import { rowCheck } from "../../../models/contract/check-row.ts";
import { reasonSentence } from "../../../models/contract/reason.ts";
import type { TableFeed } from "../../network.ts";
import { type MappedRow, rowHolding, rowMapping } from "./map-row.ts";
import { RowReasons } from "./row-reasons.ts";
import { SeenKeys } from "./seen-keys.ts";

/** Checks rows of a feed against the contract one by one: the same as `convert` does with the whole table. */
export class RowChecks {
  readonly reasons = new RowReasons();
  accepted = 0;
  broken = 0;
  rows = 0;
  readonly #feed: TableFeed;
  readonly #record: ReturnType<typeof recordKind>;
  readonly #check: ReturnType<typeof rowCheck>;
  readonly #map: ReturnType<typeof rowMapping>;
  readonly #seen = new SeenKeys();
  readonly #holds: (cells: readonly (string | null)[]) => boolean;

  constructor(feed: TableFeed, header: readonly string[]) {
    this.#feed = feed;
    this.#record = recordKind(feed.record);
    this.#check = rowCheck(this.#record);
    this.#map = rowMapping(feed, header);
    this.#holds = rowHolding(feed, header);
  }

  /** A row that fits the header. */
  add(row: number, cells: readonly (string | null)[]): void {
    this.rows += 1;
    if (!this.#holds(cells)) return;
    let broken = false;
    for (const record of this.#map(cells)) {
      const found = this.#reasonsOf(record);
      for (const reason of found) this.#say(row, reason, record.domain);
      if (found.length === 0) this.accepted += 1;
      else broken = true;
    }
    if (broken) this.broken += 1;
  }

  /** A row that does not, with the lines lost with it. */
  lose(row: number, rule: string, lines: number, column: string | null): void {
    this.rows += lines;
    this.broken += lines;
    this.reasons.add(row, { column: column ?? "", rule, says: reasonSentence(this.#record, "", rule) });
  }

  #reasonsOf({ fields }: MappedRow): readonly string[] {
    const found = this.#check.reasons(fields);
    if (found.length > 0 || this.#seen.add(this.#check.key(fields))) return found;
    return [`${this.#record.key[0]}:repeated_key`];
  }

  #say(row: number, reason: string, domain: string | null) {
    const [field, rule] = reason.split(":") as [string, string];
    const { columns, wide } = this.#feed;
    const source = columns[field] && (columns[field].from ?? field);
    const column = domain !== null && ["score", "answer"].includes(field) ? wide?.domains[domain] : source;
    this.reasons.add(row, { column: column ?? field, rule, says: reasonSentence(this.#record, field, rule) });
  }
}
