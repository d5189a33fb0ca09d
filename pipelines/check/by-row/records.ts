import type { TableFeed } from "../../network.ts";
import { mergedReasons } from "./merged-reasons.ts";
import { RowChecks } from "./row-checks.ts";
import type { RowReason } from "./row-reasons.ts";
import { SeenKeys } from "./seen-keys.ts";

/** How many records of a kind come out of a delivery, and out of which file: the delivery where they come out of several. */
export interface RecordsFound {
  record: TableFeed["record"];
  file: string;
  accepted: number;
  broken: number;
  rows: number;
}

/** The records that are made of all tables of one delivery. */
export class Records {
  readonly #delivery: string;
  readonly #seen = new Map<string, SeenKeys>();
  readonly #tables: (readonly RowChecks[])[] = [];

  constructor(delivery: string) {
    this.#delivery = delivery;
  }

  /** The checks of the records that are made of the lines of one table, in their order. */
  of(file: string, feeds: readonly TableFeed[], header: readonly string[]): readonly RowChecks[] {
    const made = feeds.map(
      (feed, at) =>
        new RowChecks({
          file,
          feed,
          header,
          seen: this.#keysOf(feed.record),
          again: feeds.slice(0, at).some(({ record }) => record === feed.record),
        }),
    );
    this.#tables.push(made);
    return made;
  }

  /** What was found of each kind, in the order in which they first come. */
  found(): RecordsFound[] {
    return [...Map.groupBy(this.#tables.flat(), ({ record }) => record)].map(([record, checks]) => {
      const files = new Set(checks.map(({ file }) => file));
      const sum = (of: "accepted" | "broken" | "rows") => checks.reduce((total, each) => total + each[of], 0);
      const file = files.size === 1 ? checks[0]!.file : this.#delivery;
      return { record, file, accepted: sum("accepted"), broken: sum("broken"), rows: sum("rows") };
    });
  }

  /** Why rows are set aside, table by table, in the order of their rows; what several kinds say of a row in the same words is said once. */
  *reasons(): Generator<RowReason> {
    for (const checks of this.#tables)
      yield* mergedReasons(checks.flatMap(({ reasons, lateReasons }) => [reasons, lateReasons]));
  }

  #keysOf(record: string): SeenKeys {
    const known = this.#seen.get(record) ?? new SeenKeys();
    this.#seen.set(record, known);
    return known;
  }
}
