import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Finding } from "../../findings.ts";
import type { Partner } from "../../network.ts";
import type { Places } from "../../places.ts";
import type { Network } from "../../read-network.ts";
import type { RemoteSource } from "../../source.ts";
import type { Surroundings } from "./connect.ts";
import { type FeedToFetch, type FetchBook, fetchFeed } from "./fetch-feed.ts";
import { type FetchedFile, readFetched, writeFetched } from "./fetched.ts";

const AT_ONCE = 4;

/** What fetching needs of the run. */
export interface Fetching extends Surroundings, Pick<FeedToFetch, "readBy" | "shown"> {
  places: Pick<Places, "fetched" | "arriving">;
  /** Called before each feed. */
  begins(partner: string, feed: string): void;
}

/** What was fetched from all sources. */
export interface Pulled {
  /** Files that the sources offer and that fit their feeds. */
  offered: number;
  /** Files that are new or changed. */
  arrived: number;
  found: readonly Finding[];
}

/** The feeds whose files are fetched from somewhere. */
export const remoteFeeds = ({ partners }: Pick<Network, "partners">) =>
  partners.flatMap((partner) =>
    partner.feeds.flatMap((feed) =>
      feed.source && feed.source.kind !== "folder" ? [{ partner, feed, source: feed.source as RemoteSource }] : [],
    ),
  );

/** Fetches what is new from every source into the partners' folders: several partners at a time, the feeds of one after another. */
export async function fetchSources(network: Network, fetching: Fetching): Promise<Pulled> {
  const { places, begins, readBy, shown } = fetching;
  mkdirSync(places.arriving, { recursive: true, mode: 0o700 });
  const feeds = remoteFeeds(network);
  const book = fetchBook(places.fetched, feeds);
  const pulled = { offered: 0, arrived: 0, found: [] as Finding[] };
  const parts = new Set<string>();
  const partners = [...new Set(feeds.map(({ partner }) => partner))];
  const fetchPartner = async (partner: Partner) => {
    const folder = path.resolve(network.folder, partner.folder);
    for (const own of feeds.filter((each) => each.partner === partner)) {
      begins(partner.id, own.feed.id);
      const to = { ...own, folder, arriving: places.arriving, readBy, shown };
      const fed = await fetchFeed(to, book, fetching);
      pulled.offered += fed.offered;
      pulled.arrived += fed.arrived;
      pulled.found.push(...fed.found);
      for (const part of fed.parts) parts.add(path.basename(part, ".part"));
    }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = partners.shift(); next; next = partners.shift()) await fetchPartner(next);
    }),
  );
  removeOtherParts(places.arriving, parts);
  return { ...pulled, found: inOrder(pulled.found, network) };
}

/** What was fetched before, without what belongs to no feed with a source any more; every change is written at once. */
function fetchBook(file: string, feeds: ReturnType<typeof remoteFeeds>): FetchBook {
  const isOf = (entry: FetchedFile) =>
    feeds.some(({ partner, feed }) => partner.id === entry.partner && feed.id === entry.feed);
  let entries: readonly FetchedFile[] = readFetched(file).filter(isOf);
  return {
    get entries() {
      return entries;
    },
    set({ partner, feed, key }, fetched) {
      const others = entries.filter((each) => each.partner !== partner || each.feed !== feed || each.key !== key);
      entries = fetched ? [...others, fetched] : others;
      writeFetched(file, entries);
    },
  };
}

/** A part stays for one run to go on with, and no longer. */
function removeOtherParts(arriving: string, kept: ReadonlySet<string>) {
  for (const name of readdirSync(arriving))
    if (!kept.has(path.parse(name).name)) rmSync(path.join(arriving, name), { force: true });
}

const inOrder = (found: readonly Finding[], { partners }: Network) => {
  const place = (finding: Finding) => partners.findIndex(({ id }) => id === finding.partner);
  return [...found].sort((a, b) => place(a) - place(b));
};
