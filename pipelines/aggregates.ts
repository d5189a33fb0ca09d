import { createHash } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PublishedAggregateCell, PublishedAggregatePartner } from "../models/published.ts";
import { type AggregateBook, readAggregateBook, writeAggregateBook } from "./aggregate/book.ts";
import type { AggregatePartner } from "./aggregate-partner.ts";
import { matchesPattern } from "./file-pattern.ts";
import type { Finding } from "./findings.ts";
import { type Judging, judgeCounts, type OpenedCounts, openCounts, type TableFault } from "./judge-counts.ts";
import type { Places } from "./places.ts";
import { partnerFolder } from "./pull/partner-folder.ts";
import type { Network } from "./read-network.ts";

/** What the agencies that send totals only have said, and what was found in their tables. */
export interface Aggregates {
  partners: readonly PublishedAggregatePartner[];
  cells: readonly PublishedAggregateCell[];
  /** SHA-256 of each table in use, hex. */
  hashes: readonly string[];
  findings: readonly Finding[];
}

interface Reading extends Judging {
  places: Pick<Places, "inbox" | "aggregates">;
}

/**
 * Takes in the last table of counts of every agency that sends totals only. A table from which anything can be worked out that it does
 * not show is refused and not kept; the last good one stays in use, as long as it is good by today's rules.
 */
export async function takeAggregates(reading: Reading, now: () => Date): Promise<Aggregates> {
  const { network, places } = reading;
  const book = readAggregateBook(places.aggregates);
  const taken = [];
  for (const partner of network.aggregate_partners) taken.push(await takePartner(reading, partner, book, now));
  writeAggregateBook(places.aggregates, book);
  return {
    partners: taken.map(({ partner }) => partner),
    cells: taken.flatMap(({ cells }) => cells),
    hashes: taken.flatMap(({ hash }) => hash ?? []),
    findings: taken.flatMap(({ findings }) => findings),
  };
}

async function takePartner(reading: Reading, partner: AggregatePartner, book: AggregateBook, now: () => Date) {
  const { inbox } = reading.places;
  const findings: Finding[] = [];
  const say = (faults: readonly TableFault[]) => {
    for (const fault of faults) findings.push({ ...fault, partner: partner.id, feed: null } as Finding);
  };
  const words = (received_on: string | null): PublishedAggregatePartner => ({
    ...{ partner_id: partner.id, name: partner.name, kind: partner.kind, received_on },
  });
  const found = lastTable(reading.network, partner);
  if (found?.fault) say([found.fault]);
  if (found?.bytes) {
    const hash = sha256(found.bytes);
    const { cells, faults } = await judgeCounts(reading, partner.id, found.name, found.bytes);
    if (faults.length === 0) {
      seal(path.join(inbox, hash), found.bytes);
      const known = book[partner.id]?.hash === hash ? book[partner.id] : undefined;
      book[partner.id] = known ?? { name: found.name, hash, received_at: now().toISOString() };
      return { partner: words(book[partner.id]!.received_at.slice(0, 10)), cells, hash, findings };
    }
    say(faults.slice(0, SAID));
  }
  const last = book[partner.id];
  const sealed = last && path.join(inbox, last.hash);
  if (!last || !sealed || !existsSync(sealed)) return { partner: words(null), cells: [], hash: null, findings };
  const { cells, faults } = await judgeCounts(reading, partner.id, last.name, readFileSync(sealed));
  say(faults.slice(0, SAID));
  const isGood = faults.length === 0;
  return {
    ...{ partner: words(isGood ? last.received_at.slice(0, 10) : null), findings },
    ...(isGood ? { cells, hash: last.hash } : { cells: [], hash: null }),
  };
}

/** So many findings of one table are said. */
const SAID = 20;

/** The last table of a partner's folder by name, or why there is none; undefined where the folder has no table. */
function lastTable(network: Network, partner: AggregatePartner): OpenedCounts | undefined {
  const { folder, files } = partnerFolder(network, partner);
  const last = files.filter((file) => matchesPattern(file, partner.counts.files)).at(-1);
  if (last === undefined) return undefined;
  return openCounts(folder, last);
}

function seal(sealed: string, bytes: Uint8Array) {
  if (existsSync(sealed)) return;
  writeFileSync(`${sealed}.new`, bytes, { mode: 0o600 });
  chmodSync(`${sealed}.new`, 0o400);
  renameSync(`${sealed}.new`, sealed);
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
