import { existsSync, renameSync } from "node:fs";
import path from "node:path";
import { measures } from "../models/measures/catalogue.ts";
import type { Publication } from "../models/published.ts";
import { type AuditReport, audit } from "./audit/audit.ts";
import { evaluate } from "./build/evaluate.ts";
import { buildFacts } from "./build/facts.ts";
import { loadRecords, recordCount } from "./build/load.ts";
import { loadCalendar, loadStructure } from "./build/structure.ts";
import { codeVersion } from "./code-version.ts";
import { describe } from "./describe.ts";
import { type PseudonymKey, readOrMakeKey } from "./keys.ts";
import { holdLock } from "./lock.ts";
import { clearWork, type Places, placesOf, preparePlaces } from "./places.ts";
import type { Progress } from "./progress.ts";
import { protect } from "./protect/protect.ts";
import { writePublication } from "./protect/store.ts";
import { publicationOf, readFigures, settingsOf, structureOf } from "./publication.ts";
import type { Network } from "./read-network.ts";
import { blankRecord, inputsHash, type RunRecord, readRunRecords, type Totals, writeRunRecord } from "./run-record.ts";
import { buildSite } from "./site/build-site.ts";
import { newSite, switchSite } from "./site/switch-site.ts";
import { type StageClock, stageClock } from "./stage-clock.ts";
import { count, filesNow, filesOf, rowsOf, totalsOf } from "./summary.ts";
import { type TakenIn, takeIn } from "./take-in.ts";
import { type Door, type OpenOptions, openWarehouse, tableSize } from "./warehouse.ts";

/** Everything outside the run that it needs: clock, environment, process, progress, and the folder of the project. */
export interface Effects {
  now(): Date;
  environment: Readonly<Record<string, string | undefined>>;
  process: number;
  progress: Progress;
  projectRoot: string;
}

export interface RunOptions {
  /** Build everything again even when nothing has changed. */
  again?: boolean;
  /** Stop after the audit and leave the site as it is. */
  withoutSite?: boolean;
}

/** What ends a run without a publication although nothing is wrong with the code. */
class NothingToPublish extends Error {
  readonly record: RunRecord;
  constructor(message: string, record: RunRecord) {
    super(message);
    this.record = record;
  }
}

interface Run {
  id: string;
  asOf: string;
  code: string;
  network: Network;
  places: Places;
  effects: Effects;
  options: RunOptions;
  clock: StageClock;
}

/**
 * One run, from the partners' folders to the staff site. Until its last step the warehouse, the published store and the site of
 * the run before stay as they are. It always leaves a record: published, unchanged or failed. Throws RunInProgress, and errors of the code.
 */
export async function run(network: Network, effects: Effects, options: RunOptions = {}): Promise<RunRecord> {
  const started = effects.now();
  const places = placesOf(network, effects.environment);
  const id = `run-${started.toISOString().replaceAll(/[-:.]/g, "")}`;
  const lock = await holdLock(places, { run: id, process: effects.process, started_at: started.toISOString() });
  try {
    preparePlaces(places);
    const asOf = network.as_of ?? started.toISOString().slice(0, 10);
    const clock = stageClock(effects.progress);
    const current: Run = { id, asOf, code: codeVersion(effects.projectRoot), network, places, effects, options, clock };
    const record = blankRecord({ run: id, startedAt: started.toISOString(), asOf, network, code: current.code });
    try {
      return finish(current, await publish(current, record));
    } catch (error) {
      const failed = error instanceof NothingToPublish ? error.record : record;
      const said = finish(current, { ...failed, outcome: "failed", error: (error as Error).message.split("\n")[0]! });
      if (error instanceof NothingToPublish) return said;
      throw error;
    }
  } finally {
    clearWork(places);
    await lock.release();
  }
}

async function publish(run: Run, blank: RunRecord): Promise<RunRecord> {
  const { network, places } = run;
  const key = readOrMakeKey(places.keys, network.id);
  const taken = await receiveFiles(run, key);
  const record = {
    ...blank,
    key_id: key.id,
    inputs_hash: inputsHash(blank, key.id, taken),
    files: filesOf(taken.fresh),
  };
  if (taken.inUse.length === 0) throw new NothingToPublish("no partner has sent a file that can be used yet", record);

  const before = readRunRecords(places.runs).find((earlier) => earlier.outcome === "published");
  if (before && stillStands(run, before, record)) {
    return {
      ...record,
      outcome: "unchanged",
      totals: before.totals && { ...before.totals, ...filesNow(taken) },
      site: before.site,
    };
  }
  const next = { warehouse: `${places.warehouse}.${run.id}`, published: `${places.published}.${run.id}` };
  const door = await openWarehouse(next.warehouse, buildingOptions(run));
  let publication: Publication;
  let totals: Totals;
  try {
    await buildWarehouse(run, door, taken);
    const { protection, words } = await protectFigures(run, door, taken);
    publication = publicationOf(run, words, protection);
    const report = await attackPublication(run, publication, record);
    totals = await totalsOf(door, taken, protection.report, report);
  } finally {
    await door.close();
  }
  await storePublication(next.published, publication);
  const site = run.options.withoutSite ? null : await buildStaffSite(run, next.published);

  renameSync(next.warehouse, places.warehouse);
  renameSync(next.published, places.published);
  if (site) switchSite(places.site, "staff", run.id);
  return {
    ...record,
    outcome: "published",
    totals: { ...totals, pages: site?.pages ?? 0 },
    site: site ? path.join(places.site, "staff") : (before?.site ?? null),
  };
}

/** inbox and intake: what is new is read, screened for identifiers, sealed, checked and kept as typed rows. */
function receiveFiles(run: Run, key: PseudonymKey): Promise<TakenIn> {
  const { network, places, effects, clock } = run;
  const work = () => takeIn(network, { places, key, memory: network.memory }, effects.now, effects.progress);
  return clock.stage("receive", "Reading the partners' files", work, ({ fresh }) => {
    const { rows, accepted } = rowsOf(fresh);
    const says =
      fresh.length === 0 ? "Files: nothing new" : `Files: ${fresh.length} read, ${count(accepted)} records accepted`;
    return { unit: "rows", in: rows, out: accepted, says };
  });
}

/** warehouse: accepted rows, then facts, then the figures of every measure, beside the warehouse in use. */
async function buildWarehouse(
  { network, places, asOf, clock }: Run,
  door: Door,
  { inUse, stopped }: TakenIn,
): Promise<void> {
  const size = (table: string) => tableSize(door, table);
  await clock.stage(
    "load",
    "Loading accepted rows",
    async () => {
      await loadStructure(door, network, asOf);
      await loadRecords(door, { intake: places.intake, inUse, stopped });
      await loadCalendar(door, network);
      return recordCount(door);
    },
    (loaded) => ({
      unit: "rows",
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
      return size("figure");
    },
    (figures) => ({
      unit: "figures",
      in: measures.length,
      out: figures,
      says: `Measures: ${measures.length}, ${count(figures)} figures`,
    }),
  );
}

/** protect: of all figures together, only those that give nobody away. */
async function protectFigures({ network, clock }: Run, door: Door, { inUse }: TakenIn) {
  const words = await describe(door, network, inUse);
  const figures = await readFigures(door);
  const work = () => protect(figures, measures, structureOf(words), settingsOf(network));
  const protection = await clock.stage("protect", "Protecting small numbers", work, ({ report }) => {
    const says = `Protected: ${count(report.shown)} cells shown, ${count(report.primary + report.complementary)} withheld`;
    return { unit: "cells", in: figures.length, out: report.shown, says };
  });
  return { words, protection };
}

/** audit: an adversary who has only what would be published; whatever it can work out stops the run. */
async function attackPublication(
  { network, clock }: Run,
  publication: Publication,
  record: RunRecord,
): Promise<AuditReport> {
  const work = () => audit(publication, measures, settingsOf(network));
  const report = await clock.stage(
    "audit",
    "Attacking the publication",
    work,
    ({ attacked, exact, narrow, verdict }) => {
      return {
        unit: "cells",
        in: attacked,
        out: exact + narrow,
        says: `Audit: ${verdict}, ${count(attacked)} hidden cells attacked`,
      };
    },
  );
  if (report.verdict === "safe") return report;
  throw new NothingToPublish(
    `the audit refuses the publication: ${report.failures.map((failure) => failure.sentence).join("; ")}`,
    record,
  );
}

async function storePublication(file: string, publication: Publication): Promise<void> {
  const door = await openWarehouse(file);
  try {
    await writePublication(door, publication);
  } finally {
    await door.close();
  }
}

/** site: static pages made from the published store and nothing else. */
function buildStaffSite({ id, places, effects, clock }: Run, published: string) {
  const out = newSite(places.site, "staff", id);
  const work = () => buildSite({ audience: "staff", published, out, projectRoot: effects.projectRoot });
  return clock.stage("site", "Building the staff site", work, ({ pages, figures }) => {
    return { unit: "pages", in: figures, out: pages, says: `Site: ${pages} pages, ${figures} figures` };
  });
}

const buildingOptions = ({ network, places }: Run): OpenOptions => ({
  memory: network.memory,
  folders: [places.intake],
  spill: path.join(places.work, "spill"),
});

/** Whether the last publication was made of the very same things and is still there. */
function stillStands({ options, places }: Run, before: RunRecord, now: RunRecord): boolean {
  const there = [places.warehouse, places.published, path.join(places.site, "staff")].every((place) =>
    existsSync(place),
  );
  return !options.again && !options.withoutSite && there && before.inputs_hash === now.inputs_hash;
}

function finish({ places, clock, effects }: Run, record: RunRecord): RunRecord {
  const seconds = (effects.now().getTime() - new Date(record.started_at).getTime()) / 1000;
  const ended = { ...record, seconds, stages: clock.stages };
  writeRunRecord(places.runs, ended);
  return ended;
}
