import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The agency of the sample network that sends totals only, and its table. */
const AGENCY = { partner: "juniper-house", file: "counts-2026-06.csv" } as const;

/** What the shelter counted, by slice, member and period. Null is withheld. */
const COUNTS: readonly (readonly [slice: string, member: string, period: string, count: number | null])[] = [
  ["everyone", "everyone", "to-date", 412],
  ["everyone", "everyone", "PY2023", 138],
  ["everyone", "everyone", "PY2024", 131],
  ["everyone", "everyone", "PY2025", 143],
  ["race_ethnicity", "black", "to-date", 214],
  ["race_ethnicity", "white", "to-date", 109],
  ["race_ethnicity", "hispanic", "to-date", 48],
  ["race_ethnicity", "another_race", "to-date", null],
  ["race_ethnicity", "unknown", "to-date", null],
  ["language", "english", "to-date", 347],
  ["language", "spanish", "to-date", null],
  ["language", "another_language", "to-date", null],
  ["language", "unknown", "to-date", null],
  ["disability", "yes", "to-date", 96],
  ["disability", "no", "to-date", 287],
  ["disability", "unknown", "to-date", 29],
];

/** Writes the shelter's table of counts: invented, and the same whatever the size of the sample. Returns its folder and name. */
export function writeAggregateCounts(out: string): { file: string; bytes: number } {
  const folder = path.join(out, AGENCY.partner);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rows = COUNTS.map((row) => `people-served,people,${row.map((cell) => cell ?? "withheld").join(",")}`);
  const text = ["measure,part,slice,member,period,count", ...rows, ""].join("\n");
  writeFileSync(path.join(folder, AGENCY.file), text);
  return { file: `${AGENCY.partner}/${AGENCY.file}`, bytes: text.length };
}
