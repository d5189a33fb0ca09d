import { existsSync } from "node:fs";
import { CONTRACT_VERSION } from "../models/contract/catalogue.ts";
import type { LedgerLine } from "../models/contracts/ledger.ts";
import { measuresOf } from "../models/measures/network-measures.ts";
import type { Publication } from "../models/published.ts";
import type { Past as EarlierReleases } from "../models/relations/past.ts";
import type { ContributionTable, FigureTable } from "../models/warehouse.ts";
import { type Aggregates, takeAggregates } from "./aggregates.ts";
import { type AuditReport, audit } from "./audit/audit.ts";
import { checkRestatement } from "./build/check-restatement.ts";
import { evaluate } from "./build/evaluate.ts";
import { buildFacts } from "./build/facts.ts";
import { loadRecords, recordCount } from "./build/load.ts";
import { checkYears, freezeGroups, loadKept } from "./build/load-kept.ts";
import type { RareFound } from "./build/rare-combinations.ts";
import { type Renaming, renameKept } from "./build/rename-kept.ts";
import { loadCalendar, loadStructure } from "./build/structure.ts";
import { readLedger } from "./contracts/ledger-file.ts";
import { renamedEpisodes, underNewNames } from "./contracts/rename-episodes.ts";
import { writeClaims } from "./contracts/write-claims.ts";
import { describe } from "./describe.ts";
import type { Finding } from "./findings.ts";
import type { Past } from "./kept.ts";
import type { PseudonymKey } from "./keys.ts";
import { readContributionsThen, readPast } from "./past-figures.ts";
import type { Places } from "./places.ts";
import type { Progress } from "./progress.ts";
import { holdBackMedians, holdBackSums } from "./protect/hold-back.ts";
import { markComebacks } from "./protect/mark-comebacks.ts";
import { mediansOf } from "./protect/medians.ts";
import { protect } from "./protect/protect.ts";
import { standardisedOf } from "./protect/standardised.ts";
import { readPublication, writePublication } from "./protect/store.ts";
import { sumsOf } from "./protect/sums.ts";
import {
  readContributions,
  readFigures,
  readMedians,
  readStandardised,
  readSums,
  settingsOf,
  structureOf,
} from "./publication.ts";
import { type FetchEffects, realEffects } from "./pull/fetch/effects.ts";
import { fetchSources, type Pulled, remoteFeeds } from "./pull/fetch/fetch-sources.ts";
import { removeRefused } from "./pull/fetch/remove-refused.ts";
import { lateFeeds } from "./pull/late-feeds.ts";
import type { ListedFinding } from "./quality/list-findings.ts";
import { measureQuality } from "./quality/measure-quality.ts";
import { readRemembered } from "./quality/remembered.ts";
import { writeFeedback } from "./quality/write-feedback.ts";
import type { Network } from "./read-network.ts";
import { readReceipts } from "./receive/receipt.ts";
import { type TakenIn, takeIn } from "./receive/take-in.ts";
import { identifierInFileName } from "./screen/screen-file-name.ts";
import { SCREEN_VERSION } from "./screen/screen-header.ts";
import type { StageClock } from "./stage-clock.ts";
import { statesOf } from "./states.ts";
import { count, rowsOf } from "./summary.ts";
import { visible } from "./visible.ts";
import { type Door, openWarehouse, tableSize } from "./warehouse.ts";

/** Everything outside the run that it needs: clock, environment, process, progress, and the folder of the project. */
export interface Effects {
  now(): Date;
  environment: Readonly<Record<string, string | undefined>>;
  process: number;
  progress: Progress;
  projectRoot: string;
  /** Waiting, chance and names of hosts, for fetching; the real ones when left out. */
  fetching?: FetchEffects;
}

/** A run under way: what every stage may need of it. */
export interface Run {
  id: string;
  /** The last day counted, `YYYY-MM-DD`. */
  asOf: string;
  code: string;
  network: Network;
  places: Places;
  effects: Effects;
  clock: StageClock;
  /** What the releases so far bind it to, null before the first. */
  past: Past | null;
}

/** What files are screened and read by, other than their feed; where it changes, what was refused is fetched and read again. */
const readBy = `${CONTRACT_VERSION} ${SCREEN_VERSION}`;

/** fetch: what is new or changed in the partners' sources comes into their folders; what fails is found and nothing else. */
export async function fetchFiles({ network, places, effects, clock }: Run): Promise<Pulled> {
  if (remoteFeeds(network).length === 0) return { offered: 0, arrived: 0, found: [] };
  const shown = (name: string, place: number) => (identifierInFileName(name) ? `file-${place}` : visible(name));
  const work = () =>
    fetchSources(network, {
      places,
      secrets: { environment: effects.environment, folder: network.folder },
      effects: effects.fetching ?? realEffects,
      now: effects.now,
      readBy,
      shown,
      begins: (partner, feed) => effects.progress.update(`fetching ${partner}/${feed}`),
    });
  return clock.stage("fetch", "Fetching from the partners' sources", work, ({ offered, arrived, found }) => ({
    unit: "files offered, files fetched",
    in: offered,
    out: arrived,
    says: `Sources: ${count(arrived)} files new of ${count(offered)} offered${found.length > 0 ? `, ${count(found.length)} findings` : ""}`,
  }));
}

/**
 * inbox and intake: what is new is read, screened for identifiers, sealed, checked and kept as typed rows; fetched files that were
 * refused are removed. What fetching found is found here too, and which feeds are late.
 */
export function receiveFiles(run: Run, key: PseudonymKey, fetched: readonly Finding[]): Promise<TakenIn> {
  const { network, places, effects, clock } = run;
  const work = async () => {
    const taken = await takeIn(
      network,
      { places, key, memory: network.memory, states: statesOf(network) },
      effects.now,
      effects.progress,
    );
    removeRefused(network, places, taken.refused, readBy);
    const late = lateFeeds(network, readReceipts(places.receipts), today(run));
    return { ...taken, found: [...fetched, ...taken.found, ...late] };
  };
  return clock.stage("receive", "Reading the partners' files", work, ({ fresh }) => {
    const { rows, accepted } = rowsOf(fresh);
    const says =
      fresh.length === 0 ? "Files: nothing new" : `Files: ${fresh.length} read, ${count(accepted)} records accepted`;
    return { unit: "rows read, records accepted", in: rows, out: accepted, says };
  });
}

/** Totals of the agencies that send no rows: read, and kept only where nobody can be worked out of them. */
export function receiveAggregates({ network, places, asOf, code, effects }: Run): Promise<Aggregates> {
  return takeAggregates({ network, places, asOf, code }, effects.now);
}

/** warehouse: accepted rows, then facts, then the figures of every measure, beside the warehouse in use. Returns people in rare combinations. */
export async function buildWarehouse(
  { network, places, asOf, clock, past }: Run,
  door: Door,
  { inUse, stopped }: TakenIn,
  renaming: Renaming | null,
): Promise<RareFound[]> {
  const size = (table: string) => tableSize(door, table);
  const measures = measuresOf(network.partners);
  let rare: RareFound[] = [];
  await clock.stage(
    "load",
    "Loading accepted records",
    async () => {
      await loadStructure(door, network, asOf);
      rare = await loadRecords(door, { intake: places.intake, inUse, stopped, partners: network.partners });
      if (renaming) await renameKept(door, renaming);
      if (past) await loadKept(door, past, network, measures);
      await loadCalendar(door, network, past?.kept.quarters[0]?.starts_on);
      if (past) await checkYears(door, past);
      return recordCount(door);
    },
    (loaded) => ({
      unit: "records",
      in: rowsOf(inUse).accepted,
      out: loaded,
      says: `Warehouse: ${count(loaded)} records`,
    }),
  );
  await clock.stage(
    "facts",
    "Building facts",
    async () => {
      await buildFacts(door, network);
      if (past) await freezeGroups(door);
      return { episodes: await size("episode"), pairs: await size("matrix_pair") };
    },
    ({ episodes, pairs }) => ({
      unit: "rows",
      in: episodes,
      out: pairs,
      says: `Facts: ${count(episodes)} episodes, ${count(pairs)} episodes by domain`,
    }),
  );
  await clock.stage(
    "measures",
    "Computing measures",
    async () => {
      await evaluate(door, measures);
      if (past) await checkRestatement(door, past, measures, network.publication.threshold);
      return size("figure");
    },
    (figures) => ({
      unit: "figures",
      in: measures.length,
      out: figures,
      says: `Measures: ${measures.length}, ${count(figures)} figures`,
    }),
  );
  return rare;
}

const today = ({ effects }: Run) => effects.now().toISOString().slice(0, 10);

/** quality: how complete, timely, valid, consistent and covered each partner's data is, for the partner and the network's staff alone. */
export async function gaugeQuality(run: Run, door: Door, { inUse, stopped }: TakenIn): Promise<void> {
  const { places, clock } = run;
  const work = async () => {
    const history = readReceipts(places.receipts);
    await measureQuality(door, places.intake, { inUse, stopped, history, readOn: today(run) });
    return tableSize(door, "quality");
  };
  await clock.stage("quality", "Measuring data quality", work, (rows) => ({
    unit: "files in use, measurements",
    in: inUse.length,
    out: rows,
    says: `Data quality: ${count(rows)} measurements`,
  }));
}

/** feedback: one folder per partner with what to mend and what looks odd. Returns what was found, for the next run. */
export function writePacks(
  run: Run,
  door: Door,
  folder: string,
  { found }: TakenIn,
  rekeyed: boolean,
): Promise<ListedFinding[]> {
  const { network, places, asOf } = run;
  // Findings are remembered by digests of keys, which are others now: nothing can be said to be new or mended.
  const before = rekeyed ? null : readRemembered(places.findings);
  return writeFeedback(door, folder, { network, found, before, asOf, readOn: today(run) });
}

/** A ledger with this run's lines, and the names of its episodes that are others under another key. */
export interface Ledger {
  lines: LedgerLine[];
  renamed: ReadonlyMap<string, string>;
}

/** claims: one folder per outcome contract with what is payable and why the rest is not; `rekeyed` when the warehouse in use has another key. */
export async function writeContracts(
  run: Run,
  door: Door,
  folder: string,
  { inUse }: TakenIn,
  rekeyed: boolean,
): Promise<Ledger> {
  const { id, network, places, asOf } = run;
  const renames = rekeyed && existsSync(places.warehouse);
  const renamed = renames
    ? await renamedEpisodes(door, places.warehouse, network.contracts)
    : new Map<string, string>();
  const ledger = underNewNames(readLedger(places.ledger), renamed);
  const lines = await writeClaims(door, folder, { network, ledger, inUse, run: id, asOf, readOn: today(run) });
  return { lines, renamed };
}

/** protect: of all figures together, only those that give nobody away. */
export async function protectFigures({ network, asOf, clock, past: kept }: Run, door: Door, { inUse }: TakenIn) {
  const measures = measuresOf(network.partners);
  const words = await describe(door, network, inUse);
  const figures = markComebacks(await readFigures(door), measures, settingsOf(network).threshold);
  const past = kept && (await readPast(door, kept.kept.release, figures));
  const before = past ? await readContributionsThen(door, past.release) : [];
  const contributions = [...(await readContributions(door)), ...before];
  const structure = { ...structureOf(words, asOf), ...(past ? { past } : {}) };
  const work = () => protect(figures, measures, structure, settingsOf(network), contributions);
  const protection = await clock.stage("protect", "Protecting small numbers", work, ({ report }) => {
    const says = `Protected: ${count(report.shown)} cells shown, ${count(report.primary + report.complementary)} withheld`;
    return { unit: "cells", in: figures.length, out: report.shown, says };
  });
  const allMedians = mediansOf(await readMedians(door), protection.cells, measures, settingsOf(network));
  const allSums = sumsOf(await readSums(door), protection.cells, measures, settingsOf(network));
  const { threshold } = settingsOf(network);
  const medians = past ? holdBackMedians(allMedians, measures, past, threshold) : allMedians;
  const sums = past ? holdBackSums(allSums, measures, past, threshold) : allSums;
  const standardised = standardisedOf(await readStandardised(door), protection.rates, measures, settingsOf(network));
  return { words, figures, contributions, past, protection: { ...protection, medians, sums, standardised } };
}

/**
 * audit: an adversary who has only the published store, as its file stands, tries to work out what is withheld, then each partner that
 * knows its own figures.
 */
export function attackPublication(
  { network, clock }: Run,
  published: string,
  figures: readonly FigureTable[],
  contributions: readonly ContributionTable[],
  past: EarlierReleases | null,
): Promise<AuditReport> {
  const [measures, settings] = [measuresOf(network.partners), settingsOf(network)];
  const work = async () => audit(await readPublication(published), measures, settings, figures, contributions, past);
  return clock.stage("audit", "Attacking the publication", work, (report) => {
    const { attacked, attackedFromInside, exact, narrow, verdict } = report;
    const says = `Audit: ${verdict}, ${count(attacked)} hidden cells attacked by anybody, ${count(attackedFromInside)} by partners`;
    return { unit: "cells", in: attacked + attackedFromInside, out: exact + narrow, says };
  });
}

/** published: the publishable rows and their words in a file of their own. */
export async function storePublication(file: string, publication: Publication): Promise<void> {
  const door = await openWarehouse(file);
  try {
    await writePublication(door, publication);
  } finally {
    await door.close();
  }
}
