import { feedTables, isTableFeed } from "../../feed-tables.ts";
import { matchesPattern } from "../../file-pattern.ts";
import type { Feed, TableFeed } from "../../network.ts";
import type { Fault } from "../fault.ts";
import { baseName } from "./member-names.ts";

const ENDINGS: Readonly<Record<TableFeed["format"], readonly string[]>> = {
  csv: ["*.csv", "*.txt", "*.tsv"],
  xlsx: ["*.xlsx"],
  json: ["*.json"],
  jsonl: ["*.jsonl", "*.ndjson"],
  parquet: ["*.parquet"],
  arrow: ["*.arrow", "*.feather", "*.arrows"],
};

const patternOf = ({ inside, format }: TableFeed) => (inside ? [inside] : ENDINGS[format]);

/** The patterns of the files that are read out of a zip folder, by table. */
const patternsOf = (feed: Feed): (readonly string[])[] =>
  isTableFeed(feed) ? feedTables(feed).map(patternOf) : [[feed.inside ?? "*.csv"]];

const fits = (patterns: readonly string[], member: string) =>
  patterns.some((pattern) => matchesPattern(baseName(member), pattern));

/** The tables of a feed that a file outside a zip folder is for. */
export const ownTables = (feed: Feed, name: string): TableFeed[] =>
  feedTables(feed).filter(({ inside }) => inside === undefined || !("tables" in feed) || matchesPattern(name, inside));

/** The tables of a feed that a file in a zip folder is for. */
export const memberTables = (feed: Feed, member: string): TableFeed[] =>
  feedTables(feed).filter((table) => fits(patternOf(table), member));

/** What a feed's files are called where they come in a zip folder, for messages. */
export const patternsSaid = (feed: Feed): string => [...new Set(patternsOf(feed).flat())].join(", ");

/** What keeps a zip folder of these files from being read: nothing the feed reads, or something it does not. */
export function strayMembers(feed: Feed, file: string, members: readonly string[]): Fault | null {
  const patterns = patternsOf(feed);
  const pattern = patternsSaid(feed);
  const strays = members.filter((member) => !patterns.some((each) => fits(each, member)));
  if (members.length === strays.length) return { code: "no-members", facts: { file, pattern } };
  if (strays.length > 0) return { code: "stray-members", facts: { file, files: strays.length, pattern } };
  const repeated = feed.format === "hmis_csv" && areRepeated(members.map(baseName));
  return repeated ? { code: "unsafe-archive", facts: { file, because: "repeated_names" } } : null;
}

const areRepeated = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase())).size < names.length;

/** Tables of a feed of several for which a zip folder has no file. */
export function missingMembers(feed: Feed, name: string, members: readonly string[]): Fault[] {
  const missing = feedTables(feed).filter((table) => !members.some((member) => fits(patternOf(table), member)));
  return [...new Set(missing.map((table) => patternOf(table).join(" or ")))].map((pattern) => ({
    code: "missing-file",
    facts: { file: `${name}/${pattern}` },
  }));
}
