import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { writeAggregateCounts } from "./aggregate-counts.ts";
import { type SamplePartner, samplePartners } from "./partner.ts";
import { REFUSED, writeRefusedList } from "./refused-list.ts";
import type { WorkerMessage } from "./sample-worker.ts";
import { type FeedWritten, type Share, writePartners } from "./write-partners.ts";

/** What to make, and where. The same seed and number of people give the same bytes, on any number of cores. */
export interface SampleOptions {
  /** Folder in which each partner gets a folder of its files; what the partner's folder held before is removed. */
  out: string;
  people: number;
  seed: number;
  onProgress?: (done: number, of: number) => void;
}

/** What was made. Rows do not count headings; wrong rows are those no run should accept, by reason in each feed's tally. */
export interface SampleSummary {
  people: number;
  files: number;
  rows: number;
  bytes: number;
  wrongRows: number;
  feeds: FeedWritten[];
  /** The list with identifiers, which every run has to refuse. */
  refused: string;
}

/** Below this many people a worker takes longer to start than to do its work. */
const WORTH_WORKERS = 4000;
const MOST_WORKERS = 4;

/** Makes the files of the sample network. Partners are shared out over the cores; each core imagines the whole network. */
export async function makeSample(options: SampleOptions): Promise<SampleSummary> {
  const { out, people, seed } = options;
  const partners = samplePartners(seed);
  const cores = people < WORTH_WORKERS ? 1 : Math.min(MOST_WORKERS, availableParallelism());
  const shares = shareOut(partners, cores).map((ids): Share => ({ out, people, seed, partners: ids }));
  const feeds = (await writeShares(shares, options)).flat();
  const list = writeRefusedList(path.join(out, REFUSED.partner), seed);
  const counts = writeAggregateCounts(out);
  const sum = (pick: (feed: FeedWritten) => number) => feeds.reduce((total, feed) => total + pick(feed), 0);
  return {
    people,
    files: sum((feed) => feed.files) + 2,
    rows: sum((feed) => feed.tally.rows) + list.rows,
    bytes: sum((feed) => feed.bytes) + list.bytes + counts.bytes,
    wrongRows: sum((feed) => Object.values(feed.tally.wrong).reduce((total, count) => total + count, 0)),
    feeds: feeds.toSorted((one, other) => compare(one.partner, other.partner)),
    refused: `${REFUSED.partner}/${REFUSED.file}`,
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Groups of partner ids with about the same work in each. */
function shareOut(partners: readonly SamplePartner[], groups: number): string[][] {
  const work = (partner: SamplePartner) => partner.doors * partner.feeds.length;
  const shares = Array.from({ length: groups }, () => ({ ids: [] as string[], work: 0 }));
  for (const partner of partners.toSorted((one, other) => work(other) - work(one))) {
    const lightest = shares.reduce((least, share) => (share.work < least.work ? share : least));
    lightest.ids.push(partner.id);
    lightest.work += work(partner);
  }
  return shares.map(({ ids }) => ids);
}

function writeShares(shares: readonly Share[], { people, onProgress }: SampleOptions): Promise<FeedWritten[][]> {
  const reached = shares.map(() => 0);
  const progress = (share: number) => (done: number) => {
    const before = Math.min(...reached);
    reached[share] = done;
    const slowest = Math.min(...reached);
    if (slowest > before) onProgress?.(slowest, people);
  };
  if (shares.length === 1) return Promise.all(shares.map((share) => writePartners(share, progress(0))));
  const workers = shares.map(
    (share) => new Worker(new URL("./sample-worker.ts", import.meta.url), { workerData: share }),
  );
  const results = workers.map((worker, at) => resultOf(worker, progress(at)));
  return Promise.all(results).finally(() => Promise.all(workers.map((worker) => worker.terminate())));
}

function resultOf(worker: Worker, onProgress: (done: number) => void): Promise<FeedWritten[]> {
  return new Promise((resolve, reject) => {
    worker.on("message", (message: WorkerMessage) => {
      if ("written" in message) resolve(message.written);
      else onProgress(message.done);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("a worker of the sample stopped before its work was done")));
  });
}
