import type { RecordKindName } from "../../contract/catalogue.ts";

/** A column of one record kind. */
export interface About {
  record: RecordKindName;
  field: string;
}

/**
 * Something that can hardly be true of records that are each right by themselves: a query for those of them that look odd, with a
 * sentence. Nothing is set aside for it; a rule that is always wrong belongs to the checks or to the contract.
 */
export interface Warning {
  id: string;
  /** What is odd and what to look at, as the partner reads it. */
  says: string;
  /** The columns to look at. */
  about: readonly About[];
  /** Portable SQL: the join of what a row is held against, of which there is at most one. */
  beside?(record: RecordKindName): string;
  /** Portable SQL: of which rows `r` of the record it can be asked. */
  asked(record: RecordKindName): string;
  /** Portable SQL: the condition under which such a row looks odd. */
  odd(about: About): string;
}

/** Portable SQL: the rows `r` of a record kind, each with what it is held against. */
export const rowsBeside = ({ beside }: Warning, record: RecordKindName): string =>
  `${record} as r ${beside?.(record) ?? ""}`;

/** Record kinds a warning is about, each once. */
export const recordsOf = ({ about }: Warning): RecordKindName[] => [...new Set(about.map(({ record }) => record))];
