import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { groupSlices } from "../models/figure-key.ts";

const Quarter = z.strictObject({
  quarter: z.string(),
  year: z.string(),
  starts_on: z.iso.date(),
  ends_on: z.iso.date(),
  year_ends_on: z.iso.date(),
});

/** What a release leaves for the runs after it, besides the rows it counted: private, and nothing of it is published. */
const Kept = z.strictObject({
  release: z.int().min(1),
  run: z.string(),
  /** The key under which its rows are. */
  key_id: z.string(),
  as_of: z.iso.date(),
  /** Hash of the release's manifest. */
  manifest: z.string(),
  measures: z.array(
    z.strictObject({
      id: z.string(),
      version: z.int(),
      settles_after_days: z.int(),
      by: z.enum(["quarter", "year"]).nullable(),
    }),
  ),
  quarters: z.array(Quarter),
  programs: z.array(z.strictObject({ program_id: z.string(), partner_id: z.string(), tier: z.string() })),
  groups: z.array(z.strictObject({ slice: z.enum(groupSlices), member: z.string() })),
});
export type Kept = z.infer<typeof Kept>;
export type KeptQuarter = z.infer<typeof Quarter>;

/** Folder of what a release keeps. */
export const keptFolder = (kept: string, release: number) => path.join(kept, String(release));

/** Writes the facts of a release into the folder of what it keeps. */
export const keptFile = (folder: string) => path.join(folder, "kept.json");

/** Reads what a release keeps. Throws when it is not there: without it closed periods could not stay as they are. */
export function readKept(kept: string, release: number): Kept {
  const file = keptFile(keptFolder(kept, release));
  if (!existsSync(file))
    throw new Error(
      `what release ${release} counted is not in ${keptFolder(kept, release)}; put back the copy you kept`,
    );
  return Kept.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** True when a measure's figures of a quarter or program year were settled on the as-of day of a release. */
export const isSettled = ({ as_of }: Pick<Kept, "as_of">, ends_on: string, days: number) =>
  Date.parse(ends_on) + days * 86_400_000 <= Date.parse(as_of);

/** The last release as a run finds it, with the ledgers of all releases, oldest first. */
export interface Past {
  kept: Kept;
  /** Folder of what it keeps. */
  folder: string;
  ledgers: readonly { release: number; file: string }[];
  /** Quarters that are opened again by this run. */
  restated: readonly string[];
}

/** Quarters and program years of a measure that a release closed, without those opened again; none where its definition has changed. */
export function closedPeriods(
  { kept, restated }: Pick<Past, "kept" | "restated">,
  { id, version }: { id: string; version: number },
): { quarters: KeptQuarter[]; years: string[] } {
  const before = kept.measures.find((measure) => measure.id === id && measure.version === version);
  if (!before || before.by === null) return { quarters: [], years: [] };
  const settled = (ends_on: string) => isSettled(kept, ends_on, before.settles_after_days);
  const over = kept.quarters.filter(({ quarter, ends_on }) => settled(ends_on) && !restated.includes(quarter));
  const years = [...Map.groupBy(kept.quarters, ({ year }) => year)].flatMap(([year, own]) =>
    settled(own[0]!.year_ends_on) && own.every((one) => over.includes(one)) ? [year] : [],
  );
  // Where readers see years alone, a quarter is closed with its year.
  return { quarters: before.by === "quarter" ? over : over.filter(({ year }) => years.includes(year)), years };
}

/** The shortest periods by which readers see a measure; null where they see it to date alone, so that none of its periods closes. */
export function seenBy(shape: readonly { periods: readonly string[] }[]): "quarter" | "year" | null {
  const has = (kind: string) => shape.some(({ periods }) => periods.includes(kind));
  return has("quarter") ? "quarter" : has("year") ? "year" : null;
}
