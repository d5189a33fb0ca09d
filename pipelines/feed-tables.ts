import type { Feed, TableFeed, TablesFeed } from "./network.ts";

const TABLE_FORMATS: readonly string[] = ["csv", "xlsx", "json", "jsonl", "parquet", "arrow"];

/** Whether a feed sends tables of the partner's own, whose columns its YAML gives a meaning. */
export const isTableFeed = (feed: Feed): feed is TableFeed | TablesFeed => TABLE_FORMATS.includes(feed.format);

/** Each table of a feed as a feed of that table alone; none where a public format says what its files are. */
export function feedTables(feed: Feed): TableFeed[] {
  if (!isTableFeed(feed)) return [];
  if (!("tables" in feed)) return [feed];
  const { tables, ...shared } = feed;
  return tables.map(({ dates = shared.dates, inside = shared.inside, ...table }) => ({
    ...shared,
    ...table,
    dates,
    inside,
  }));
}
