import type { CheckedAs, CheckedFile } from "../../pipelines/check/by-row/check-file.ts";
import type { TableFeed } from "../../pipelines/network.ts";

/** What a file is checked against: a partner's feed, or the contract's own columns for a kind of record. */
export type Against = CheckedAs | { template: TableFeed["record"] };

/** What the page asks its worker. */
export interface CheckRequest {
  file: File;
  against: Against;
}

/** Rows set aside for one reason: how many, and the first of them. */
export interface ReasonGroup {
  file: string;
  column: string;
  says: string;
  rows: number;
  first: readonly number[];
}

/** What the worker says while it reads, and when it is done. */
export type CheckAnswer =
  | { kind: "reading"; read: number; of: number }
  | { kind: "other"; is: string }
  | { kind: "failed"; because: string }
  | {
      kind: "checked";
      name: string;
      outcome: CheckedFile["outcome"];
      records: CheckedFile["records"];
      findings: readonly { outcome: string; what: string; advice: string }[];
      groups: readonly ReasonGroup[];
      csv: Blob;
    };
