import { recordKinds } from "../../../models/contract/catalogue.ts";
import { isTableFeed } from "../../feed-tables.ts";
import type { Partner, TableFeed, TablesFeed } from "../../network.ts";
import { screeningOf } from "../../screen/profile.ts";
import type { CheckedAs } from "./check-file.ts";

/** What a file can be checked against without the network's folder: partners' feeds, and the contract's own columns for a kind of record. */
export interface Offered {
  records: readonly { kind: TableFeed["record"]; title: string }[];
  partners: readonly OfferedPartner[];
}

interface OfferedPartner {
  id: string;
  name: string;
  /** `as` is null for a feed whose format cannot be read row by row. */
  feeds: readonly { id: string; files: string; as: CheckedAs | null }[];
}

/** What of a feed says how a file is read; where it is fetched from, and with whose credentials, is no part of it. */
const READ_BY = [
  "id",
  "files",
  "format",
  "inside",
  "sheet",
  "record",
  "sends",
  "stop_above",
  "stop_below",
  "encoding",
  "delimiter",
  "dates",
  "columns",
  "wide",
  "distinct",
  "only_with",
  "ignore",
  "tables",
] as const satisfies readonly (keyof TableFeed | keyof TablesFeed)[];

const readBy = <Read extends TableFeed | TablesFeed>(feed: Read): Read => {
  const all = feed as Partial<Record<(typeof READ_BY)[number], unknown>>;
  return Object.fromEntries(READ_BY.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]]))) as Read;
};

function asChecked(partner: Partner, feed: Partner["feeds"][number], states: readonly string[]): CheckedAs | null {
  if (!isTableFeed(feed) || feed.format === "parquet") return null;
  return { partner: partner.id, feed: readBy(feed), screening: screeningOf(partner, feed, states) };
}

/** What is offered of a network: nothing but how files are read, which says nothing of people. */
export function offered(partners: readonly Partner[], states: readonly string[]): Offered {
  return {
    records: recordKinds.map(({ kind, title }) => ({ kind, title })),
    partners: partners.map((partner) => ({
      id: partner.id,
      name: partner.name,
      feeds: partner.feeds.map((feed) => ({
        id: feed.id,
        files: feed.files,
        as: asChecked(partner, feed, states),
      })),
    })),
  };
}
