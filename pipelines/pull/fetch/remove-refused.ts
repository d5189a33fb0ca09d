import path from "node:path";
import type { Places } from "../../places.ts";
import type { Network } from "../../read-network.ts";
import type { Receipt } from "../../receive/receipt.ts";
import type { Delivery } from "../deliveries.ts";
import { removeFetched } from "./download.ts";
import { readUnder } from "./fetch-feed.ts";
import { remoteFeeds } from "./fetch-sources.ts";
import { type FetchedFile, readFetched, writeFetched } from "./fetched.ts";

/** Removes from the partners' folders what was fetched and then refused: no copy of it stays, not even its name. */
export function removeRefused(
  network: Network,
  { fetched: file }: Pick<Places, "fetched">,
  refused: readonly Receipt[],
  readBy: string,
): void {
  const before = readFetched(file);
  const after = before.map((entry): FetchedFile => {
    const receipt = refused.find((each) => isOf(each, entry) && each.files.some(({ hash }) => hash === entry.hash));
    const partner = network.partners.find(({ id }) => id === entry.partner);
    const feed = partner?.feeds.find(({ id }) => id === entry.feed);
    if (entry.name === null || !receipt || !partner || !feed) return entry;
    removeFetched(path.resolve(network.folder, partner.folder), entry);
    const under = readUnder(readBy, feed);
    return { ...entry, name: null, refused: { delivery: receipt.name, files: receipt.files.length, under } };
  });
  if (after.some((entry, index) => entry !== before[index])) writeFetched(file, after);
}

const isOf = (receipt: Receipt, entry: FetchedFile) => receipt.partner === entry.partner && receipt.feed === entry.feed;

/** Refused deliveries whose files were removed and which their source still offers; `found` are those whose files are there. */
export function removedDeliveries(
  network: Network,
  { fetched }: Pick<Places, "fetched">,
  found: readonly Delivery[],
): Delivery[] {
  const entries = readFetched(fetched);
  return remoteFeeds(network).flatMap(({ partner, feed }) => {
    const own = entries.filter((entry) => entry.partner === partner.id && entry.feed === feed.id);
    const names = new Set(own.flatMap(({ refused }) => (refused ? [refused.delivery] : [])));
    const isThere = (name: string) =>
      found.some((each) => each.partner.id === partner.id && each.feed.id === feed.id && each.name === name);
    return [...names]
      .filter((name) => !isThere(name))
      .map((name): Delivery => ({ partner, feed, name, files: [], removed: true }));
  });
}
