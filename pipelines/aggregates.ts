import { createHash } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { publicationAlone } from "../models/aggregate/alone.ts";
import { countable } from "../models/aggregate/countable.ts";
import { periodsAround } from "../models/aggregate/periods.ts";
import { groupings } from "../models/grouping.ts";
import { measures } from "../models/measures/catalogue.ts";
import type { PublishedAggregateCell, PublishedAggregatePartner } from "../models/published.ts";
import { type AggregateBook, readAggregateBook, writeAggregateBook } from "./aggregate/book.ts";
import { type Countables, checkCounts } from "./aggregate/check-counts.ts";
import { type CountFault, readCounts } from "./aggregate/read-counts.ts";
import type { AggregatePartner } from "./aggregate-partner.ts";
import { audit } from "./audit/audit.ts";
import { matchesPattern } from "./file-pattern.ts";
import type { Finding } from "./findings.ts";
import type { Places } from "./places.ts";
import { publishableCounts } from "./protect/aggregates.ts";
import { releaseOf, settingsOf } from "./publication.ts";
import { partnerFolder } from "./pull/partner-folder.ts";
import type { Network } from "./read-network.ts";
import { identifierInFileName } from "./screen/screen-file-name.ts";
import { unreadableBecause } from "./unreadable-because.ts";
import { visible } from "./visible.ts";

/** No table of counts is larger. */
const LARGEST_FILE = 5_000_000;

/** What the agencies that send totals only have said, and what was found in their tables. */
export interface Aggregates {
  partners: readonly PublishedAggregatePartner[];
  cells: readonly PublishedAggregateCell[];
  /** SHA-256 of each table in use, hex. */
  hashes: readonly string[];
  findings: readonly Finding[];
}

interface Reading {
  network: Network;
  places: Pick<Places, "inbox" | "aggregates">;
  asOf: string;
  code: string;
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
  const say = (faults: readonly (CountFault | NameFault)[]) => {
    for (const fault of faults) findings.push({ ...fault, partner: partner.id, feed: null } as Finding);
  };
  const words = (received_on: string | null): PublishedAggregatePartner => ({
    ...{ partner_id: partner.id, name: partner.name, kind: partner.kind, received_on },
  });
  const found = lastTable(reading.network, partner);
  if (found?.fault) say([found.fault]);
  if (found?.bytes) {
    const hash = sha256(found.bytes);
    const { cells, faults } = await readTable(reading, partner, found.name, found.bytes);
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
  const { cells, faults } = await readTable(reading, partner, last.name, readFileSync(sealed));
  say(faults.slice(0, SAID));
  const isGood = faults.length === 0;
  return {
    ...{ partner: words(isGood ? last.received_at.slice(0, 10) : null), findings },
    ...(isGood ? { cells, hash: last.hash } : { cells: [], hash: null }),
  };
}

/** So many findings of one table are said. */
const SAID = 20;

type NameFault = Pick<Extract<Finding, { code: "identifying-file-name" | "unreadable-file" }>, "code" | "facts">;

/** The last table of a partner's folder by name, or why there is none; undefined where the folder has no table. */
function lastTable(
  network: Network,
  partner: AggregatePartner,
): { name: string; bytes?: Buffer; fault?: CountFault | NameFault } | undefined {
  const { folder, files } = partnerFolder(network, partner);
  const last = files.filter((file) => matchesPattern(file, partner.counts.files)).at(-1);
  if (last === undefined) return undefined;
  const identifier = identifierInFileName(last);
  if (identifier)
    return { name: "", fault: { code: "identifying-file-name", facts: { file: "a table of counts", identifier } } };
  const name = visible(last);
  const unreadable = (because: string) => ({
    name,
    fault: { code: "counts-unreadable", facts: { file: name, because } } as const,
  });
  try {
    const file = path.join(folder, last);
    if (statSync(file).size > LARGEST_FILE) return unreadable("it is larger than 5 MB, which no table of counts is");
    return { name, bytes: readFileSync(file) };
  } catch (error) {
    return unreadable(unreadableBecause(error as NodeJS.ErrnoException));
  }
}

/** Every count of a table, and everything that keeps it from being published. */
async function readTable(reading: Reading, { id }: AggregatePartner, file: string, bytes: Uint8Array) {
  const { network, asOf } = reading;
  const read = readCounts(file, bytes);
  if (read.faults.length > 0) return { cells: [], faults: read.faults };
  const countables = countablesOf(
    network,
    asOf,
    read.lines.map(({ period }) => period),
  );
  const { counts, faults } = checkCounts(file, read.lines, countables);
  if (faults.length > 0) return { cells: [], faults };
  const cells = publishableCounts(id, counts, countables.groups, countables.threshold);
  const alone = publicationAlone(cells, releaseOf(reading), network.program_year_starts);
  const own = countables.measures.filter((measure) => cells.some((cell) => cell.measure === measure.id));
  const report = await audit(alone, own, settingsOf(network));
  return report.verdict === "safe" ? { cells, faults } : { cells: [], faults: [tellingFault(file, report.failures)] };
}

/** What an agency may count in a network, around the periods it speaks of. */
export function countablesOf(network: Network, asOf: string, mentioned: readonly string[]): Countables {
  const own = measures.flatMap((measure) => countable(measure) ?? []);
  const slices = groupings(network).filter(({ slice }) => slice !== "county");
  return {
    ...{ measures: own, asOf, threshold: network.publication.threshold },
    groups: Object.fromEntries(slices.map(({ slice, members }) => [slice, members.map(({ id }) => id)])),
    periods: periodsAround(mentioned, { asOf, programYearStarts: network.program_year_starts }),
  };
}

function tellingFault(file: string, failures: Awaited<ReturnType<typeof audit>>["failures"]): CountFault {
  const wrong = failures.find(({ kind }) => kind === "contradiction");
  if (wrong) return { code: "counts-contradiction", facts: { file, first: wrong.address } };
  return { code: "counts-telling", facts: { file, counts: failures.length, first: failures[0]!.address } };
}

function seal(sealed: string, bytes: Uint8Array) {
  if (existsSync(sealed)) return;
  writeFileSync(`${sealed}.new`, bytes, { mode: 0o600 });
  chmodSync(`${sealed}.new`, 0o400);
  renameSync(`${sealed}.new`, sealed);
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
