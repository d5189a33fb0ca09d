import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { matchesPattern } from "../../file-pattern.ts";
import type { Finding } from "../../findings.ts";
import type { Feed, Partner } from "../../network.ts";
import type { RemoteSource } from "../../source.ts";
import { connect, type Surroundings } from "./connect.ts";
import type { Connection, Offered } from "./connection.ts";
import { download, removeFetched } from "./download.ts";
import { type FetchedFile, keyHash } from "./fetched.ts";
import { isPlainName } from "./object-name.ts";
import { partOf } from "./part.ts";
import { retrying } from "./retry.ts";
import { failureOf, overLimit, type SourceFailure } from "./source-failure.ts";

/** One feed with a source, and where its files go. */
export interface FeedToFetch {
  partner: Partner;
  feed: Feed;
  source: RemoteSource;
  /** The partner's folder. */
  folder: string;
  /** Folder of files that are on their way. */
  arriving: string;
  /** What the feed's files are read and screened by, other than the feed itself. */
  readBy: string;
  /** What a file is called in a finding, by its name and its place in the list. */
  shown(name: string, place: number): string;
}

/** What was fetched before, changed as files arrive. */
export interface FetchBook {
  entries: readonly FetchedFile[];
  /** Keeps, or with null forgets, what is known of one file of a feed, at once. */
  set(of: Pick<FetchedFile, "partner" | "feed" | "key">, file: FetchedFile | null): void;
}

export interface FedFeed {
  /** Files that fit the feed. */
  offered: number;
  /** Files that are new in the folder. */
  arrived: number;
  found: Finding[];
  /** Parts that the next run can go on with. */
  parts: readonly string[];
}

/**
 * Fetches what is new or changed in the source of one feed into the partner's folder, and takes out what the source no longer offers.
 * Whatever fails is a finding, and the files that are there stay.
 */
export async function fetchFeed(to: FeedToFetch, book: FetchBook, around: Surroundings): Promise<FedFeed> {
  const { source } = to;
  const time = new AbortController();
  const over = setTimeout(
    () => time.abort(overLimit(`${source.limits.seconds.toLocaleString("en-US")} seconds`)),
    1000 * source.limits.seconds,
  );
  const session = sessionOf(to, around, time.signal);
  const fed: FedFeed = { offered: 0, arrived: 0, found: [], parts: [] };
  try {
    await fetchAll(to, book, session, fed);
  } catch (error) {
    fed.found.push(finding(to, failureOf(error)));
  } finally {
    clearTimeout(over);
    session.close();
  }
  return fed;
}

/** Work on a connection that is opened when it is needed, and anew after a failure. */
interface Session {
  work<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  close(): void;
}

function sessionOf({ source }: FeedToFetch, around: Surroundings, signal: AbortSignal): Session {
  let open: Connection | undefined;
  const close = () => {
    open?.close();
    open = undefined;
  };
  const once = async <Result>(work: (connection: Connection) => Promise<Result>) => {
    if (signal.aborted) throw signal.reason;
    try {
      open ??= await connect(source, around, signal);
      return await work(open);
    } catch (error) {
      close();
      throw signal.aborted ? signal.reason : error;
    }
  };
  return { work: (work) => retrying(around.effects, () => once(work)), close };
}

async function fetchAll(to: FeedToFetch, book: FetchBook, session: Session, fed: FedFeed) {
  const { feed, source } = to;
  const listed = await session.work((connection) => connection.list());
  const fitting = listed.filter(({ name }) => matchesPattern(name, feed.files));
  const plain = fitting.filter(({ name }) => isPlainName(name));
  if (plain.length > source.limits.files) throw overLimit(`${source.limits.files} files`);
  const say = (code: "unsafe-object-names" | "nothing-offered", objects: number) =>
    fed.found.push({ code, partner: to.partner.id, feed: feed.id, facts: { feed: feed.id, objects } });
  if (plain.length < fitting.length) say("unsafe-object-names", fitting.length - plain.length);
  if (fitting.length === 0) say("nothing-offered", listed.length);
  fed.offered = plain.length;
  await fetchEach(to, book, session, fed, plain);
  takeOut(to, book, plain);
}

async function fetchEach(
  to: FeedToFetch,
  book: FetchBook,
  session: Session,
  fed: FedFeed,
  offered: readonly Offered[],
) {
  const known = (each: Offered) => entryOf(to, book, each);
  const isSame = (each: Offered) => isUnchanged(to, each, known(each));
  const someChanged = !offered.every(isSame);
  for (const [index, each] of offered.entries()) {
    const entry = known(each);
    // One file of a refused export of several brings back the others, for they are read together.
    const goesAlong = someChanged && (entry?.refused?.files ?? 1) > 1;
    if (isSame(each) && !goesAlong) continue;
    const before = goesAlong || isReadOtherwise(to, entry) ? undefined : entry;
    try {
      await fetchOne(to, book, session, fed, { offered: each, known: before });
    } catch (error) {
      const failure = failureOf(error);
      fed.found.push(finding(to, failure, to.shown(each.name, index + 1)));
      fed.parts = [...fed.parts, partFor(to, each).path];
      if (!failure.alone) return;
    }
  }
}

async function fetchOne(
  to: FeedToFetch,
  book: FetchBook,
  session: Session,
  fed: FedFeed,
  { offered, known }: { offered: Offered; known: FetchedFile | undefined },
) {
  const { folder, source } = to;
  const job = { offered, folder, part: partFor(to, offered), known, limits: source.limits };
  const arrived = await session.work((connection) => download(connection, job));
  if (!arrived) return;
  const { isNew, ...file } = arrived;
  const of = { partner: to.partner.id, feed: to.feed.id, key: keyHash(offered.key) };
  book.set(of, { ...of, name: offered.name, refused: null, ...file });
  if (isNew) fed.arrived++;
}

const partFor = ({ arriving, partner, feed }: FeedToFetch, { key }: Offered) =>
  partOf(arriving, partner.id, feed.id, key);

const isOwn = ({ partner, feed }: FeedToFetch, entry: FetchedFile) =>
  entry.partner === partner.id && entry.feed === feed.id;

const entryOf = (to: FeedToFetch, { entries }: FetchBook, { key }: Offered) =>
  entries.find((entry) => isOwn(to, entry) && entry.key === keyHash(key));

/** Whether a file needs no fetching: the source names the version that is here, or that was refused and would be again. */
function isUnchanged(to: FeedToFetch, { version, name }: Offered, entry: FetchedFile | undefined): boolean {
  if (!entry || version === null || entry.version !== version) return false;
  if (entry.refused) return !isReadOtherwise(to, entry);
  return entry.name === name && existsSync(path.join(to.folder, name));
}

/** Whether a refused file would be screened or read otherwise now than when it was refused. */
const isReadOtherwise = (to: FeedToFetch, entry: FetchedFile | undefined) =>
  entry?.refused != null && entry.refused.under !== readUnder(to.readBy, to.feed);

/** Hash of what a feed's files are screened and read by. */
export const readUnder = (readBy: string, feed: Feed): string =>
  createHash("sha256")
    .update(JSON.stringify([readBy, feed]))
    .digest("hex");

/** The folder holds what the source offers now: what it offers no longer is taken out, and stays sealed in the inbox where it was accepted. */
function takeOut(to: FeedToFetch, book: FetchBook, offered: readonly Offered[]) {
  const there = new Set(offered.map(({ key }) => keyHash(key)));
  for (const entry of book.entries.filter((each) => isOwn(to, each) && !there.has(each.key))) {
    removeFetched(to.folder, entry);
    book.set(entry, null);
  }
}

function finding({ partner, feed }: FeedToFetch, { fault }: SourceFailure, file?: string): Finding {
  const facts = { feed: feed.id, ...fault.facts, ...(file === undefined ? {} : { file }) };
  return { code: fault.code, partner: partner.id, feed: feed.id, facts } as Finding;
}
