import type { Finding } from "./findings.ts";

/** What is said of a file some of whose rows break their rules; nothing when none do. */
export function brokenRows(
  about: Pick<Finding, "partner" | "feed">,
  { file, broken, rows }: { file: string; broken: number; rows: number },
  limit: number,
): Finding[] {
  if (broken === 0) return [];
  return broken > limit * rows
    ? [{ ...about, code: "too-many-broken-rows", facts: { file, broken, rows, limit } }]
    : [{ ...about, code: "broken-rows", facts: { file, broken, rows } }];
}
