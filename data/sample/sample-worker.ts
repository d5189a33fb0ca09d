import { parentPort, workerData } from "node:worker_threads";
import { type FeedWritten, type Share, writePartners } from "./write-partners.ts";

/** What a worker tells as it goes: how many people it has come to, and at the end what it wrote. */
export type WorkerMessage = { done: number } | { written: FeedWritten[] };

const tell = (message: WorkerMessage) => parentPort?.postMessage(message);
const written = await writePartners(workerData as Share, (done) => tell({ done }));
tell({ written });
