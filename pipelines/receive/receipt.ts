import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Finding, Outcome } from "../findings.ts";

/** What came of the rows of one kind in one file. */
export interface Converted {
  record: string;
  file: string;
  /** Records accepted, of the contract's kind. */
  accepted: number;
  /** Rows of the file that break a rule, each counted once; lines lost to a broken row included. */
  broken: number;
  /** Rows of the file. */
  rows: number;
  /** The partner's column behind each field. */
  columns: Readonly<Record<string, string>>;
}

/** One file of a delivery, as it is kept in mind. */
export interface ReceivedFile {
  name: string;
  /** The kind of identifier its real name held, where it was taken in before names were screened. */
  named_for?: string;
  /** SHA-256, hex. */
  hash: string;
  bytes: number;
  /** SHA-256, hex, of the cleaned copy that is sealed in its place, where the file may hold what nobody can screen. */
  sealed?: string;
}

/** What came of one delivery. A refused one leaves nothing but this. */
export interface Receipt {
  /** Place in the order of receipt; a file converted again keeps the place it had. */
  order: number;
  partner: string;
  feed: string;
  name: string;
  /** SHA-256, hex, of the file, or of all names and hashes of an export of several; empty when it was not read. */
  hash: string;
  files: readonly ReceivedFile[];
  received_at: string;
  outcome: "accepted" | Exclude<Outcome, "noted">;
  /** Folder under intake/, named for file, contract, mapping and key. */
  intake: string;
  findings: readonly Finding[];
  converted: readonly Converted[];
  /** Whether it is in use as part of the last good set of a full snapshot, since the last run that took in its feed. */
  in_use?: true;
}

/** What came of a delivery, before it has its place in the order of receipt. */
export type Received = Omit<Receipt, "order" | "received_at" | "in_use">;

/** The receipts so far, oldest first. */
export function readReceipts(file: string): Receipt[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Receipt[]) : [];
}

/** Replaces the receipts in one step, so that a killed run leaves the old ones or the new ones. */
export function writeReceipts(file: string, receipts: readonly Receipt[]): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(receipts, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The latest receipt of a delivery's name in its feed: of those at one place in the order, the one made last. */
export function latestReceipt(
  receipts: readonly Receipt[],
  of: Pick<Receipt, "partner" | "feed" | "name">,
): Receipt | undefined {
  let latest: Receipt | undefined;
  for (const receipt of receipts) if (sameName(receipt, of) && receipt.order >= (latest?.order ?? 0)) latest = receipt;
  return latest;
}

export const sameName = (
  a: Pick<Receipt, "partner" | "feed" | "name">,
  b: Pick<Receipt, "partner" | "feed" | "name">,
) => a.partner === b.partner && a.feed === b.feed && a.name === b.name;
