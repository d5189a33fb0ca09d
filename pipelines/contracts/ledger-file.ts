import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { LedgerLine } from "../../models/contracts/ledger.ts";
import { underNewNames } from "./rename-episodes.ts";

/** All lines of all contracts so far, in the order in which they were added; none before the first run that had a contract. */
export const readLedger = (file: string): LedgerLine[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { lines: LedgerLine[] }).lines : [];

/** Adds lines to those there were, in one step, under the names their episodes have now. Throws when a line there was is missing or another one. */
export function writeLedger(
  file: string,
  lines: readonly LedgerLine[],
  renamed: ReadonlyMap<string, string> = new Map(),
): void {
  const before = underNewNames(readLedger(file), renamed);
  if (before.length === lines.length && lines.length === 0) return;
  const changed = before.findIndex((line, at) => JSON.stringify(line) !== JSON.stringify(lines[at]));
  if (changed >= 0) throw new Error(`a line of the ledger would change: line ${changed + 1} of ${file}`);
  writeFileSync(`${file}.new`, `${JSON.stringify({ lines }, null, 0)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
