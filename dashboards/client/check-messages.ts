import type { CheckedFile } from "../../pipelines/check/by-row/check-file.ts";
import type { TableFeed } from "../../pipelines/network.ts";

/** What a file is checked against: a partner's feed, or the contract's own columns for a kind of record. */
export type Against = { partner: string; feed: TableFeed } | { template: TableFeed["record"] };

/** A partner's feeds as the page offers them; one without a mapping cannot be checked here. */
export interface CheckablePartner {
  id: string;
  name: string;
  feeds: readonly { id: string; files: string; feed: TableFeed | null }[];
}

/** What the page offers to check a file against. */
export interface Offered {
  records: readonly { kind: TableFeed["record"]; title: string }[];
  partners: readonly CheckablePartner[];
}

/** What the page asks its worker. */
export interface CheckRequest {
  file: File;
  against: Against;
}

/** Rows set aside for one reason: how many, and the first of them. */
export interface ReasonGroup {
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
      counts: CheckedFile["counts"];
      findings: readonly { outcome: string; what: string; advice: string }[];
      groups: readonly ReasonGroup[];
      csv: Blob;
    };
