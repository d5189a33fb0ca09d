import type { RecordKindName } from "../contract/catalogue.ts";

/**
 * A promise the records keep with each other: a query for the records that break it, with a sentence.
 * Offenders are set aside, so that what depends on them is checked after them.
 */
export interface Check {
  id: string;
  /** What the offending record lacks, as its partner reads it. */
  says: string;
  /** The column at fault. */
  column: string;
  records: readonly RecordKindName[];
  /** Portable SQL: the condition under which the row `r` of the record breaks the promise. */
  broken(record: RecordKindName): string;
}
