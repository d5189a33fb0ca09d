import { Worker } from "node:worker_threads";
import { checkArchive } from "../archive/check-archive.ts";
import type { UnpackAnswer, UnpackOrder } from "./unpack-workbook.ts";
import { unsafePart } from "./unsafe-part.ts";

/** What the heap of the thread that unpacks may hold. */
const HEAP_MB = 1024;
const MOST_SECONDS = 300;

/** Unpacks a workbook into files of cells, in a thread of its own that is ended when it takes too much; says why it is not opened otherwise. */
export async function openWorkbook(order: UnpackOrder): Promise<UnpackAnswer> {
  const directory = await checkArchive(order.file, order);
  if (directory.unsafe) return { unsafe: directory.unsafe };
  const unsafe = unsafePart(directory.entries.map(({ fileName }) => fileName));
  return unsafe ? { unsafe } : unpackApart(order);
}

function unpackApart(order: UnpackOrder): Promise<UnpackAnswer> {
  const worker = new Worker(new URL("./unpack-workbook.ts", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  return new Promise<UnpackAnswer>((resolve, reject) => {
    const late = setTimeout(() => resolve({ unsafe: "too_large" }), MOST_SECONDS * 1000);
    worker.on("message", resolve);
    worker.on("error", (error) =>
      (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY"
        ? resolve({ unsafe: "too_large" })
        : reject(error),
    );
    worker.on("exit", () => {
      clearTimeout(late);
      resolve({ unsafe: "broken" });
    });
  }).finally(() => worker.terminate());
}
