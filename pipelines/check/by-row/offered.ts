import { recordKinds } from "../../../models/contract/catalogue.ts";
import type { Partner, TableFeed } from "../../network.ts";
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
  /** `as` is null for a feed that cannot be read row by row. */
  feeds: readonly { id: string; files: string; as: CheckedAs | null }[];
}

/** What of a feed says how a file is read; where it is fetched from, and with whose credentials, is no part of it. */
const READ_BY = [
  "id",
  "files",
  "format",
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
] as const satisfies readonly (keyof TableFeed)[];

const readBy = (feed: TableFeed): TableFeed =>
  Object.fromEntries(
    READ_BY.flatMap((key) => (feed[key] === undefined ? [] : [[key, feed[key]]])),
  ) as unknown as TableFeed;

function asChecked(partner: Partner, feed: Partner["feeds"][number], states: readonly string[]): CheckedAs | null {
  // What a zip folder holds, and several tables of the same lines, the pipeline alone reads.
  if (feed.format !== "csv" || "tables" in feed || feed.inside !== undefined) return null;
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
