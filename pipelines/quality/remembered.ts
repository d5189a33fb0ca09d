import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { ListedFinding } from "./list-findings.ts";

/** The findings of the run before, or null when no run has left any. */
export const readRemembered = (file: string): ListedFinding[] | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { findings: ListedFinding[] }).findings : null;

/** Keeps the findings of a run for the next one, in one step. */
export function remember(file: string, run: string, findings: readonly ListedFinding[]): void {
  writeFileSync(`${file}.new`, `${JSON.stringify({ run, findings }, null, 0)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
