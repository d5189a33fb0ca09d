import path from "node:path";
import process from "node:process";
import { measures } from "../../models/measures/catalogue.ts";
import { feedTables } from "../../pipelines/feed-tables.ts";
import type { Progress } from "../../pipelines/progress.ts";
import { findDeliveries } from "../../pipelines/pull/deliveries.ts";
import { type Network, readNetwork } from "../../pipelines/read-network.ts";
import { run } from "../../pipelines/run.ts";
import type { RunRecord, StageRecord } from "../../pipelines/run-record.ts";
import { madeByHand } from "./compare.ts";
import { type BuildParts, partsOfBuild } from "./parts-of-build.ts";
import { peakMemory, type Side, type StageTime } from "./stage-time.ts";

const projectRoot = path.resolve(import.meta.dirname, "..", "..");

/** The record kinds that the measures compared need. */
export const neededRecords: ReadonlySet<string> = new Set(
  measures.flatMap(({ id, requires }) => (madeByHand.includes(id) ? requires : [])),
);

/** What the pipeline came to; protection and audit do not depend on the number of people and stand apart. */
export interface Ours extends Side {
  files: number;
  /** Rows in all files that were read, right and wrong. */
  rows: number;
  protect: number;
  audit: number;
  parts: BuildParts;
}

/** The pipeline itself, as `npm run run -- --without-site` runs it, on the network in a folder. */
export async function ours(folder: string): Promise<Ours> {
  const network = readNetwork(path.join(folder, "network.yaml"));
  const watch = new Watch(network);
  const effects = {
    now: () => new Date(),
    environment: { COMMON_MEASURE_KEYS: path.join(folder, "keys") },
    process: process.pid,
    progress: watch,
    projectRoot,
  };
  const record = await run(network, effects, { withoutSite: true, again: true });
  return { ...resultOf(record, watch), parts: await partsOfBuild(network, folder) };
}

function resultOf({ stages, files }: RunRecord, watch: Watch): Omit<Ours, "parts"> {
  const stage = (name: StageRecord["stage"]) => stages.find((each) => each.stage === name)!;
  const time = (name: StageRecord["stage"]): StageTime => ({
    seconds: stage(name).seconds,
    peak: watch.peaks[stages.indexOf(stage(name))]!,
  });
  const received = time("receive");
  const others = { ...received, seconds: watch.secondsOfOthers };
  const read = { ...received, seconds: received.seconds - watch.secondsOfOthers };
  return {
    stages: { read, "read others": others, load: time("load"), facts: time("facts"), measures: time("measures") },
    files: files.length,
    rows: stage("receive").in,
    protect: stage("protect").seconds,
    audit: stage("audit").seconds,
  };
}

/** Listens to a run: peak memory at each stage's end, and how long the files no measure needs took to receive. */
class Watch implements Progress {
  readonly peaks: number[] = [];
  secondsOfOthers = 0;
  readonly #isNeeded: readonly boolean[];
  #file = -1;
  #from = 0;

  /** Files are received, and told of, in the order of the deliveries. */
  constructor(network: Network) {
    this.#isNeeded = findDeliveries(network).map(({ feed }) =>
      feedTables(feed).some(({ record }) => neededRecords.has(record)),
    );
  }

  start(): void {}

  update(): void {
    this.#endFile();
    this.#file++;
  }

  finish(): void {
    this.#endFile();
    this.#file = this.#isNeeded.length;
    this.peaks.push(peakMemory());
  }

  #endFile(): void {
    const now = performance.now();
    if (this.#isNeeded[this.#file] === false) this.secondsOfOthers += (now - this.#from) / 1000;
    this.#from = now;
  }
}
