import { isTableFeed } from "../feed-tables.ts";
import { columnFaults, knownColumns } from "../intake/columns.ts";
import type { Fault } from "../intake/fault.ts";
import { hmisColumns } from "../intake/hmis.ts";
import { isPirlHeader, pirlColumnFaults, pirlNames } from "../intake/pirl.ts";
import type { Feed, TableFeed } from "../network.ts";

/** What was agreed about the columns of one table. */
export interface Agreement {
  /** Columns that the partner's YAML names: they pass where a name alone is ambiguous. */
  named: ReadonlySet<string>;
  /** Columns by which a header is told from data, and what separates cells. */
  known: ReadonlySet<string>;
  /** Whether a first row is not the header agreed, so that it may be data. */
  isNoHeader(header: readonly string[]): boolean;
  /** What differs between a header and what was agreed. */
  differences(name: string, header: readonly string[]): Fault[];
}

/** What a feed says of a table that some of its tables are made of. A sheet that nothing is made of has nothing agreed. */
export function agreementOn(feed: Feed, tables: readonly TableFeed[]): Agreement {
  const nothing = { isNoHeader: () => false, differences: () => [] };
  if (feed.format === "wioa_pirl")
    return {
      named: new Set(feed.ignore),
      known: pirlNames(feed),
      isNoHeader: (header) => !isPirlHeader(header, feed),
      differences: (name, header) => pirlColumnFaults(name, header, feed),
    };
  if (!isTableFeed(feed)) return { named: new Set(), known: hmisColumns, ...nothing };
  const named = knownColumns(tables);
  if (tables.length === 0) return { named, known: named, ...nothing };
  return {
    named,
    known: named,
    isNoHeader: (header) => !header.some((column) => named.has(column)),
    differences: (name, header) => columnFaults(name, header, tables),
  };
}
